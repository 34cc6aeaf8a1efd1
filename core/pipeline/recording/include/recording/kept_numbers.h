#pragma once

#include <QString>

#include "run/run.h"

namespace sheen {

class Workspace;

/**
 * When a flight runs again, the same oil keeps its number: slicks get those of the slicks of an earlier
 * workspace of the same recording that they overlap most, others new ones that neither has given. What a
 * person entered of the flight, and which files of AIS were given, is carried over, too. Nothing
 * changes where the earlier workspace is of another recording or cannot be read. Throws Error where
 * `workspace` cannot be written.
 */
void keepNumbers(RunResult& result, const QString& earlierPath, Workspace& workspace);

}  // namespace sheen
