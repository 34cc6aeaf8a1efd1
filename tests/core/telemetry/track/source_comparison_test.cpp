#include "track/source_comparison.h"

#include <QtTest>
#include <map>
#include <set>

#include "grammar/overlay_grammar.h"
#include "track/track.h"

using namespace sheen;

using F = OverlayField;
using Quantity = Disagreement::Quantity;

/** KLV and overlay of one aircraft: 55 N 5 E, 1000 m, heading 90, looking 45 degrees down at 135. */
class SourceComparisonTest : public QObject
{
    Q_OBJECT

    static TelemetryReading klv()
    {
        TelemetryReading reading;
        reading.source = Quality::Klv;
        reading[F::PlatformLatitude].value = 55.0;
        reading[F::PlatformLongitude].value = 5.0;
        reading[F::PlatformAltitude].value = 1000;
        reading[F::PlatformHeading].value = 90;
        reading.cameraBearingDegrees = 135;
        reading.cameraDepressionDegrees = 45;
        reading.horizontalFovDegrees = horizontalFovDegrees(179, "EOW", {});
        return reading;
    }

    static TelemetryReading overlay(const std::map<F, QString>& changed = {})
    {
        std::map<F, QString> texts = {{F::PlatformLatitude, "55.00000N"},
                                      {F::PlatformLongitude, "5.00000E"},
                                      {F::PlatformAltitude, "3281FT"},
                                      {F::PlatformHeading, "90°"},
                                      {F::TargetBearing, "135°"},
                                      {F::FocalLength, "179"},
                                      {F::Sensor, "EOW"}};
        for (const auto& [field, text] : changed)
            texts[field] = text;
        TelemetryReading reading;
        reading.source = Quality::Read;
        for (const auto& [field, text] : texts) {
            reading[field].text = text;
            if (const auto read = readByGrammar(field, text))
                reading[field].value = read->value;
            reading[field].confidence = 1;
        }
        return reading;
    }

    static std::set<Quantity> differing(const std::vector<TelemetryReading>& told,
                                        const TelemetryReading& shown)
    {
        std::set<Quantity> quantities;
        for (const Disagreement& disagreement : disagreements(told, shown, {})) {
            quantities.insert(disagreement.quantity);
            if (disagreement.difference <= disagreement.tolerance)
                return {};
        }
        return quantities;
    }

private Q_SLOTS:
    void equalSourcesAgree() { QVERIFY(differing({klv()}, overlay()).empty()); }

    void eachQuantityIsCompared_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("agrees");
        QTest::addColumn<QString>("differs");
        QTest::addColumn<int>("quantity");
        const auto add = [](const char* name, F field, const char* agrees, const char* differs, Quantity q) {
            QTest::newRow(name) << int(field) << QString::fromUtf8(agrees) << QString::fromUtf8(differs)
                                << int(q);
        };
        add("position", F::PlatformLatitude, "55.00030N", "55.00100N", Quantity::Position);
        add("coarse position", F::PlatformLatitude, "55:00:02N", "55:00:04N", Quantity::Position);
        add("height", F::PlatformAltitude, "3325FT", "3381FT", Quantity::Height);
        add("heading", F::PlatformHeading, "92°", "95°", Quantity::Heading);
        add("bearing", F::TargetBearing, "140°", "142°", Quantity::Bearing);
        add("field of view", F::FocalLength, "174", "150", Quantity::FieldOfView);
    }

    void eachQuantityIsCompared()
    {
        QFETCH(int, field);
        QFETCH(QString, agrees);
        QFETCH(QString, differs);
        QFETCH(int, quantity);
        QVERIFY(differing({klv()}, overlay({{F(field), agrees}})).empty());
        QCOMPARE(differing({klv()}, overlay({{F(field), differs}})), std::set<Quantity>{Quantity(quantity)});
    }

    void whatKlvPassedThroughAgrees()
    {
        // A turn through north within two seconds, climbing and zooming.
        TelemetryReading before = klv();
        before.cameraBearingDegrees = 350;
        before[F::PlatformHeading].value = 340;
        before[F::PlatformAltitude].value = 900;
        before.horizontalFovDegrees = 10;
        TelemetryReading after = klv();
        after.cameraBearingDegrees = 20;
        after[F::PlatformHeading].value = 15;
        after.horizontalFovDegrees = 2;
        const auto shown = [](const char* heading, const char* bearing) {
            return overlay({{F::PlatformAltitude, "3100FT"},
                            {F::PlatformHeading, QString::fromUtf8(heading)},
                            {F::TargetBearing, QString::fromUtf8(bearing)}});
        };
        QVERIFY(differing({before, after}, shown("2°", "5°")).empty());
        QCOMPARE(differing({before, after}, shown("30°", "200°")),
                 (std::set{Quantity::Heading, Quantity::Bearing}));
    }

    void whatSaysNothingIsNotCompared()
    {
        TelemetryReading down = klv();
        down.cameraDepressionDegrees = 89;
        QVERIFY(differing({down}, overlay({{F::TargetBearing, "10°"}})).empty());
        QVERIFY(differing({klv()}, overlay({{F::Sensor, "EON"}, {F::FocalLength, "20"}})).empty());
        TelemetryReading doubtful = overlay({{F::PlatformAltitude, "9000FT"}});
        doubtful[F::PlatformAltitude].confidence = 0;
        QVERIFY(differing({klv()}, doubtful).empty());
        QVERIFY(differing({}, overlay()).empty());
        QVERIFY(differing({klv()}, TelemetryReading()).empty());
    }

    void distanceCrossesTheAntimeridian()
    {
        TelemetryReading west = klv();
        west[F::PlatformLongitude].value = -179.99999;
        QVERIFY(differing({west}, overlay({{F::PlatformLongitude, "179.99999E"}})).empty());
        QCOMPARE(differing({west}, overlay({{F::PlatformLongitude, "179.98000E"}})),
                 std::set<Quantity>{Quantity::Position});
    }
};

QTEST_GUILESS_MAIN(SourceComparisonTest)
#include "source_comparison_test.moc"
