#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <set>

#include "geo/angles.h"
#include "track_plot.h"
#include "ui/widgets/time_text.h"

// How the plot is drawn: once for a view of the data, kept as a picture, the cursor over it. A flight of many
// thousand frames has more samples than columns, so each column is drawn from the least to the most of its
// own.

namespace sheen {

namespace {

const QColor curveColour(0x1d, 0x4e, 0x6b);
const QColor bandColour(0x1d, 0x6b, 0x8f, 60);
const QColor gridColour(0xe4, 0xe8, 0xea);
const QColor edgeColour(0x9a, 0xa8, 0xb0);
const QColor labelColour(0x5b, 0x6a, 0x73);
const QColor cursorColour(0xd0, 0x6a, 0x00);

/** What falls on one column of pixels. */
struct Column
{
    double x = 0;
    double first = 0, last = 0, least = 0, most = 0;  //!< of the curve, pixels
    double bandTop = 0, bandBottom = 0;
};

bool isGap(TrackMark mark)
{
    return mark != TrackMark::Read && mark != TrackMark::Set;
}

/** Seconds between two labels: round for people who read minutes and hours. */
double timeStep(double span, int parts)
{
    const double least = span / std::max(1, parts);
    if (least < 1)
        return roundStep(span, parts);
    for (const double step : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0}) {
        if (step >= least)
            return step;
    }
    return std::ceil(least / 3600) * 3600;
}

QString timeLabel(double seconds, double step)
{
    const QString text = recordingTime(seconds);
    return step < 1 ? text : text.left(text.size() - 2);
}

void drawColumns(QPainter& painter, const std::vector<Column>& columns)
{
    if (columns.empty())
        return;
    QPolygonF band;
    for (const Column& column : columns)
        band << QPointF(column.x, column.bandTop);
    for (auto column = columns.rbegin(); column != columns.rend(); ++column)
        band << QPointF(column->x, column->bandBottom);
    painter.setPen(Qt::NoPen);
    painter.setBrush(bandColour);
    painter.drawPolygon(band);

    QPolygonF curve;
    for (const Column& column : columns) {
        curve << QPointF(column.x, column.first);
        if (column.most - column.least > 1)
            curve << QPointF(column.x, column.least) << QPointF(column.x, column.most);
        if (column.last != column.first)
            curve << QPointF(column.x, column.last);
    }
    painter.setPen(QPen(curveColour, 1.6));
    painter.setBrush(Qt::NoBrush);
    if (curve.size() == 1)
        painter.drawPoint(curve.first());
    else
        painter.drawPolyline(curve);
}

}  // namespace

QRectF TrackPlot::plotArea() const
{
    const QFontMetrics metrics(font());
    const double left = metrics.horizontalAdvance(QStringLiteral("00000.0")) + 8;
    return QRectF(rect()).adjusted(left, 6, -10, -metrics.height() - 5);
}

QString TrackPlot::valueLabel(double value, double step) const
{
    const int decimals = std::clamp(int(std::ceil(-std::log10(std::max(step, 1e-9)) - 1e-9)), 0, 4);
    double shown = std::round(value / std::pow(10, -decimals)) * std::pow(10, -decimals);
    if (m_series.isAngle)
        shown = wrappedTurn(shown);
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(shown == 0 ? 0.0 : shown, 'f', decimals);
}

void TrackPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_series.samples.empty()) {
        painter.setPen(labelColour);
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
        return;
    }
    const QSize pixels = size() * devicePixelRatioF();
    if (m_drawn.size() != pixels) {
        m_drawn = QPixmap(pixels);
        m_drawn.setDevicePixelRatio(devicePixelRatioF());
        m_drawn.fill(Qt::transparent);
        QPainter into(&m_drawn);
        into.setFont(font());
        drawAll(into);
        ++m_drawings;
    }
    painter.drawPixmap(0, 0, m_drawn);
    drawCursor(painter);
}

void TrackPlot::drawAll(QPainter& painter) const
{
    const QRectF area = plotArea();
    painter.fillRect(area, Qt::white);
    const Window shown = window();
    painter.setClipRect(area);
    drawGaps(painter, shown);
    painter.setClipping(false);
    drawGrid(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(area);
    drawCurve(painter, shown);
    drawReadings(painter, shown);
    painter.setClipping(false);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(edgeColour);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);
}

