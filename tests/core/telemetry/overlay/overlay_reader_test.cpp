#include "overlay/overlay_reader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "base/error.h"
#include "base/resources.h"
#include "glyphs/still_text.h"
#include "support/overlay_rendering.h"
#include "support/source_folder.h"

using namespace sheen;
using namespace sheen::test;
using F = OverlayField;

namespace {

const QString degree = QChar(0x00B0);

bool isHighDefinition(const OverlayLayout& layout)
{
    return layout.name == QLatin1String("mx-hd");
}

cv::Mat rendered(const OverlayLayout& layout, const OverlayStyle& style, cv::Size size, int frame)
{
    cv::Mat picture = renderedSea(size, frame);
    drawOverlay(picture, layout, exampleTexts(frame, isHighDefinition(layout)), style);
    return picture;
}

/** How many of the texts were read as shown, and how many as something else. */
struct Comparison
{
    int shown = 0;
    int exact = 0;
    int wrong = 0;

    void add(const TelemetryReading& reading, const OverlayTexts& texts)
    {
        for (const auto& [field, text] : texts) {
            const bool same = reading[field].confidence > 0 && reading[field].text == text;
            ++shown;
            exact += same;
            wrong += !same && reading[field].confidence > 0;
            if (!same)
                qInfo("frame %d %s: read \"%s\" (%.2f), shown \"%s\"", reading.frame,
                      qPrintable(overlayFieldName(field)), qPrintable(reading[field].text),
                      reading[field].confidence, qPrintable(text));
        }
    }
    QString sentence() const { return QString("%1 of %2 exact, %3 wrong").arg(exact).arg(shown).arg(wrong); }
};

Frame frameOf(const cv::Mat& picture, int index)
{
    Frame frame;
    frame.index = index;
    frame.timeSeconds = index;
    frame.picture = picture;
    return frame;
}

OverlayLayout shipped(const char* name)
{
    return loadOverlayLayout(resourcePath(QString("overlays/%1.json").arg(name)));
}

}  // namespace

class OverlayReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsItsOwnRendering_data();
    void readsItsOwnRendering();
    void placements_data();
    void placements();
    void withoutDegreeSign();
    void faintLetters();
    void aZoomIsReadAtOnce();
    void lostLines();
    void steadyGround();
    void gridReference_data();
    void gridReference();
    void realFrame();
    void withoutOverlay();
    void strangePictures();
    void brokenLayouts_data();
    void brokenLayouts();
    void shippedLayouts();
};

void OverlayReaderTest::readsItsOwnRendering_data()
{
    QTest::addColumn<QString>("layoutName");
    QTest::addColumn<QString>("font");
    QTest::addColumn<bool>("darkEdge");
    QTest::addColumn<QSize>("size");
    QTest::newRow("HD, simplex") << "mx-hd"
                                 << "simplex" << false << QSize(1280, 720);
    QTest::newRow("HD, duplex") << "mx-hd"
                                << "duplex" << false << QSize(1280, 720);
    QTest::newRow("full HD, simplex") << "mx-hd"
                                      << "simplex" << false << QSize(1920, 1080);
    QTest::newRow("SD, dark edge") << "mx-sd"
                                   << "simplex" << true << QSize(720, 480);
    // As old turrets draw: nothing like print.
    QTest::newRow("SD, letters of dots") << "mx-sd"
                                         << "matrix" << true << QSize(720, 480);
}

void OverlayReaderTest::readsItsOwnRendering()
{
    QFETCH(QString, layoutName);
    QFETCH(QString, font);
    QFETCH(bool, darkEdge);
    QFETCH(QSize, size);
    const OverlayLayout layout = shipped(qPrintable(layoutName));
    OverlayStyle style = styleFor(layout, {size.width(), size.height()}, font);
    style.darkEdge = darkEdge;
    std::vector<Frame> frames;
    for (int i = 0; i < 6; ++i)
        frames.push_back(frameOf(rendered(layout, style, {size.width(), size.height()}, i), i));

    const LayoutMatch match = OverlayReader::recognise({frames[0], frames[4]});
    QCOMPARE(match.layout.name, layoutName);
    QVERIFY2(match.score > 0.7, qPrintable(QString::number(match.score)));
    OverlayReader reader(match.layout);
    Comparison comparison;
    for (const Frame& frame : frames) {
        const TelemetryReading reading = reader.read(frame);
        QCOMPARE(reading.frame, frame.index);
        QCOMPARE(reading.source, Quality::Read);
        comparison.add(reading, exampleTexts(frame.index, isHighDefinition(layout)));
        for (const FieldReading& field : reading.fields)
            QVERIFY(!field.box.isNull());
    }
    QVERIFY2(comparison.exact >= 0.9 * comparison.shown, qPrintable(comparison.sentence()));
    QVERIFY2(comparison.wrong <= 0.02 * comparison.shown, qPrintable(comparison.sentence()));
    // Not each line is read once the glyphs are known.
    QVERIFY(reader.linesRead() < comparison.shown);
}

