#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

#include "data/frame_record.h"
#include "data/model_card.h"
#include "data/run_facts.h"
#include "run/run.h"
#include "ui/session/open_flight.h"
#include "workspace/model_choice.h"
#include "workspace/run_summary.h"

namespace sheen {

class FlightBrowser;
class FlightOpener;
class FrameDecoder;
class LiveRun;
class MaskMosaic;
class MaskPainter;
class SecondLooks;
class SessionModel;
class SlickStore;
class TrackChanges;
struct PlacingSettings;
struct SavedResults;
struct Slick;

/**
 * What the window works on: the model, the flight that is open, its run, its results. Each part is a class of
 * its own that works in the background; the session brings them together and says what may be done when.
 * Lives in the widgets' thread; whatever is slow comes back by signal.
 */
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;  //!< stops

    /** Cancels what is under way and waits for it; nothing is done afterwards. */
    void stop();

    /** Where models run that are loaded from now on, as DetectorSettings have it. */
    void setDevice(const QString& device);
    const QString& device() const;

    /** In the background; modelLoaded or failed follows. `path`: empty for the shipped model. `acceptance`:
     * who trusts the file, which is a program; kept with what it finds ("shipped", "command line", "window").
     */
    void loadModel(const QString& path, const QString& acceptance = QStringLiteral("command line"));

    /** The analyst gives the flight that is open, and the next ones, a model that is accepted, with what its
     * classes are mapped to for this flight. Loaded where it is not in use already; a file that is not the
     * accepted one any more is refused. Remembered for the flight. modelLoaded or failed follows. */
    void chooseModel(const ModelChoice& choice);

    /** The model in use, its classes as they are mapped for the flight; nullptr until it is loaded. */
    const ModelCard* model() const;
    const std::vector<ModelClass>& mappedClasses() const;  //!< of it, that are not as its card has them
    bool isLoadingModel() const;
    QString deviceName() const;

    /** A video, a folder of frames or a workspace, in the background; flightOpened, workspaceOpened or
     * openFailed follows. What was open stays open until then. */
    void open(const QString& path);
    /** nullptr where no recording is open. */
    const FlightPreview* preview() const { return m_open.preview.get(); }
    /** nullptr where the recording is not at hand. */
    std::shared_ptr<const Flight> flight() const { return m_open.recording; }

    const RunSettings& settings() const { return m_settings; }
    void setSettings(const RunSettings& settings);

    /** What the track of the results that are open is made of; without results, that of the next run. */
    const TrackSettings& trackSettings() const;
    /**
     * Without results they hold for the next run. Else everything that is made of the track follows at once,
     * in the background, and placedAgain tells of it: soon with the frames, while more changes may come; then
     * with the slicks merged again, the review kept and all of it stored. Only the latest settings count.
     * Refused with a notice while a run is under way, and where a table gave the poses.
     */
    void setTrackSettings(const TrackSettings& settings);

    /** What slicks of the results that are open are merged with; without results, those of the next run. */
    const MergeSettings& mergeSettings() const;
    /**
     * Another smallest area or gap. Without results they hold for the next run. Else slicks are merged again,
     * in the background, from what the workspace keeps, the review kept and all of it stored; mergedAgain
     * tells of it. Only the latest settings count. Refused with a notice while a run is under way.
     */
    void setMergeSettings(const MergeSettings& settings);
    bool isPlacingAgain() const;  //!< something of the latest settings has not been stored yet

    /** Reads the telemetry of the first frames again, in the background; previewChanged follows. Done where
     * the settings choose other telemetry; asked for where a layout's file has changed. */
    void readTelemetryAgain();

    /** Where a run of the open flight is kept unless told otherwise. */
    QString defaultWorkspacePath() const;

    /** What becomes of the review of an earlier workspace of that path. */
    enum class Review {
        Aside,  //!< it stays in the earlier workspace, which is moved aside
        Kept    //!< it holds in the new one as well
    };
    /** The workspace is written to `workspacePath` while it runs. Waits for a model that is still loading. */
    void run(const QString& workspacePath, Review review = Review::Aside);
    /** Whether the results that are open are those of a run that did not come to the end of its flight. */
    bool canFinishRun() const;
    /** Goes on with that run where it stopped, into its workspace and as it was begun. `failed` follows where
     * the recording or the model of the run is not at hand. */
    void finishRun();
    /** Ends what is under way: a run keeps what was done, of a flight that is being opened nothing is left.
     */
    void cancel();
    /** Looks for the runs of a flight, by the workspace of one of them, in the background; runsListed
     * follows.
     */
    void listRuns(const QString& workspacePath);
    bool isListingRuns() const { return m_listsRuns; }
    const std::vector<RunSummary>& runs() const { return m_runs; }  //!< as listed last, begun last first
    bool isRunning() const;
    bool isOpening() const;

    /**
     * Writes the open results to another file, in the background, and goes on with that one; resultsMoved or
     * failed follows. What waits to be written is written there. Results that could only be read can be
     * changed there.
     */
    void saveAs(const QString& path);
    bool isSaving() const { return m_isSaving; }
    /** Whether something that was done cannot be written; tries it once more. While it is so, nothing else is
     * opened or run. */
    bool hasUnwritten() const;
    QString unwrittenSentence() const;
    void dropUnwritten();  //!< it is lost

