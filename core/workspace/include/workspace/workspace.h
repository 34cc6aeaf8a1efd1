#pragma once

#include <QDateTime>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "data/frame_record.h"
#include "data/run_facts.h"
#include "data/slick.h"

namespace sheen {

/** One edit by the analyst. */
struct Edit
{
    QDateTime time;  //!< UTC
    QString person;
    QString action;  //!< "accept", "reject", "class", "reshape", "draw", "delete", "split", "merge", "undo",
                     //!< "redo", "telemetry", ...
    std::vector<std::int64_t> slickIds;
    QString description;
};

/**
 * What is kept of a flight: one GeoPackage, written as the run goes, so that a crash loses nothing that was
 * shown. Layers slicks, detections, frames, track; tables edits and facts. Deleted slicks stay in the edits'
 * history. All members may be called from any thread (one at a time inside). Every write is on disk when the
 * call returns. Throws Error with the file's name: not writable, disk full, no workspace, of a newer version.
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
    static std::unique_ptr<Workspace> open(const QString& path);
    /** Whether a file looks like a workspace of Sheen (cheap; no exception). */
    static bool isWorkspace(const QString& path);
    ~Workspace();

    QString path() const;

    /** While it runs: frames with telemetry, mask and detections, in one transaction. */
    void append(const std::vector<FrameRecord>& frames);

    /** When the run ends: everything placed again, slicks merged. Replaces what append wrote. */
    void finish(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                const std::vector<Slick>& slicks);

    /** Review: in one transaction, slicks inserted or updated (by id) and removed, with the edit that did it.
     */
    void applyEdit(const Edit& edit, const std::vector<Slick>& changed,
                   const std::vector<std::int64_t>& removed);

    /**
     * When the telemetry is told anew: settings and counts of `facts`, frames as they are placed now, and the
     * slicks, in one transaction with the edit that did it. A slick without an id (0) is given a new one.
     * `deleted` are the deleted slicks as they lie now. Gives the slicks with their ids.
     */
    std::vector<Slick> replaceAll(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                                  std::vector<Slick> slicks, const std::vector<Slick>& deleted,
                                  const Edit& edit);

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
    std::vector<FrameRecord> frames() const;
    std::vector<Slick> slicks() const;
    std::vector<Slick> deletedSlicks() const;  //!< by the analyst, as the edits' history holds them
    std::vector<Edit> edits() const;

    /** An id that was never used in this workspace, also not by a deleted slick. */
    std::int64_t nextSlickId();

private:
    Workspace();
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen
