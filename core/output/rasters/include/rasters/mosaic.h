#pragma once

#include <QStringList>
#include <memory>
#include <vector>

#include "base/cancel.h"
#include "base/part_folder.h"
#include "data/model_card.h"
#include "data/run_facts.h"
#include "geo/map_projection.h"
#include "rasters/placed_frame.h"

namespace sheen {

/** Which of several frames shows a place on the sea. */
enum class MosaicOrder {
    Sharpest,  //!< the one nearest to straight down where height and lens are the same; of equals the newest
    Newest,
};

/** From "sharpest" or "newest". Throws Error(Usage). */
MosaicOrder parseMosaicOrder(const QString& name);

/**
 * All frames of a flight on one map, without what is seen too coarsely, and without the writing and symbols
 * that lie over the pictures: there another frame shows the sea, or nothing does. Works on rasters on disk
 * through GDAL's block cache, so memory does not grow with the flight.
 */
class Mosaic
{
public:
    /** `pictures`: also the frames' pictures, not only their masks. Throws Error. */
    Mosaic(const std::vector<PlacedFrame>& frames, MaskReader masks, int epsg, bool pictures,
           MosaicOrder order, const std::vector<OverlayMark>& overlayMarks, const PartFolder& parts);
    ~Mosaic();

    /** Frames in the order of the flight; the picture is BGR, empty without `pictures`. */
    void add(const PlacedFrame& frame, const cv::Mat& picture);

    /** Writes mosaic.tif and mask_mosaic.tif; neither where it is cancelled. */
    void finish(const ModelCard& card, const Cancel* cancel = nullptr);

    /** Sentences on what is not as the reader might expect. */
    const QStringList& notes() const { return m_notes; }

private:
    class Canvas;

    const PartFolder& m_parts;
    const MaskReader m_masks;
    const MosaicOrder m_order;
    const std::vector<OverlayMark> m_overlayMarks;
    MapProjection m_projection;
    MapGrid m_grid;
    QStringList m_notes;
    std::unique_ptr<Canvas> m_canvas;
};

}  // namespace sheen
