#pragma once

#include <QDateTime>
#include <QImage>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>

#include "data/frame_record.h"
#include "data/model_card.h"

class QgsLayerTreeMapCanvasBridge;
class QgsMapCanvas;
class QgsMapTool;
class QgsPointXY;
class QgsProject;
class QgsRectangle;
class QgsRubberBand;

namespace sheen {

class AircraftItem;
class LiveLayers;
class MaskMosaic;
class ScaleBar;
class ShipsOnMap;

/**
 * The map: world map, what a run finds, the frame under the eye and the aircraft. In the flight's UTM zone
 * once a flight has a place, in degrees before. Owns the project with all layers.
 */
class MapView : public QWidget
{
    Q_OBJECT

public:
    explicit MapView(QWidget* parent = nullptr);
    ~MapView() override;

    QgsMapCanvas* canvas() const { return m_canvas; }
    QgsProject& project() const { return *m_project; }
    LiveLayers& liveLayers() const { return *m_live; }
    ShipsOnMap& ships() const { return *m_ships; }

    /** A new flight or run: earlier frames go. `epsg` 0: the UTM zone of the first frame with a place. */
    void start(int epsg, const ModelCard& card, std::shared_ptr<MaskMosaic> masks);
    void addFrames(const std::vector<FrameRecord>& frames);
    /** The same flight, placed again: the view stays where it is. */
    void replaceFrames(const std::vector<FrameRecord>& frames, int epsg, const ModelCard& card,
                       std::shared_ptr<MaskMosaic> masks);

    /** The frame under the eye: its footprint stands out, the aircraft is where it was then. */
    void showFrame(const FrameRecord& record);
    /** Its picture lies under everything else on the map. */
    void showPicture(const FrameRecord& record, const QImage& picture);
    void hideFrame();

    /** The place of a flight that has not been run: goes there, in its UTM zone. */
    void showPlace(const GroundPoint& place);

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);

    void usePanTool();
    void useZoomInTool();
    void useZoomOutTool();
    void useDistanceTool();
    void useAreaTool();

    void zoomToFlight();
    void zoomToWorld();
    bool hasFlight() const;

Q_SIGNALS:
    void followingChanged(bool following);
    void measured(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTools();
    void useTool(const std::unique_ptr<QgsMapTool>& tool);
    void setMapCrs(int epsg);
    void flush();
    void follow();
    void showShips();
    void noticePanning();
    void moveTo(const QgsRectangle& extent);
    QgsPointXY toMap(const GroundPoint& ground) const;

    std::unique_ptr<QgsProject> m_project;
    QgsMapCanvas* m_canvas;
    std::unique_ptr<QgsLayerTreeMapCanvasBridge> m_bridge;
    ScaleBar* m_scaleBar;
    LiveLayers* m_live;
    QgsRubberBand* m_footprint;  //!< an item of the canvas, which owns it
    AircraftItem* m_aircraft;    //!< likewise
    ShipsOnMap* m_ships;
    QDateTime m_shownUtc;  //!< of the frame under the eye; invalid where there is none
    std::unique_ptr<QgsMapTool> m_pan, m_zoomIn, m_zoomOut, m_distance, m_area;
    QTimer m_flushTimer;
    bool m_following = true;
    bool m_moving = false;          //!< the map is being moved by the program, not by the analyst
    bool m_placedOnce = false;      //!< the first footprint of this flight has been gone to
    bool m_zoomWhenFilled = false;  //!< to the flight, as soon as all of it is in the layers
    std::optional<std::pair<double, double>> m_lastCentre;
    double m_lastScale = 0;
};

}  // namespace sheen
