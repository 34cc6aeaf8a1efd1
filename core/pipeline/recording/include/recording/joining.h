#pragma once

#include <QString>
#include <QStringList>

#include "run/run.h"

namespace sheen {

class Workspace;

/** Says in the workspace of a part (Run::restrictTo) that the part is whole. */
void closePart(Workspace& workspace, RunPart part);

/** Whether a file is the workspace of that part, and the part is whole. Does not throw. */
bool isWholePart(const QString& workspacePath, RunPart part);

/**
 * Puts the frames of parts that are whole, in their order and without a gap between them, into one workspace,
 * which takes its place when it is whole. It is that of a run that was broken off at the end of the last
 * part: finishing it gives what a run in one go gives. Throws Error.
 */
void joinParts(const QStringList& partWorkspaces, const QString& target);

}  // namespace sheen
