#pragma once

#include <QMessageBox>
#include <vector>

#include "workspace/run_summary.h"

namespace sheen {

/** The reviewed ones of the flight's runs; of the one that is open its summary as it is now. */
std::vector<RunSummary> reviewedRuns(const std::vector<RunSummary>& runs);

/**
 * Asks before a flight is run again whose results were reviewed, and says what becomes of them. Accepted:
 * run.
 */
class RunSheet : public QMessageBox
{
    Q_OBJECT

public:
    /** `reviewed`: at least one, the last one first. */
    RunSheet(const std::vector<RunSummary>& reviewed, const QString& workspacePath, QWidget* parent);

Q_SIGNALS:
    void runWanted();
};

/** "12 of 40 slicks are decided, 31 edits; last on 2026-06-07 09:20 UTC" */
QString reviewText(const RunSummary& run);

}  // namespace sheen
