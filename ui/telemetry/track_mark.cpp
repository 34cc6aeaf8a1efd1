#include "track_mark.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

namespace sheen {

namespace {

struct TrackMarkText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TrackMark)
};

constexpr int iconSide = 16;

}  // namespace

TrackMark markOf(Quality quality)
{
    switch (quality) {
        case Quality::Read:
        case Quality::Klv:
            return TrackMark::Read;
        case Quality::Interpolated:
            return TrackMark::Filled;
        case Quality::Rejected:
            return TrackMark::Rejected;
        case Quality::Set:
            return TrackMark::Set;
        case Quality::None:
            break;
    }
    return TrackMark::None;
}

QString markName(TrackMark mark)
{
    switch (mark) {
        case TrackMark::Read:
            return TrackMarkText::tr("read");
        case TrackMark::Filled:
            return TrackMarkText::tr("filled in");
        case TrackMark::Rejected:
            return TrackMarkText::tr("rejected");
        case TrackMark::Set:
            return TrackMarkText::tr("by hand");
        case TrackMark::None:
            break;
    }
    return TrackMarkText::tr("nothing known");
}

QColor markColour(TrackMark mark)
{
    switch (mark) {
        case TrackMark::Read:
            return {0x2b, 0x78, 0xa0};
        case TrackMark::Filled:
            return {0x9a, 0x6b, 0x00};
        case TrackMark::Rejected:
            return {0xb3, 0x2d, 0x1b};
        case TrackMark::Set:
            return {0x5b, 0x2d, 0x8f};
        case TrackMark::None:
            break;
    }
    return {0x8a, 0x96, 0x9d};
}

QColor markShade(TrackMark mark)
{
    switch (mark) {
        case TrackMark::Filled:
            return {0xfb, 0xf0, 0xd2};
        case TrackMark::Rejected:
            return {0xf9, 0xe0, 0xdb};
        case TrackMark::Set:
            return {0xec, 0xe3, 0xf6};
        case TrackMark::Read:
        case TrackMark::None:
            break;
    }
    return {};
}

void drawMark(QPainter& painter, TrackMark mark, const QPointF& centre, double size)
{
    const QColor colour = markColour(mark);
    const double half = size / 2;
    switch (mark) {
        case TrackMark::Read:
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawEllipse(centre, half, half);
            break;
        case TrackMark::Filled:
            painter.setPen(QPen(colour, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(centre, half, half);
            break;
        case TrackMark::Rejected:
            painter.setPen(QPen(colour, 2));
            painter.drawLine(centre - QPointF(half, half), centre + QPointF(half, half));
            painter.drawLine(centre - QPointF(half, -half), centre + QPointF(half, -half));
            break;
        case TrackMark::Set:
            painter.setPen(QPen(Qt::white, 1));
            painter.setBrush(colour);
            painter.drawPolygon(QPolygonF({centre + QPointF(0, -half), centre + QPointF(half, 0),
                                           centre + QPointF(0, half), centre + QPointF(-half, 0)}));
            break;
        case TrackMark::None:
            painter.setPen(QPen(colour, 1.5));
            painter.drawLine(centre - QPointF(half, 0), centre + QPointF(half, 0));
            break;
    }
}

void fillGap(QPainter& painter, const QRectF& area)
{
    painter.fillRect(area, markShade(TrackMark::Filled));
    painter.fillRect(area, QBrush(QColor(0xd9, 0xb8, 0x6a), Qt::BDiagPattern));
}

QIcon markIcon(TrackMark mark)
{
    QPixmap pixmap(2 * iconSide, 2 * iconSide);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawMark(painter, mark, QPointF(iconSide / 2.0, iconSide / 2.0), mark == TrackMark::Set ? 11 : 8);
    return QIcon(pixmap);
}

}  // namespace sheen