void OverlayReaderTest::placements_data()
{
    QTest::addColumn<QString>("layoutName");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSize>("scaled");  // the whole picture is brought to this size
    QTest::addColumn<QRect>("part");    // of it, this is kept; it may reach beyond, which is black
    const QSize hd(1280, 720);
    const QSize fullHd(1920, 1080);
    const QSize sd(720, 480);
    QTest::newRow("HD, half") << "mx-hd" << fullHd << fullHd / 2 << QRect(QPoint(), fullHd / 2);
    QTest::newRow("HD, one and a half times") << "mx-hd" << hd << fullHd << QRect(QPoint(), fullHd);
    QTest::newRow("HD, letterboxed") << "mx-hd" << hd << hd << QRect(0, -60, 1280, 840);
    QTest::newRow("HD, pillarboxed") << "mx-hd" << hd << hd << QRect(-80, 0, 1440, 720);
    QTest::newRow("HD, cropped") << "mx-hd" << hd << hd << QRect(12, 14, 1256, 695);
    QTest::newRow("HD, 720 in the corner of 1080") << "mx-hd" << hd << hd << QRect(0, 0, 1920, 1080);
    QTest::newRow("HD, stretched in width") << "mx-hd" << hd << QSize(1305, 692) << QRect(16, -14, 1280, 720);
    QTest::newRow("HD, stretched in height")
        << "mx-hd" << hd << QSize(1229, 749) << QRect(-30, 14, 1280, 720);
    QTest::newRow("SD, moved") << "mx-sd" << sd << sd << QRect(-20, -14, 720, 480);
    QTest::newRow("SD, three quarters") << "mx-sd" << sd << QSize(540, 360) << QRect(0, 0, 540, 360);
    QTest::newRow("SD, one and a half times") << "mx-sd" << sd << QSize(1080, 720) << QRect(0, 0, 1080, 720);
    QTest::newRow("SD, letterboxed") << "mx-sd" << sd << sd << QRect(0, -40, 720, 560);
    QTest::newRow("SD, pillarboxed") << "mx-sd" << sd << sd << QRect(-67, 0, 854, 480);
    QTest::newRow("SD, cropped") << "mx-sd" << sd << sd << QRect(25, 12, 677, 458);
}

void OverlayReaderTest::placements()
{
    QFETCH(QString, layoutName);
    QFETCH(QSize, size);
    QFETCH(QSize, scaled);
    QFETCH(QRect, part);
    const OverlayLayout layout = shipped(qPrintable(layoutName));
    const OverlayStyle style = styleFor(layout, {size.width(), size.height()}, QStringLiteral("duplex"));
    const cv::Rect kept(part.x(), part.y(), part.width(), part.height());
    std::vector<Frame> frames;
    for (int i = 0; i < 6; ++i) {
        cv::Mat picture = rendered(layout, style, {size.width(), size.height()}, i);
        cv::resize(picture, picture, {scaled.width(), scaled.height()}, 0, 0, cv::INTER_AREA);
        const cv::Rect inside = kept & cv::Rect(0, 0, picture.cols, picture.rows);
        cv::Mat shown(kept.size(), CV_8UC3, cv::Scalar::all(0));
        picture(inside).copyTo(shown(inside - kept.tl()));
        frames.push_back(frameOf(shown, i));
    }
    const LayoutMatch match = OverlayReader::recognise({frames[0], frames[2], frames[4]});
    QCOMPARE(match.layout.name, layoutName);
    QVERIFY2(match.score > 0.7, qPrintable(QString::number(match.score)));
    OverlayReader reader(match.layout);
    Comparison comparison;
    for (const Frame& frame : frames)
        comparison.add(reader.read(frame), exampleTexts(frame.index, isHighDefinition(layout)));
    QVERIFY2(comparison.exact >= 0.85 * comparison.shown, qPrintable(comparison.sentence()));
    QVERIFY2(comparison.wrong <= 0.02 * comparison.shown, qPrintable(comparison.sentence()));
}

