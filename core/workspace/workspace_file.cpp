#include "workspace_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "base/error.h"
#include "ogr/gdal_errors.h"
#include "workspace_text.h"

namespace sheen {

namespace {

void execute(GDALDataset& dataset, const char* sql)
{
    dataset.ReleaseResultSet(dataset.ExecuteSQL(sql, nullptr, nullptr));
}

GDALDatasetUniquePtr openGeoPackage(const QString& path, unsigned access)
{
    const char* const drivers[] = {"GPKG", nullptr};
    return GDALDatasetUniquePtr(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | access, drivers, nullptr, nullptr));
}

[[noreturn]] void refuse(const QString& path, const QString& why)
{
    throw Error(WorkspaceText::tr("The workspace \"%1\" cannot be opened: %2").arg(path, why),
                ErrorKind::Unreadable);
}

void checkHeader(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        refuse(path, WorkspaceText::tr("there is no such file."));
    if (!QFileInfo(path).isFile())
        refuse(path, WorkspaceText::tr("it is no file."));
    if (!file.open(QIODevice::ReadOnly))
        refuse(path, file.errorString() + QLatin1Char('.'));
    if (file.size() == 0)
        refuse(path, WorkspaceText::tr("the file is empty. Run the flight again to make a new one."));
    if (file.read(15) != "SQLite format 3")
        refuse(path, WorkspaceText::tr("it is no GeoPackage."));
}

/** Also a log that lies there alone would be taken for the file's own. */
bool isTaken(const QString& path)
{
    return QFile::exists(path) || QFile::exists(sidecar(path, "-wal")) ||
           QFile::exists(sidecar(path, "-journal"));
}

/** All of them or none: pages that were committed may lie in the log of a file that could not be opened. */
void renameWithLogs(const QString& path, const QString& target)
{
    QFile file(path);
    if (!file.rename(target))
        throw Error(WorkspaceText::tr("The earlier workspace \"%1\" cannot be moved aside to \"%2\" (%3).")
                        .arg(path, target, file.errorString()));
    for (const char* suffix : {"-wal", "-journal"}) {
        QFile log(sidecar(path, suffix));
        if (!log.exists() || log.rename(sidecar(target, suffix)))
            continue;
        const QString reason = log.errorString();
        file.rename(path);
        throw Error(WorkspaceText::tr("The earlier workspace \"%1\" cannot be moved aside to \"%2\" (%3).")
                        .arg(path, target, reason));
    }
    QFile::remove(sidecar(path, "-shm"));
}

}  // namespace

GDALDatasetUniquePtr openWorkspaceFile(const QString& path, bool readOnly)
{
    registerGdal();
    checkHeader(path);
    GdalErrors errors;
    GDALDatasetUniquePtr dataset;
    if (!readOnly && QFileInfo(path).isWritable())
        dataset = openGeoPackage(path, GDAL_OF_UPDATE);
    if (!dataset) {
        errors.clear();
        dataset = openGeoPackage(path, GDAL_OF_READONLY);
    }
    if (!dataset)
        refuse(path, WorkspaceText::tr(
                         "the file is damaged or was cut off (%1). An earlier copy may lie beside it.")
                         .arg(errors.first()));
    return dataset;
}

GDALDatasetUniquePtr createWorkspaceFile(const QString& path)
{
    registerGdal();
    GdalErrors errors;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (!driver)
        throw Error(WorkspaceText::tr(
            "This GDAL has no GeoPackage driver: install a GDAL that was built with SQLite."));
    CPLStringList options;
    // The feature count that OGR keeps on its own is wrong after a crash; counting is quick enough.
    options.SetNameValue("ADD_GPKG_OGR_CONTENTS", "NO");
    GDALDatasetUniquePtr dataset(
        driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, options.List()));
    if (!dataset)
        throw Error(
            WorkspaceText::tr(
                "The workspace \"%1\" cannot be created (%2). Choose a folder that can be written to and "
                "has room.")
                .arg(path, errors.first()));
    return dataset;
}

void startJournal(GDALDataset& dataset)
{
    execute(dataset, "PRAGMA journal_mode = WAL");
    execute(dataset, "PRAGMA synchronous = FULL");
    execute(dataset, "PRAGMA cache_size = -4096");  // KiB: what a large transaction changes goes into the log
    // The first read takes the lock by which others see that the file is in use.
    execute(dataset, "SELECT count(*) FROM sqlite_master");
}

void closeWorkspaceFile(GDALDatasetUniquePtr dataset)
{
    const GdalErrors errors;  // another process may have it open: then the last one merges the log
    if (dataset && dataset->GetAccess() == GA_Update)
        execute(*dataset, "PRAGMA journal_mode = DELETE");
    dataset.reset();
}

QString moveAside(const QString& path)
{
    {
        // Opening merges what a crashed run left in the write-ahead log; closing removes the log unless
        // somebody else has the file open.
        registerGdal();
        const GdalErrors errors;
        GDALDatasetUniquePtr dataset = openGeoPackage(path, GDAL_OF_UPDATE);
        const bool readable = dataset != nullptr;
        closeWorkspaceFile(std::move(dataset));
        if (readable && QFile::exists(sidecar(path, "-wal")))
            throw Error(WorkspaceText::tr(
                            "The workspace \"%1\" is in use. Close it in the other window, or choose another "
                            "folder.")
                            .arg(path));
    }
    const QFileInfo info(path);
    QString aside;
    for (int number = 1; aside.isEmpty() || isTaken(aside); ++number)
        aside = QStringLiteral("%1/%2.%3.%4")
                    .arg(info.path(), info.completeBaseName(), QString::number(number), info.suffix());
    renameWithLogs(path, aside);
    return aside;
}

}  // namespace sheen
