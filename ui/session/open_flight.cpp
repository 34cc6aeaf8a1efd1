#include "ui/session/open_flight.h"

#include <QFileInfo>
#include <algorithm>
#include <utility>

#include "opening.h"
#include "run_task.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

std::shared_ptr<const std::vector<FrameRecord>> shared(std::vector<FrameRecord>&& frames)
{
    return std::make_shared<const std::vector<FrameRecord>>(std::move(frames));
}

}  // namespace

OpenFlight::OpenFlight() : frames(shared({}))
{}

void OpenFlight::take(Opened& opened)
{
    recording = std::move(opened.flight);
    preview = std::move(opened.preview);
    workspace = std::move(opened.workspace);
    frames = shared(std::move(opened.frames));
    facts = std::move(opened.facts);
    lock = std::move(opened.lock);
    readOnly = std::move(opened.readOnly);
}

std::optional<WorkspaceHolder> OpenFlight::lockFor(const QString& workspacePath)
{
    if (lock && QFileInfo(lock->workspacePath()) == QFileInfo(workspacePath))
        return std::nullopt;
    if (const std::optional<WorkspaceHolder> holder = WorkspaceLock::holderOf(workspacePath))
        return holder;
    lock = WorkspaceLock::take(workspacePath);
    return std::nullopt;
}

void OpenFlight::beginRun(const ModelCard& card)
{
    workspace.reset();
    readOnly.clear();
    m_runFrames = std::make_shared<std::vector<FrameRecord>>();
    frames = m_runFrames;
    facts = {};
    facts.model = card;
}

void OpenFlight::resumeRun()
{
    workspace.reset();
    m_runFrames = std::make_shared<std::vector<FrameRecord>>(*frames);
    frames = m_runFrames;
}

void OpenFlight::addFrames(const std::vector<ShownFrame>& arrived)
{
    for (const ShownFrame& frame : arrived) {
        while (!m_runFrames->empty() && m_runFrames->back().frame >= frame.record.frame)
            m_runFrames->pop_back();  // of a run that was broken off: these are run once more
        m_runFrames->push_back(frame.record);
    }
}

MaskReader OpenFlight::masks(const std::shared_ptr<Workspace>& running) const
{
    return [from = workspace ? workspace : running](int frame) {
        return from ? from->mask(frame) : QByteArray();
    };
}

void OpenFlight::endRun(RunOutcome& outcome)
{
    workspace = std::move(outcome.workspace);
    if (outcome.result) {
        facts = std::move(outcome.result->facts);
        frames = shared(std::move(outcome.result->frames));
    } else {
        facts = {};  // the workspace knows what there is
    }
    m_runFrames.reset();
}

const FrameRecord* OpenFlight::record(int frameNumber) const
{
    const auto at =
        std::lower_bound(frames->begin(), frames->end(), frameNumber,
                         [](const FrameRecord& record, int number) { return record.frame < number; });
    return at != frames->end() && at->frame == frameNumber ? &*at : nullptr;
}

std::set<QString> OpenFlight::sensors() const
{
    std::set<QString> known;
    for (const FrameRecord& record : *frames)
        known.insert(record.telemetry.sensor);
    known.erase(QString());
    if (known.empty() && preview && !preview->reading[OverlayField::Sensor].text.isEmpty())
        known.insert(preview->reading[OverlayField::Sensor].text);
    return known;
}

std::set<int> OpenFlight::detectedClasses() const
{
    std::set<int> values;
    for (const FrameRecord& record : *frames) {
        for (const Detection& detection : record.detections)
            values.insert(detection.classValue);
    }
    return values;
}

FlightMemory OpenFlight::memory() const
{
    return {recording->info().path, workspace, preview ? preview->earlierWorkspace : QString()};
}

}  // namespace sheen
