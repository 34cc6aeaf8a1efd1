#include "overlay_pictures.h"

#include <QDir>
#include <QFontMetricsF>
#include <QPainter>
#include <QRandomGenerator>

namespace sheen::test {

namespace {

using F = OverlayField;

QFont letterFont(const OverlayPicture& overlay)
{
    QFont font(QStringLiteral("DejaVu Sans Mono"));
    font.setPixelSize(overlay.letterPixels);
    font.setBold(true);
    return font;
}

QString number(double value, int decimals)
{
    return QString::number(value, 'f', decimals);
}

}  // namespace

OverlayPicture yellowOverlay(int frame)
{
    const QString altitude = QString::number(2690 + 7 * frame);
    const QString heading = QString::number(75 + frame).rightJustified(3, QLatin1Char('0'));
    const QString latitude = number(35.21234 + 0.00017 * frame, 5);
    const QString longitude = number(129.41234 + 0.00013 * frame, 5);
    const QString time = QStringLiteral("03:12:%1").arg(11 + frame);
    return {{1280, 720},
            QColor(250, 235, 40),
            22,
            {{F::Date, "03/04/2025", {0.80, 0.07}, {"MM/DD/YYYY", {}, {}}, "04MAR2025"},
             {F::Time, time, {0.80, 0.12}, {}, time},
             {F::PlatformLatitude, latitude + "N", {0.06, 0.07}, {}, latitude + "N"},
             {F::PlatformLongitude, longitude + "E", {0.06, 0.12}, {}, longitude + "E"},
             {F::PlatformAltitude, "ALT" + altitude, {0.06, 0.93}, {"FT", "ALT", {}}, altitude + "FT"},
             {F::PlatformHeading, heading, {0.86, 0.93}, {"000", {}, {}}, heading + QChar(0x00B0)},
             {std::nullopt, "REC", {0.48, 0.07}, {}, {}}}};
}

OverlayPicture greenOverlay(int frame)
{
    const QString latitude = "35:12." + QString::number(71 + frame) + "N";
    const QString longitude = "129:24." + QString::number(11 + frame) + "E";
    const QString altitude = QString::number(812 + frame) + "M";
    const QString time = QStringLiteral("11:42:%1").arg(31 + frame);
    return {{720, 540},
            QColor(60, 240, 70),
            20,
            {{F::Date, "2025-05-14", {0.05, 0.31}, {"YYYY-MM-DD", {}, {}}, "14MAY2025"},
             {F::Time, time, {0.05, 0.39}, {}, time},
             {F::PlatformAltitude, altitude, {0.05, 0.47}, {}, altitude},
             {F::TargetLatitude, latitude, {0.72, 0.31}, {"DD:MM.MM", {}, {}}, latitude},
             {F::TargetLongitude, longitude, {0.72, 0.39}, {"DD:MM.MM", {}, {}}, longitude}}};
}

QImage drawnPicture(const OverlayPicture& overlay, int frame)
{
    QImage picture(overlay.size, QImage::Format_RGB32);
    QRandomGenerator random(quint32(frame + 1));
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const int wave = int(random.bounded(24));
            line[x] = qRgb(24 + wave / 2, 48 + wave, 70 + wave);
        }
    }
    QPainter painter(&picture);
    painter.setFont(letterFont(overlay));
    painter.setPen(overlay.colour);
    for (const Writing& writing : overlay.writings) {
        painter.drawText(QPointF(writing.place.x() * picture.width(), writing.place.y() * picture.height()),
                         writing.text);
    }
    return picture;
}

QRectF boxAround(const OverlayPicture& overlay, const Writing& writing)
{
    const QFontMetricsF metrics(letterFont(overlay));
    const double width = metrics.horizontalAdvance(writing.text);
    const double capital = metrics.capHeight();
    const double room = metrics.horizontalAdvance(QLatin1Char('0'));
    const QRectF pixels(writing.place.x() * overlay.size.width() - room,
                        writing.place.y() * overlay.size.height() - 1.4 * capital, width + 2 * room,
                        1.8 * capital);
    return {pixels.x() / overlay.size.width(), pixels.y() / overlay.size.height(),
            pixels.width() / overlay.size.width(), pixels.height() / overlay.size.height()};
}

void writeFrames(const QString& folder, OverlayPicture (*overlay)(int), int count)
{
    QDir().mkpath(folder);
    for (int frame = 0; frame < count; ++frame) {
        drawnPicture(overlay(frame), frame)
            .save(folder + QStringLiteral("/frame_%1.png").arg(frame, 3, 10, QLatin1Char('0')));
    }
}

}  // namespace sheen::test
