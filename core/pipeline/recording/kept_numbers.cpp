#include "recording/kept_numbers.h"

#include <map>

#include "base/error.h"
#include "data/entered_facts.h"
#include "placing/slicks_again.h"
#include "recording/find_recording.h"
#include "ships/flight_window.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

/** Without anything that an analyst said, so that only its place counts. */
Slick plain(Slick slick)
{
    slick.decision = Decision::Undecided;
    slick.origin = Origin::Found;
    slick.takenFor = TakenFor::Oil;
    slick.form.reset();
    slick.note.clear();
    return slick;
}

struct EarlierSlicks
{
    std::vector<Slick> there;
    std::vector<Slick> absent;
    std::int64_t lastId = 0;
    std::map<QString, QJsonObject> given;  //!< by a person, of the flight; by its name in a workspace
};

/** Nothing where they cannot be read, or are of another recording. */
std::optional<EarlierSlicks> readEarlier(const QString& path, const RunFacts& facts)
{
    try {
        const std::unique_ptr<Workspace> workspace = Workspace::open(path);
        if (!isResultOf(workspace->facts(), facts.flightPath, facts.recording))
            return std::nullopt;
        EarlierSlicks earlier;
        for (const Slick& slick : workspace->slicks())
            earlier.there.push_back(plain(slick));
        const AbsentSlicks absent = workspace->absentSlicks();
        for (const std::vector<Slick>* some : {&absent.deleted, &absent.retired}) {
            for (const Slick& slick : *some)
                earlier.absent.push_back(plain(slick));
        }
        earlier.lastId = workspace->lastSlickId();
        for (const QString& name : {EnteredFacts::keptName(), keptAisName()})
            earlier.given[name] = workspace->kept(name);
        return earlier;
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace

void keepNumbers(RunResult& result, const QString& earlierPath, Workspace& workspace)
{
    const std::optional<EarlierSlicks> earlier = readEarlier(earlierPath, result.facts);
    if (!earlier)
        return;
    result.slicks = slicksAgain(earlier->there, {}, earlier->absent, result.slicks, 0).slicks;
    std::int64_t last = earlier->lastId;
    for (Slick& slick : result.slicks) {
        if (slick.id == 0)
            slick.id = ++last;
    }
    workspace.giveNoIdUpTo(last);
    for (const auto& [name, given] : earlier->given) {
        if (!given.isEmpty())
            workspace.keep(name, given);
    }
}

}  // namespace sheen
