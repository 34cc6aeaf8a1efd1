#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>
#include <memory>
#include <vector>

#include "core/data/frame_record.h"
#include "core/data/model_card.h"
#include "core/data/run_facts.h"
#include "core/flight/flight.h"
#include "core/pipeline/run.h"
#include "core/workspace/model_choice.h"

namespace sheen {

class MaskMosaic;
class SlickStore;
class Workspace;

/** What is shown of a flight before anything runs. */
struct FlightPreview
{
    FlightInfo info;
    Frame firstFrame;
    QString layoutTitle;       //!< of the overlay that was recognised; empty: none
    double layoutScore = 0;    //!< 0 to 1
    TelemetryReading reading;  //!< of the first frame that could be read
    QString earlierWorkspace;  //!< path of the workspace that an earlier run left; empty: none
    QString telemetryNotice;   //!< worth saying of the telemetry; empty: nothing
    QString telemetryProblem;  //!< why the telemetry could not be looked at; empty where it could
    std::vector<OverlayMark>
        overlayMarks;  //!< where writing and symbols lie over the pictures, as far as known
};

/** One frame as the window gets it: plain values, ready to be drawn. */
struct ShownFrame
{
    FrameRecord record;
    QImage picture;  //!< with at most the size of the screen; empty where it was skipped to keep up
    QImage mask;     //!< ARGB, the classes' colours, water transparent; size of `picture`
};

/**
 * What the window works on: the model (loaded once, in the background), the flight that is open, its run, its
 * workspace. Lives in the widgets' thread; everything slow happens on threads of its own and comes back by
 * signal.
 */
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;  //!< stops

    /** Cancels what is under way and waits for it; nothing is done afterwards. */
    void stop();

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
    bool isOpening() const;
    const FlightPreview* preview() const;          //!< nullptr where no recording is open
    std::shared_ptr<const Flight> flight() const;  //!< nullptr where the recording is not at hand

    const RunSettings& settings() const;
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
    bool isPlacingAgain() const;  //!< something of the latest settings has not been stored yet

    /** Reads the telemetry of the first frames again, in the background; previewChanged follows. Done where
     * the settings choose other telemetry; asked for where a layout's file has changed. */
    void readTelemetryAgain();

    /** Where a run of the open flight is kept unless told otherwise. */
    QString defaultWorkspacePath() const;

    /** The workspace is written to `workspacePath` while it runs. Waits for a model that is still loading. */
    void run(const QString& workspacePath);
    void cancel();
    bool isRunning() const;
    const RunProgress& progress() const;

    /** The model's card behind what is shown: that of the results that are open, else the one loaded. */
    const ModelCard& card() const;
    std::shared_ptr<Workspace> workspace() const;
    const std::vector<FrameRecord>& frames() const;  //!< of the workspace that is open, or the run so far
    const RunFacts& facts() const;
    SlickStore* slicks() const;
    std::shared_ptr<MaskMosaic> masks() const;  //!< of all frames, on the map; never nullptr

    /** A frame for the frame view, decoded in the background; frameReady follows (only the latest request
     * counts). */
    void requestFrame(int frameNumber);

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
    void runStarted();
    void framesArrived(const std::vector<sheen::ShownFrame>& frames, const sheen::RunProgress& progress);
    void runFinished(bool cancelled);  //!< everything is placed again, slicks() are loaded
    void trackSettingsChanged();  //!< trackSettings() are others; placedAgain follows where there are results
    /** frames() and facts() follow other track settings; `stored`: slicks() do as well, and the workspace has
     * it all. Comes with `stored` also where it could not be stored: then everything is as it was. */
    void placedAgain(bool stored);
    void masksChanged();  //!< placed again, outside of a run
    void frameReady(const sheen::ShownFrame& frame);
    void pictureReady(int frameNumber, const QImage& picture);
    void failed(const QString& sentence);
    void notice(const QString& sentence);  //!< worth saying, nothing is lost

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen

Q_DECLARE_METATYPE(std::vector<sheen::ShownFrame>)
Q_DECLARE_METATYPE(sheen::ShownFrame)
Q_DECLARE_METATYPE(sheen::RunProgress)
