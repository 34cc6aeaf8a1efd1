#include "ui/frame/timeline.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPalette>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "data/area_colours.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/time_text.h"

namespace sheen {

namespace {

const QColor trackColour(0xe4, 0xe8, 0xea);
const QColor doneColour(0xb7, 0xcb, 0xd6);
const QColor gapColour(0xd9, 0x9a, 0x8f);
const QColor filledColour(0xe8, 0xd2, 0x9a);
constexpr int noteHeight = 8;  //!< above the strip, for bookmarks
constexpr int thumbnailGap = 2;

/** Seen on a light and on a dark window. */
QColor cursorColour(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? QColor(0x8e, 0xc5, 0xe3)
                                                             : QColor(0x1d, 0x4e, 0x6b);
}

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
    m_thumbnails.clear();
    m_range.reset();
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
    Q_EMIT thumbnailsWanted();
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
    Q_EMIT thumbnailsWanted();
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

int Timeline::frameAt(double seconds) const
{
    return m_marks.empty() ? -1 : m_marks[indexOfTime(seconds)].frame;
}

double Timeline::secondsOf(int frame) const
{
    const auto at = std::lower_bound(m_marks.begin(), m_marks.end(), frame,
                                     [](const Mark& mark, int number) { return mark.frame < number; });
    if (m_marks.empty())
        return 0;
    return at == m_marks.end() ? m_marks.back().timeSeconds : at->timeSeconds;
}

Timeline::Range Timeline::span() const
{
    return m_marks.empty() ? Range(0, 0) : Range(m_marks.front().timeSeconds, m_marks.back().timeSeconds);
}

std::size_t Timeline::indexOfTime(double seconds) const
{
    const auto after =
        std::upper_bound(m_marks.begin(), m_marks.end(), seconds + 1e-6,
                         [](double time, const Mark& mark) { return time < mark.timeSeconds; });
    return after == m_marks.begin() ? 0 : std::size_t(after - m_marks.begin()) - 1;
}

void Timeline::setBookmarks(const std::vector<Bookmark>& bookmarks)
{
    m_bookmarks = bookmarks;
    update();
}

void Timeline::setRange(const std::optional<Range>& range)
{
    m_range = range;
    update();
}

void Timeline::setThumbnailsVisible(bool visible)
{
    if (visible == m_showsThumbnails)
        return;
    m_showsThumbnails = visible;
    m_thumbnails.clear();
    updateGeometry();
    update();
    Q_EMIT thumbnailsWanted();
}

std::vector<FrameRecord> Timeline::thumbnailFrames() const
{
    std::vector<FrameRecord> frames;
    if (!m_showsThumbnails || m_marks.empty())
        return frames;
    const int count = std::max(1, int(strip().width()) / (thumbnailSize().width() + thumbnailGap));
    for (int i = 0; i < count; ++i) {
        const Mark& mark = m_marks[std::size_t(i) * m_marks.size() / std::size_t(count)];
        FrameRecord record;
        record.frame = mark.frame;
        record.timeSeconds = mark.timeSeconds;
        if (frames.empty() || frames.back().frame != record.frame)
            frames.push_back(record);
    }
    return frames;
}

void Timeline::setThumbnail(int frame, const QImage& picture)
{
    m_thumbnails.insert(frame, picture);
    update();
}

void Timeline::clearThumbnails()
{
    m_thumbnails.clear();
    update();
}

int Timeline::wantedHeight() const
{
    return 46 + (m_showsThumbnails ? thumbnailSize().height() + 4 : 0);
}

QRectF Timeline::strip() const
{
    const int above = noteHeight + 4 + (m_showsThumbnails ? thumbnailSize().height() + 4 : 0);
    return QRectF(8, above, width() - 16, 14);
}

double Timeline::xOf(std::size_t index) const
{
    const double count = std::max<double>({1, double(m_marks.size()), double(m_expected)});
    return strip().left() + strip().width() * double(index) / count;
}

double Timeline::xOfTime(double seconds) const
{
    const std::size_t index = indexOfTime(seconds);
    return (xOf(index) + xOf(index + 1)) / 2;
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
    drawThumbnails(painter);
    drawFrames(painter);
    if (m_marks.empty())
        return;
    drawNotes(painter);
    drawCursor(painter);
    painter.setPen(palette().color(QPalette::WindowText));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    const QRectF bar = strip();
    const QRectF below(bar.left(), bar.bottom() + 3, bar.width(), height() - bar.bottom() - 3);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, recordingTime(m_marks.front().timeSeconds));
    painter.drawText(
        below, Qt::AlignRight | Qt::AlignTop,
        m_expected > int(m_marks.size()) ? QString() : recordingTime(m_marks.back().timeSeconds));
}

/** Each above the stretch that begins with it. */
void Timeline::drawThumbnails(QPainter& painter) const
{
    for (const FrameRecord& record : thumbnailFrames()) {
        const QRectF place(QPointF(xOf(indexOfTime(record.timeSeconds)), 1), QSizeF(thumbnailSize()));
        const auto picture = m_thumbnails.find(record.frame);
        if (picture == m_thumbnails.end())
            painter.fillRect(place, palette().color(QPalette::AlternateBase));
        else
            painter.drawImage(place, *picture);
    }
}

void Timeline::drawFrames(QPainter& painter) const
{
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
}

/** The range that is set as a frame about the strip, bookmarks as flags and bars above it. */
void Timeline::drawNotes(QPainter& painter) const
{
    const QRectF bar = strip();
    if (m_range) {
        const double left = xOf(indexOfTime(m_range->first));
        const double right = xOf(indexOfTime(m_range->second) + 1);
        painter.setPen(QPen(cursorColour(palette()), 2));
        painter.drawRect(QRectF(left, bar.top() - 2, std::max(3.0, right - left), bar.height() + 4));
    }
    const QColor note(0xc9, 0x4f, 0x1e);
    for (const Bookmark& bookmark : m_bookmarks) {
        const double x = xOfTime(bookmark.startSeconds);
        const double y = bar.top() - noteHeight - 1;
        if (bookmark.isRange())
            painter.fillRect(QRectF(x, y, std::max(3.0, xOfTime(bookmark.endSeconds) - x), 3), note);
        painter.fillRect(QRectF(x - 0.5, y, 1.5, noteHeight), note);
        painter.fillRect(QRectF(x, y, 6, 5), note);
    }
}

void Timeline::drawCursor(QPainter& painter) const
{
    if (m_current < 0)
        return;
    const QRectF bar = strip();
    const QColor colour = cursorColour(palette());
    const double x = (xOf(std::size_t(m_current)) + xOf(std::size_t(m_current) + 1)) / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 2));
    painter.drawLine(QPointF(x, bar.top() - 3), QPointF(x, bar.bottom() + 3));
    painter.setBrush(colour);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(
        QPolygonF({{x - 5, bar.bottom() + 9}, {x + 5, bar.bottom() + 9}, {x, bar.bottom() + 2}}));
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
    if (event->button() != Qt::LeftButton || m_marks.empty())
        return;
    m_rangeStart.reset();
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        m_rangeStart = m_marks[std::size_t(indexAt(event->pos().x()))].timeSeconds;
    else
        choose(event->pos());
}

