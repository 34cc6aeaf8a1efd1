#pragma once

#include <QDateTime>
#include <QString>
#include <optional>
#include <vector>

#include "data/run_facts.h"

namespace sheen {

/** What a run left, for a list of runs: how far it came, and how far it was reviewed. */
struct RunSummary
{
    QString path;    //!< of its workspace, absolute
    RunFacts facts;  //!< framesDone as it was written: 0 of a run that was killed
    int slicks = 0;
    int accepted = 0;
    int rejected = 0;
    int edits = 0;       //!< rows of its history
    QDateTime lastEdit;  //!< UTC; invalid without edits

    bool isReviewed() const { return accepted + rejected + edits > 0; }
};

/** Reads it and changes nothing; nothing where it is no workspace of this format. */
std::optional<RunSummary> summaryOf(const QString& workspacePath);

/**
 * The runs of one flight: the workspace and those that were moved aside from it (sheen.gpkg, sheen.1.gpkg,
 * ...), begun last first. Slow: opens each file.
 */
std::vector<RunSummary> runsBeside(const QString& workspacePath);

}  // namespace sheen
