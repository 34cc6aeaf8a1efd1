#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QKeySequence;

namespace sheen {

/** The window's own actions, each with text, key and tool tip. What they do is the window's business. */
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QObject* parent);

    // File
    QAction* openVideo = nullptr;
    QAction* openFolder = nullptr;
    QAction* openWorkspace = nullptr;
    QAction* openDemo = nullptr;
    QAction* saveResultsAs = nullptr;
    QAction* quit = nullptr;
    // Edit
    QAction* settings = nullptr;
    // Flight
    QAction* run = nullptr;
    QAction* cancel = nullptr;
    QAction* earlierRuns = nullptr;
    QAction* importTelemetry = nullptr;
    QAction* loadModel = nullptr;
    QAction* overlayLayout = nullptr;
    QAction* archive = nullptr;
    // View
    QAction* zoomIn = nullptr;
    QAction* zoomOut = nullptr;
    QAction* zoomToFlight = nullptr;
    QAction* zoomToWorld = nullptr;
    QAction* follow = nullptr;
    QAction* telemetry = nullptr;
    QAction* calibration = nullptr;
    QAction* fullScreen = nullptr;
    // Map tools, checkable
    QAction* panTool = nullptr;
    QAction* zoomInTool = nullptr;
    QAction* zoomOutTool = nullptr;
    QAction* distanceTool = nullptr;
    QAction* areaTool = nullptr;
    QAction* tieTool = nullptr;
    QAction* placeTool = nullptr;
    // Export and help
    QAction* facts = nullptr;
    QAction* message = nullptr;
    QAction* ships = nullptr;
    QAction* reportPreview = nullptr;
    QAction* exportResults = nullptr;
    QAction* manual = nullptr;
    QAction* keys = nullptr;
    QAction* about = nullptr;

    QList<QAction*> mapTools() const
    {
        return {panTool, zoomInTool, zoomOutTool, distanceTool, areaTool, placeTool, tieTool};
    }

private:
    QAction* make(const char* name, const QString& icon, const QString& text, const QString& tip,
                  const QKeySequence& keys);
    void makeFileAndFlight();
    void makeView();
    void makeTools();
    void makeRest();
};

}  // namespace sheen
