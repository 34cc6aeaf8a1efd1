#pragma once

#include <QString>
#include <optional>

#include "run/stage_times.h"

namespace sheen {

/** How long a run of the command line took, and what it took it for. */
struct RunMeasures
{
    QString flight;
    QString device;  //!< that the model ran on
    int threads = 0;
    int frames = 0;
    double openSeconds = 0;    //!< from the program's start on: QGIS where a report is wanted, the flight
    double loadSeconds = 0;    //!< of the model, without its warm-up
    double warmUpSeconds = 0;  //!< of the model
    RunTimes run;
    std::optional<double>
        firstSlickSeconds;        //!< from the loaded model to oil in the workspace; nothing: none
    double workspaceSeconds = 0;  //!< its last transaction
    double outputSeconds = 0;     //!< of the products
    double outputCpuSeconds = 0;
    double afterLastFrameSeconds = 0;  //!< until all products are written
    double wallSeconds = 0;            //!< from the program's start to its end
    double cpuSeconds = 0;
    double peakMemoryMiB = 0;
    double networkWallSeconds = 0;  //!< of the model alone, a picture of this flight; 0: not measured
    double networkCpuSeconds = 0;   //!< likewise, all threads
};

}  // namespace sheen
