#include "ui/frame/timeline.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "data/area_colours.h"
#include "ui/widgets/time_text.h"

namespace sheen {

namespace {

const QColor trackColour(0xe4, 0xe8, 0xea);
const QColor doneColour(0xb7, 0xcb, 0xd6);
const QColor gapColour(0xd9, 0x9a, 0x8f);
const QColor filledColour(0xe8, 0xd2, 0x9a);
const QColor cursorColour(0x1d, 0x4e, 0x6b);

}  // namespace

Timeline::Timeline(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("timeline"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

Timeline::Mark Timeline::markOf(const FrameRecord& record, const ModelCard& card) const
{
    Mark mark;
    mark.frame = record.frame;
    mark.timeSeconds = record.timeSeconds;
    mark.placed = !record.footprint.empty();
    const Quality quality = record.telemetry.quality;
    mark.filled = quality == Quality::Interpolated || quality == Quality::Rejected;
    mark.troubled = record.pictureSize.width == 0;
    double largest = -1;
    for (const Detection& detection : record.detections) {
        if (detection.areaSquareMetres <= largest)
            continue;
        largest = detection.areaSquareMetres;
        const ModelClass* one = card.findClass(detection.classValue);
        const Rgb rgb = one ? classColour(card, *one) : Rgb{};
        mark.oil = QColor(rgb[0], rgb[1], rgb[2]);
    }
    return mark;
}

void Timeline::clear()
{
    m_marks.clear();
    m_expected = 0;
    m_current = -1;
    update();
}

void Timeline::setFrames(const std::vector<FrameRecord>& frames, const ModelCard& card)
{
    const int shown = currentFrame();
    m_marks.clear();
    m_expected = 0;
    addFrames(frames, card);
    m_current = -1;
    setCurrentFrame(shown);
}

void Timeline::setFramesToLookAt(const std::vector<FrameRecord>& frames)
{
    clear();
    for (const FrameRecord& record : frames) {
        Mark mark;
        mark.frame = record.frame;
        mark.timeSeconds = record.timeSeconds;
        mark.isRun = false;
        m_marks.push_back(mark);
    }
    update();
}

void Timeline::addFrames(const std::vector<FrameRecord>& frames, const ModelCard& card)
{
    for (const FrameRecord& record : frames)
        m_marks.push_back(markOf(record, card));
    update();
}

void Timeline::setExpected(int count)
{
    m_expected = count;
    update();
}

void Timeline::setCurrentFrame(int frame)
{
    const auto at = std::lower_bound(m_marks.begin(), m_marks.end(), frame,
                                     [](const Mark& mark, int number) { return mark.frame < number; });
    m_current = at != m_marks.end() && at->frame == frame ? int(at - m_marks.begin()) : -1;
    update();
}

int Timeline::currentFrame() const
{
    return m_current >= 0 && m_current < int(m_marks.size()) ? m_marks[std::size_t(m_current)].frame : -1;
}

int Timeline::neighbour(int direction, bool withOil) const
{
    int index = m_current < 0 ? (direction > 0 ? -1 : int(m_marks.size())) : m_current;
    for (index += direction; index >= 0 && index < int(m_marks.size()); index += direction) {
        const Mark& mark = m_marks[std::size_t(index)];
        if (!withOil || mark.oil.isValid())
            return mark.frame;
    }
    return -1;
}

QRectF Timeline::strip() const
{
    return QRectF(8, 6, width() - 16, 14);
}

double Timeline::xOf(std::size_t index) const
{
    const double count = std::max<double>({1, double(m_marks.size()), double(m_expected)});
    return strip().left() + strip().width() * double(index) / count;
}

int Timeline::indexAt(double x) const
{
    const double count = std::max<double>({1, double(m_marks.size()), double(m_expected)});
    const int index = int(std::floor((x - strip().left()) / strip().width() * count));
    return std::clamp(index, 0, int(m_marks.size()) - 1);
}

void Timeline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF bar = strip();
    painter.fillRect(bar, trackColour);
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const Mark& mark = m_marks[i];
        if (!mark.isRun)
            continue;
        const double left = xOf(i);
        const QRectF cell(left, bar.top(), std::max(1.0, xOf(i + 1) - left), bar.height());
        painter.fillRect(cell, !mark.placed ? gapColour : mark.filled ? filledColour : doneColour);
    }
    // Oil last and never thinner than can be seen.
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (!m_marks[i].oil.isValid())
            continue;
        const double left = xOf(i);
        painter.fillRect(QRectF(left, bar.top(), std::max(2.0, xOf(i + 1) - left), bar.height() * 0.6),
                         m_marks[i].oil);
    }
    painter.setPen(QColor(0x9a, 0xa8, 0xb0));
    painter.drawRect(bar.adjusted(-0.5, -0.5, 0.5, 0.5));
    if (m_current >= 0 && !m_marks.empty()) {
        const double x = (xOf(std::size_t(m_current)) + xOf(std::size_t(m_current) + 1)) / 2;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(cursorColour, 2));
        painter.drawLine(QPointF(x, bar.top() - 3), QPointF(x, bar.bottom() + 3));
        painter.setBrush(cursorColour);
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(
            QPolygonF({{x - 5, bar.bottom() + 9}, {x + 5, bar.bottom() + 9}, {x, bar.bottom() + 2}}));
    }
    if (!m_marks.empty()) {
        painter.setPen(QColor(0x5b, 0x6a, 0x73));
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.85);
        painter.setFont(small);
        const QRectF below(bar.left(), bar.bottom() + 3, bar.width(), height() - bar.bottom() - 3);
        painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, recordingTime(m_marks.front().timeSeconds));
        painter.drawText(
            below, Qt::AlignRight | Qt::AlignTop,
            m_expected > int(m_marks.size()) ? QString() : recordingTime(m_marks.back().timeSeconds));
    }
}

void Timeline::choose(const QPoint& position)
{
    if (m_marks.empty())
        return;
    const int index = indexAt(position.x());
    if (index == m_current)
        return;
    m_current = index;
    update();
    Q_EMIT frameChosen(currentFrame());
}

void Timeline::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        choose(event->pos());
}

void Timeline::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        choose(event->pos());
}

bool Timeline::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !m_marks.empty()) {
        auto* help = static_cast<QHelpEvent*>(event);
        const Mark& mark = m_marks[std::size_t(indexAt(help->pos().x()))];
        QStringList lines{tr("Frame %1, %2").arg(mark.frame).arg(recordingTime(mark.timeSeconds))};
        if (mark.oil.isValid())
            lines << tr("Oil was found.");
        if (!mark.isRun)
            lines << tr("Not run yet.");
        else if (!mark.placed)
            lines << tr("Without a place on the map.");
        else if (mark.filled)
            lines << tr("Its place comes from neighbouring frames.");
        if (mark.troubled)
            lines << tr("The picture could not be decoded.");
        QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace sheen
