#pragma once

#include <QJsonObject>
#include <QString>

#include "run_measures.h"

namespace sheen {

/**
 * How much longer the frames took than the shortest that this machine allows: wall time over the larger of
 * the busiest stage's that takes one frame after another, and the CPU time by cores. 0 without frames.
 */
double overlapOf(const RunMeasures& measures);

/** The measures for programs; docs/performance.md lists the names. */
QJsonObject benchJson(const RunMeasures& measures);

/** The measures as lines for people. */
QString benchTable(const RunMeasures& measures);

}  // namespace sheen
