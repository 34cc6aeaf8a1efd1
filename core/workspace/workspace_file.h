#pragma once

#include <gdal_priv.h>

#include <QString>
#include <memory>

namespace sheen {

// The file of a workspace: opening, making, moving aside. What is inside is not looked at.

/** Opens for reading and writing, or for reading only where that is asked for or the file cannot be written.
 * Throws Error(Unreadable). */
GDALDatasetUniquePtr openWorkspaceFile(const QString& path, bool readOnly = false);

/** An empty GeoPackage where nothing is yet. Throws Error. */
GDALDatasetUniquePtr createWorkspaceFile(const QString& path);

/**
 * Puts SQLite into write-ahead logging, with each commit forced to the disk: what was committed survives a
 * crash and a power cut, and another process may read meanwhile.
 */
void startJournal(GDALDataset& dataset);

/** Closes; where no one else has it open, the write-ahead log is merged and removed. */
void closeWorkspaceFile(GDALDatasetUniquePtr dataset);

/**
 * Renames an earlier workspace to the first free of NAME.1.gpkg, NAME.2.gpkg, ... and gives that path.
 * Throws Error where another window has it open, or where it cannot be renamed.
 */
QString moveAside(const QString& path);

/** SQLite's file of that purpose beside the workspace: "-wal", "-shm", "-journal". */
inline QString sidecar(const QString& path, const char* suffix)
{
    return path + QLatin1String(suffix);
}

}  // namespace sheen
