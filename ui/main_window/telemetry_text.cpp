#include "telemetry_text.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/telemetry/field_text.h"
#include "ui/widgets/time_text.h"

namespace sheen {

namespace {

struct TelemetryWords
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TelemetryText)
};

/** What a value means, where its text does not say so in units of Sheen; empty otherwise. */
QString meaning(OverlayField field, double value)
{
    switch (field) {
        case OverlayField::PlatformAltitude:
        case OverlayField::TargetElevation:
        case OverlayField::SlantRange:
            return QStringLiteral("%1 m").arg(QLocale().toString(value, 'f', 0));
        default:
            return {};
    }
}

}  // namespace

QString flightFacts(const FlightInfo& info)
{
    const QLocale locale;
    QStringList parts;
    parts << (info.kind == FlightInfo::Kind::Video ? TelemetryWords::tr("Video")
                                                   : TelemetryWords::tr("Folder of frames"));
    if (!info.codec.isEmpty())
        parts << info.codec;
    parts << QStringLiteral("%1 × %2").arg(info.pictureSize.width).arg(info.pictureSize.height);
    if (info.durationSeconds > 0 && info.kind == FlightInfo::Kind::Video)
        parts << recordingTime(info.durationSeconds);
    if (info.frameCount > 0)
        parts << TelemetryWords::tr("%1 frames").arg(locale.toString(info.frameCount));
    if (info.framesPerSecond > 0)
        parts << TelemetryWords::tr("%1 a second").arg(locale.toString(info.framesPerSecond, 'g', 4));
    if (info.hasKlv)
        parts << QStringLiteral("KLV");
    if (info.recordedAt.isValid())
        parts << info.recordedAt.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
    return parts.join(QStringLiteral("  ·  "));
}

namespace {

QString recognised(const FlightPreview& preview)
{
    if (!preview.telemetryProblem.isEmpty())
        return preview.telemetryProblem;
    if (preview.reading.source == Quality::Klv && preview.info.hasGeotags)
        return TelemetryWords::tr("EXIF and XMP of the pictures. The first frame reads:");
    if (preview.reading.source == Quality::Klv)
        return TelemetryWords::tr("KLV in the video. The first frame reads:");
    if (preview.layoutScore > 0 && preview.reading.source != Quality::None) {
        return TelemetryWords::tr("Overlay recognised: %1 (%2 % of its fields read). The first frame reads:")
            .arg(preview.layoutTitle, QString::number(qRound(preview.layoutScore * 100)));
    }
    return TelemetryWords::tr(
        "No telemetry was recognised in the first frames. Oil will be found, but without a place on the "
        "map. Draw where the overlay shows what with Flight > Overlay Layout, or choose a table "
        "beside the recording above.");
}

}  // namespace

QString telemetrySummary(const FlightPreview& preview)
{
    const QString summary = recognised(preview);
    return preview.telemetryNotice.isEmpty() ? summary
                                             : preview.telemetryNotice + QLatin1Char('\n') + summary;
}

std::vector<std::pair<QString, QString>> telemetryFields(const TelemetryReading& reading)
{
    std::vector<std::pair<QString, QString>> fields;
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        const auto field = static_cast<OverlayField>(i);
        const FieldReading& value = reading[field];
        if (value.text.isEmpty() && !value.value)
            continue;
        QString text = value.text;
        const QString inMetres = value.value ? meaning(field, *value.value) : QString();
        if (text.isEmpty())
            text = inMetres.isEmpty() ? QLocale().toString(*value.value, 'f', 5) : inMetres;
        else if (!inMetres.isEmpty())
            text = QStringLiteral("%1  (%2)").arg(text, inMetres);
        fields.emplace_back(fieldName(field), text);
    }
    if (reading.horizontalFovDegrees) {
        fields.emplace_back(TelemetryWords::tr("Field of view"), QStringLiteral("%1°").arg(QLocale().toString(
                                                                     *reading.horizontalFovDegrees, 'f', 2)));
    }
    return fields;
}

}  // namespace sheen
