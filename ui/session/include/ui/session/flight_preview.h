#pragma once

#include <QString>
#include <vector>

#include "data/run_facts.h"
#include "data/telemetry.h"
#include "flight/flight.h"

namespace sheen {

/** What is shown of a flight before anything runs. */
struct FlightPreview
{
    FlightInfo info;
    Frame firstFrame;
    QString layoutTitle;       //!< of the overlay that was recognised; empty: none
    double layoutScore = 0;    //!< 0 to 1
    TelemetryReading reading;  //!< of the first frame that could be read
    QString workspacePath;     //!< where a run of it is kept, see workspacePathFor()
    QString earlierWorkspace;  //!< path of the workspace that an earlier run left; empty: none
    QString telemetryNotice;   //!< worth saying of the telemetry; empty: nothing
    QString telemetryProblem;  //!< why the telemetry could not be looked at; empty where it could
    std::vector<OverlayMark>
        overlayMarks;  //!< where writing and symbols lie over the pictures, as far as known
};

}  // namespace sheen
