#include "ui/calibration/tie_mode.h"

#include <qgsmapcanvas.h>

#include "tie_map_item.h"
#include "tie_map_tool.h"
#include "ui/calibration/tie_points.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/frame_view.h"
#include "ui/session/session.h"

namespace sheen {

TieMode::TieMode(Session* session, TiePoints* points, FramePanel* frame, QgsMapCanvas* canvas,
                 QObject* parent)
    : QObject(parent),
      m_session(session),
      m_points(points),
      m_frame(frame),
      m_canvas(canvas),
      m_tool(std::make_unique<TieMapTool>(canvas)),
      m_item(std::make_unique<TieMapItem>(canvas))
{
    connect(m_tool.get(), &TieMapTool::placed, points, &TiePoints::markPlace);
    connect(m_tool.get(), &TieMapTool::escaped, this, &TieMode::escape);
    connect(frame->view(), &FrameView::marked, this, [this](const QPointF& pixel) {
        if (m_frame->currentFrame() >= 0)
            m_points->markPixel(m_frame->currentFrame(), pixel);
    });
    connect(canvas, &QgsMapCanvas::mapToolSet, this,
            [this](const QgsMapTool* tool) { setActive(tool == m_tool.get()); });
    connect(points, &TiePoints::changed, this, [this] {
        showMarks();
        Q_EMIT stepChanged();
    });
    connect(frame, &FramePanel::frameShown, this, &TieMode::showMarks);
}

TieMode::~TieMode()
{
    disconnect(m_canvas, nullptr, this, nullptr);
    disconnect(m_points, nullptr, this, nullptr);
    m_canvas->unsetMapTool(m_tool.get());
}

void TieMode::start()
{
    m_canvas->setMapTool(m_tool.get());
}

void TieMode::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    m_frame->view()->setMarking(active);
    showMarks();
    Q_EMIT activeChanged(active);
    Q_EMIT stepChanged();
}

void TieMode::escape()
{
    if (m_points->waiting())
        m_points->dropWaiting();
    else
        Q_EMIT endWanted();
}

void TieMode::setMarksVisible(bool visible)
{
    m_marksVisible = visible;
    showMarks();
}

QString TieMode::step() const
{
    if (!m_active)
        return {};
    const TieMark* half = m_points->waiting();
    const int number = int(m_points->marks().size()) + (half ? 0 : 1);
    if (!half)
        return tr("Point %1: click something in the frame whose place is known, like a pier or a buoy.")
            .arg(number);
    if (half->frame < 0)
        return tr("Click the same thing in the frame. Esc drops the point.");
    return tr("Click the same thing on the map, or type its place in the table. Esc drops the point.");
}

void TieMode::showMarks()
{
    std::vector<NumberedMark> inFrame;
    std::vector<TieMapItem::Mark> onMap;
    const std::vector<TieMark>& marks = m_points->marks();
    for (int row = 0; (m_active || m_marksVisible) && row < int(marks.size()); ++row) {
        const TieMark& mark = marks[std::size_t(row)];
        const QString number = QString::number(row + 1);
        const std::optional<TiePoint> point = m_points->tiePoint(row);
        if (mark.frame >= 0 && mark.frame == m_frame->currentFrame()) {
            NumberedMark drawn{mark.pixel, std::nullopt, number, !mark.used};
            if (const auto residual = m_points->residual(row))
                drawn.expected = mark.pixel + QPointF(residual->pixels.x, residual->pixels.y);
            inFrame.push_back(drawn);
        }
        if (mark.hasPlace()) {
            TieMapItem::Mark drawn{mark.place(), std::nullopt, number, !mark.used};
            if (point)
                drawn.seen =
                    CameraModel(point->pose, point->pictureSize, m_session->trackSettings().calibration)
                        .toGround(point->pixel);
            onMap.push_back(drawn);
        }
    }
    m_frame->view()->setMarks(std::move(inFrame));
    m_item->setMarks(std::move(onMap));
}

}  // namespace sheen
