#pragma once

#include <QImage>
#include <opencv2/core.hpp>
#include <set>
#include <vector>

#include "data/model_card.h"

namespace sheen {

/** What a person drew on a frame with one movement. */
struct MarkStroke
{
    int frame = 0;
    int value = 0;  //!< of a mask of marks (teach/marks.h); 0 takes back what lies under it
    int widthPixels = 9;
    std::vector<cv::Point> points;  //!< pixels of the recording
};

/** The strokes of a flight, in the order in which they were drawn; later ones lie over earlier ones. */
class MarkStrokes
{
public:
    const std::vector<MarkStroke>& all() const { return m_strokes; }
    void add(const MarkStroke& stroke) { m_strokes.push_back(stroke); }
    void remove(std::size_t index);
    /** Takes the last one back; false where there is none. */
    bool undo();
    void clear() { m_strokes.clear(); }

    std::set<int> frames() const;
    /** CV_8UC1: the mask of marks of a frame. */
    cv::Mat marksOf(int frame, cv::Size picture) const;

private:
    std::vector<MarkStroke> m_strokes;
};

/** A mark's colour: the class's of the card; oil of any class red, nothing grey. */
QRgb markColour(int value, const ModelCard& card);

/** Marks in their colours, transparent where nothing is marked. */
QImage shownMarks(const cv::Mat& marks, const ModelCard& card);

}  // namespace sheen
