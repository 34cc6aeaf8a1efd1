#include "sources/telemetry_stage.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <utility>

#include "base/error.h"
#include "found_subtitles.h"
#include "klv_first_source.h"
#include "overlay_clock.h"
#include "picture_source.h"
#include "recorded_telemetry.h"
#include "sources/flight_overlay.h"
#include "table_source.h"

namespace sheen {

namespace {

struct RunText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Run)
};

/** A table of poses, used as they stand; date, time and sensor are what the overlay shows. */
class ExactPoses : public TelemetryStage
{
public:
    ExactPoses(const RunSettings& settings, const FlightOverlay& overlay)
        : m_table(TelemetryTable::load(settings.telemetry, settings.table)), m_clock(overlay, settings.track)
    {}

    TelemetryRecord read(const Frame& frame) override
    {
        TelemetryRecord record = m_table.recordAt(frame.index, frame.timeSeconds).value_or(TelemetryRecord());
        record.reading.frame = frame.index;
        record.reading.timeSeconds = frame.timeSeconds;
        m_clock.addTo(record, frame);
        m_records.push_back(record);
        return record;
    }

    std::vector<TelemetryRecord> finish() const override
    {
        std::vector<TelemetryRecord> records = m_records;
        m_clock.complete(records);
        return records;
    }

    std::vector<Issue> takeFrameIssues() override
    {
        return std::exchange(m_said, true) ? std::vector<Issue>() : repairIssues(m_table.repairs());
    }

private:
    TelemetryTable m_table;
    OverlayClock m_clock;
    std::vector<TelemetryRecord> m_records;
    bool m_said = false;
};

/** What the pictures' files carry is taken where nothing is recognised in the pictures themselves. */
bool prefersGeotags(const Flight& flight, const RunSettings& settings, FlightOverlay& overlay)
{
    return settings.telemetry == QLatin1String("auto") && settings.overlay == QLatin1String("auto") &&
           flight.info().hasGeotags && !overlay.isRecognised();
}

/** What the picture and the container themselves say goes before. */
bool mayUseSubtitles(const FlightInfo& flight, const RunSettings& settings, FlightOverlay& overlay)
{
    return settings.telemetry == QLatin1String("auto") && settings.overlay == QLatin1String("auto") &&
           flight.kind == FlightInfo::Kind::Video && !flight.hasKlv && !overlay.isRecognised();
}

void requireGeotags(const FlightInfo& flight)
{
    if (flight.kind != FlightInfo::Kind::Folder)
        throw Error(
            RunText::tr("\"%1\" is a video: only a folder of pictures can carry EXIF telemetry. Use auto, "
                        "overlay or klv instead.")
                .arg(flight.path),
            ErrorKind::Unreadable);
    if (!flight.hasGeotags)
        throw Error(
            RunText::tr("The first picture of \"%1\" carries no position in EXIF or XMP. Use overlay, or a "
                        "table of telemetry, instead.")
                .arg(flight.path),
            ErrorKind::Unreadable);
}

std::unique_ptr<ReadingSource> recordingSource(const Flight& flight, const RunSettings& settings,
                                               FlightOverlay& overlay)
{
    if (settings.telemetry == QLatin1String("klv"))
        return std::make_unique<KlvSource>(settings.table.horizontalFovDegrees);
    if (settings.telemetry == QLatin1String("exif") || prefersGeotags(flight, settings, overlay))
        return std::make_unique<PictureSource>(flight.info().path, settings.table.horizontalFovDegrees);
    if (settings.telemetry == QLatin1String("overlay") || !flight.info().hasKlv)
        return std::make_unique<OverlaySource>(overlay);
    return std::make_unique<KlvFirstSource>(overlay, settings.track, settings.table.horizontalFovDegrees);
}

}  // namespace

std::unique_ptr<TelemetryStage> TelemetryStage::create(const Flight& flight, const RunSettings& settings,
                                                       FlightOverlay& overlay)
{
    const QString& source = settings.telemetry;
    const bool recorded = source == QLatin1String("auto") || source == QLatin1String("overlay") ||
                          source == QLatin1String("klv") || source == QLatin1String("exif");
    if (!recorded && !QFileInfo(source).isFile())
        throw Error(
            RunText::tr("There is no telemetry file \"%1\". Use auto, overlay, klv, exif, or the path of a "
                        "CSV file.")
                .arg(source),
            ErrorKind::Unreadable);
    if (!recorded && TelemetryTable::isOfExactPoses(source))
        return std::make_unique<ExactPoses>(settings, overlay);
    if (!recorded)
        return std::make_unique<RecordedTelemetry>(
            std::make_unique<TableSource>(source, flight.info(), settings.table), settings.track);
    if (source == QLatin1String("exif"))
        requireGeotags(flight.info());
    if (source == QLatin1String("klv") && !flight.info().hasKlv)
        throw Error(RunText::tr("\"%1\" carries no KLV telemetry. Use overlay or auto instead.")
                        .arg(flight.info().path),
                    ErrorKind::Unreadable);
    FoundSubtitles subtitles;
    if (mayUseSubtitles(flight.info(), settings, overlay))
        subtitles = findSubtitles(flight.info(), settings.table);
    auto telemetry = std::make_unique<RecordedTelemetry>(
        subtitles.source ? std::unique_ptr<ReadingSource>(std::move(subtitles.source))
                         : recordingSource(flight, settings, overlay),
        settings.track);
    if (subtitles.notice)
        telemetry->addNotice(*subtitles.notice);
    return telemetry;
}

}  // namespace sheen
