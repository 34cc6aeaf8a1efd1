#pragma once

#include <QPointF>
#include <QString>
#include <optional>

class QPainter;

namespace sheen {

/** A numbered place in a picture or on the map, and where it would be if all was right. */
struct NumberedMark
{
    QPointF at;
    std::optional<QPointF> expected;  //!< a line leads there
    QString number;
    bool faint = false;
};

/** Both places as the painter has them: the mark keeps its size. */
void drawMark(QPainter& painter, const NumberedMark& mark);

}  // namespace sheen
