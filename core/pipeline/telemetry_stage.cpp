#include "core/pipeline/telemetry_stage.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "core/data/error.h"
#include "core/pipeline/klv_first_source.h"
#include "core/pipeline/recorded_telemetry.h"
#include "core/telemetry/pose_table.h"

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

std::unique_ptr<ReadingSource> recordingSource(const Flight& flight, const RunSettings& settings,
                                               const Cancel& cancel)
{
    if (settings.telemetry == QLatin1String("klv"))
        return std::make_unique<KlvSource>();
    if (settings.telemetry == QLatin1String("overlay") || !flight.info().hasKlv)
        return std::make_unique<OverlaySource>(flight, settings, cancel);
    return std::make_unique<KlvFirstSource>(flight, settings, cancel);
}

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
    return std::make_unique<RecordedTelemetry>(recordingSource(flight, settings, cancel), settings.track);
}

}  // namespace sheen
