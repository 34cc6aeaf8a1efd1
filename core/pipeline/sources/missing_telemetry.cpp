#include "sources/missing_telemetry.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

#include "sources/overlay_notices.h"

namespace sheen {

namespace {

using F = OverlayField;

struct MissingTelemetryText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::MissingTelemetry)
};

/** What a frame is placed with. */
enum class Need { Position, Height, LineOfSight, FieldOfView };
constexpr std::array needs = {Need::Position, Need::Height, Need::LineOfSight, Need::FieldOfView};

bool has(const TelemetryRecord& record, F field)
{
    return record.values[static_cast<std::size_t>(field)].has_value();
}

bool tells(const TelemetryRecord& record, Need need)
{
    switch (need) {
        case Need::Position:
            return has(record, F::PlatformLatitude) && has(record, F::PlatformLongitude);
        case Need::Height:
            return has(record, F::PlatformAltitude);
        case Need::LineOfSight:
            return record.reading.cameraDepressionDegrees ||
                   (has(record, F::TargetLatitude) && has(record, F::TargetLongitude)) ||
                   (has(record, F::TargetBearing) && has(record, F::SlantRange));
        case Need::FieldOfView:
            break;
    }
    return record.horizontalFovDegrees && *record.horizontalFovDegrees > 0;
}

QString name(Need need)
{
    switch (need) {
        case Need::Position:
            return MissingTelemetryText::tr("position");
        case Need::Height:
            return MissingTelemetryText::tr("height");
        case Need::LineOfSight:
            return MissingTelemetryText::tr("line of sight");
        case Need::FieldOfView:
            break;
    }
    return MissingTelemetryText::tr("field of view");
}

/** What would mend it. */
QString advice(Need need)
{
    switch (need) {
        case Need::Position:
            return MissingTelemetryText::tr("Give a table of telemetry with --telemetry FILE.csv.");
        case Need::Height:
            return MissingTelemetryText::tr(
                "Give a table with the altitudes with --telemetry FILE.csv, or set them in the "
                "telemetry table.");
        case Need::LineOfSight:
            return MissingTelemetryText::tr(
                "Give a table that says where the camera looks with --telemetry FILE.csv.");
        case Need::FieldOfView:
            break;
    }
    return MissingTelemetryText::tr("Say the horizontal field of view in degrees with --hfov.");
}

/** A height that was read, but can be none. */
QString disbelievedHeight(const std::vector<FrameRecord>& frames)
{
    const auto at = static_cast<std::size_t>(F::PlatformAltitude);
    for (const FrameRecord& frame : frames) {
        const auto& read = frame.telemetry.reading.fields[at].value;
        if (read && frame.telemetry.doubts[at] == Doubt::Range)
            return MissingTelemetryText::tr("The height of %1 m is out of range.").arg(*read, 0, 'f', 0);
        if (read && *read <= frame.telemetry.seaLevelMetres)
            return MissingTelemetryText::tr("The height of %1 m is not above the sea.").arg(*read, 0, 'f', 0);
    }
    return {};
}

}  // namespace

QString whyNothingIsPlaced(const std::vector<FrameRecord>& frames, const QString& overlayLayout)
{
    const auto count = [&frames](const auto& holds) {
        return std::count_if(frames.begin(), frames.end(), holds);
    };
    const auto read =
        count([](const FrameRecord& frame) { return frame.telemetry.reading.source != Quality::None; });
    if (read == 0 && !overlayLayout.isEmpty())
        return MissingTelemetryText::tr(
                   "its overlay was recognised (layout %1), but in no frame could enough of its fields be "
                   "read. Choose another layout with --overlay, or give the poses with --telemetry FILE.csv.")
            .arg(overlayLayout);
    if (read == 0)
        return MissingTelemetryText::tr(
            "no telemetry was recognised in its overlay, KLV or pictures. Choose a layout with "
            "--overlay, or give the poses with --telemetry FILE.csv.");
    QStringList told;
    QStringList missing;
    for (const Need need : needs) {
        const auto frequency =
            count([need](const FrameRecord& frame) { return tells(frame.telemetry, need); });
        if (frequency > 0)
            told << MissingTelemetryText::tr("%1 in %2").arg(name(need)).arg(frequency);
        else
            missing << MissingTelemetryText::tr("No %1. %2").arg(name(need), advice(need));
    }
    QString sentence =
        MissingTelemetryText::tr("telemetry was read in %1 of %2 frames").arg(read).arg(frames.size());
    if (!told.isEmpty())
        sentence += MissingTelemetryText::tr(" (%1)").arg(told.join(QStringLiteral(", ")));
    sentence += QLatin1Char('.');
    for (const QString& each : missing)
        sentence += QLatin1Char(' ') + each;
    if (const QString height = disbelievedHeight(frames); !height.isEmpty())
        sentence += QLatin1Char(' ') + height;
    const std::vector<Issue> open = overlayNotices(frames);
    for (const QString& each : sentencesOf(open))
        sentence += QLatin1Char(' ') + each;
    if (missing.isEmpty() && open.empty())
        sentence += QLatin1Char(' ') + MissingTelemetryText::tr(
                                           "What was read is too unsure to place a frame with, or the "
                                           "camera looks above the horizon.");
    return sentence;
}

}  // namespace sheen
