#include "review_icons.h"

#include <qgsapplication.h>

#include <QPainter>
#include <QPixmap>

namespace sheen {

QIcon swatchIcon(const QColor& colour)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(colour);
    return {pixmap};
}

QIcon figureIcon(int figure)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(90, 90, 90), 2));
    painter.setBrush(QColor(250, 250, 250));
    painter.drawRoundedRect(3, 3, 26, 26, 5, 5);
    QFont font = painter.font();
    font.setPixelSize(20);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(QColor(30, 30, 30));
    painter.drawText(pixmap.rect(), Qt::AlignCenter, QString::number(figure));
    return {pixmap};
}

QIcon decisionIcon(bool accept)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(accept ? QColor(20, 130, 50) : QColor(190, 30, 30), 5, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    if (accept) {
        painter.drawPolyline(QPolygon(QVector<QPoint>{{6, 17}, {13, 25}, {26, 7}}));
    } else {
        painter.drawLine(8, 8, 24, 24);
        painter.drawLine(24, 8, 8, 24);
    }
    return {pixmap};
}

QIcon themeIcon(const QString& name)
{
    return name.isEmpty() ? QIcon()
                          : QgsApplication::getThemeIcon(QLatin1Char('/') + name + QStringLiteral(".svg"));
}

}  // namespace sheen
