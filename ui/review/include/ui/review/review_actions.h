#pragma once

#include <QIcon>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <cstdint>
#include <functional>
#include <set>
#include <vector>

class QAction;
class QActionGroup;
class QMenu;
class QWidget;
class QgsMapCanvas;
class QgsRectangle;

namespace sheen {

class GuidedReview;
class SlickStore;
class SlickTool;
class VertexTool;

/**
 * What an analyst does to slicks, as actions with keys: decide, set the appearance code or class of the
 * selected area or of whole slicks, go through the slicks, join and part them, edit outlines on the map,
 * undo. Owns the map tools. Keys without Ctrl hold where the review has the focus, and nowhere else; they do
 * not fire while a text is being typed.
 */
class ReviewActions : public QObject
{
    Q_OBJECT

public:
    /** Undo and redo hold wherever the focus is in `window`, the other keys in the canvas. */
    ReviewActions(SlickStore* store, QgsMapCanvas* canvas, QWidget* window);
    ~ReviewActions() override;

    /** The keys hold in this widget, too, and in those in it. */
    void actIn(QWidget* place);

    QList<QAction*> menuActions() const;      //!< all, with separators, in the order of a menu "Review"
    QList<QAction*> decisionActions() const;  //!< accept, reject, undecided, codes
    QList<QAction*> toolActions() const;      //!< select, vertex, draw, split, reshape (checkable, exclusive)
    QAction* acceptAction() const { return m_accept; }
    QAction* rejectAction() const { return m_reject; }
    QAction* nextAction() const { return m_next; }
    QAction* previousAction() const { return m_previous; }
    QAction* keepBelowAction() const { return m_keepBelow; }  //!< checkable; for what draws and reshapes
    QAction* undoAction() const { return m_undo; }
    QAction* redoAction() const { return m_redo; }
    QAction* selectToolAction() const
    {
        return m_selectTool;
    }                                                 //!< trigger it to make selecting the map's tool
    QMenu* classMenu() const { return m_classMenu; }  //!< the classes of the card; part of menuActions

    /** In which order "next" and "previous" go: that of the table as a rule. The store's own at first. */
    void setOrder(std::function<std::vector<std::int64_t>()> order) { m_order = std::move(order); }

    /** While this review is under way, the map around what is selected is dimmed. */
    void setSpotlightOf(const GuidedReview* review);

    /** Shows these slicks large on the map. */
    void zoomTo(const std::set<std::int64_t>& ids);
    /** Selects a slick, zooms to it and asks for its best frame: what a double click means. */
    void goTo(std::int64_t id);

Q_SIGNALS:
    void showFrame(int frame);  //!< the analyst wants to see this frame
    void message(
        const QString& sentence);  //!< for the status bar: what the tool in use expects, what went wrong

private:
    QAction* add(const QString& name, const QString& text, const QString& tip,
                 const QList<QKeySequence>& keys, const QIcon& icon);
    QAction* addTool(SlickTool* tool, const QString& name, const QString& text, const QString& tip,
                     const QKeySequence& key, const QString& icon);
    void sayAtPointer(const QString& sentence);
    void addDecisions();
    void addNavigation();
    void addTools();
    void addEditing();
    void fillClassMenu();
    void step(int direction);
    void reveal(std::int64_t id);
    void rememberPosition();
    QgsRectangle extentOf(const std::set<std::int64_t>& ids, double smallestDegrees) const;
    void removeChosen();
    void setCode(int code);
    bool haveCode(int code) const;
    void fillMoveMenu();
    void updateEnabled();

    SlickStore* m_store;
    QgsMapCanvas* m_canvas;
    QWidget* m_window;
    std::function<std::vector<std::int64_t>()> m_order;
    int m_position = -1;            //!< in the order, of the slick selected last
    std::int64_t m_positionId = 0;  //!< which may have left the order since
    QMenu* m_classMenu = nullptr;
    QActionGroup* m_tools = nullptr;
    VertexTool* m_vertexTool = nullptr;
    QAction* m_accept = nullptr;
    QAction* m_reject = nullptr;
    QAction* m_undecide = nullptr;
    QList<QAction*> m_codes;
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_zoom = nullptr;
    QAction* m_showFrame = nullptr;
    QAction* m_selectTool = nullptr;
    QAction* m_keepBelow = nullptr;
    QAction* m_join = nullptr;
    QAction* m_separate = nullptr;
    QMenu* m_moveMenu = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
};

}  // namespace sheen
