#include "grammar/overlay_grammar.h"

#include <QtTest>

#include "grammar/incomplete_text.h"

using namespace sheen;
using F = OverlayField;
Q_DECLARE_METATYPE(sheen::OverlayField)

namespace {
const QString degree = QChar(0x00B0);
}

class OverlayGrammarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void grids_data();
    void grids();
    void refuses_data();
    void refuses();
    void incomplete_data();
    void incomplete();
    void stepsOfDisplays_data();
    void stepsOfDisplays();
    void instants();
    void survivesAnything();
};

void OverlayGrammarTest::reads_data()
{
    QTest::addColumn<OverlayField>("field");
    QTest::addColumn<QString>("seen");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    auto row = [](F field, const QString& seen, const QString& text, double value) {
        QTest::addRow("%s %s", qPrintable(overlayFieldName(field)), qPrintable(seen))
            << field << seen << text << value;
    };
    const double none = qQNaN();
    row(F::Date, "07JUN2026", "07JUN2026", none);
    row(F::Date, "26AP2013", "26AP2013", none);
    row(F::Date, "02N02024", "02NO2024", none);
    row(F::Date, "O7JUN2O26", "07JUN2026", none);
    row(F::Date, "073UN2026", "07JUN2026", none);
    row(F::Time, "18:23:08", "18:23:08", none);
    row(F::Time, "182308", "18:23:08", none);
    row(F::Time, "1B:23:O8", "18:23:08", none);
    row(F::Zone, "UTC+1.0", "UTC+1.0", 1);
    row(F::Zone, "UTC-6.0", "UTC-6.0", -6);
    row(F::Zone, "UTC+95", "UTC+9.5", 9.5);
    row(F::Sensor, "E0W", "EOW", none);
    row(F::Sensor, "1R", "IR", none);
    row(F::SlantRange, "0101NM", "0.101NM", 187.052);
    row(F::FocalLength, "675", "675", 675);
    row(F::FocalLength, "I35", "135", 135);
    row(F::PlatformLatitude, " 34.67200N", "34.67200N", 34.672);
    row(F::PlatformLatitude, "3467200N", "34.67200N", 34.672);
    row(F::PlatformLatitude, "33.902005", "33.90200S", -33.902);
    row(F::PlatformLatitude, "18:23:08N", "18:23:08N", 18 + 23 / 60.0 + 8 / 3600.0);
    row(F::PlatformLatitude, "34:36.60N", "34:36.60N", 34.61);
    row(F::PlatformLatitude, "34" + degree + "36.60N", "34:36.60N", 34.61);
    row(F::PlatformLongitude, "128.28100E", "128.28100E", 128.281);
    row(F::PlatformLongitude, "18.21400W", "18.21400W", -18.214);
    row(F::PlatformLongitude, "67:05:44W", "67:05:44W", -(67 + 5 / 60.0 + 44 / 3600.0));
    row(F::TargetLongitude, "LOS 128.28100E", "128.28100E", 128.281);
    row(F::TargetLongitude, "LO5128.28100F", "128.28100E", 128.281);
    row(F::PlatformHeading, "75" + degree, "75" + degree, 75);
    row(F::PlatformHeading, "75O", "75" + degree, 75);
    row(F::PlatformHeading, "3050", "305" + degree, 305);
    row(F::TargetBearing, "343\"", "343" + degree, 343);
    row(F::TargetBearing, "360" + degree, "360" + degree, 0);
    row(F::PlatformAltitude, "2690FT", "2690FT", 2690 * 0.3048);
    row(F::PlatformAltitude, "26O0F7", "2600FT", 2600 * 0.3048);
    row(F::PlatformAltitude, "820M", "820M", 820);
    row(F::TargetElevation, "0FT", "0FT", 0);
    row(F::TargetElevation, "-12FT", "-12FT", -12 * 0.3048);
    row(F::SlantRange, "0.4NM", "0.4NM", 0.4 * 1852);
    row(F::SlantRange, "04NM", "0.4NM", 0.4 * 1852);
    row(F::SlantRange, "8.4NM", "8.4NM", 8.4 * 1852);
    row(F::SlantRange, "1.2KM", "1.2KM", 1200);
    row(F::SlantRange, "950M", "950M", 950);
    row(F::SlantRange, "0.5SM", "0.5SM", 0.5 * 1609.344);
    row(F::SlantRange, "3000FT", "3000FT", 914.4);
}

void OverlayGrammarTest::reads()
{
    QFETCH(OverlayField, field);
    QFETCH(QString, seen);
    QFETCH(QString, text);
    QFETCH(double, value);
    const auto reading = readByGrammar(field, seen);
    QVERIFY(reading);
    QCOMPARE(reading->text, text);
    QCOMPARE(reading->value.has_value(), !qIsNaN(value));
    if (reading->value)
        QVERIFY2(std::abs(*reading->value - value) < 1e-9,
                 qPrintable(QString::number(*reading->value, 'g', 12)));
}

