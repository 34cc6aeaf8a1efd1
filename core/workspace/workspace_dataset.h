#pragma once

#include <QString>
#include <cstdint>
#include <functional>
#include <mutex>

#include "workspace_file.h"
#include "workspace_layers.h"

namespace sheen {

class Error;
class GdalErrors;

/**
 * The GeoPackage of a workspace while it is open: one caller at a time, changes in transactions, GDAL's
 * failures as Errors that name the file, ids that no other program is given. What the rows mean is not known
 * here. create() or open() comes before everything else, once. change(), read() and copyInto() may be called
 * from any thread, but not out of one another's work; ensureMarks(), add(), upsert(), remove(), execute() and
 * what has to do with ids only by the work that change() runs.
 */
class WorkspaceDataset
{
public:
    WorkspaceDataset() = default;
    ~WorkspaceDataset();
    WorkspaceDataset(const WorkspaceDataset&) = delete;
    WorkspaceDataset& operator=(const WorkspaceDataset&) = delete;

    /**
     * Makes the file, where nothing is yet, with its layers and what `fill` writes, in one transaction.
     * Throws Error; what there is of the file is left to the caller.
     */
    void create(const QString& path, const std::function<void()>& fill);

    /**
     * Opens a file and changes nothing in it. False where it lacks a layer of a workspace: then there is
     * nothing to be done with it. Throws Error(Unreadable).
     */
    bool open(const QString& path);

    /**
     * startJournal(), where the file can be written. Apart from open(), so that a file of another program is
     * left as it is.
     */
    void journal();

    const QString& path() const { return m_path; }
    bool canBeChanged() const;                                  //!< opened for more than reading
    const WorkspaceLayers& layers() const { return m_layers; }  //!< for the work of change() and read()

    /** Runs `work` in one transaction: all of it is on disk afterwards, or nothing of it. Throws Error. */
    void change(const std::function<void()>& work);

    /** Runs `work`, which only reads. Throws Error(Unreadable). */
    void read(const std::function<void()>& work) const;

    /** Writes all there is into another file. Gives GDAL's reason where it fails; else empty. */
    QString copyInto(const QString& file);

    /** Makes the layer of marks where a workspace of an earlier version lacks it. */
    void ensureMarks();

    /** A new feature, as `fill` makes it. Throws Error. */
    void add(OGRLayer& layer, const std::function<void(OGRFeature&)>& fill);

    /** The same, in place of the one that has its id, where there is one. */
    void upsert(OGRLayer& layer, const std::function<void(OGRFeature&)>& fill);

    /** Removes the feature of that id, where there is one. Throws Error. */
    void remove(OGRLayer& layer, GIntBig fid);

    /** Its failure is among those that the transaction collects. */
    void execute(const QString& sql);

    /** No id up to this one is given any more. */
    void raiseSlickId(std::int64_t id);

    /** Ids that were never given, as many in a row; the last one of them. */
    std::int64_t newSlickIds(int count);

    /** Also by the work that read() runs. */
    std::int64_t lastSlickId() const;

private:
    void rollBack();
    Error writeError(const char* reason) const;
    [[noreturn]] void fail(const GdalErrors& errors) const;

    QString m_path;
    GDALDatasetUniquePtr m_dataset;
    WorkspaceLayers m_layers;
    mutable std::mutex m_mutex;
};

}  // namespace sheen
