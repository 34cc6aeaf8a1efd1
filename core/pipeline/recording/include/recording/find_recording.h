#pragma once

#include <QString>

#include "data/recording_identity.h"
#include "data/run_facts.h"

namespace sheen {

/** Whether results are those of the recording of that path and content. Results of earlier versions, which
 * did not keep the content, are known by the path. */
bool isResultOf(const RunFacts& facts, const QString& recordingPath, const RecordingIdentity& recording);

/**
 * Finds the recording of results: where it was at the time of the run, else, by its content, beside the
 * workspace or the folder that the workspace lies in. Slow. Throws Error(Unreadable) where it is not there
 * any more, or another recording has its name now.
 */
QString findRecording(const RunFacts& facts, const QString& workspacePath);

}  // namespace sheen
