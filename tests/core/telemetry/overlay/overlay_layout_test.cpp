#include "overlay/overlay_layout.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgproc.hpp>

#include "base/error.h"
#include "overlay/letter_look.h"

using namespace sheen;
using F = OverlayField;

namespace {

OverlayLayout exampleLayout()
{
    OverlayLayout layout;
    layout.name = QStringLiteral("coast");
    layout.title = QStringLiteral("Küste \"HD\"");
    layout.aspectRatio = 1.77778;
    layout.textHeight = 0.021;
    layout.textColour = LetterColour::Green;
    layout.fields = {{F::Date, {0.1, 0.2, 0.15, 0.03}, false, {QStringLiteral("MM/DD/YYYY"), {}, {}}},
                     {F::PlatformAltitude,
                      {0.7, 0.9, 0.2, 0.03},
                      false,
                      {QStringLiteral("FT"), QStringLiteral("ALT"), QStringLiteral("MSL")}},
                     {F::Sensor, {0.5, 0.01, 0.1, 0.04}, true, {}}};
    layout.otherMarks = {{0.45, 0.45, 0.1, 0.1}};
    return layout;
}

void write(const QString& path, const QByteArray& text)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QString refusalOf(const QString& nameOrPath)
{
    try {
        overlayLayoutNamed(nameOrPath);
    } catch (const Error& error) {
        return error.sentence();
    }
    return {};
}

}  // namespace

class OverlayLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void cleanup() { QDir(ownOverlayLayoutFolder()).removeRecursively(); }

    void whatIsSavedIsLoadedAgain()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new/coast.json"));
        const OverlayLayout saved = exampleLayout();
        saveOverlayLayout(path, saved);
        const OverlayLayout loaded = loadOverlayLayout(path);
        QCOMPARE(loaded.name, saved.name);
        QCOMPARE(loaded.title, saved.title);
        QCOMPARE(loaded.aspectRatio, saved.aspectRatio);
        QCOMPARE(loaded.textHeight, saved.textHeight);
        QCOMPARE(loaded.textColour, saved.textColour);
        QCOMPARE(loaded.otherMarks.size(), saved.otherMarks.size());
        QCOMPARE(loaded.otherMarks[0], saved.otherMarks[0]);
        QCOMPARE(loaded.fields.size(), saved.fields.size());
        for (std::size_t i = 0; i < saved.fields.size(); ++i) {
            QCOMPARE(loaded.fields[i].field, saved.fields[i].field);
            QCOMPARE(loaded.fields[i].box, saved.fields[i].box);
            QCOMPARE(loaded.fields[i].inverse, saved.fields[i].inverse);
            QCOMPARE(loaded.fields[i].format.form, saved.fields[i].format.form);
            QCOMPARE(loaded.fields[i].format.before, saved.fields[i].format.before);
            QCOMPARE(loaded.fields[i].format.after, saved.fields[i].format.after);
        }
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        const QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("file")), "x");
        QVERIFY_EXCEPTION_THROWN(
            saveOverlayLayout(folder.filePath(QStringLiteral("file/coast.json")), exampleLayout()), Error);
    }

    void wrongFilesAreNamedWithTheirKey_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown field") << QByteArray(R"([{"field": "wind", "box": [0, 0, 0.1, 0.1]}])")
                                       << QStringLiteral("fields[0].field");
        QTest::newRow("unknown format")
            << QByteArray(R"([{"field": "date", "box": [0, 0, 0.1, 0.1], "format": "DMY"}])")
            << QStringLiteral("fields[0].format");
        QTest::newRow("format of another field")
            << QByteArray(R"([{"field": "sensor", "box": [0, 0, 0.1, 0.1], "format": "FT"}])")
            << QStringLiteral("fields[0].format");
        QTest::newRow("box past the edge")
            << QByteArray(
                   R"([{"field": "date", "box": [0, 0, 0.1, 0.1]}, {"field": "time", "box": [0.95, 0, 0.1, 0.1]}])")
            << QStringLiteral("fields[1].box");
        QTest::newRow("field twice")
            << QByteArray(
                   R"([{"field": "date", "box": [0, 0, 0.1, 0.1]}, {"field": "date", "box": [0.5, 0, 0.1, 0.1]}])")
            << QStringLiteral("fields[1]");
    }
    void wrongFilesAreNamedWithTheirKey()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QString, named);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.json"));
        write(path, "{\"textHeight\": 0.02, \"fields\": " + fields + "}");
        const QString sentence = refusalOf(path);
        QVERIFY2(sentence.contains(QLatin1String("mine.json")), qPrintable(sentence));
        QVERIFY2(sentence.contains(named), qPrintable(sentence));
    }

    void unknownKeysAreIgnored()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.json"));
        write(
            path,
            R"({"textHeight": 0.02, "by": "us", "fields": [{"field": "date", "box": [0, 0, 0.1, 0.1], "x": 1}]})");
        QCOMPARE(loadOverlayLayout(path).fields.size(), std::size_t(1));
    }

    void ownLayoutsAreFoundByName()
    {
        QVERIFY(refusalOf(QStringLiteral("coast")).contains(QLatin1String("mx-hd")));
        saveOverlayLayout(ownOverlayLayoutFolder() + QStringLiteral("/coast.json"), exampleLayout());
        QCOMPARE(overlayLayoutNamed(QStringLiteral("coast")).title, exampleLayout().title);
        QVERIFY(isShippedOverlayLayout(QStringLiteral("mx-hd")));
        QVERIFY(!isShippedOverlayLayout(QStringLiteral("coast")));
        // A broken one is left out of the list; asked for by name it says what is wrong.
        write(ownOverlayLayoutFolder() + QStringLiteral("/broken.json"), "{");
        for (const OverlayLayout& layout : availableOverlayLayouts())
            QVERIFY(layout.name != QLatin1String("broken"));
        QVERIFY(refusalOf(QStringLiteral("broken")).contains(QLatin1String("broken.json")));
    }

    void formsMakeSenseOfWhatIsAmbiguous_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("seen");
        QTest::addColumn<QString>("text");  // empty: refused
        const auto row = [](F field, const char* form, const char* seen, const char* text) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(form, seen)))
                << int(field) << QString(form) << QString(seen) << QString(text);
        };
        row(F::Date, "", "03/04/2024", "");
        row(F::Date, "MM/DD/YYYY", "03/04/2024", "04MAR2024");
        row(F::Date, "DD/MM/YYYY", "03/04/2024", "03APR2024");
        row(F::Date, "MM/DD/YYYY", "O3/O4/2O24", "04MAR2024");
        row(F::Date, "MM/DD/YYYY", "14/05/2024", "");
        row(F::Date, "DD/MM/YY", "31/02/24", "");
        row(F::Date, "YYYY-MM-DD", "2024-03-04", "04MAR2024");
        row(F::Date, "YYYYMMDD", "20240304", "04MAR2024");
        row(F::Date, "DD-MMM-YYYY", "04-MAR-2024", "04MAR2024");
        row(F::Date, "DDMMMYY", "04MAR24", "04MAR2024");
        row(F::Date, "DDMMMYYYY", "2024-03-04", "");
        row(F::Time, "HHMMSS", "031207", "03:12:07");
        row(F::Time, "HHMMSS", "O3I2O7", "03:12:07");
        row(F::PlatformAltitude, "", "2690", "");
        row(F::PlatformAltitude, "FT", "2690", "2690FT");
        row(F::PlatformAltitude, "FT", "2690FT", "2690FT");
        row(F::PlatformAltitude, "FT", "820M", "");
        row(F::PlatformAltitude, "M", "820", "820M");
        row(F::SlantRange, "KM", "1.25", "1.25KM");
        row(F::SlantRange, "M", "1.2KM", "");
        row(F::PlatformHeading, "000", "075", QStringLiteral("075°").toUtf8());
        row(F::PlatformHeading, "000", "75", "");
        row(F::PlatformHeading, "0", "75", QStringLiteral("75°").toUtf8());
        row(F::PlatformHeading, "0.0", "75.4", QStringLiteral("75.4°").toUtf8());
        row(F::TargetBearing, "0.0", "1O5.25", QStringLiteral("105.25°").toUtf8());
        row(F::PlatformHeading, "0.0", "754", "");
        row(F::PlatformHeading, "", "75.4", "");
        row(F::PlatformLatitude, "-DD.DDDD", "-35.21234", "35.21234S");
        row(F::TargetLongitude, "-DD.DDDD", "129.41234", "129.41234E");
        row(F::PlatformLatitude, "DD:MM:SS", "18:23:08N", "18:23:08N");
        row(F::PlatformLatitude, "DD:MM:SS", "35.21234N", "");
        row(F::PlatformLatitude, "DD:MM.MM", "34:36.60N", "34:36.60N");
        row(F::PlatformLatitude, "DD.DDDD", "34:36.60N", "");
        row(F::PlatformLatitude, "DD:MM:SS", "182308N", "18:23:08N");
        row(F::PlatformLatitude, "DD:MM:SS", "18238N", "");
        row(F::PlatformLatitude, "NDD.DDDD", "N35.21234", "35.21234N");
        row(F::PlatformLatitude, "NDD.DDDD", "35.21234N", "");
        row(F::PlatformLatitude, "NDD:MM.MM", "N3512.740", "35:12.740N");
        row(F::PlatformLatitude, "NDD:MM.MM", "N512.740", "");
        row(F::TargetLongitude, "NDD:MM.MM", "E12903.210", "129:03.210E");
        row(F::TargetLongitude, "NDD:MM.MM", "E2903.210", "");
        row(F::TargetLongitude, "NDD:MM.MM", "W067:05.7", "067:05.7W");
        row(F::PlatformLatitude, "NDD:MM:SS", "S351234", "35:12:34S");
    }
    /** Signs between the parts of an angle, and blanks. */
    void partsOfAnAngleMayStandApart()
    {
        const auto text = [](F field, const char* form, const QString& seen) {
            const auto read = readByFormat(field, seen, {QString(form), {}, {}});
            return read ? read->reading.text : QString();
        };
        QCOMPARE(text(F::PlatformLatitude, "NDD:MM:SS", QStringLiteral("N 35°12'34\"")),
                 QStringLiteral("35:12:34N"));
        QCOMPARE(text(F::PlatformLatitude, "DD:MM:SS", QStringLiteral("35°12'34\"N")),
                 QStringLiteral("35:12:34N"));
        QCOMPARE(text(F::PlatformLongitude, "NDD:MM.MM", QStringLiteral("E 129°03.210'")),
                 QStringLiteral("129:03.210E"));
        QCOMPARE(text(F::PlatformLongitude, "NDD:MM.MM", QStringLiteral("W 7°03.210'")),
                 QStringLiteral("7:03.210W"));
        QCOMPARE(text(F::PlatformLongitude, "NDD:MM.MM", QStringLiteral("W 703.210")), QString());
    }
    void formsMakeSenseOfWhatIsAmbiguous()
    {
        QFETCH(int, field);
        QFETCH(QString, form);
        QFETCH(QString, seen);
        QFETCH(QString, text);
        QVERIFY(form.isEmpty() || fieldForms(static_cast<F>(field)).contains(form));
        const auto read = readByFormat(static_cast<F>(field), seen, {form, {}, {}});
        QCOMPARE(read ? read->reading.text : QString(), text);
        if (read)
            QCOMPARE(read->seen.size(), seen.size());
    }

    void wordsBesideAValueAreSkipped()
    {
        const FieldFormat format{QStringLiteral("FT"), QStringLiteral("Alt: "), QStringLiteral("MSL")};
        for (const char* seen : {"ALT: 2690 MSL", "2690MSL", "ALT:2690FT", "A1T:2690"}) {
            const auto read = readByFormat(F::PlatformAltitude, QLatin1String(seen), format);
            QVERIFY2(read, seen);
            QCOMPARE(read->reading.text, QStringLiteral("2690FT"));
        }
        const QString alphabet = formatAlphabet(F::PlatformAltitude, format);
        for (const QChar letter : QStringLiteral("ALT:SL0123456789"))
            QVERIFY(alphabet.contains(letter));
        // A single letter may be a misread digit: it is skipped only as it is.
        const auto five = readByFormat(F::PlatformAltitude, QStringLiteral("512"),
                                       {QStringLiteral("FT"), QStringLiteral("S"), {}});
        QVERIFY(five);
        QCOMPARE(five->reading.text, QStringLiteral("512FT"));
    }

    void lettersAreMeasured_data()
    {
        QTest::addColumn<int>("colour");
        QTest::addColumn<int>("height");
        QTest::newRow("white, 14") << int(LetterColour::White) << 14;
        QTest::newRow("yellow, 18") << int(LetterColour::Yellow) << 18;
        QTest::newRow("green, 11") << int(LetterColour::Green) << 11;
    }
    void lettersAreMeasured()
    {
        QFETCH(int, colour);
        QFETCH(int, height);
        const auto bright = [colour](int bit) { return colour & bit ? 240 : 30; };
        cv::Mat picture(480, 640, CV_8UC3, cv::Scalar(80, 60, 40));
        const double scale = cv::getFontScaleFromHeight(cv::FONT_HERSHEY_SIMPLEX, height, 2);
        cv::putText(picture, "07JUN2026", {100, 200}, cv::FONT_HERSHEY_SIMPLEX, scale,
                    cv::Scalar(bright(1), bright(2), bright(4)), 2, cv::LINE_AA);
        const double top = 200 - 1.6 * height;
        const std::vector<OverlayLayout::Field> fields = {
            {F::Date, {80 / 640.0, top / 480, 260 / 640.0, 2.2 * height / 480}, false, {}}};
        const LetterLook look = measureLetters(picture, fields);
        QCOMPARE(int(look.colour), colour);
        QVERIFY2(std::abs(look.textHeight * 480 / height - 1) < 0.3,
                 qPrintable(QString::number(look.textHeight * 480)));
        QCOMPARE(measureLetters(cv::Mat(480, 640, CV_8UC3, cv::Scalar(80, 60, 40)), fields).textHeight, 0.0);
        QCOMPARE(measureLetters({}, fields).textHeight, 0.0);
    }
};

QTEST_GUILESS_MAIN(OverlayLayoutTest)
#include "overlay_layout_test.moc"