/** What lacks its sign is handed on without a value, for the flight to tell; what shows one, with it. */
void OverlayReaderTest::withoutDegreeSign()
{
    const OverlayLayout layout = shipped("mx-hd");
    const cv::Size size(1280, 720);
    const OverlayStyle style = styleFor(layout, size, QStringLiteral("duplex"));
    OverlayReader reader(layout);
    int exact = 0;
    constexpr int frames = 8;
    for (int i = 0; i < frames; ++i) {
        OverlayTexts texts = exampleTexts(i, true);
        for (const F field : {F::PlatformHeading, F::TargetBearing})
            texts[field].remove(degree);
        cv::Mat picture = renderedSea(size, i);
        drawOverlay(picture, layout, texts, style);
        const TelemetryReading reading = reader.read(frameOf(picture, i));
        QCOMPARE(reading.source, Quality::Read);
        for (const F field : {F::PlatformHeading, F::TargetBearing}) {
            QVERIFY(!reading[field].value || reading[field].text.endsWith(degree));
            exact += reading[field].confidence > 0 && reading[field].text == texts[field];
        }
    }
    QVERIFY2(exact >= 2 * frames - 3, qPrintable(QString::number(exact)));
}

/** Grey letters, 35 levels over a bright sea with glints that are brighter than they are. */
void OverlayReaderTest::faintLetters()
{
    const OverlayLayout layout = shipped("mx-hd");
    const cv::Size size(1280, 720);
    OverlayStyle style = styleFor(layout, size, QStringLiteral("duplex"));
    const SeaStyle sea = {110, 4, 300, 230};
    style.brightness = 145;
    std::vector<Frame> frames;
    for (int i = 0; i < 12; ++i) {
        cv::Mat picture = renderedSea(size, i, sea);
        drawOverlay(picture, layout, exampleTexts(i, true), style);
        frames.push_back(frameOf(picture, i));
    }
    const LayoutMatch match = OverlayReader::recognise({frames[0], frames[5], frames[11]});
    QCOMPARE(match.layout.name, QString("mx-hd"));
    OverlayReader reader(match.layout);
    Comparison comparison;
    for (const Frame& frame : frames)
        comparison.add(reader.read(frame), exampleTexts(frame.index, true));
    QVERIFY2(comparison.exact >= 0.85 * comparison.shown, qPrintable(comparison.sentence()));
    QVERIFY2(comparison.wrong <= 0.02 * comparison.shown, qPrintable(comparison.sentence()));
}

/** What a field said for long makes no later value of it. */
void OverlayReaderTest::aZoomIsReadAtOnce()
{
    const OverlayLayout layout = shipped("mx-hd");
    const cv::Size size(1280, 720);
    OverlayStyle style = styleFor(layout, size, QStringLiteral("duplex"));
    style.brightness = 190;
    OverlayReader reader(layout);
    OverlayTexts texts = exampleTexts(8, true);
    for (int i = 0; i < 24; ++i) {
        const bool zoomed = i >= 20;
        texts[F::FocalLength] = zoomed ? QStringLiteral("179") : QStringLiteral("135");
        texts[F::PlatformAltitude] = zoomed ? QStringLiteral("9755FT") : QStringLiteral("3646FT");
        texts[F::PlatformHeading] = (zoomed ? QStringLiteral("306") : QStringLiteral("151")) + degree;
        cv::Mat picture = renderedSea(size, i);
        drawOverlay(picture, layout, texts, style);
        const TelemetryReading reading = reader.read(frameOf(picture, i));
        for (const F field : {F::FocalLength, F::PlatformAltitude, F::PlatformHeading}) {
            QVERIFY2(reading[field].confidence > 0, qPrintable(QString::number(i)));
            QCOMPARE(reading[field].text, texts[field]);
        }
    }
}

/** A recorder that keeps one field of the two, twice. */
void OverlayReaderTest::lostLines()
{
    const OverlayLayout layout = shipped("mx-sd");
    const cv::Size size(720, 480);
    const OverlayStyle style = styleFor(layout, size, QStringLiteral("duplex"));
    OverlayReader reader(layout);
    Comparison comparison;
    for (int i = 0; i < 6; ++i) {
        cv::Mat picture = rendered(layout, style, size, i);
        for (int row = 1; row < picture.rows; row += 2)
            picture.row(row - 1).copyTo(picture.row(row));
        comparison.add(reader.read(frameOf(picture, i)), exampleTexts(i, false));
    }
    QVERIFY2(comparison.exact >= 0.85 * comparison.shown, qPrintable(comparison.sentence()));
    QVERIFY2(comparison.wrong <= 0.03 * comparison.shown, qPrintable(comparison.sentence()));
}

