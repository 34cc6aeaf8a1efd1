#pragma once

#include <qgsrubberband.h>
#include <qobjectuniqueptr.h>

#include <QObject>

class QgsMapCanvas;

namespace sheen {

class SlickStore;

/** A bright edge around what is selected, above all layers of the map. */
class SelectionHighlight : public QObject
{
    Q_OBJECT

public:
    SelectionHighlight(SlickStore* store, QgsMapCanvas* canvas, QObject* parent);

private:
    void show();

    SlickStore* m_store;
    QObjectUniquePtr<QgsRubberBand> m_band;  //!< the canvas may delete it first
};

}  // namespace sheen
