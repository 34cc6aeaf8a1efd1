#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QRectF>
#include <QString>
#include <map>
#include <vector>

#include "data/issue.h"
#include "data/model_card.h"
#include "data/picture_motion.h"
#include "data/recording_identity.h"

namespace sheen {

/** A place where writing or symbols lie over the pictures. */
struct OverlayMark
{
    QRectF box;          //!< shares of a frame, 0 to 1
    bool solid = false;  //!< inverse video: no sea between the letters
};

/** What made a result: everything a reader of the report needs to judge or repeat it. */
struct RunFacts
{
    QString flightPath;  //!< absolute
    QString flightName;
    RecordingIdentity recording;  //!< the flight's content
    QString sheenVersion;
    QDateTime startedAt;  //!< UTC
    ModelCard model;
    QJsonObject settings;   //!< as they were in force
    QString overlayLayout;  //!< name of the layout, or empty
    std::vector<OverlayMark> overlayMarks;
    int crsEpsg = 0;         //!< of the rasters: a UTM zone as a rule; 0 when nothing was placed
    bool cancelled = false;  //!< before the end of the flight
    bool brokenOff = false;  //!< killed, or still going on: placed as it was known live, nothing is merged
    int framesDone = 0;
    int framesPlaced = 0;
    std::map<QString, int> issueCounts;          //!< by issueCountName(): how many frames have such an issue
    std::vector<Issue> notices;                  //!< what is true of the whole flight
    std::vector<PictureMotion> pictureMotions;   //!< how the ground went through some pairs of pictures
    std::vector<MotionCheck> motionChecks;       //!< what these say of the telemetry as it is now
    std::map<QString, double> stageWallSeconds;  //!< decode, detect, telemetry, georeference, slicks, output
    std::map<QString, double> stageCpuSeconds;
    double wallSeconds = 0;
    double peakMemoryMiB = 0;
};

}  // namespace sheen
