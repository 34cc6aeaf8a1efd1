#pragma once

#include <qgsgeometry.h>
#include <qgsmapcanvasitem.h>

namespace sheen {

class SlickStore;

/** Dims the map around what is selected, while it is on. Lies under the marks of tools and selection. */
class Spotlight : public QgsMapCanvasItem
{
public:
    Spotlight(const SlickStore* store, QgsMapCanvas* canvas);

    void setOn(bool on);
    bool isOn() const { return m_on; }
    /** After the selection, a slick or the map's CRS changed. */
    void follow();

    QRectF boundingRect() const override;
    void updatePosition() override;

protected:
    void paint(QPainter* painter) override;

private:
    const SlickStore* m_store;
    QgsGeometry m_lit;  //!< in the map's CRS
    bool m_on = false;
};

}  // namespace sheen
