#include "kept_review.h"

#include <QCoreApplication>
#include <QJsonObject>

#include "base/error.h"
#include "placing/placing_again.h"
#include "placing/slicks_again.h"
#include "recording/find_recording.h"
#include "workspace/teaching_memory.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

struct KeptReviewText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::KeptReview)
};

const QString tiePoints = QStringLiteral("tie_points");  // as the window keeps them

Edit placedAnew(const QString& description)
{
    Edit edit;
    edit.time = QDateTime::currentDateTimeUtc();
    edit.action = QStringLiteral("telemetry");  // as whenever a flight is placed and merged anew
    edit.description = description;
    return edit;
}

/** nullptr where it cannot be read, or is of another recording. */
std::unique_ptr<Workspace> openEarlier(const QString& path, const RunFacts& facts)
{
    try {
        std::unique_ptr<Workspace> workspace = Workspace::open(path);
        return isResultOf(workspace->facts(), facts.flightPath, facts.recording) ? std::move(workspace)
                                                                                 : nullptr;
    } catch (const Error&) {
        return nullptr;
    }
}

/** Those frames of both lists that the other one has, too. */
void keepCommon(std::vector<FrameRecord>& a, std::vector<FrameRecord>& b)
{
    std::vector<FrameRecord> ofA, ofB;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].frame == b[j].frame) {
            ofA.push_back(std::move(a[i++]));
            ofB.push_back(std::move(b[j++]));
        } else if (a[i].frame < b[j].frame) {
            ++i;
        } else {
            ++j;
        }
    }
    a = std::move(ofA);
    b = std::move(ofB);
}

/** What was marked in the pictures holds for the recording, not for one run of it. */
void takeMarks(const Workspace& earlier, Workspace& workspace)
{
    if (const QJsonObject points = earlier.kept(tiePoints); !points.isEmpty())
        workspace.keep(tiePoints, points);
    if (const std::optional<TeachingMemory> memory = teachingMemoryOf(earlier)) {
        workspace.setMarks(earlier.marks(), memory->base);
        keepTeachingMemory(workspace, *memory);
    }
}

}  // namespace

std::vector<FrameRecord> takeEarlier(const QString& earlierPath, const RunFacts& facts, bool withReview,
                                     Workspace& workspace)
{
    const std::unique_ptr<Workspace> earlier = openEarlier(earlierPath, facts);
    if (!earlier)
        return {};
    takeMarks(*earlier, workspace);
    if (!withReview)
        return {};
    std::vector<Slick> touched;
    AbsentSlicks absent = earlier->absentSlicks();
    for (Slick& slick : earlier->slicks())
        (isTouched(slick) ? touched : absent.retired).push_back(std::move(slick));
    workspace.takeHistory(*earlier);
    workspace.replaceAll(
        facts, {}, touched, absent,
        placedAnew(KeptReviewText::tr("The flight is run again with the model \"%1\"; what was reviewed "
                                      "stays")
                       .arg(facts.model.name)));
    return earlier->frames();
}

void finishReviewed(Workspace& workspace, const std::vector<FrameRecord>& before, RunResult& result,
                    const QString& description)
{
    std::vector<FrameRecord> from = before, to = result.frames;
    keepCommon(from, to);
    const SlickCarrier carrier(from, to);
    const AbsentSlicks absent = workspace.absentSlicks();
    const std::vector<Slick> deleted = carrier.carried(absent.deleted);
    const SlicksAgain again =
        slicksAgain(carrier.carried(workspace.slicks()), deleted, carrier.carried(absent.retired),
                    result.slicks, mergeSettingsOf(result.facts).smallestAreaSquareMetres);
    result.slicks = workspace.replaceAll(result.facts, result.frames, again.slicks, {deleted, again.retired},
                                         placedAnew(description));
}

}  // namespace sheen
