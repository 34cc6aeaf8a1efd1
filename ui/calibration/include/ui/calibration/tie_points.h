#pragma once

#include <QObject>
#include <QPointF>
#include <memory>
#include <optional>
#include <vector>

#include "camera/tie_fit.h"

namespace sheen {

class Session;
class Workspace;

/** A tie point as the analyst has marked it so far. */
struct TieMark
{
    int frame = -1;  //!< -1 where nothing is marked in a frame yet
    QPointF pixel;   //!< of the recording
    std::optional<double> latitudeDegrees;
    std::optional<double> longitudeDegrees;
    bool used = true;  //!< counts for a fit

    bool hasPlace() const { return latitudeDegrees && longitudeDegrees; }
    bool isComplete() const { return frame >= 0 && hasPlace(); }
    GroundPoint place() const { return {latitudeDegrees.value_or(0), longitudeDegrees.value_or(0)}; }
};

/**
 * The tie points of the flight that is open. Kept in its workspace; what is marked while the flight is being
 * stored follows as soon as that is done.
 */
class TiePoints : public QObject
{
    Q_OBJECT

public:
    explicit TiePoints(Session* session, QObject* parent = nullptr);

    const std::vector<TieMark>& marks() const { return m_marks; }

    /** Of the mark that waits for the other half, else of a new one. */
    void markPixel(int frame, const QPointF& pixel);
    void markPlace(const GroundPoint& place);
    const TieMark* waiting() const;  //!< the mark that is half done; nullptr without
    void dropWaiting();

    void change(int row, const TieMark& mark);
    void remove(const std::vector<int>& rows);

    /** With its frame's pose; nothing where the mark is not complete or its frame has no pose. */
    std::optional<TiePoint> tiePoint(int row) const;
    /** By the calibration in force; nothing where the point cannot be seen. */
    std::optional<TieResidual> residual(int row) const;

    void flush();  //!< into the workspace, now

Q_SIGNALS:
    void changed();
    void failed(const QString& sentence);

private:
    TieMark& half();
    void follow();
    void read();

    Session* m_session;
    std::vector<TieMark> m_marks;
    // Not held open: a run moves the workspace aside.
    std::weak_ptr<Workspace> m_workspace;
    bool m_unwritten = false;
};

}  // namespace sheen