void Timeline::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_marks.empty())
        return;
    if (!m_rangeStart) {
        choose(event->pos());
        return;
    }
    const double here = m_marks[std::size_t(indexAt(event->pos().x()))].timeSeconds;
    setRange(Range(std::minmax(*m_rangeStart, here)));
}

/** A click with Shift, without a drag, takes the range away. */
void Timeline::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_rangeStart)
        return;
    const double here = m_marks[std::size_t(indexAt(event->pos().x()))].timeSeconds;
    setRange(here == *m_rangeStart ? std::nullopt : std::optional(Range(std::minmax(*m_rangeStart, here))));
    m_rangeStart.reset();
    Q_EMIT rangeChosen();
}

void Timeline::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_showsThumbnails)
        Q_EMIT thumbnailsWanted();
}

QString Timeline::toolTipAt(double x) const
{
    const Mark& mark = m_marks[std::size_t(indexAt(x))];
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
    for (const Bookmark& bookmark : m_bookmarks) {
        const double end = std::max(xOfTime(bookmark.endSeconds), xOfTime(bookmark.startSeconds) + 7);
        if (xOfTime(bookmark.startSeconds) - 2 <= x && x <= end && !bookmark.note.isEmpty())
            lines << tr("Noted: %1").arg(bookmark.note);
    }
    return lines.join(QLatin1Char('\n'));
}

bool Timeline::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !m_marks.empty()) {
        auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), asPlainText(toolTipAt(help->pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace sheen