    /** The model's card behind what is shown: that of the results that are open, else the one loaded. */
    const ModelCard& card() const;
    /** Of it those that the open flight shows, or can show. */
    std::vector<ModelClass> oilClasses() const;
    std::shared_ptr<Workspace> workspace() const { return m_open.workspace; }
    /** Of the workspace that is open, or the run so far. */
    const std::vector<FrameRecord>& frames() const { return *m_open.frames; }
    /** The same for work elsewhere; never nullptr. While a run is under way they grow: only for this thread.
     */
    std::shared_ptr<const std::vector<FrameRecord>> sharedFrames() const { return m_open.frames; }
    /** Reads masks of the results that are open; any thread. */
    MaskReader maskReader() const { return m_open.masks(); }
    const RunFacts& facts() const { return m_open.facts; }
    SlickStore* slicks() const { return m_slicks; }
    SecondLooks* secondLooks() const { return m_secondLooks; }
    std::shared_ptr<MaskMosaic> masks() const;  //!< of all frames, on the map; never nullptr

    /** A frame for the frame view, decoded in the background; frameReady follows (only the latest request
     * counts). Of a flight without results: one of framesToLookAt(), its picture first and then once more
     * with its place. */
    void requestFrame(int frameNumber);
    /** Of a flight without results; else empty. */
    const std::vector<FrameRecord>& framesToLookAt() const { return m_toLookAt; }

    /** Only the picture of a frame, for others than the frame view; pictureReady follows (only the latest
     * request counts). */
    void requestPicture(int frameNumber);

Q_SIGNALS:
    void modelLoaded();    //!< or its classes are mapped otherwise
    void deviceChanged();  //!< deviceName() is another one: the graphics card's memory was too small
    void opening(const QString& path);
    void flightOpened();
    void previewChanged();
    void workspaceOpened();
    void openFailed(const QString& sentence);  //!< what was open is still open
    void resultsMoved();                       //!< workspace() is another file with the same results
    void runStarted();
    void framesArrived(const std::vector<sheen::ShownFrame>& frames, const sheen::RunProgress& progress);
    void runFinished(bool cancelled);  //!< everything is placed again, slicks() are loaded
    void trackSettingsChanged();  //!< trackSettings() are others; placedAgain follows where there are results
    /** frames() and facts() follow other track settings; `stored`: slicks() do as well, and the workspace has
     * it all. Comes with `stored` also where it could not be stored: then everything is as it was. */
    void placedAgain(bool stored);
    void mergeSettingsChanged();  //!< mergeSettings() are others; mergedAgain follows where there are results
    /** slicks() and facts() follow other settings of merging, and the workspace has it; places are as they
     * were. Comes also where it could not be stored: then everything is as it was. */
    void mergedAgain();
    void masksChanged();  //!< placed again, outside of a run
    void frameReady(const sheen::ShownFrame& frame);
    void pictureReady(int frameNumber, const QImage& picture);
    void failed(const QString& sentence);
    void runsListed();
    void notice(const QString& sentence);   //!< worth saying, nothing is lost
    void warning(const QString& sentence);  //!< must not be overlooked, as long as this flight is open

private:
    bool refuseWhileRunning();
    void takeModel();
    /** What the analyst chose: for the flight that is open, and for the list of models. */
    void remember(const ModelChoice& choice);
    void takeOver(Opened& opened);
    void takeSaved(SavedResults& saved, const QString& failure);
    void showResults(std::vector<Slick> slicks);
    void paintMasks();
    /** What the flight is to be placed and merged with, whether it is already or not. */
    const PlacingSettings& wantedSettings() const;
    void pushSettings(const PlacingSettings& wanted);
    void requestSettings(const PlacingSettings& settings);
    void forgetSettingsStep();
    void tellNewNotices();
    /** Says who else has the results, where they can only be read. */
    bool refuseChanges();
    void startWaitingRun();
    void startRun();
    /** `resumed`: see RunTask. */
    void startRun(const RunSettings& settings, std::shared_ptr<Workspace> resumed);
    void takeFrames(const std::vector<ShownFrame>& arrived, const RunProgress& progress);
    void endRun(RunOutcome& outcome, bool cancelled);
    void takePlaces(bool stored);

    SessionModel* m_model;
    SlickStore* m_slicks;
    SecondLooks* m_secondLooks;
    TrackChanges* m_trackChanges;
    FlightOpener* m_opener;
    LiveRun* m_run;
    MaskPainter* m_masks;
    FrameDecoder* m_decoder;
    FlightBrowser* m_browser;
    std::vector<FrameRecord> m_toLookAt;
    OpenFlight m_open;
    RunSettings m_settings;
    std::vector<RunSummary> m_runs;
    bool m_listsRuns = false;
    bool m_isSaving = false;
    std::unique_ptr<PlacingSettings> m_settingsWhenSaved;  //!< asked for while the results are being saved
    std::vector<Issue> m_toldNotices;
    bool m_placesMoved = false;           //!< since masks were painted last
    std::optional<ModelChoice> m_chosen;  //!< by the analyst; remembered once it is loaded
    QString m_pendingWorkspacePath;       //!< of a run that waits for the model
    Review m_pendingReview = Review::Aside;
};

}  // namespace sheen

Q_DECLARE_METATYPE(sheen::RunProgress)
