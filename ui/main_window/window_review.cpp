#include <QAction>
#include <QDockWidget>
#include <QGridLayout>
#include <QStatusBar>
#include <QTreeView>
#include <memory>
#include <optional>

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmapcanvas.h>
#include <qgsmaptoolemitpoint.h>
#include <qgsproject.h>

#include "actions.h"
#include "linked_cursors.h"
#include "ui/frame/bookmark_panel.h"
#include "ui/frame/bookmarks.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/frame_view.h"
#include "ui/frame/place_views.h"
#include "ui/main_window/main_window.h"
#include "ui/map/map_view.h"
#include "ui/review/history_panel.h"
#include "ui/review/review_actions.h"
#include "ui/review/review_bar.h"
#include "ui/review/slick_panel.h"
#include "ui/review/slick_table.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"

// The review that leads, the history, and where a place was seen.

namespace sheen {

void MainWindow::makeReviewDesk()
{
    m_reviewBar = new ReviewBar(m_session->slicks(), m_session->secondLooks(), m_review);
    static_cast<QGridLayout*>(centralWidget()->layout())->addWidget(m_reviewBar, 0, 0);
    m_review->setSpotlightOf(&m_reviewBar->review());
    m_review->setOrder([this] {
        const GuidedReview& review = m_reviewBar->review();
        return review.isActive() ? review.queue() : m_slickTable->shownIds();
    });
    for (QWidget* place : std::initializer_list<QWidget*>{m_map->canvas(), m_slickTable->view(), m_slickPanel,
                                                          m_frame->view()}) {
        if (place != m_map->canvas())
            m_review->actIn(place);
        place->addActions(m_reviewBar->menuActions());
    }
    connect(m_reviewBar, &ReviewBar::focusWanted, this, [this] { m_map->canvas()->setFocus(); });
    connect(m_reviewBar, &ReviewBar::message, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, 10000); });
    GuidedReview* review = &m_reviewBar->review();
    connect(review, &GuidedReview::activeChanged, m_frame, &FramePanel::setSpotlight);
    connect(review, &GuidedReview::arrived, this, [this](std::int64_t id) {
        m_review->zoomTo({id});
        const Slick* slick = m_session->slicks()->find(id);
        if (slick && slick->seen.bestFrame >= 0)
            m_frame->goToFrame(slick->seen.bestFrame);
    });
    makeHistoryDock();
    makePlaceDock();
    makeBookmarksDock();
    new LinkedCursors(m_session, m_frame, m_map->canvas(), m_map->canvas());
}

void MainWindow::makeHistoryDock()
{
    auto* history = new HistoryPanel(m_session->slicks(), m_review->undoAction(), m_review->redoAction());
    QDockWidget* dock = addDock("historyDock", tr("History"), history, Qt::BottomDockWidgetArea);
    tabifyDockWidget(m_slicksDock, dock);
    m_slicksDock->raise();
    connect(m_session, &Session::mergedAgain, history, &HistoryPanel::reload);
    connect(m_session, &Session::placedAgain, history, [history](bool stored) {
        if (stored)
            history->reload();
    });
}

void MainWindow::makeBookmarksDock()
{
    auto* panel = new BookmarkPanel(m_frame->bookmarks());
    QDockWidget* dock = addDock("bookmarksDock", tr("Bookmarks"), panel, Qt::BottomDockWidgetArea);
    tabifyDockWidget(m_slicksDock, dock);
    m_slicksDock->raise();
    connect(panel, &BookmarkPanel::chosen, m_frame, &FramePanel::goToTime);
    connect(m_frame->bookmarks(), &Bookmarks::failed, this, &MainWindow::sayError);
}

void MainWindow::makePlaceDock()
{
    auto* views = new PlaceViews(m_session);
    QDockWidget* dock = addDock("placeDock", tr("Seen Here"), views, Qt::RightDockWidgetArea);
    tabifyDockWidget(findChild<QDockWidget*>(QStringLiteral("slickDock")), dock);
    findChild<QDockWidget*>(QStringLiteral("slickDock"))->raise();
    // To be marked in the frame that is being decoded.
    const auto pointed = std::make_shared<std::optional<GroundPoint>>();
    connect(views, &PlaceViews::frameChosen, this, [this, pointed](int frame, const GroundPoint& place) {
        *pointed = place;
        m_frame->goToFrame(frame);
    });
    connect(m_frame, &FramePanel::frameShown, this, [this, pointed] {
        if (*pointed)
            m_frame->showPointer(*pointed);
        pointed->reset();
    });
    m_placeTool = std::make_unique<QgsMapToolEmitPoint>(m_map->canvas());
    connect(m_actions->placeTool, &QAction::triggered, this,
            [this] { m_map->canvas()->setMapTool(m_placeTool.get()); });
    connect(m_placeTool.get(), &QgsMapToolEmitPoint::canvasClicked, this,
            [this, views, dock](const QgsPointXY& point) {
                const QgsCoordinateTransform toGround(
                    m_map->canvas()->mapSettings().destinationCrs(),
                    QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")),
                    QgsProject::instance()->transformContext());
                try {
                    const QgsPointXY ground = toGround.transform(point);
                    views->showPlace({ground.y(), ground.x()});
                    dock->show();
                    dock->raise();
                } catch (const QgsCsException&) {
                    sayNotice(tr("This place is outside of what the map's CRS can show."));
                }
            });
}

}  // namespace sheen
