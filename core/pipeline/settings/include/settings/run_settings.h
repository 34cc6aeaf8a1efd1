#pragma once

#include <QJsonObject>
#include <QString>
#include <memory>
#include <vector>

#include "base/cancel.h"
#include "data/model_card.h"
#include "data/run_facts.h"
#include "data/setting.h"
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
    /** What is missing or makes no sense keeps its default. */
    static RunSettings fromJson(const QJsonObject& json);
};

/** Those that are one number, text or choice; the track's among them. docs/settings.md is printed from it. */
const std::vector<Setting<RunSettings>>& runSettingList();

/** The one with that option of the command line, which must be there. */
const Setting<RunSettings>& runSetting(const char* option);

/** Opens the recording that a run was made of, which lies at `path` now, as it was opened for it. Throws
 * Error as Flight::open() does. */
std::unique_ptr<Flight> openFlightOf(const RunFacts& facts, const QString& path,
                                     const Cancel* cancel = nullptr);

}  // namespace sheen