void OverlayReaderTest::steadyGround()
{
    // A bar that stays, over specks that do not.
    auto strip = [](int bar, int speck) {
        cv::Mat image(30, 120, CV_8UC1, cv::Scalar(80));
        cv::rectangle(image, cv::Rect(20, 8, 60, 3), cv::Scalar(230), cv::FILLED);
        cv::rectangle(image, cv::Rect(bar, 8, 3, 14), cv::Scalar(230), cv::FILLED);
        cv::rectangle(image, cv::Rect(speck, 16, 6, 4), cv::Scalar(180), cv::FILLED);
        return image;
    };
    StillText text;
    QCOMPARE(int(text.steadied(strip(20, 40), 14).at<unsigned char>(17, 42)), 180);
    const cv::Mat still = text.steadied(strip(20, 60), 14);
    QCOMPARE(int(still.at<unsigned char>(17, 42)), 80);
    QCOMPARE(int(still.at<unsigned char>(17, 62)), 80);
    QCOMPARE(int(still.at<unsigned char>(17, 21)), 230);
    // Another text: nothing of the one before is mixed into it.
    const cv::Mat other = text.steadied(strip(70, 100), 14);
    QCOMPARE(int(other.at<unsigned char>(17, 71)), 230);
    QCOMPARE(int(other.at<unsigned char>(17, 102)), 180);
    // A picture of another size begins anew.
    QCOMPARE(text.steadied(cv::Mat(10, 10, CV_8UC1, cv::Scalar(3)), 14).size(), cv::Size(10, 10));
}

void OverlayReaderTest::gridReference_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<QString>("target");
    QTest::newRow("MGRS") << "52SED4096395315"
                          << "27HYC5761445214";
    QTest::newRow("UTM") << "52S 540963 3895315"
                         << "27H 757614 6245214";
    QTest::newRow("UTM, letters behind") << "52S540963E3895315N"
                                         << "27H757614E6245214N";
}

void OverlayReaderTest::gridReference()
{
    QFETCH(QString, platform);
    QFETCH(QString, target);
    OverlayLayout layout = shipped("mx-hd");
    layout.fields.erase(std::remove_if(layout.fields.begin(), layout.fields.end(),
                                       [](const OverlayLayout::Field& field) {
                                           return field.field == F::PlatformLongitude ||
                                                  field.field == F::TargetLongitude;
                                       }),
                        layout.fields.end());
    for (OverlayLayout::Field& field : layout.fields) {
        if (field.field == F::PlatformLatitude)
            field.box.setWidth(0.197);
        if (field.field == F::PlatformHeading)
            field.box.moveLeft(0.215);
        if (field.field == F::TargetLatitude)
            field.box.setLeft(0.80);
    }
    const cv::Size size(1920, 1080);
    const OverlayStyle style = styleFor(layout, size, QStringLiteral("duplex"));
    OverlayReader reader(layout);
    int wrong = 0;
    TelemetryReading reading;
    for (int i = 0; i < 4; ++i) {
        OverlayTexts texts = exampleTexts(i, true);
        texts[F::PlatformLatitude] = platform;
        texts[F::TargetLatitude] = target;
        cv::Mat picture = renderedSea(size, i);
        drawOverlay(picture, layout, texts, style);
        reading = reader.read(frameOf(picture, i));
        for (const F field : {F::PlatformLatitude, F::TargetLatitude})
            wrong += reading[field].confidence > 0 &&
                     reading[field].text != QString(texts[field]).remove(QLatin1Char(' '));
    }
    QCOMPARE(wrong, 0);
    const FieldReading& latitude = reading[F::PlatformLatitude];
    const FieldReading& longitude = reading[F::PlatformLongitude];
    QCOMPARE(latitude.text, platform.remove(QLatin1Char(' ')));
    QCOMPARE(longitude.text, latitude.text);
    QVERIFY(std::abs(latitude.value.value_or(0) - 35.2) < 2e-5);
    QVERIFY(std::abs(longitude.value.value_or(0) - 129.45) < 2e-5);
}

