#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "class_decoding.h"
#include "data/segmentation.h"
#include "tile_plan.h"

namespace sheen {

/**
 * Puts the answers to a picture's tiles together: planes are averaged where tiles overlap, with weights that
 * fall off towards a tile's edge, and only then decided, so that no seam is seen. Tiles come row by row; what
 * no later tile touches is decided at once, so that never more than a row of tiles is held.
 */
class PlaneBlending
{
public:
    /** `factor`: pixels of a tile for each pixel of its planes; it divides the tile and where tiles begin. */
    PlaneBlending(const TilePlan& plan, cv::Size picture, int factor, const ClassPlanes& kind);

    /** Bytes that it will hold. */
    static double memory(const TilePlan& plan, int factor, int channels);

    /** The planes of the next tile, `channels` of them, each of the tile's size / factor. */
    void add(const float* planes);

    /** After the last tile. */
    Segmentation result() const { return m_result; }

private:
    void accumulate(int left, int top, const float* planes);
    void decideRows(int until, bool last);
    void forgetRows(int before);
    float* row(int channel, int planeRow);

    const TilePlan m_plan;
    const cv::Size m_picture;
    const int m_factor;
    ClassPlanes m_window;  //!< rows m_firstRow and on of all planes
    cv::Size m_tile;       //!< of a tile's planes
    cv::Size m_whole;      //!< of the whole padded picture's planes
    int m_firstRow = 0;
    int m_averagedRows = 0;  //!< rows before this one are averages, those after it weighted sums
    int m_decidedRows = 0;   //!< of the picture
    int m_added = 0;
    std::vector<float> m_sums;
    std::vector<float> m_weights;
    std::vector<float> m_across;  //!< weights along a tile's sides
    std::vector<float> m_down;
    Segmentation m_result;
};

/**
 * The same for answers that cannot be averaged (maps of classes): where tiles overlap, each has the half that
 * lies nearer to it.
 */
class TileJoining
{
public:
    TileJoining(const TilePlan& plan, cv::Size picture);

    /** The next tile's decision, at the tile's size. */
    void add(const Segmentation& tile);
    Segmentation result() const;

private:
    const TilePlan m_plan;
    const cv::Size m_picture;
    int m_added = 0;
    Segmentation m_whole;  //!< of the padded picture
};

}  // namespace sheen
