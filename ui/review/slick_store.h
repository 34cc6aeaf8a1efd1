#pragma once

#include <QObject>
#include <cstdint>
#include <memory>
#include <set>
#include <vector>

#include "core/data/model_card.h"
#include "core/data/slick.h"

class QUndoStack;

namespace sheen {

class Workspace;
struct Edit;

/**
 * The slicks under review: what the map, the table and the frame view all show, with one selection shared by
 * them, and undo over every edit. Each edit (also each undo and redo) is in the workspace, with person and
 * time, before the call returns. Lives in the widgets' thread. Geometry is WGS84; areas and volumes follow
 * each change.
 */
class SlickStore : public QObject
{
    Q_OBJECT

public:
    explicit SlickStore(QObject* parent = nullptr);
    ~SlickStore() override;

    /** Shows the slicks of a workspace; nullptr: none. Clears undo and selection. */
    void load(std::shared_ptr<Workspace> workspace, const ModelCard& card);
    std::shared_ptr<Workspace> workspace() const { return m_workspace; }
    const ModelCard& card() const { return m_card; }

    const std::vector<Slick>& slicks() const { return m_slicks; }
    const Slick* find(std::int64_t id) const;

    std::set<std::int64_t> selection() const { return m_selection; }
    void select(const std::set<std::int64_t>& ids);

    QUndoStack* undoStack() const { return m_undo; }

    // Edits; each is one step of undo. Unknown ids are ignored.
    void setStatus(const std::set<std::int64_t>& ids, SlickStatus status);
    /** Appearance code 1 to 5: the class of the card with that code, or the code alone where there is none.
     */
    void setCode(const std::set<std::int64_t>& ids, int code);
    void setOutline(std::int64_t id, const GroundMultiPolygon& outline);
    void setNote(std::int64_t id, const QString& note);
    std::int64_t draw(const GroundMultiPolygon& outline, int classValue);
    void remove(const std::set<std::int64_t>& ids);
    /** False, with nothing changed, where the line does not divide the slick. */
    bool split(std::int64_t id, const std::vector<GroundPoint>& line);
    /** The largest one keeps its id and attributes. */
    void merge(const std::set<std::int64_t>& ids);

Q_SIGNALS:
    void reset();                                     //!< everything is new
    void changed(const std::set<std::int64_t>& ids);  //!< inserted, updated or removed
    void selectionChanged(const std::set<std::int64_t>& ids);
    void failed(const QString& sentence);  //!< the workspace could not be written

private:
    friend class SlickEditCommand;
    /** Puts a state in force and writes it down; used by edits, undo and redo alike. */
    void apply(const Edit& edit, const std::vector<Slick>& changed, const std::set<std::int64_t>& removed);
    void push(const QString& action, const QString& text, std::vector<Slick> before,
              std::vector<Slick> after);

    std::shared_ptr<Workspace> m_workspace;
    ModelCard m_card;
    std::vector<Slick> m_slicks;
    std::set<std::int64_t> m_selection;
    QUndoStack* m_undo = nullptr;
};

}  // namespace sheen
