#include "training_output.h"

#include <QCoreApplication>
#include <optional>

#include "base/part_folder.h"
#include "export_command_text.h"
#include "teaching/decided_slicks.h"
#include "teaching/frame_marks.h"
#include "training/training_tiles.h"
#include "workspace/teaching_memory.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

QStringList peopleOf(const std::vector<Slick>& slicks, const std::vector<TeachingMark>& marks)
{
    QStringList people;
    for (const Slick& slick : slicks)
        people << slick.reviewer;
    for (const TeachingMark& mark : marks)
        people << mark.person;
    people.removeAll(QString());
    people.removeDuplicates();
    people.sort();
    return people;
}

}  // namespace

void writeTraining(const Workspace& workspace, const Flight* flight, const TrainingTerms& terms,
                   const QString& folder, ProgressReport& progress, const Cancel& cancel)
{
    if (!flight) {
        progress.notice(
            ExportCommandText::tr("The recording is not at hand: no training tiles were written."));
        return;
    }
    const RunFacts facts = workspace.facts();
    const std::vector<FrameRecord> frames = workspace.frames();
    const std::vector<Slick> slicks = workspace.slicks();
    const std::optional<TeachingMemory> memory = teachingMemoryOf(workspace);
    const ModelCard& card = memory ? memory->base : facts.model;
    const std::vector<TeachingMark> drawn = workspace.marks();
    const std::vector<FrameMarks> marks =
        together(decidedSlickMarks(slicks, frames, card), drawnFrameMarks(drawn, frames));
    if (marks.empty()) {
        progress.notice(
            ExportCommandText::tr("Nothing was marked or decided: no training tiles were written."));
        return;
    }
    const PartFolder parts(folder);
    TrainingTiles tiles(card,
                        {facts.flightName, facts.recording.partsSha256, flight->info().recordedAt.date(),
                         terms.owner, terms.licence, peopleOf(slicks, drawn),
                         QStringLiteral("Sheen ") + QCoreApplication::applicationVersion()},
                        parts);
    double done = 0;
    progress.productProgress(Product::Training, 0);
    for (const FrameMarks& one : marks) {
        if (cancel.requested())
            return;
        const Frame frame = flight->frameAt(one.frame, one.timeSeconds);
        if (frame.picture.size() == one.marks.size())
            tiles.add({one.frame, one.timeSeconds, one.sensor, frame.picture, one.marks});
        else
            progress.notice(
                ExportCommandText::tr("Frame %1 cannot be decoded again: what was said of it is missing.")
                    .arg(one.frame));
        progress.productProgress(Product::Training, ++done / double(marks.size()));
    }
    tiles.finish();
}

}  // namespace sheen