/** Frames without a believed reading, each as wide as half the way to its neighbours. */
void TrackPlot::drawGaps(QPainter& painter, const Window& window) const
{
    const Samples& samples = m_series.samples;
    const auto middle = [&samples](std::size_t a, std::size_t b) {
        return (samples[a].timeSeconds + samples[b].timeSeconds) / 2;
    };
    for (std::size_t i = window.first; i < window.last; ++i) {
        if (!isGap(samples[i].mark))
            continue;
        const std::size_t first = i;
        while (i + 1 < window.last && isGap(samples[i + 1].mark))
            ++i;
        const double left = xOf(first > 0 ? middle(first - 1, first) : samples[first].timeSeconds);
        const double right = xOf(i + 1 < samples.size() ? middle(i, i + 1) : samples[i].timeSeconds);
        fillGap(painter, QRectF(left, 0, std::max(1.0, right - left), height()));
    }
}

void TrackPlot::drawGrid(QPainter& painter) const
{
    const QRectF area = plotArea();
    const QFontMetrics metrics(font());
    const int row = metrics.height();
    const double step = roundStep(m_most - m_least, std::max(1, int(area.height() / (1.8 * row))));
    for (double value = std::ceil(m_least / step) * step; value <= m_most; value += step) {
        const double y = yOf(value);
        painter.setPen(gridColour);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(labelColour);
        const double top = std::clamp(y - row / 2.0, 0.0, double(height() - row));
        painter.drawText(QRectF(0, top, area.left() - 5, row), Qt::AlignRight | Qt::AlignVCenter,
                         valueLabel(value, step));
    }
    const int labelWidth = metrics.horizontalAdvance(timeLabel(m_to, 1)) + 24;
    const double seconds = timeStep(m_to - m_from, std::max(1, int(area.width() / labelWidth)));
    for (double time = std::ceil(m_from / seconds) * seconds; time <= m_to; time += seconds) {
        const double x = xOf(time);
        painter.setPen(gridColour);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(labelColour);
        const double left = std::min(x - labelWidth / 2.0, double(width() - labelWidth));
        painter.drawText(QRectF(left, area.bottom() + 2, labelWidth, row),
                         (left < x - labelWidth / 2.0 ? Qt::AlignRight : Qt::AlignHCenter) | Qt::AlignTop,
                         timeLabel(time, seconds));
    }
}

void TrackPlot::drawCurve(QPainter& painter, const Window& window) const
{
    std::vector<Column> columns;
    for (std::size_t i = window.first; i < window.last; ++i) {
        const TrackSample& sample = m_series.samples[i];
        if (!sample.value) {
            drawColumns(painter, columns);
            columns.clear();
            continue;
        }
        const double x = xOf(sample.timeSeconds);
        const double y = yOf(*sample.value);
        const double top = yOf(*sample.value + sample.error);
        const double bottom = yOf(*sample.value - sample.error);
        if (columns.empty() || std::floor(x) != std::floor(columns.back().x)) {
            columns.push_back({x, y, y, y, y, top, bottom});
            continue;
        }
        Column& column = columns.back();
        column.last = y;
        column.least = std::min(column.least, y);
        column.most = std::max(column.most, y);
        column.bandTop = std::min(column.bandTop, top);
        column.bandBottom = std::max(column.bandBottom, bottom);
    }
    drawColumns(painter, columns);
}

/** What was read, once for each pixel; what does not fit the height lies at its edge. */
void TrackPlot::drawReadings(QPainter& painter, const Window& window) const
{
    const QRectF area = plotArea();
    const std::size_t many = window.last - window.first;
    const bool crowded = double(many) > area.width() / 3;
    for (const TrackMark mark : {TrackMark::Read, TrackMark::Rejected, TrackMark::Set}) {
        std::set<std::pair<int, int>> taken;
        const double size = mark == TrackMark::Set ? 10 : mark == TrackMark::Rejected ? 7 : crowded ? 2.5 : 5;
        for (std::size_t i = window.first; i < window.last; ++i) {
            const TrackSample& sample = m_series.samples[i];
            if (sample.mark != mark)
                continue;
            const std::optional<double>& value = mark == TrackMark::Set ? sample.value : sample.seen;
            if (!value)
                continue;
            const QPointF point(xOf(sample.timeSeconds),
                                std::clamp(yOf(*value), area.top() + 5, area.bottom() - 5));
            if (taken.insert({int(point.x()), int(point.y())}).second)
                drawMark(painter, mark, point, size);
        }
    }
}

void TrackPlot::drawCursor(QPainter& painter) const
{
    const auto at = std::find_if(m_series.samples.begin(), m_series.samples.end(),
                                 [this](const TrackSample& sample) { return sample.frame == m_current; });
    if (at == m_series.samples.end() || at->timeSeconds < m_from || at->timeSeconds > m_to)
        return;
    const QRectF area = plotArea();
    const double x = xOf(at->timeSeconds);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(cursorColour, 1.5));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(cursorColour);
    painter.drawPolygon(QPolygonF({{x - 4, area.top() - 5}, {x + 4, area.top() - 5}, {x, area.top() + 1}}));
}

}  // namespace sheen
