#pragma once

#include <qgsrubberband.h>
#include <qobjectuniqueptr.h>

#include <QPoint>

#include "tools/slick_tool.h"

namespace sheen {

/** Selects slicks: by a click, more with Shift, by a rectangle; a click on the selected one selects the area
 * there; a double click goes to the slick. */
class SelectTool : public SlickTool
{
    Q_OBJECT

public:
    SelectTool(QgsMapCanvas* canvas, SlickStore* store);

    void canvasPressEvent(QgsMapMouseEvent* event) override;
    void canvasMoveEvent(QgsMapMouseEvent* event) override;
    void canvasReleaseEvent(QgsMapMouseEvent* event) override;
    void canvasDoubleClickEvent(QgsMapMouseEvent* event) override;
    void deactivate() override;

Q_SIGNALS:
    /** Double-clicked: go there and show its best frame. */
    void activated(std::int64_t id);

private:
    QString hintText() const override;

    QObjectUniquePtr<QgsRubberBand> m_rectangle;
    QPoint m_pressed;
    bool m_isPressed = false;
    bool m_drags = false;
};

}  // namespace sheen
