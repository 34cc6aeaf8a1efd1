#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "archive/catalogue.h"

class QgsMapCanvas;
class QgsMapTool;
class QgsProject;
class QgsRubberBand;
class QgsVectorLayer;

namespace sheen {

/** The world with what flights saw of it: footprints, and a dot for each where they are too small to be seen.
 */
class ArchiveMap : public QWidget
{
    Q_OBJECT

public:
    explicit ArchiveMap(QWidget* parent = nullptr);
    ~ArchiveMap() override;

    void showFlights(const std::vector<FlightEntry>& flights);
    void zoomToFlights();                  //!< to all that are shown; the world where none has a place
    void mark(const FlightEntry* flight);  //!< nullptr: none
    CatalogueQuery::Box shownBox() const;
    QgsMapCanvas* canvas() const { return m_canvas; }

Q_SIGNALS:
    void moved();

private:
    std::unique_ptr<QgsProject> m_project;
    QgsMapCanvas* m_canvas;
    QgsVectorLayer* m_footprints;  //!< the project owns the layers
    QgsVectorLayer* m_places;
    QgsRubberBand* m_marked;  //!< an item of the canvas, which owns it
    std::unique_ptr<QgsMapTool> m_pan;
};

}  // namespace sheen
