#include "track_change_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TrackChangeText)
};

QString zoneText(const std::optional<double>& hours)
{
    if (!hours)
        return Text::tr("as displayed");
    return QStringLiteral("UTC%1%2").arg(*hours < 0 ? QString() : QStringLiteral("+")).arg(*hours);
}

QString completionText(Completion completion)
{
    switch (completion) {
        case Completion::Smooth:
            return Text::tr("smoothed");
        case Completion::Interpolate:
            return Text::tr("interpolated");
        case Completion::Hold:
            break;
    }
    return Text::tr("held");
}

QString referenceText(AltitudeReference reference)
{
    switch (reference) {
        case AltitudeReference::Automatic:
            return Text::tr("as the telemetry says");
        case AltitudeReference::SeaLevel:
            return Text::tr("mean sea level");
        case AltitudeReference::Ellipsoid:
            break;
    }
    return Text::tr("ellipsoid");
}

QString elevationText(const QString& file)
{
    return file.isEmpty() ? Text::tr("none") : QFileInfo(file).fileName();
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
    changes.add(Text::tr("Boresight pan"), from.boresightPanDegrees, to.boresightPanDegrees, degrees);
    changes.add(Text::tr("Boresight tilt"), from.boresightTiltDegrees, to.boresightTiltDegrees, degrees);
    changes.add(Text::tr("Boresight roll"), from.boresightRollDegrees, to.boresightRollDegrees, degrees);
    changes.add(Text::tr("Focal scale"), from.focalScale, to.focalScale, Text::tr("times"));
    QStringList texts = changes.texts();
    CameraCalibration rest = to;
    rest.boresightPanDegrees = from.boresightPanDegrees;
    rest.boresightTiltDegrees = from.boresightTiltDegrees;
    rest.boresightRollDegrees = from.boresightRollDegrees;
    rest.focalScale = from.focalScale;
    if (!(rest == from))
        texts << Text::tr("Camera calibration");
    return texts;
}

}  // namespace

QString trackChangeText(const TrackSettings& from, const TrackSettings& to)
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
        changes.add(Text::tr("Sensor width %1").arg(sensor), widthOf(from, sensor), widthOf(to, sensor),
                    QStringLiteral("mm"));
    changes.add(Text::tr("Other sensors' width"), from.defaultSensorWidthMillimetres,
                to.defaultSensorWidthMillimetres, QStringLiteral("mm"));
    changes.add(Text::tr("Clock zone"), zoneText(from.clockZoneHours), zoneText(to.clockZoneHours));
    changes.add(Text::tr("Clock shift"), from.clockShiftSeconds, to.clockShiftSeconds, QStringLiteral("s"));
    changes.add(Text::tr("Sea level"), from.seaLevelMetres, to.seaLevelMetres, QStringLiteral("m"));
    changes.add(Text::tr("Altitudes from"), referenceText(from.altitudeReference),
                referenceText(to.altitudeReference));
    changes.add(Text::tr("Land"), elevationText(from.elevationFile), elevationText(to.elevationFile));
    changes.add(Text::tr("Display period"), from.displayPeriodSeconds, to.displayPeriodSeconds,
                QStringLiteral("s"));
    changes.add(Text::tr("Gaps"), completionText(from.completion), completionText(to.completion));
    QStringList texts = changes.texts();
    texts << calibrationTexts(from.calibration, to.calibration);
    if (from.corrections != to.corrections)
        texts << Text::tr("Corrected values: %1").arg(to.corrections.size());
    return texts.isEmpty() ? Text::tr("Telemetry settings") : texts.join(QStringLiteral("; "));
}

}  // namespace sheen
