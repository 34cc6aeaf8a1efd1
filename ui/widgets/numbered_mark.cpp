#include "ui/widgets/numbered_mark.h"

#include <QPainter>
#include <QPainterPath>

namespace sheen {

namespace {

constexpr double radius = 6;
constexpr double reach = 11;  //!< of the cross hairs
const QColor own(0x8a, 0x3a, 0xb9);

void strokeTwice(QPainter& painter, const QPainterPath& path, double width)
{
    painter.setPen(QPen(QColor(255, 255, 255, 220), width + 2.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(path);
    painter.setPen(QPen(own, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(path);
}

}  // namespace

void drawMark(QPainter& painter, const NumberedMark& mark)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setOpacity(mark.faint ? 0.5 : 1);
    if (mark.expected) {
        QPainterPath way(mark.at);
        way.lineTo(*mark.expected);
        way.addRect(QRectF(*mark.expected - QPointF(3, 3), QSizeF(6, 6)));
        strokeTwice(painter, way, 1.3);
    }
    // Its middle stays free: there is what was marked.
    QPainterPath cross;
    cross.addEllipse(mark.at, radius, radius);
    for (const QPointF& direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
        cross.moveTo(mark.at + 3 * direction);
        cross.lineTo(mark.at + reach * direction);
    }
    strokeTwice(painter, cross, 1.6);

    QFont font = painter.font();
    font.setBold(true);
    QPainterPath text;
    text.addText(mark.at + QPointF(radius + 3, -radius - 2), font, mark.number);
    painter.strokePath(text,
                       QPen(QColor(255, 255, 255, 230), 3.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(text, own);
    painter.restore();
}

}  // namespace sheen
