#pragma once

#include <QJsonObject>
#include <QString>
#include <memory>
#include <optional>

#include "recording/recorder.h"
#include "run/run.h"

namespace sheen {

class Workspace;

/** What a run is recorded with. */
struct RecordingSettings
{
    QString workspacePath;                    //!< where a workspace is begun, with the first frame
    QJsonObject facts;                        //!< are put among the settings that the workspace keeps
    std::shared_ptr<Workspace> resumed = {};  //!< instead: of a run that is finished
    /** What an analyst said of an earlier workspace of that path stays: slicks, history, marks. */
    bool keepsReview = false;
};

/** What a run leaves. */
struct RecordedRun
{
    std::shared_ptr<Workspace> workspace;  //!< nullptr where there was no frame
    QString movedTo;                       //!< where an earlier workspace was moved; empty: there was none
    std::optional<RunResult> result;       //!< std::nullopt where the run ended by an error, or did nothing
};

/**
 * Runs a flight and keeps what it finds: frame by frame while it runs, placed with the whole track and merged
 * at its end. Until then the workspace says that the run was broken off. What an analyst did to the slicks of
 * a run that is finished stays.
 *
 * Throws what the run or the workspace throws, with `recorded` holding what there is then. A resumed run that
 * is cancelled before it came to a new frame leaves the workspace as it was.
 */
void recordRun(Run& run, const RecordingSettings& settings, const RecordedListener& listener,
               const Cancel& cancel, RecordedRun& recorded);

}  // namespace sheen
