#pragma once

#include <QJsonObject>
#include <QString>
#include <vector>

#include "core/data/model_card.h"
#include "core/flight/flight.h"
#include "core/slick/merge.h"
#include "core/slick/outlines.h"
#include "core/telemetry/table_settings.h"
#include "core/telemetry/track_settings.h"

namespace sheen {

/** All that a run needs to know; what the command line and the window set. */
struct RunSettings
{
    FrameSelection selection;
    QString telemetry = QStringLiteral("auto");  //!< auto, overlay, klv, exif, or a CSV file
    TableSettings table;                         //!< of that file
    QString overlay = QStringLiteral("auto");    //!< auto, a layout's name, or a JSON file
    QString crs = QStringLiteral("auto");        //!< auto (UTM zone of the flight) or "EPSG:n"
    TrackSettings track;
    std::vector<ModelClass> classes;  //!< of the model, where the analyst maps them otherwise than its card
    double timeFilterSeconds = 2;     //!< see TimeFilter; 0: frames are not compared with their neighbours
    OutlineSettings outlines;
    MergeSettings merge;

    QJsonObject toJson() const;
};

}  // namespace sheen
