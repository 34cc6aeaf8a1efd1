#pragma once

#include <QString>

#include "base/cancel.h"
#include "flight/flight.h"
#include "progress_report.h"

namespace sheen {

class Workspace;

/** What is said of pictures that go to others. */
struct TrainingTerms
{
    QString owner;    //!< whose they are; empty: not stated
    QString licence;  //!< empty: not stated
};

/**
 * Writes what was marked and decided in a workspace as tiles with masks, into the folder's `training`; a
 * notice says where nothing was, or the recording (nullptr) is not at hand. Throws Error.
 */
void writeTraining(const Workspace& workspace, const Flight* flight, const TrainingTerms& terms,
                   const QString& folder, ProgressReport& progress, const Cancel& cancel);

}  // namespace sheen
