#pragma once

#include <QObject>
#include <memory>

class QgsMapCanvas;

namespace sheen {

class FramePanel;
class Session;
class TieMapItem;
class TieMapTool;
class TiePoints;
struct GroundPoint;

/** Marks tie points with the mouse, in the frame view and on the map, and shows them there. */
class TieMode : public QObject
{
    Q_OBJECT

public:
    TieMode(Session* session, TiePoints* points, FramePanel* frame, QgsMapCanvas* canvas,
            QObject* parent = nullptr);
    ~TieMode() override;  //!< before the canvas

    bool isActive() const { return m_active; }
    void start();  //!< as the map's tool; ends as soon as the map has another one
    void setMarksVisible(bool visible);

    /** What to do next, in a sentence; empty while nothing is marked. */
    QString step() const;

Q_SIGNALS:
    void activeChanged(bool active);
    void stepChanged();
    void endWanted();  //!< Esc, with nothing half done

private:
    void setActive(bool active);
    void escape();
    void showMarks();

    Session* m_session;
    TiePoints* m_points;
    FramePanel* m_frame;
    QgsMapCanvas* m_canvas;
    std::unique_ptr<TieMapTool> m_tool;
    std::unique_ptr<TieMapItem> m_item;
    bool m_active = false;
    bool m_marksVisible = false;
};

}  // namespace sheen
