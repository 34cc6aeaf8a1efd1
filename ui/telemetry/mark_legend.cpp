#include "mark_legend.h"

#include <QPainter>

#include "track_mark.h"

namespace sheen {

namespace {

constexpr int side = 14;
constexpr int gap = 4;
constexpr int between = 12;

}  // namespace

MarkLegend::MarkLegend(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MarkLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = gap;
    for (const TrackMark mark : {TrackMark::Read, TrackMark::Rejected, TrackMark::Filled, TrackMark::Set}) {
        const QString name = mark == TrackMark::Filled ? tr("gap") : markName(mark);
        const int needed = side + gap + fontMetrics().horizontalAdvance(name);
        if (x + needed > width())
            return;
        const QRectF chip(x, (height() - side) / 2.0, side, side);
        if (mark == TrackMark::Filled)
            fillGap(painter, chip);
        else
            drawMark(painter, mark, chip.center(), mark == TrackMark::Set ? 10 : 7);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(x + side + gap, 0, needed, height()), Qt::AlignVCenter | Qt::AlignLeft, name);
        x += needed + between;
    }
}

}  // namespace sheen
