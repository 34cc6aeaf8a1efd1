#include "sources/overlay_notices.h"

#include <QtTest>

#include "core/telemetry/track/overlay_flight.h"
#include "sources/missing_telemetry.h"

using namespace sheen;
using F = OverlayField;

namespace {

std::vector<FrameRecord> framesOf(const std::vector<TelemetryReading>& readings)
{
    std::vector<FrameRecord> frames;
    for (const TelemetryRecord& record : finishedTrack(readings)) {
        frames.emplace_back();
        frames.back().frame = record.reading.frame;
        frames.back().telemetry = record;
    }
    return frames;
}

}  // namespace

class OverlayNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOpen()
    {
        QVERIFY(overlayNotices(framesOf(OverlayFlight().readings())).empty());
        QVERIFY(overlayNotices({}).empty());
    }

    /** The field, what was read, in how many frames, and what would mend it. */
    void namesWhatWasNotUnderstood()
    {
        const OverlayFlight flight;
        auto readings = flight.readings();
        for (TelemetryReading& reading : readings) {
            reading[F::PlatformAltitude] = {QStringLiteral("2690"), std::nullopt, 0.5, {}};
            reading[F::TargetElevation] = reading[F::SlantRange] = {};
        }
        const auto frames = framesOf(readings);
        const auto found = overlayNotices(frames);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].kind, IssueKind::OverlayFieldNotUnderstood);
        QCOMPARE(found[0].values.at(1).toString(), QString("2690"));
        QCOMPARE(found[0].values.at(2).toInt(), flight.frames);
        const QString sentence = whyNothingIsPlaced(frames);
        QVERIFY2(sentence.contains("\"2690\"") && sentence.contains("altitude"), qPrintable(sentence));
        QVERIFY2(!sentence.contains("no telemetry"), qPrintable(sentence));
    }

    void overlayThatCannotBeRead()
    {
        std::vector<FrameRecord> frames(3);
        QVERIFY(whyNothingIsPlaced(frames).contains("no telemetry"));
        const QString sentence = whyNothingIsPlaced(frames, QStringLiteral("mx-hd"));
        QVERIFY2(!sentence.contains("no telemetry") && sentence.contains("mx-hd"), qPrintable(sentence));
    }

    void zoomThatNobodySaw()
    {
        auto readings = OverlayFlight().readings();
        for (std::size_t i = 20; i < readings.size(); ++i)
            OverlayFlight::set(readings[i], F::FocalLength, "26");
        for (std::size_t i = 18; i < 22; ++i)
            readings[i][F::FocalLength] = {};
        const auto found = overlayNotices(framesOf(readings));
        QVERIFY(std::count(found.begin(), found.end(), Issue{IssueKind::ZoomNotSeen, {4, 13.0, 26.0}}) == 1);
    }
};

QTEST_GUILESS_MAIN(OverlayNoticesTest)
#include "overlay_notices_test.moc"
