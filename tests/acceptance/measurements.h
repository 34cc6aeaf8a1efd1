#pragma once

#include <map>
#include <vector>

#include "flight_truth.h"

namespace acceptance {

/** Readings of one field over the frames in which the overlay is visible. */
struct FieldScore
{
    int right = 0;
    int seen = 0;
};

/** How many fields were read exactly as they were drawn. */
struct TelemetryScore
{
    std::map<QString, FieldScore> fields;  //!< numeric ones, by their name in telemetry.csv
    FieldScore all;                        //!< numeric ones together
    FieldScore texts;                      //!< date, time, zone and sensor together
    int readWhereNothingWas = 0;           //!< values read in frames without overlay
    /** Numeric values that are more than one step of the display off once all is checked, by field. */
    std::map<QString, int> wrongWhenChecked;
    int checked = 0;    //!< values that were compared for that
    QStringList wrong;  //!< the first few, for people

    int allWrongWhenChecked() const;
    double share() const { return all.seen > 0 ? double(all.right) / all.seen : 0; }
};

TelemetryScore scoreTelemetry(const FlightTruth& flight, const QString& outFolder);

/** Distances on the sea between where Sheen and the truth put the four corners and the middle. */
struct PositionScore
{
    int frames = 0;
    int missing = 0;  //!< points that Sheen did not place
    double medianMetres = 0, rmsMetres = 0, largestMetres = 0;
    double share95Metres = 0;    //!< 95 % of the points lie nearer
    double largestInPixels = 0;  //!< in ground sample distances at the point
    // Of the middles alone, for which a frame's position error is said.
    int middles = 0;
    int middlesWithinError = 0;     //!< nearer to the truth than the 95 % radius
    double medianRadiusMetres = 0;  //!< of the radii said
    double middleMedianMetres = 0;  //!< of the middles' true errors
};

PositionScore scorePositions(const FlightTruth& flight, const QString& outFolder);

/** Takes the pictures' sizes from a run's workspace, for flights that come without scene.json. */
void fillPictureSizes(FlightTruth& flight, const QString& outFolder);

/** Frames that a run looked at. */
std::vector<int> framesOf(const QString& outFolder);

}  // namespace acceptance
