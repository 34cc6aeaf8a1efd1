#pragma once

#include <QObject>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "data/frame_record.h"
#include "data/model_card.h"
#include "data/slick.h"
#include "ui/session/edit_preview.h"

class QUndoStack;

namespace sheen {

class WaitingWrites;
class Workspace;
struct Edit;
struct SlickStep;

/**
 * The slicks under review: what the map, the table and the frame view all show, with one selection shared by
 * them (slicks, or one area of a slick), and undo over every edit. Each edit (also each undo and redo) is in
 * the workspace, with person and time, before the call returns; where the workspace cannot be written, it
 * waits in writes() until it can be. Where the workspace was opened for reading only, nothing changes and
 * `failed` says why. Areas never overlap, whatever is done. Lives in the widgets' thread.
 * Geometry is WGS84; measures follow each change.
 */
class SlickStore : public QObject
{
    Q_OBJECT

public:
    using Ids = std::set<std::int64_t>;
    using Frames = std::shared_ptr<const std::vector<FrameRecord>>;

    explicit SlickStore(QObject* parent = nullptr);
    ~SlickStore() override;

    /** Shows the slicks of a workspace; nullptr: none. Clears undo and selection. `sensors`: of the flight,
     * where they are known. `slicks`: what Workspace::slicks gave, which takes long for many; std::nullopt:
     * they are read here. Throws what the workspace throws, and shows none then. */
    void load(std::shared_ptr<Workspace> workspace, const ModelCard& card,
              const std::set<QString>& sensors = {}, std::optional<std::vector<Slick>> slicks = std::nullopt);
    std::shared_ptr<Workspace> workspace() const { return m_workspace; }
    /** The same results lie in another workspace now, which can be changed. */
    void moveTo(std::shared_ptr<Workspace> workspace);
    /** All that is written of the open results goes through here. */
    WaitingWrites& writes() const { return *m_writes; }
    const ModelCard& card() const { return m_card; }
    /** Those that a slick of this flight may have: of its sensors, and those that slicks have already. */
    std::vector<ModelClass> oilClasses() const;
    /** What was seen: what is drawn elsewhere is marked as unseen. nullptr: not known, all counts as seen. */
    void setFrames(Frames frames);
    /** Of a slick, sea that no frame showed. */
    GroundMultiPolygon unseenPart(const Slick& slick) const;
    /** What a sketch would do: the work, for a thread of its own. It borrows nothing of the store. */
    std::function<EditPreview()> previewOf(const SketchedOutline& sketch) const;

    const std::vector<Slick>& slicks() const { return m_slicks; }
    const Slick* find(std::int64_t id) const;

    Ids selection() const { return m_selection; }
    void select(const Ids& ids);
    /** Of the one slick that is selected; nothing: the whole slick, or several. */
    std::optional<std::size_t> selectedArea() const { return m_selectedArea; }
    /** Selects a slick and in it an area, by its index. */
    void selectArea(std::int64_t id, std::size_t area);

    /** The one history of the flight that is open; each command is a HistoryStep. For its state, texts and
     * signals, and to push other steps. Undo and redo through undo() and redo(), which keep the stack and
     * what it is of together when the workspace cannot be written. */
    QUndoStack* undoStack() const { return m_undo; }
    /** Writes something else of slicks down, as an edit of the history; false, with the reason said, where
     * that cannot be done. `change` may throw what a workspace throws. */
    bool writeDown(const QString& action, const QString& text, const Ids& ids,
                   const std::function<void(Workspace&)>& change);
    void forgetLastStep();  //!< that is not in force; takes nothing back

    /** From now on, until something else is loaded, edits are refused with this sentence. */
    void setReadOnly(const QString& sentence) { m_readOnly = sentence; }
    bool isReadOnly() const { return !m_readOnly.isEmpty(); }

    // The flight is placed again, outside of the review: while that is written down, edits are refused.
    void setHeld(bool held) { m_held = held; }
    bool isHeld() const { return m_held; }
    /** What edits hold to from now on. */
    void setLimits(const EditLimits& limits) { m_limits = limits; }
    /** The slicks that undo and redo would bring back, or take away. */
    std::vector<Slick> remembered() const;
    /** The slicks as they are now, and those remembered, in the same order, as they lie now. The workspace
     * has them already. Undo and the selection stay. */
    void replace(std::vector<Slick> slicks, const std::vector<Slick>& remembered);

