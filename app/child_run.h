#pragma once

#include <QString>
#include <QStringList>
#include <functional>

#include "base/cancel.h"

namespace sheen {

/** What a `sheen` that was started ended with. */
struct ChildOutcome
{
    int status = 0;    //!< its exit status; -1: it crashed, or could not be started
    QString sentence;  //!< the last line on its stderr; empty where there was none
};

/** Called with what a run prints with --json: "12 of 48 frames" as numbers. */
using ChildListener = std::function<void(int framesDone, int framesExpected)>;

/**
 * Runs this program once more, in a process of its own: what ends one flight ends no other. It ends with
 * this process, even where this is killed. Asked to stop when `cancel` is requested, and waited for.
 */
ChildOutcome runChild(const QStringList& arguments, const ChildListener& listener, const Cancel& cancel);

}  // namespace sheen
