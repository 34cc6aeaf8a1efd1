#include "scale_bar.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <cmath>

#include <qgsdistancearea.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>

#include "geo/lengths.h"

namespace sheen {

namespace {

constexpr int longestPixels = 160;

void drawBar(QPainter& painter, double y, double pixels, const QString& label, bool above)
{
    const QPointF left(8, y), right(8 + pixels, y);
    const QPointF tick(0, above ? -5 : 5);
    const QPolygonF bar(QVector<QPointF>{left + tick, left, right, right + tick});
    painter.setPen(QPen(QColor(255, 255, 255, 190), 4));
    painter.drawPolyline(bar);
    painter.setPen(QPen(QColor(40, 55, 65), 1.5));
    painter.drawPolyline(bar);
    const QFontMetricsF metrics(painter.font());
    const double base = above ? y - 6 : y + 4 + metrics.ascent();
    painter.drawText(QPointF(left.x() + 5, base), label);
}

}  // namespace

QString scaleLengthText(double value, const QString& unit)
{
    const QLocale locale;
    return (value >= 1 ? locale.toString(value, 'f', 0) : locale.toString(value, 'g', 4)) + QLatin1Char(' ') +
           unit;
}

double roundScaleLength(double value)
{
    if (!(value > 0) || !std::isfinite(value))
        return 0;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    const double share = value / power;
    return power * (share >= 5 ? 5 : share >= 2 ? 2 : 1);
}

ScaleBar::ScaleBar(QgsMapCanvas* canvas) : QWidget(canvas), m_canvas(canvas)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setObjectName(QStringLiteral("scaleBar"));
    connect(canvas, &QgsMapCanvas::extentsChanged, this, &ScaleBar::measure);
    connect(canvas, &QgsMapCanvas::destinationCrsChanged, this, &ScaleBar::measure);
    resize(sizeHint());
    measure();
}

QSize ScaleBar::sizeHint() const
{
    return {longestPixels + 70, 2 * fontMetrics().height() + 16};
}

void ScaleBar::measure()
{
    const QgsMapSettings& map = m_canvas->mapSettings();
    QgsDistanceArea distances;
    distances.setSourceCrs(map.destinationCrs(), map.transformContext());
    distances.setEllipsoid(QStringLiteral("EPSG:7030"));
    const QgsPointXY middle = map.visibleExtent().center();
    const double step = 50 * map.mapUnitsPerPixel();
    try {
        m_metresPerPixel = distances.measureLine(QgsPointXY(middle.x() - step, middle.y()),
                                                 QgsPointXY(middle.x() + step, middle.y())) /
                           100;
    } catch (const QgsException&) {
        m_metresPerPixel = 0;
    }
    update();
}

void ScaleBar::paintEvent(QPaintEvent*)
{
    const double metres = roundScaleLength(longestPixels * m_metresPerPixel);
    const double miles = roundScaleLength(longestPixels * m_metresPerPixel / metresPerNauticalMile);
    // Bars longer than the earth mean nothing.
    if (metres <= 0 || metres > 10e6)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0;
    drawBar(painter, y - 2, metres / m_metresPerPixel,
            metres >= 1000 ? scaleLengthText(metres / 1000, QStringLiteral("km"))
                           : scaleLengthText(metres, QStringLiteral("m")),
            true);
    drawBar(painter, y + 3, miles * metresPerNauticalMile / m_metresPerPixel,
            scaleLengthText(miles, QStringLiteral("NM")), false);
}

}  // namespace sheen
