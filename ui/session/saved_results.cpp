#include "saved_results.h"

#include "base/error.h"

namespace sheen {

namespace {

bool canBeRead(const Workspace& results)
{
    try {
        results.frames();
        results.edits();
        results.slicks();
        return true;
    } catch (const Error&) {
        return false;
    }
}

void writeFromMemory(const Workspace& results, const ResultsInMemory& memory, SavedResults& saved,
                     const QString& target)
{
    saved.workspace = Workspace::create(target, memory.facts, &saved.movedTo);
    saved.workspace->finish(memory.facts, *memory.frames, memory.slicks);
    saved.fromMemory = true;
    try {
        saved.workspace->takeHistory(results);
    } catch (const Error&) {
        // It is where the results were, as far as anybody can read it there.
    }
}

}  // namespace

SavedResults saveResults(const Workspace& results, const ResultsInMemory& memory, const QString& target)
{
    SavedResults saved;
    saved.lock = WorkspaceLock::take(target);
    try {
        results.copyTo(target, &saved.movedTo);
        saved.workspace = Workspace::open(target);
    } catch (const Error&) {
        if (canBeRead(results))
            throw;  // then it is the other place
        writeFromMemory(results, memory, saved, target);
    }
    return saved;
}

}  // namespace sheen