void OverlayGrammarTest::grids_data()
{
    QTest::addColumn<QString>("seen");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("step");  // of the latitude
    const double metre = 1 / 111320.0;
    // Known from elsewhere, to the middle of the square: Washington's monument, Honolulu's harbour.
    QTest::newRow("1 m") << "18SUJ2337106519"
                         << "18SUJ2337106519" << 38.88980 << -77.03654 << metre;
    QTest::newRow("10 m") << "4QFJ12345678"
                          << "4QFJ12345678" << 21.30948 << -157.91682 << 10 * metre;
    QTest::newRow("100 m") << "52SED410953"
                           << "52SED410953" << 35.20031 << 129.45096 << 100 * metre;
    QTest::newRow("south") << "27HYC5761445214"
                           << "27HYC5761445214" << -33.902 << -18.214 << metre;
    QTest::newRow("blanks") << "18S UJ 23371 06519"
                            << "18SUJ2337106519" << 38.88980 << -77.03654 << metre;
    QTest::newRow("misread") << "18SUJ2337IO6519"
                             << "18SUJ2337106519" << 38.88980 << -77.03654 << metre;
    // The same monument in UTM, in all the ways that overlays write it.
    for (const char* text :
         {"18S323371E4306519N", "UTM18S3233714306519", "18SE323371N4306519", "18N323371E4306519N",
          "E323371N430651918S", "323371ME4306519MN18S", "18S3233714306519"})
        QTest::newRow(text) << text << text << 38.88980 << -77.03654 << metre;
    QTest::newRow("UTM, blanks") << "18S 323371 4306519"
                                 << "18S3233714306519" << 38.88980 << -77.03654 << metre;
    QTest::newRow("UTM, misread") << "18S 32337I 43O6519"
                                  << "18S3233714306519" << 38.88980 << -77.03654 << metre;
    QTest::newRow("UTM, letter misread") << "185 323371 4306519"
                                         << "18S3233714306519" << 38.88980 << -77.03654 << metre;
    QTest::newRow("UTM, southern half") << "56S 334368 6250982"
                                        << "56S3343686250982" << -33.86850 << 151.20930 << metre;
    QTest::newRow("UTM, southern band") << "56H 334368 6250982"
                                        << "56H3343686250982" << -33.86850 << 151.20930 << metre;
}

void OverlayGrammarTest::grids()
{
    QFETCH(QString, seen);
    QFETCH(QString, text);
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(double, step);
    const auto north = readByGrammar(F::TargetLatitude, seen);
    const auto east = readByGrammar(F::TargetLongitude, seen);
    QVERIFY(north && east);
    QCOMPARE(north->text, text);
    QCOMPARE(east->text, text);
    QVERIFY2(std::abs(*north->value - latitude) < 2e-5, qPrintable(QString::number(*north->value, 'g', 12)));
    QVERIFY2(std::abs(*east->value - longitude) < 2e-5, qPrintable(QString::number(*east->value, 'g', 12)));
    QVERIFY(std::abs(overlayStep(F::TargetLatitude, text) - step) < 1e-9);
    QVERIFY(overlayStep(F::TargetLongitude, text) > step);
}

void OverlayGrammarTest::refuses_data()
{
    QTest::addColumn<OverlayField>("field");
    QTest::addColumn<QString>("seen");
    auto row = [](F field, const QString& seen) {
        QTest::addRow("%s %s", qPrintable(overlayFieldName(field)), qPrintable(seen)) << field << seen;
    };
    row(F::SlantRange, "01011NM");  // no display has so many decimals
    row(F::Date, "31FEB2024");
    row(F::Date, "02MA2024");  // March or May
    row(F::Date, "02JU2024");  // June or July
    row(F::Date, "02XYZ2024");
    row(F::Time, "24:00:00");
    row(F::Time, "12:61:00");
    row(F::Zone, "UTC+99.0");
    row(F::Sensor, "XYZ");
    row(F::FocalLength, "0");
    row(F::FocalLength, "12345");
    row(F::PlatformLatitude, "91.00000N");
    row(F::PlatformLatitude, "34:76:36N");
    row(F::PlatformLatitude, "34.67200E");
    row(F::PlatformLatitude, "34.67200");
    row(F::PlatformLatitude, "18SUJ233710651");     // an odd number of digits
    row(F::PlatformLatitude, "18SAJ2337106519");    // no such square in this zone
    row(F::PlatformLatitude, "61SUJ2337106519");    // no such zone
    row(F::PlatformLatitude, "18T3233714306519");   // not the band of this northing
    row(F::PlatformLatitude, "61S3233714306519");   // no such zone
    row(F::PlatformLatitude, "18S323371430651");    // a digit is missing
    row(F::PlatformLatitude, "18S32337143065190");  // one too many
    row(F::PlatformLatitude, "I8S32337I43O6SI9");   // too much of it is guessed
    row(F::PlatformLatitude, "18SOJ2337106519");    // no O in MGRS; Q or D it may be
    row(F::PlatformLongitude, "180.00001E");
    row(F::PlatformLongitude, "1275548E");  // 12.75548 or 127:55:48
    row(F::PlatformHeading, "205");         // 205, or 20 and a degree sign
    row(F::PlatformHeading, "361" + degree);
    row(F::PlatformAltitude, "2690");
    row(F::PlatformAltitude, "FT");
    row(F::TargetElevation, "-0FT");  // no display shows a negative nought
    row(F::SlantRange, "84NM");       // 8.4 or 84
    row(F::SlantRange, "0.4");
    row(F::SlantRange, "");
}

