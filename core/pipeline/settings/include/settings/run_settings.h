#pragma once

#include <QJsonObject>
#include <QString>
#include <memory>
#include <vector>

#include "base/cancel.h"
#include "data/model_card.h"
#include "data/run_facts.h"
#include "data/track_settings.h"
#include "flight/flight.h"
#include "slick/merge.h"
#include "slick/outlines.h"
#include "table/table_settings.h"

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

/** Opens the recording that a run was made of, as it was opened for it. Throws Error as Flight::open() does.
 */
std::unique_ptr<Flight> openFlightOf(const RunFacts& facts, const Cancel* cancel = nullptr);

}  // namespace sheen
