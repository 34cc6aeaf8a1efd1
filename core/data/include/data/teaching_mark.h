#pragma once

#include <QDateTime>
#include <QString>
#include <opencv2/core.hpp>
#include <vector>

#include "geo/ground.h"

namespace sheen {

/** What a person marked in a frame with one movement, to teach a model. Kept with the flight. */
struct TeachingMark
{
    /** Of `widthPixels`: all that the points go round. */
    static constexpr int area = 0;

    int frame = 0;
    int value = 0;                    //!< of a mask of marks (teach/marks.h); 0 takes back what lies under it
    int widthPixels = 9;              //!< of the stroke through the points; or `area`
    std::vector<cv::Point> points;    //!< pixels of the recording
    QString person;                   //!< empty: not said
    QDateTime utc;                    //!< when; invalid: not known
    std::vector<GroundPoint> ground;  //!< where the points lie on the sea; empty where they have no place
};

}  // namespace sheen
