#pragma once

#include <QDateTime>
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

#include "geo/ground.h"

namespace sheen {

/** Oil found in one frame: one connected region of one class. */
struct Detection
{
    int frame = 0;
    int classValue = 0;
    double confidence = 0;        //!< mean over its pixels, 0 to 1
    PixelPolygon outline;         //!< along the edges of its pixels
    GroundMultiPolygon ground;    //!< the outline carried to the sea; empty where the frame has no place
    double areaSquareMetres = 0;  //!< on the ellipsoid
};

/** What the analyst says of a slick. */
enum class SlickStatus { New, Accepted, Rejected, Edited, Drawn };
QString slickStatusName(SlickStatus status);           //!< "new", "accepted", ... as in the files
SlickStatus slickStatusFromName(const QString& name);  //!< New for an unknown name

/** Oil on the sea: detections of many frames merged, then reviewed. */
struct Slick
{
    std::int64_t id = 0;  //!< unique within a workspace, never used again
    int classValue = 0;   //!< of the model's card
    QString className;
    int code = 0;  //!< appearance code 1 to 5; 0 unknown
    GroundMultiPolygon outline;
    double areaSquareMetres = 0;  //!< on the ellipsoid
    double confidence = 0;        //!< 0 to 1; 1 for one drawn by the analyst
    int firstFrame = -1;
    int lastFrame = -1;
    int bestFrame = -1;  //!< in which most of it was seen, best placed; -1 for one drawn
    int frameCount = 0;  //!< in how many frames it was seen
    SlickStatus status = SlickStatus::New;
    double positionErrorMetres = 0;  //!< 95 %; 0 where not known
    double areaErrorSquareMetres =
        0;         //!< 95 %, of the pose alone: the area may be so much more or less; 0 where not known
    QString note;  //!< the analyst's remark

    std::optional<double> minimumVolumeCubicMetres() const;
    std::optional<double> maximumVolumeCubicMetres() const;
};

}  // namespace sheen
