// What altitudes are counted from: mean sea level or the ellipsoid.

#include "track/sea_level.h"

#include <QtTest>

#include "geo/geoid.h"
#include "overlay_flight.h"

using namespace sheen;

namespace {

TrackSettings countedFrom(AltitudeReference reference)
{
    TrackSettings settings;
    settings.altitudeReference = reference;
    return settings;
}

double heightOf(const std::vector<TelemetryReading>& readings, const TrackSettings& settings)
{
    Track track(settings);
    for (const TelemetryReading& reading : readings)
        track.add(reading);
    return track.finish().at(readings.size() / 2).pose->heightMetres;
}

/** As if the source had given heights above the ellipsoid and taken off the geoid itself. */
std::vector<TelemetryReading> reducedBy(double metres, std::vector<TelemetryReading> readings)
{
    for (TelemetryReading& reading : readings)
        reading.geoidReductionMetres = metres;
    return readings;
}

}  // namespace

class SeaLevelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOverlayMeansSeaLevel()
    {
        const OverlayFlight flight;
        const double height = heightOf(flight.readings(), countedFrom(AltitudeReference::Automatic));
        QVERIFY(std::abs(height - 820) < 1);
        QCOMPARE(heightOf(flight.readings(), countedFrom(AltitudeReference::SeaLevel)), height);
    }

    void ellipsoidalAltitudesLoseTheGeoid()
    {
        const Geoid* geoid = Geoid::installed();
        if (!geoid)
            QSKIP("PROJ has no geoid here.");
        const OverlayFlight flight;
        const double height = heightOf(flight.readings(), countedFrom(AltitudeReference::Automatic));
        const double ellipsoidal = heightOf(flight.readings(), countedFrom(AltitudeReference::Ellipsoid));
        const double undulation = geoid->heightMetres({flight.latitude, flight.longitude});
        QVERIFY(std::abs(undulation) > 10);
        QVERIFY2(std::abs(height - undulation - ellipsoidal) < 0.5, qPrintable(QString::number(ellipsoidal)));
        // The sea level comes on top.
        TrackSettings tide = countedFrom(AltitudeReference::Ellipsoid);
        tide.seaLevelMetres = 3;
        QVERIFY(std::abs(heightOf(flight.readings(), tide) - (ellipsoidal - 3)) < 1e-6);
    }

    void whatTheSourceTookOffIsTakenOffOnce()
    {
        const auto readings = reducedBy(30, OverlayFlight().readings());
        const double height = heightOf(readings, countedFrom(AltitudeReference::Automatic));
        QVERIFY(std::abs(height - 820) < 1);
        QCOMPARE(heightOf(readings, countedFrom(AltitudeReference::Ellipsoid)), height);
        // The analyst knows better: the source called sea level what it said.
        QVERIFY(std::abs(heightOf(readings, countedFrom(AltitudeReference::SeaLevel)) - (height + 30)) <
                1e-6);
    }

    void whatTheSourceCouldNotTakeOffIsToldOrMended()
    {
        const auto readings = reducedBy(0, OverlayFlight().readings());
        const TrackSettings automatic = countedFrom(AltitudeReference::Automatic);
        QCOMPARE(lacksGeoid(readings[3], automatic), Geoid::installed() == nullptr);
        QVERIFY(!lacksGeoid(readings[3], countedFrom(AltitudeReference::SeaLevel)));
        QVERIFY(!lacksGeoid(OverlayFlight().readingAt(3), automatic));
        QVERIFY(!lacksGeoid(reducedBy(30, {readings[3]})[0], automatic));
        if (Geoid::installed())
            QCOMPARE(heightOf(readings, automatic),
                     heightOf(OverlayFlight().readings(), countedFrom(AltitudeReference::Ellipsoid)));
    }

    void settingsSurviveTheWorkspace()
    {
        for (const auto reference :
             {AltitudeReference::Automatic, AltitudeReference::SeaLevel, AltitudeReference::Ellipsoid}) {
            TrackSettings settings = countedFrom(reference);
            settings.elevationFile = QStringLiteral("/coast.tif");
            const TrackSettings again = trackSettingsFromJson(trackSettingsToJson(settings));
            QCOMPARE(again.altitudeReference, reference);
            QCOMPARE(again.elevationFile, settings.elevationFile);
        }
        QCOMPARE(trackSettingsFromJson({}).altitudeReference, AltitudeReference::Automatic);
        const QJsonObject unknown{{QStringLiteral("altitude_reference"), QStringLiteral("sea")}};
        QCOMPARE(trackSettingsFromJson(unknown).altitudeReference, AltitudeReference::Automatic);
    }
};

QTEST_GUILESS_MAIN(SeaLevelTest)
#include "sea_level_test.moc"
