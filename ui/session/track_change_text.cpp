#include "track_change_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>
#include <algorithm>

#include "ui/widgets/field_value.h"

namespace sheen {

namespace {

struct TrackChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TrackChangeText)
};

QString zoneText(const std::optional<double>& hours)
{
    if (!hours)
        return TrackChangeWords::tr("as displayed");
    return QStringLiteral("UTC%1%2").arg(*hours < 0 ? QString() : QStringLiteral("+")).arg(*hours);
}

QString completionText(Completion completion)
{
    switch (completion) {
        case Completion::Smooth:
            return TrackChangeWords::tr("smoothed");
        case Completion::Interpolate:
            return TrackChangeWords::tr("interpolated");
        case Completion::Hold:
            break;
    }
    return TrackChangeWords::tr("held");
}

QString referenceText(AltitudeReference reference)
{
    switch (reference) {
        case AltitudeReference::Automatic:
            return TrackChangeWords::tr("as the telemetry says");
        case AltitudeReference::SeaLevel:
            return TrackChangeWords::tr("mean sea level");
        case AltitudeReference::Ellipsoid:
            break;
    }
    return TrackChangeWords::tr("ellipsoid");
}

QString elevationText(const QString& file)
{
    return file.isEmpty() ? TrackChangeWords::tr("none") : QFileInfo(file).fileName();
}

class Changes
{
public:
    void add(const QString& name, const QString& from, const QString& to)
    {
        if (from != to)
            m_texts << QStringLiteral("%1 %2 → %3").arg(name, from, to);
    }

    void add(const QString& name, double from, double to, const QString& unit)
    {
        const auto text = [&unit](double number) {
            return QStringLiteral("%1 %2").arg(QString::number(number, 'g', 8), unit);
        };
        if (from != to)
            add(name, text(from), text(to));
    }

    QStringList texts() const { return m_texts; }

private:
    QStringList m_texts;
};

/** What the analyst turned in the window number by number; the rest of a calibration as a whole. */
QStringList calibrationTexts(const CameraCalibration& from, const CameraCalibration& to)
{
    const QString degrees = QString(QChar(0x00B0));
    Changes changes;
    changes.add(TrackChangeWords::tr("Boresight pan"), from.boresightPanDegrees, to.boresightPanDegrees,
                degrees);
    changes.add(TrackChangeWords::tr("Boresight tilt"), from.boresightTiltDegrees, to.boresightTiltDegrees,
                degrees);
    changes.add(TrackChangeWords::tr("Boresight roll"), from.boresightRollDegrees, to.boresightRollDegrees,
                degrees);
    changes.add(TrackChangeWords::tr("Focal scale"), from.focalScale, to.focalScale,
                TrackChangeWords::tr("times"));
    QStringList texts = changes.texts();
    CameraCalibration rest = to;
    rest.boresightPanDegrees = from.boresightPanDegrees;
    rest.boresightTiltDegrees = from.boresightTiltDegrees;
    rest.boresightRollDegrees = from.boresightRollDegrees;
    rest.focalScale = from.focalScale;
    if (!(rest == from))
        texts << TrackChangeWords::tr("Camera calibration");
    return texts;
}

const Correction* correctionIn(const TrackSettings& settings, int frame, OverlayField field)
{
    const auto found =
        std::find_if(settings.corrections.begin(), settings.corrections.end(),
                     [&](const Correction& one) { return one.frame == frame && one.field == field; });
    return found == settings.corrections.end() ? nullptr : &*found;
}

/** "312.0°", "struck out"; without a correction what is held true, or that it is as it was read. */
QString valueText(const Correction* correction, OverlayField field, const FrameRecord* record)
{
    if (correction && correction->value)
        return fieldValueText(field, *correction->value);
    if (correction)
        return correction->text.isEmpty() ? TrackChangeWords::tr("struck out") : correction->text;
    if (field == OverlayField::Sensor && record && !record->telemetry.sensor.isEmpty())
        return record->telemetry.sensor;
    const std::optional<double> held =
        record ? record->telemetry.values[indexOf(field)] : std::optional<double>();
    const QString text = held ? fieldValueText(field, *held) : QString();
    return text.isEmpty() ? TrackChangeWords::tr("as read") : text;
}

