#include "frame_facts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "geo/geodesy.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/timeline.h"
#include "ui/widgets/position_text.h"
#include "ui/widgets/time_text.h"

namespace sheen {

namespace {

struct FrameFactsText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::FrameFacts)
};

}  // namespace

QString qualityText(Quality quality)
{
    switch (quality) {
        case Quality::Read:
            return FrameFactsText::tr("place read from the overlay");
        case Quality::Klv:
            return FrameFactsText::tr("place from KLV or a table");
        case Quality::Interpolated:
            return FrameFactsText::tr("place filled in from other frames");
        case Quality::Rejected:
            return FrameFactsText::tr("place read was impossible, replaced");
        case Quality::Set:
            return FrameFactsText::tr("place set by the analyst");
        case Quality::None:
            break;
    }
    return FrameFactsText::tr("no place");
}

QString frameFacts(const FrameRecord& record)
{
    const QLocale locale;
    const QString dot = QStringLiteral("  ·  ");
    QStringList first{FrameFactsText::tr("Frame %1").arg(record.frame), recordingTime(record.timeSeconds)};
    if (!record.fileName.isEmpty())
        first << record.fileName;
    if (record.telemetry.utc.isValid())
        first << record.telemetry.utc.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
    if (!record.telemetry.sensor.isEmpty())
        first << record.telemetry.sensor;

    QStringList second;
    if (record.telemetry.pose) {
        const CameraPose& pose = *record.telemetry.pose;
        second << positionText(pose.latitudeDegrees, pose.longitudeDegrees)
               << FrameFactsText::tr("%1 m high").arg(locale.toString(pose.heightMetres, 'f', 0));
    }
    second << qualityText(record.telemetry.quality);
    constexpr double uselessMetres = 100000;
    if (record.positionErrorMetres > uselessMetres)
        second << FrameFactsText::tr("position error above 100 km");
    else if (record.positionErrorMetres > 0)
        second << QStringLiteral("±%1 m").arg(
            locale.toString(record.positionErrorMetres, 'f', record.positionErrorMetres < 10 ? 1 : 0));
    if (record.groundSampleDistanceMetres > 0) {
        second << FrameFactsText::tr("%1 m a pixel")
                      .arg(locale.toString(record.groundSampleDistanceMetres, 'f',
                                           record.groundSampleDistanceMetres < 10 ? 2 : 0));
    }
    QString text = first.join(dot) + QLatin1Char('\n') + second.join(dot);
    if (!record.issues.empty())
        text += QLatin1Char('\n') + sentencesOf(record.issues).join(QLatin1Char(' '));
    return text;
}

}  // namespace sheen