void OverlayReaderTest::realFrame()
{
    const QString path = sourcePath(QStringLiteral("../shared/data/overlay/mx15d_ir_sd"));
    QFile file(path + ".json");
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the recorded frame is not here");
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const OverlayTexts texts = {
        {F::Date, json["date"].toString()},
        {F::Time, json["time"].toString()},
        {F::Zone, json["zone"].toString()},
        {F::Sensor, json["sensor"].toString()},
        {F::FocalLength, QString::number(json["focal_length_mm"].toInt())},
        {F::PlatformLatitude, json["platform_latitude"].toString()},
        {F::PlatformLongitude, json["platform_longitude"].toString()},
        {F::PlatformHeading, json["platform_heading"].toString() + degree},
        {F::PlatformAltitude, json["platform_altitude"].toString()},
        {F::TargetLatitude, json["target_latitude"].toString()},
        {F::TargetLongitude, json["target_longitude"].toString()},
        {F::TargetElevation, json["target_elevation"].toString()},
        {F::TargetBearing, json["target_bearing"].toString() + degree},
        {F::SlantRange, json["slant_range"].toString()},
    };
    const Frame frame = frameOf(cv::imread((path + ".png").toStdString()), 0);
    const LayoutMatch match = OverlayReader::recognise({frame});
    QCOMPARE(match.layout.name, QString("mx-sd"));
    Comparison comparison;
    comparison.add(OverlayReader(match.layout).read(frame), texts);
    QCOMPARE(comparison.wrong, 0);
    QVERIFY2(comparison.exact == int(texts.size()), qPrintable(comparison.sentence()));
}

void OverlayReaderTest::withoutOverlay()
{
    const cv::Mat picture = renderedSea({1280, 720}, 5);
    QCOMPARE(OverlayReader::recognise({frameOf(picture, 0)}).score, 0.0);
    OverlayReader reader(shipped("mx-hd"));
    const TelemetryReading reading = reader.read(frameOf(picture, 3));
    QCOMPARE(reading.source, Quality::None);
    QCOMPARE(reading.frame, 3);
    for (const FieldReading& field : reading.fields)
        QVERIFY(field.text.isEmpty() && !field.value);
}

void OverlayReaderTest::strangePictures()
{
    OverlayReader reader(shipped("mx-sd"));
    QCOMPARE(reader.read(Frame()).source, Quality::None);
    for (const cv::Mat& picture :
         {cv::Mat(1, 1, CV_8UC3, cv::Scalar::all(0)), cv::Mat(8, 2000, CV_8UC3, cv::Scalar::all(255)),
          cv::Mat(480, 720, CV_8UC1, cv::Scalar::all(128)), cv::Mat(480, 720, CV_16UC1, cv::Scalar::all(128)),
          cv::Mat(480, 720, CV_8UC3, cv::Scalar::all(255))})
        QCOMPARE(reader.read(frameOf(picture, 0)).source, Quality::None);
    QCOMPARE(OverlayReader::recognise({}).score, 0.0);
    QCOMPARE(OverlayReader::recognise({Frame()}).score, 0.0);
}

void OverlayReaderTest::brokenLayouts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no fields") << QByteArray(R"({"textHeight": 0.02})");
    QTest::newRow("no text height") << QByteArray(
        R"({"fields": [{"field": "date", "box": [0, 0, 0.1, 0.1]}]})");
    QTest::newRow("unknown field") << QByteArray(
        R"({"textHeight": 0.02, "fields": [{"field": "wind", "box": [0, 0, 0.1, 0.1]}]})");
    QTest::newRow("no box") << QByteArray(
        R"({"textHeight": 0.02, "fields": [{"field": "date", "box": [0, 0, 0.1]}]})");
    QTest::newRow("box outside") << QByteArray(
        R"({"textHeight": 0.02, "fields": [{"field": "date", "box": [2, 2, 0.1, 0.1]}]})");
}

void OverlayReaderTest::brokenLayouts()
{
    QFETCH(QByteArray, json);
    QTemporaryDir folder;
    QFile file(folder.filePath("mine.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
    file.close();
    try {
        loadOverlayLayout(file.fileName());
        QFAIL("accepted");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::Unreadable);
        QVERIFY(error.sentence().contains("mine.json"));
    }
    QVERIFY_EXCEPTION_THROWN(loadOverlayLayout(folder.filePath("none.json")), Error);
}

void OverlayReaderTest::shippedLayouts()
{
    QVERIFY(availableOverlayLayouts().size() >= 2);
    for (const OverlayLayout& layout : availableOverlayLayouts()) {
        QCOMPARE(layout.fields.size(), overlayFieldCount);
        QVERIFY(!layout.otherMarks.empty());
    }
}

QTEST_GUILESS_MAIN(OverlayReaderTest)
#include "overlay_reader_test.moc"
