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

namespace sheen {

class SlickStore;
class Workspace;

/** What is shown of a flight before anything runs. */
struct FlightPreview
{
    FlightInfo info;
    Frame firstFrame;
    QString layoutTitle;       //!< of the overlay that was recognised; empty: none
    double layoutScore = 0;    //!< 0 to 1
    TelemetryReading reading;  //!< of the first frame
};

/** One frame as the window gets it: plain values, ready to be drawn. */
struct ShownFrame
{
    FrameRecord record;
    QImage picture;  //!< with at most the size of the screen; empty where it was skipped to keep up
    QImage mask;     //!< ARGB, the classes' colours, water transparent; size of `picture`
    // The same on the map: north up in the run's CRS.
    QImage mapMask;    //!< ARGB; empty where the frame has no place
    QRectF mapExtent;  //!< metres: left, bottom, width, height
    int mapEpsg = 0;
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
    ~Session() override;

    void loadModel(const QString& path);  //!< in the background; modelLoaded or failed follows
    const ModelCard* model() const;       //!< nullptr until it is loaded
    QString deviceName() const;

    /** A video, a folder of frames or a workspace, in the background; flightOpened, workspaceOpened or failed
     * follows. */
    void open(const QString& path);
    const FlightPreview* preview() const;
    std::shared_ptr<const Flight> flight() const;  //!< nullptr where the recording is not at hand

    const RunSettings& settings() const;
    void setSettings(const RunSettings& settings);

    /** The workspace is written to `workspacePath` while it runs. */
    void run(const QString& workspacePath);
    void cancel();
    bool isRunning() const;

    std::shared_ptr<Workspace> workspace() const;
    const std::vector<FrameRecord>& frames() const;  //!< of the workspace that is open, or the run so far
    const RunFacts& facts() const;
    SlickStore* slicks() const;

    /** A frame for the frame view, decoded in the background; frameReady follows (only the latest request
     * counts). */
    void requestFrame(int frameNumber);

Q_SIGNALS:
    void modelLoaded();
    void flightOpened();
    void workspaceOpened();
    void runStarted();
    void framesArrived(const std::vector<sheen::ShownFrame>& frames, const sheen::RunProgress& progress);
    void runFinished(bool cancelled);  //!< everything is placed again, slicks() are loaded
    void frameReady(const sheen::ShownFrame& frame);
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
