#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "data/frame_record.h"
#include "data/run_facts.h"
#include "data/slick.h"
#include "data/teaching_mark.h"

namespace sheen {

class Cancel;

/** One edit by the analyst. */
struct Edit
{
    QDateTime time;  //!< UTC
    QString person;
    QString action;  //!< "accept", "reject", "class", "reshape", "draw", "delete", "split", "join", "undo",
                     //!< "redo", "telemetry", ...
    std::vector<std::int64_t> slickIds;
    QString description;
};

/** Slicks that are not there, as the edits' history keeps them. */
struct AbsentSlicks
{
    std::vector<Slick> deleted;  //!< by the analyst
    std::vector<Slick> retired;  //!< gone when the flight was placed or merged again; their ids are theirs
};

/**
 * What is kept of a flight: one GeoPackage, written as the run goes, so that a crash loses nothing that was
 * shown. Layers slicks, appearances, detections, frames, track, marks; tables edits and facts. Deleted slicks
 * stay in the edits' history. All members may be called from any thread (one at a time inside). Every write
 * is on disk when the call returns. Throws Error with the file's name: not writable, disk full, no workspace,
 * of a newer version.
 */
class Workspace
{
public:
    /**
     * Starts a new one. Where the file exists, the earlier one is moved aside to NAME.1.gpkg, NAME.2.gpkg,
     * ... so that nothing is lost; `movedTo` tells where.
     */
    static std::unique_ptr<Workspace> create(const QString& path, const RunFacts& facts,
                                             QString* movedTo = nullptr);
    /**
     * Opens one. An earlier format is brought to the present one, and the file as it was is kept beside it;
     * `keptCopy` tells where, empty where nothing had to be done.
     */
    static std::unique_ptr<Workspace> open(const QString& path, QString* keptCopy = nullptr);
    /** Whether a file looks like a workspace of Sheen (cheap; no exception). */
    static bool isWorkspace(const QString& path);
    /** Reads the facts alone and changes nothing; std::nullopt where it is no workspace of Sheen. */
    static std::optional<RunFacts> factsOf(const QString& path);
    ~Workspace();

    QString path() const;
    /** Whether it was opened for more than reading. */
    bool canBeChanged() const;

    /**
     * Adds frames while they are run, each once, in one transaction. `masks`: of these frames, PNG, an empty
     * one for none; or no masks.
     */
    void append(const std::vector<FrameRecord>& frames, const std::vector<QByteArray>& masks = {});

    /** Removes the frames from this number on, with their masks: they are run again. */
    void removeFramesFrom(int firstFrame);

    /** Writes what is known of the run, while it goes on. */
    void setFacts(const RunFacts& facts);

    /** When the run ends: everything placed again, slicks merged. The frames become these; their masks stay,
     * and what is as it was is not written again. */
    void finish(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                const std::vector<Slick>& slicks);

    /** Review: in one transaction, slicks inserted or updated (by id) and removed, with the edit that did it.
     */
    void applyEdit(const Edit& edit, const std::vector<Slick>& changed,
                   const std::vector<std::int64_t>& removed);

    /**
     * When the telemetry is told anew: settings and counts of `facts`, frames as they are placed now, and the
     * slicks, in one transaction with the edit that did it; only what is not as it was is written. A slick
     * without an id (0) is given a new one. `absent` are the deleted and retired slicks as they lie now.
     * Gives the slicks with their ids.
     */
    std::vector<Slick> replaceAll(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                                  std::vector<Slick> slicks, const AbsentSlicks& absent, const Edit& edit);
    /** The same where the frames are as they were: they are not looked at, which takes long for many. */
    std::vector<Slick> replaceSlicks(const RunFacts& facts, std::vector<Slick> slicks,
                                     const AbsentSlicks& absent, const Edit& edit);

    /** What was marked for teaching, in the order in which it was drawn. */
    std::vector<TeachingMark> marks() const;
    /** These in place of all that there were. `card`: of the model that is taught, for what they say. */
    void setMarks(const std::vector<TeachingMark>& marks, const ModelCard& card);

    /**
     * Adds the history of another workspace of the same recording, whose run this one repeats; the ids that
     * it gave are not given again.
     */
    void takeHistory(const Workspace& earlier);

    /**
     * What the window keeps beside the results, by name, like the tie points; empty where nothing is kept.
     * finish() and replaceAll() leave it as it is.
     */
    QJsonObject kept(const QString& name) const;
    void keep(const QString& name, const QJsonObject& value);

    /**
     * The whole workspace as it is now, also what another process has not merged yet, into another file. A
     * workspace that lies there is moved aside as create() does; `movedTo` tells where.
     */
    void copyTo(const QString& target, QString* movedTo = nullptr) const;

    RunFacts facts() const;
    std::vector<FrameRecord> frames() const;  //!< in ascending order
    QByteArray mask(int frame) const;         //!< PNG; empty where the frame has none
    /** Measured, in ascending order of their ids; that takes long for many. Empty when cancelled. */
    std::vector<Slick> slicks(const Cancel* cancel = nullptr) const;
    /** Each as one area, with its id, decision, note and best frame. */
    AbsentSlicks absentSlicks() const;
    std::vector<Edit> edits() const;

    /** An id that was never used in this workspace, also not by a deleted slick. */
    std::int64_t nextSlickId();
    std::int64_t lastSlickId() const;  //!< the highest that was given
    /** No id up to this one is given any more. */
    void giveNoIdUpTo(std::int64_t id);

private:
    Workspace();
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen
