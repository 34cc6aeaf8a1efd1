#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

#include "placing_task.h"
#include "ui/session/work_thread.h"

namespace sheen {

class SlickStore;

/**
 * Carries changes of the settings of track and slicks through the flight that is open. Only the latest
 * request counts: while requests come in quickly, frames are placed again a few times a second, to be seen;
 * once none has come for a while, slicks are merged again and all of it is stored, with the review kept.
 * Where the track stays as it is, slicks alone are merged. Lives in the widgets' thread and works on a thread
 * of its own.
 */
class TrackChanges : public QObject
{
    Q_OBJECT

public:
    explicit TrackChanges(SlickStore* slicks, QObject* parent = nullptr);
    ~TrackChanges() override;  //!< stops

    /** The flight that is open, as it is stored. What was wanted of an earlier one is still stored there. */
    void setFlight(std::shared_ptr<Workspace> workspace, FramesPointer frames, const RunFacts& facts);
    void leaveFlight();
    bool hasFlight() const { return m_workspace != nullptr; }

    const PlacingSettings& settings() const { return m_wanted; }
    void request(const PlacingSettings& settings);
    bool isUnderWay() const { return m_stage != Stage::Idle || m_storedRequest != m_request; }

    /** What was asked for is stored before this returns; nothing is done afterwards. */
    void stop();

Q_SIGNALS:
    /** Also after a failure, with what is stored. `frames` and `facts` hold until the next one. */
    void placed(bool stored);
    /** Of the flight that is open, or of one that was: the sentence names it. */
    void failed(const QString& sentence);

public:
    const FramesPointer& frames() const { return m_frames; }
    const RunFacts& facts() const { return m_facts; }

private:
    enum class Stage { Idle, Placing, Merging, Storing };

    using Step = bool (*)(PlacingTask&);
    using Done = void (TrackChanges::*)(PlacingTask&);
    void begin(Stage stage, std::shared_ptr<PlacingTask> task, Step step, Done done);
    std::shared_ptr<PlacingTask> newTask() const;
    void takeSlicks(PlacingTask& task) const;
    bool isStored(const PlacingSettings& settings) const;

    void goOn();
    void endPlacing(PlacingTask& task);
    void endMerging(PlacingTask& task);
    void endStoring(PlacingTask& task);
    void endLeft(const std::shared_ptr<PlacingTask>& task);
    void tellFailure(const PlacingTask& task);
    void goBack(const QString& failure);
    void show(const FramesPointer& frames, const RunFacts& facts, bool stored);

    SlickStore* m_slicks;
    std::shared_ptr<Workspace> m_workspace;
    FramesPointer m_storedFrames;
    RunFacts m_storedFacts;
    PlacingSettings m_storedSettings;
    std::shared_ptr<SlickMerger> m_merger;  //!< of the frames merged last; only its thread asks it

    PlacingSettings m_wanted;
    FramesPointer m_frames;  //!< as they are shown
    RunFacts m_facts;
    int m_request = 0;
    int m_placedRequest = 0;
    int m_storedRequest = 0;
    Stage m_stage = Stage::Idle;
    std::shared_ptr<PlacingTask> m_task;  //!< under way, or the last one placed
    std::vector<std::shared_ptr<PlacingTask>>
        m_left;      //!< of flights that are not open any more, until stored
    QTimer m_quiet;  //!< runs while a newer request may come
    QTimer m_pause;  //!< between two views
    WorkThread m_thread;
};

}  // namespace sheen
