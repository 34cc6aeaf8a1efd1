#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QgsMapCanvas;
class QgsPointXY;

namespace sheen {

/** Where the mouse is, the map's scale and CRS, for the status bar. A click on the CRS chooses another. */
class MapStatus : public QWidget
{
    Q_OBJECT

public:
    explicit MapStatus(QgsMapCanvas* canvas, QWidget* parent = nullptr);

private:
    void makeRoom();
    void showPosition(const QgsPointXY& map);
    void showCrs();
    void chooseCrs();

    QgsMapCanvas* m_canvas;
    QLabel* m_position;
    QLabel* m_scale;
    QToolButton* m_crs;
};

}  // namespace sheen
