#include "core/pipeline/telemetry_stage.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <optional>

#include "core/data/error.h"
#include "core/pipeline/sample_frames.h"
#include "core/telemetry/klv_reader.h"
#include "core/telemetry/overlay_layout.h"
#include "core/telemetry/overlay_reader.h"
#include "core/telemetry/pose_table.h"
#include "core/telemetry/track.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Run)
};

/** A table of poses, used as they stand. */
class TableTelemetry : public TelemetryStage
{
public:
    explicit TableTelemetry(const QString& path) : m_table(PoseTable::load(path)) {}

    TelemetryRecord read(const Frame& frame) override
    {
        TelemetryRecord record = m_table.at(frame.index, frame.timeSeconds).value_or(TelemetryRecord());
        record.reading.frame = frame.index;
        record.reading.timeSeconds = frame.timeSeconds;
        m_records.push_back(record);
        return record;
    }

    std::vector<TelemetryRecord> finish() const override { return m_records; }

private:
    PoseTable m_table;
    std::vector<TelemetryRecord> m_records;
};

/** What the recording itself carries: KLV, or an overlay in the picture, checked and completed over time. */
class RecordedTelemetry : public TelemetryStage
{
public:
    RecordedTelemetry(const Flight& flight, const RunSettings& settings, const Cancel& cancel)
        : m_flight(flight), m_settings(settings), m_cancel(cancel), m_track(settings.track)
    {
        if (settings.telemetry != QLatin1String("overlay") && flight.info().hasKlv)
            m_klv.emplace();
        m_overlayAllowed = settings.telemetry != QLatin1String("klv");
        if (m_overlayAllowed && settings.overlay != QLatin1String("auto"))
            m_named = overlayLayoutNamed(settings.overlay);
    }

    TelemetryRecord read(const Frame& frame) override
    {
        TelemetryReading reading;
        if (m_klv)
            reading = m_klv->read(frame);
        m_klvSeen = m_klvSeen || reading.source != Quality::None;
        // Once KLV was seen, its gaps are for the track to fill: a mixture of both would jump.
        if (!m_klvSeen && m_overlayAllowed && !frame.picture.empty() && haveOverlay(frame))
            reading = m_overlay->read(frame);
        reading.frame = frame.index;
        reading.timeSeconds = frame.timeSeconds;
        m_track.add(reading);
        ++m_framesRead;
        return m_track.live();
    }

    std::vector<TelemetryRecord> finish() const override { return m_track.finish(); }

    QString layoutName() const override { return m_overlay ? m_overlay->layout().name : QString(); }
    std::vector<OverlayMark> overlayMarks() const override
    {
        return m_overlay ? sheen::overlayMarks(m_overlay->layout()) : std::vector<OverlayMark>();
    }
    int damagedPackets() const override { return m_klv ? m_klv->damagedPackets() : 0; }

private:
    /** Recognises the overlay: on a few frames of the flight first, and where they show none, now and then.
     * A layout that was named is only put where the picture lies within its bars.
     */
    bool haveOverlay(const Frame& frame)
    {
        constexpr int framesBetweenTries = 10;
        if (m_overlay)
            return true;
        if (m_named) {
            m_overlay = std::make_unique<OverlayReader>(
                OverlayReader::placedOn(sampleFrames(m_flight, m_settings.selection, 3, m_cancel), *m_named));
            return true;
        }
        if (m_framesRead == 0) {
            for (const int count : {3, 8}) {
                if (recognise(sampleFrames(m_flight, m_settings.selection, count, m_cancel)))
                    return true;
            }
        } else if (m_framesRead % framesBetweenTries == 0) {
            return recognise({frame});
        }
        return false;
    }

    bool recognise(const std::vector<Frame>& frames)
    {
        constexpr double leastScore = 0.35;
        if (frames.empty() || m_cancel.requested())
            return false;
        const LayoutMatch match = OverlayReader::recognise(frames);
        if (match.score >= leastScore)
            m_overlay = std::make_unique<OverlayReader>(match.layout);
        return m_overlay != nullptr;
    }

    const Flight& m_flight;
    const RunSettings& m_settings;
    const Cancel& m_cancel;
    std::optional<KlvReader> m_klv;
    bool m_klvSeen = false;
    bool m_overlayAllowed = true;
    std::optional<OverlayLayout> m_named;  //!< chosen by the analyst
    std::unique_ptr<OverlayReader> m_overlay;
    int m_framesRead = 0;
    Track m_track;
};

}  // namespace

std::unique_ptr<TelemetryStage> TelemetryStage::create(const Flight& flight, const RunSettings& settings,
                                                       const Cancel& cancel)
{
    const QString& source = settings.telemetry;
    const bool recorded = source == QLatin1String("auto") || source == QLatin1String("overlay") ||
                          source == QLatin1String("klv");
    if (!recorded && !QFileInfo(source).isFile())
        throw Error(
            Text::tr("There is no telemetry file \"%1\". Use auto, overlay, klv, or the path of a CSV file.")
                .arg(source),
            ErrorKind::Unreadable);
    if (!recorded)
        return std::make_unique<TableTelemetry>(source);
    if (source == QLatin1String("klv") && !flight.info().hasKlv)
        throw Error(
            Text::tr("\"%1\" carries no KLV telemetry. Use overlay or auto instead.").arg(flight.info().path),
            ErrorKind::Unreadable);
    return std::make_unique<RecordedTelemetry>(flight, settings, cancel);
}

}  // namespace sheen