void OverlayGrammarTest::refuses()
{
    QFETCH(OverlayField, field);
    QFETCH(QString, seen);
    const auto reading = readByGrammar(field, seen);
    QVERIFY2(!reading, reading ? qPrintable(reading->text) : "");
}

void OverlayGrammarTest::incomplete_data()
{
    QTest::addColumn<OverlayField>("field");
    QTest::addColumn<QString>("seen");
    QTest::addColumn<QString>("possible");
    auto row = [](F field, const QString& seen, const QString& possible) {
        QTest::addRow("%s %s", qPrintable(overlayFieldName(field)), qPrintable(seen))
            << field << seen << possible;
    };
    row(F::PlatformHeading, "306", "306" + degree + " 30" + degree);
    row(F::PlatformHeading, "7", "7" + degree);
    row(F::TargetBearing, "361", "36" + degree);
    row(F::PlatformHeading, "306" + degree, "");  // nothing is missing
    row(F::PlatformHeading, "3O6", "306" + degree + " 30" + degree);
    row(F::PlatformAltitude, "2690", "2690FT 2690M");
    row(F::TargetElevation, "-12", "-12FT -12M");
    row(F::SlantRange, "0.4", "0.4NM 0.4KM 0.4SM");
    row(F::PlatformLatitude, "34.67200", "34.67200N 34.67200S");
    row(F::TargetLongitude, "67:05:44", "67:05:44E 67:05:44W");
    row(F::TargetLongitude, "12755", "");  // separator and letter
    row(F::FocalLength, "179", "");
    row(F::Date, "07062026", "");
}

void OverlayGrammarTest::incomplete()
{
    QFETCH(OverlayField, field);
    QFETCH(QString, seen);
    QFETCH(QString, possible);
    QStringList texts;
    for (const GrammarReading& reading : possibleReadings(field, seen)) {
        QVERIFY(reading.value);
        texts << reading.text;
    }
    QCOMPARE(texts.join(' '), possible);
    QCOMPARE(incompleteText(field, seen).isEmpty(), possible.isEmpty());
}

void OverlayGrammarTest::stepsOfDisplays_data()
{
    QTest::addColumn<OverlayField>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("step");
    QTest::newRow("decimal degrees") << F::PlatformLatitude << "34.67200N" << 1e-5;
    QTest::newRow("seconds") << F::TargetLongitude << "127:55:48E" << 1 / 3600.0;
    QTest::newRow("decimal minutes") << F::TargetLatitude << "34:36.60N" << 0.01 / 60;
    QTest::newRow("feet") << F::PlatformAltitude << "2690FT" << 0.3048;
    QTest::newRow("nautical miles") << F::SlantRange << "0.4NM" << 185.2;
    QTest::newRow("degrees") << F::PlatformHeading << "75" + degree << 1.0;
    QTest::newRow("nothing") << F::PlatformHeading << "" << 0.0;
}

void OverlayGrammarTest::stepsOfDisplays()
{
    QFETCH(OverlayField, field);
    QFETCH(QString, text);
    QFETCH(double, step);
    QVERIFY(std::abs(overlayStep(field, text) - step) < 1e-12);
}

void OverlayGrammarTest::instants()
{
    const QDateTime utc = overlayUtc("14MAY2025", "03:12:07", 9.0);
    QCOMPARE(utc.toString(Qt::ISODate), QString("2025-05-13T18:12:07Z"));
    QVERIFY(!overlayUtc("14MAY2025", "", 9.0).isValid());
    QVERIFY(!overlayUtc("14MAY2025", "03:12:07", std::nullopt).isValid());
}

void OverlayGrammarTest::survivesAnything()
{
    // Every field, on strings of everything that a recogniser may come up with.
    const QString alphabet = "0123456789.:-+OISBFTMNEWUCKL|\"'o " + degree + QChar(0x00D8);
    quint32 state = 1;
    for (int round = 0; round < 20000; ++round) {
        QString text;
        state = state * 1664525 + 1013904223;
        const int length = (state >> 24) % 14;
        for (int i = 0; i < length; ++i) {
            state = state * 1664525 + 1013904223;
            text += alphabet[static_cast<int>((state >> 16) % static_cast<quint32>(alphabet.size()))];
        }
        const auto field = static_cast<F>(round % static_cast<int>(overlayFieldCount));
        if (const auto reading = readByGrammar(field, text)) {
            // What was accepted is its own normal form.
            const auto again = readByGrammar(field, reading->text);
            QVERIFY2(again, qPrintable(text + " > " + reading->text));
            QCOMPARE(again->text, reading->text);
            QCOMPARE(again->value.has_value(), reading->value.has_value());
        }
    }
}

QTEST_GUILESS_MAIN(OverlayGrammarTest)
#include "overlay_grammar_test.moc"
