#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "data/model_card.h"
#include "data/run_facts.h"
#include "run_options.h"

namespace sheen {

/** A flight of an archive, and where its results go. */
struct PlannedFlight
{
    QString path;  //!< of the recording, absolute
    bool isVideo = false;
    QString folder;  //!< of its results, absolute

    QString workspace() const { return folder + QStringLiteral("/sheen.gpkg"); }
    QString partFolder(int first, int end) const;  //!< of a part that a task of a job array runs
};

/**
 * The recordings below a folder, each with a folder NAME.sheen of its own below `outputFolder`, laid out
 * alike. Where the results of another recording lie there, or two have one name, NAME.SUFFIX.sheen. Looks at
 * what lies there; changes nothing.
 */
std::vector<PlannedFlight> planFlights(const QString& folder, const QString& outputFolder,
                                       const Cancel& cancel);

/** What makes two runs of a recording the same. */
class WantedRun
{
public:
    /** `options`: of each flight, with the model's classes mapped as they are wanted; `card`: the model's. */
    WantedRun(const RunOptions& options, const ModelCard& card);

    /** Whether it was run so, to its end, and all products were written. */
    bool isDone(const PlannedFlight& flight) const;
    /** Whether a run was begun so and broken off. */
    bool canBeResumed(const PlannedFlight& flight) const;

private:
    bool isSameRun(const PlannedFlight& flight, const RunFacts& facts) const;
    /** Whether its ships are of the files that are given now, where any are. */
    bool hasSameShips(const PlannedFlight& flight) const;

    const RunOptions& m_options;
    const QString m_modelSha256;
};

}  // namespace sheen
