#include "track_plot.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/widgets/time_text.h"

// What the plot shows and how it is handled; track_plot_drawing.cpp draws it.

namespace sheen {

namespace {

constexpr double shortestSpanSeconds = 0.5;
constexpr double zoomPerStep = 1.25;

}  // namespace

double roundStep(double span, int parts)
{
    const double least = span / std::max(1, parts);
    if (!(least > 0) || !std::isfinite(least))
        return 1;
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

TrackPlot::TrackPlot(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("trackPlot"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setCursor(Qt::CrossCursor);
}

double TrackPlot::wholeFrom() const
{
    return m_series.samples.empty() ? 0 : m_series.samples.front().timeSeconds;
}

double TrackPlot::wholeTo() const
{
    return m_series.samples.empty()
               ? 1
               : std::max(m_series.samples.back().timeSeconds, wholeFrom() + shortestSpanSeconds);
}

void TrackPlot::setSeries(TrackSeries series)
{
    const bool showedAll = m_series.samples.empty() || (m_from <= wholeFrom() && m_to >= wholeTo());
    m_series = std::move(series);
    if (showedAll)
        show(wholeFrom(), wholeTo());
    else
        show(m_from, m_to);
}

void TrackPlot::setHint(const QString& hint)
{
    m_hint = hint;
    update();
}

void TrackPlot::setCurrentFrame(int frame)
{
    if (frame == m_current)
        return;
    m_current = frame;
    const auto at = std::find_if(m_series.samples.begin(), m_series.samples.end(),
                                 [frame](const TrackSample& sample) { return sample.frame == frame; });
    if (at != m_series.samples.end() && (at->timeSeconds < m_from || at->timeSeconds > m_to)) {
        const double half = (m_to - m_from) / 2;
        show(at->timeSeconds - half, at->timeSeconds + half);
    }
    update();
}

void TrackPlot::showAll()
{
    show(wholeFrom(), wholeTo());
}

void TrackPlot::show(double fromSeconds, double toSeconds)
{
    // Moved inside the flight before it is cut, so that zooming at an end keeps the span.
    const double span = std::min(toSeconds - fromSeconds, wholeTo() - wholeFrom());
    m_from = std::clamp(fromSeconds, wholeFrom(), wholeTo() - span);
    m_to = m_from + std::max(span, 1e-6);
    fitValues();
    changed();
}

TrackPlot::Window TrackPlot::window() const
{
    const Samples& samples = m_series.samples;
    const auto before = [](const TrackSample& sample, double time) { return sample.timeSeconds < time; };
    const auto after = [](double time, const TrackSample& sample) { return time < sample.timeSeconds; };
    auto first = std::lower_bound(samples.begin(), samples.end(), m_from, before);
    auto last = std::upper_bound(samples.begin(), samples.end(), m_to, after);
    if (first != samples.begin())
        --first;
    if (last != samples.end())
        ++last;
    return {std::size_t(first - samples.begin()), std::size_t(last - samples.begin())};
}

/** The height is for the curve, its band and what was believed: a wild misreading must not flatten it. */
void TrackPlot::fitValues()
{
    double least = 0;
    double most = 0;
    bool any = false;
    const auto take = [&](double value) {
        if (!std::isfinite(value))
            return;
        least = any ? std::min(least, value) : value;
        most = any ? std::max(most, value) : value;
        any = true;
    };
    const Window shown = window();
    for (std::size_t i = shown.first; i < shown.last; ++i) {
        const TrackSample& sample = m_series.samples[i];
        if (sample.value) {
            take(*sample.value - sample.error);
            take(*sample.value + sample.error);
        }
        if (sample.seen && sample.mark != TrackMark::Rejected)
            take(*sample.seen);
    }
    const double span = std::max(1.12 * (most - least), m_series.smallest);
    const double middle = (least + most) / 2;
    m_least = middle - span / 2;
    m_most = middle + span / 2;
}

void TrackPlot::changed()
{
    m_drawn = QPixmap();
    update();
}

double TrackPlot::xOf(double timeSeconds) const
{
    const QRectF area = plotArea();
    return area.left() + area.width() * (timeSeconds - m_from) / (m_to - m_from);
}

double TrackPlot::yOf(double value) const
{
    const QRectF area = plotArea();
    return area.bottom() - area.height() * (value - m_least) / (m_most - m_least);
}

QPointF TrackPlot::pointOf(double timeSeconds, double value) const
{
    return {xOf(timeSeconds), yOf(value)};
}

std::size_t TrackPlot::sampleAt(double x) const
{
    const QRectF area = plotArea();
    const double time = m_from + (x - area.left()) / std::max(1.0, area.width()) * (m_to - m_from);
    const Samples& samples = m_series.samples;
    const auto after = std::lower_bound(
        samples.begin(), samples.end(), time,
        [](const TrackSample& sample, double wanted) { return sample.timeSeconds < wanted; });
    if (after == samples.begin())
        return 0;
    const auto before = std::prev(after);
    const bool later = after != samples.end() && after->timeSeconds - time < time - before->timeSeconds;
    return std::size_t((later ? after : before) - samples.begin());
}

int TrackPlot::frameAt(double x) const
{
    return m_series.samples.empty() ? -1 : m_series.samples[sampleAt(x)].frame;
}

void TrackPlot::choose(double x)
{
    const int frame = frameAt(x);
    if (frame < 0 || frame == m_chosen)
        return;
    m_chosen = frame;
    m_current = frame;
    update();
    Q_EMIT frameChosen(frame);
}

void TrackPlot::mousePressEvent(QMouseEvent* event)
{
    m_chosen = -1;
    if (event->button() == Qt::LeftButton)
        choose(event->pos().x());
}

void TrackPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        choose(event->pos().x());
}

void TrackPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        showAll();
}

void TrackPlot::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    const double steps = (turned.y() != 0 ? turned.y() : turned.x()) / 120.0;
    if (steps == 0 || m_series.samples.empty())
        return;
    event->accept();
    const double span = m_to - m_from;
    if (turned.y() == 0 || event->modifiers() & Qt::ShiftModifier) {
        show(m_from - 0.1 * steps * span, m_to - 0.1 * steps * span);
        return;
    }
    const QRectF area = plotArea();
    const double share =
        std::clamp((event->position().x() - area.left()) / std::max(1.0, area.width()), 0.0, 1.0);
    const double wanted = std::max(span / std::pow(zoomPerStep, steps), shortestSpanSeconds);
    const double fixed = m_from + share * span;
    show(fixed - share * wanted, fixed + (1 - share) * wanted);
}

void TrackPlot::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        changed();
    QWidget::changeEvent(event);
}

bool TrackPlot::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_series.samples.empty())
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const TrackSample& sample = m_series.samples[sampleAt(help->pos().x())];
    QStringList lines{tr("Frame %1, %2").arg(sample.frame).arg(recordingTime(sample.timeSeconds))};
    const double fine = (m_most - m_least) / 1000;
    if (sample.value) {
        QString line = valueLabel(*sample.value, fine) + m_series.unit;
        if (sample.error > 0)
            line += QStringLiteral(" ± %1%2").arg(QLocale().toString(sample.error, 'g', 2), m_series.unit);
        lines << QStringLiteral("%1, %2").arg(line, markName(sample.mark));
    } else {
        lines << markName(TrackMark::None);
    }
    if (sample.seen && sample.mark != TrackMark::Read)
        lines << tr("Read: %1").arg(valueLabel(*sample.seen, fine) + m_series.unit);
    QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
    return true;
}

}  // namespace sheen