    // Edits; each is one step of undo. Unknown ids are ignored. `area`: of each slick alone, all of it where
    // it is nothing.
    void setDecision(const Ids& ids, Decision decision);
    void setTakenFor(const Ids& ids, TakenFor takenFor, LookAlike kind = LookAlike::Unsaid);
    /** Nothing: as it is proposed. */
    void setForm(const Ids& ids, std::optional<SlickForm> form);
    /** Appearance code 1 to 5: the class of the card with that code, or the code alone where there is none;
     * 0: the code alone. */
    void setCode(const Ids& ids, int code, std::optional<std::size_t> area = std::nullopt);
    /** A class of the card, with the appearance code that the card gives it (the code stays where the card
     * gives none). */
    void setClass(const Ids& ids, int classValue, std::optional<std::size_t> area = std::nullopt);
    /** Of an area; common borders move along. `takes`: what lies below gives way; else the outline does. An
     * outline that crosses itself is refused. */
    void setOutline(std::int64_t id, std::size_t area, const GroundMultiPolygon& outline, bool takes = true);
    void setNote(std::int64_t id, const QString& note);
    /**
     * A slick drawn by the analyst; its id, or 0 where it was refused. `takes`: what lies below gives way;
     * else what is drawn does. An outline that crosses itself is repaired. Its appearance code is that of
     * other areas of the class, else 0: whether the card's codes hold depends on the sensor, so the analyst
     * sets it.
     */
    std::int64_t draw(const GroundMultiPolygon& outline, int classValue, bool takes = true);
    void remove(const Ids& ids);
    /** The last one of a slick takes the slick along. */
    void removeArea(std::int64_t id, std::size_t area);
    /** False, with nothing changed, where the line does not divide the slick. The largest part keeps the id.
     */
    bool split(std::int64_t id, const std::vector<GroundPoint>& line);
    /** One slick with the areas of all, as they are. The one selected first keeps its id and what was
     * decided; the edit names the others. */
    void join(const Ids& ids);
    /** An area goes to another slick. */
    void moveArea(std::int64_t from, std::size_t area, std::int64_t to);
    /** An area becomes a slick of its own; its id, 0 where it was refused. */
    std::int64_t separateArea(std::int64_t id, std::size_t area);

public Q_SLOTS:
    void undo();
    void redo();

Q_SIGNALS:
    void reset();                                              //!< everything is new
    void changed(const std::set<std::int64_t>& ids);           //!< inserted, updated or removed
    void selectionChanged(const std::set<std::int64_t>& ids);  //!< or the selected area
    void recorded(const sheen::Edit& edit);                    //!< it is in the workspace
    void failed(const QString& sentence);   //!< the workspace is for reading only, or could not be read
    void refused(const QString& sentence);  //!< an edit that makes no sense; nothing was changed

private:
    friend class SlickEditCommand;

    std::vector<Slick> slicksOf(const Ids& ids) const;
    std::vector<Slick> inOrderOfSelection(const Ids& ids) const;
    /** Writes an edit down and puts it in force; false, with nothing changed, where it cannot be written. */
    bool apply(const QString& action, const QString& text, const std::vector<Slick>& from,
               const std::vector<Slick>& to);
    /** A step forward: applied with the reviewer's name and the time, and kept for undo. */
    bool push(const QString& action, const QString& text, SlickStep step);
    /** False where what comes back overlaps slicks that came meanwhile and nothing would be left of it. */
    bool keepApart(std::vector<Slick>& to, const Ids& touched) const;
    /** Whether edits are refused; says so. */
    bool refusesEdits();
    /** An id for a new slick; 0, with `failed` or `refused` emitted, where there is no workspace or it takes
     * no edits. */
    std::int64_t newId();
    void setUnseen(Slick& slick) const;
    /** Of an outline that the analyst drew: which frames show the place, and what follows of that. */
    void setSeen(Slick& slick) const;
    void reindex();
    void refreshSelection();

    std::shared_ptr<Workspace> m_workspace;
    ModelCard m_card;
    std::set<QString> m_sensors;
    Frames m_frames;
    EditLimits m_limits;
    std::vector<Slick> m_slicks;
    std::unordered_map<std::int64_t, std::size_t> m_rowOfId;
    Ids m_selection;
    std::vector<std::int64_t> m_selectionOrder;
    std::optional<std::size_t> m_selectedArea;
    QUndoStack* m_undo = nullptr;
    WaitingWrites* m_writes;
    std::int64_t m_lastId = 0;  //!< the highest that was given
    bool m_held = false;
    QString m_readOnly;
};

}  // namespace sheen
