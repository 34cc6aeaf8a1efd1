#pragma once

#include <QObject>
#include <QPointer>
#include <memory>
#include <vector>

#include "core/data/frame_record.h"
#include "core/data/model_card.h"

class QgsLayerTreeGroup;
class QgsProject;
class QgsRectangle;
class QgsVectorLayer;

namespace sheen {

class MapProjection;
class MaskLayer;
class MaskMosaic;

/**
 * The layers that a run fills: the aircraft's track, the frames' footprints, the detections and the masks.
 * All in the run's own projected CRS, so that nothing breaks where the flight crosses the antimeridian. Lives
 * in the widgets' thread; new features go through the providers in batches and are drawn when flush() is
 * called.
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

    void addFrames(const std::vector<FrameRecord>& frames);
    void setMasks(std::shared_ptr<MaskMosaic> masks);
    void setDetectionsVisible(bool visible);

    /** Draws what has come in. False where there was nothing new. */
    bool flush();

    int epsg() const;  //!< 0 before anything has a place
    const MapProjection* projection() const { return m_projection.get(); }
    QgsRectangle extent() const;  //!< of all frames and the track, in that CRS; null without

Q_SIGNALS:
    void placed(int epsg);  //!< the CRS is known now

private:
    void ensureLayers(int epsg);
    void addToTree(QgsVectorLayer* layer, bool expanded);
    void addFootprints(const std::vector<FrameRecord>& frames);
    void addDetections(const std::vector<FrameRecord>& frames);
    void extendTrack(const std::vector<FrameRecord>& frames);

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
    bool m_trackBroken = true;  //!< the next position begins a new line
    std::pair<double, double> m_trackEnd;
    bool m_changed = false;
};

}  // namespace sheen