/** Each value that is corrected otherwise: frame, field, before and after. */
QStringList correctionTexts(const TrackSettings& from, const TrackSettings& to,
                            const std::vector<FrameRecord>& frames)
{
    QStringList texts;
    const auto add = [&](const Correction& one) {
        const Correction* before = correctionIn(from, one.frame, one.field);
        const Correction* after = correctionIn(to, one.frame, one.field);
        if (before && after && *before == *after)
            return;
        const auto at =
            std::lower_bound(frames.begin(), frames.end(), one.frame,
                             [](const FrameRecord& record, int number) { return record.frame < number; });
        const FrameRecord* record = at != frames.end() && at->frame == one.frame ? &*at : nullptr;
        texts << TrackChangeWords::tr("%1 in frame %2: %3 → %4")
                     .arg(fieldName(one.field), QString::number(one.frame),
                          valueText(before, one.field, before ? nullptr : record),
                          valueText(after, one.field, nullptr));
    };
    for (const Correction& one : to.corrections)
        add(one);
    for (const Correction& one : from.corrections) {
        if (!correctionIn(to, one.frame, one.field))
            add(one);
    }
    return texts;
}

QStringList trackTexts(const TrackSettings& from, const TrackSettings& to,
                       const std::vector<FrameRecord>& frames)
{
    Changes changes;
    const auto widthOf = [](const TrackSettings& settings, const QString& sensor) {
        const auto found = settings.sensorWidthMillimetres.find(sensor);
        return found == settings.sensorWidthMillimetres.end() ? settings.defaultSensorWidthMillimetres
                                                              : found->second;
    };
    std::map<QString, double> sensors = to.sensorWidthMillimetres;
    sensors.insert(from.sensorWidthMillimetres.begin(), from.sensorWidthMillimetres.end());
    for (const auto& [sensor, width] : sensors)
        changes.add(TrackChangeWords::tr("Sensor width %1").arg(sensor), widthOf(from, sensor),
                    widthOf(to, sensor), QStringLiteral("mm"));
    changes.add(TrackChangeWords::tr("Other sensors' width"), from.defaultSensorWidthMillimetres,
                to.defaultSensorWidthMillimetres, QStringLiteral("mm"));
    changes.add(TrackChangeWords::tr("Clock zone"), zoneText(from.clockZoneHours),
                zoneText(to.clockZoneHours));
    changes.add(TrackChangeWords::tr("Clock shift"), from.clockShiftSeconds, to.clockShiftSeconds,
                QStringLiteral("s"));
    changes.add(TrackChangeWords::tr("Sea level"), from.seaLevelMetres, to.seaLevelMetres,
                QStringLiteral("m"));
    changes.add(TrackChangeWords::tr("Altitudes from"), referenceText(from.altitudeReference),
                referenceText(to.altitudeReference));
    changes.add(TrackChangeWords::tr("Land"), elevationText(from.elevationFile),
                elevationText(to.elevationFile));
    changes.add(TrackChangeWords::tr("Display period"), from.displayPeriodSeconds, to.displayPeriodSeconds,
                QStringLiteral("s"));
    changes.add(TrackChangeWords::tr("Gaps"), completionText(from.completion), completionText(to.completion));
    QStringList texts = changes.texts();
    texts << calibrationTexts(from.calibration, to.calibration);
    if (from.corrections != to.corrections)
        texts << correctionTexts(from, to, frames);
    return texts;
}

QStringList mergeTexts(const MergeSettings& from, const MergeSettings& to)
{
    Changes changes;
    changes.add(TrackChangeWords::tr("Smallest area"), from.smallestAreaSquareMetres,
                to.smallestAreaSquareMetres, QStringLiteral("m²"));
    changes.add(TrackChangeWords::tr("Gap within a slick"), from.gapMetres, to.gapMetres,
                QStringLiteral("m"));
    return changes.texts();
}

}  // namespace

QString trackChangeText(const PlacingSettings& from, const PlacingSettings& to,
                        const std::vector<FrameRecord>& frames)
{
    const QStringList texts = trackTexts(from.track, to.track, frames) + mergeTexts(from.merge, to.merge);
    return texts.isEmpty() ? TrackChangeWords::tr("Telemetry settings") : texts.join(QStringLiteral("; "));
}

}  // namespace sheen
