#pragma once

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <deque>
#include <memory>
#include <vector>

#include "data/frame_record.h"
#include "data/model_card.h"
#include "geo/map_projection.h"
#include "ui/map/frame_features.h"

class QgsLayerTreeGroup;
class QgsMapLayer;
class QgsProject;
class QgsRectangle;
class QgsVectorLayer;

namespace sheen {

class FrameLayer;
class FrameWarper;
class MapProjection;
class MaskLayer;
class MaskMosaic;

/**
 * The layers that a run fills: the aircraft's track, the frames' footprints, the detections, the masks, and
 * the picture of the frame under the eye. All in the run's own projected CRS, so that nothing breaks where
 * the flight crosses the antimeridian. Lives in the widgets' thread; new features go through the providers in
 * batches and are drawn when flush() is called.
 */
class LiveLayers : public QObject
{
    Q_OBJECT

public:
    explicit LiveLayers(QgsProject& project, QObject* parent = nullptr);
    ~LiveLayers() override;

    /** Begins anew. `epsg` 0: the UTM zone of the first frame that has a place. */
    void start(int epsg, const ModelCard& card, std::shared_ptr<MaskMosaic> masks);
    void clear();
    /** The same flight placed anew: layers stay as the analyst has set them, where the CRS is the same. */
    void replaceFrames(const std::vector<FrameRecord>& frames, int epsg, const ModelCard& card,
                       std::shared_ptr<MaskMosaic> masks);

    /** They reach the layers a few at a time, between other events; filled() follows. */
    void addFrames(const std::vector<FrameRecord>& frames);
    bool isFilling() const { return !m_waiting.empty(); }
    void setMasks(std::shared_ptr<MaskMosaic> masks);
    void setDetectionsVisible(bool visible);
    /** The frame under the eye, below everything else; it is on the map soon. Without a place or a picture:
     * none. */
    void showPicture(const FrameRecord& record, const QImage& picture);
    QgsMapLayer* pictureLayer() const;  //!< nullptr before anything has a place

    /** Draws what has come in. False where there was nothing new. */
    bool flush();

    int epsg() const;  //!< 0 before anything has a place
    const MapProjection* projection() const { return m_projection.get(); }
    QgsRectangle extent() const;  //!< of all frames and the track, in that CRS; null without

Q_SIGNALS:
    void placed(int epsg);  //!< the CRS is known now
    void filled();          //!< everything added is in the layers

private:
    void ensureLayers(int epsg);
    void addToTree(QgsVectorLayer* layer, bool expanded);
    void fillSome();
    void addToLayers(const std::vector<MapFrame>& frames);

    QgsProject& m_project;
    QgsLayerTreeGroup* m_group;  //!< in the project's layer tree
    ModelCard m_card;
    int m_wantedEpsg = 0;
    std::unique_ptr<MapProjection> m_projection;
    std::shared_ptr<MaskMosaic> m_masks;
    QPointer<QgsVectorLayer> m_track;
    QPointer<QgsVectorLayer> m_footprints;
    QPointer<QgsVectorLayer> m_detections;
    QPointer<MaskLayer> m_maskLayer;
    QPointer<FrameLayer> m_frameLayer;
    FrameWarper* m_warper;
    bool m_pictureChanged = false;
    std::deque<MapFrame> m_waiting;  //!< for their turn to be added
    QTimer m_fillTimer;
    TrackEnd m_trackEnd;
    bool m_changed = false;
};

}  // namespace sheen
