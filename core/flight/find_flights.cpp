#include "flight/find_flights.h"

#include <QDir>

#include "folder_flight.h"
#include "recording_parts.h"

namespace sheen {

namespace {

bool isOfSheen(const QDir& folder)
{
    return folder.dirName().endsWith(QLatin1String(".sheen")) ||
           folder.exists(QStringLiteral("sheen.gpkg")) || folder.exists(QStringLiteral("summary.json"));
}

void collect(const QDir& folder, const Cancel& cancel, std::vector<FoundFlight>& flights)
{
    if (cancel.requested() || isOfSheen(folder))
        return;
    if (!pictureFileNames(folder.path()).isEmpty()) {
        flights.push_back({folder.absolutePath(), false});
    } else if (!recordingParts(folder.path()).isEmpty()) {
        flights.push_back({folder.absolutePath(), true});
        return;
    }
    const QStringList videos = videoFileNames(folder.path());
    for (const QString& video : videos)
        flights.push_back({folder.absoluteFilePath(video), true});
    const QStringList folders =
        folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
    for (const QString& name : folders)
        collect(QDir(folder.filePath(name)), cancel, flights);
}

}  // namespace

std::vector<FoundFlight> flightsBelow(const QString& folder, const Cancel& cancel)
{
    std::vector<FoundFlight> flights;
    collect(QDir(QDir(folder).absolutePath()), cancel, flights);
    return cancel.requested() ? std::vector<FoundFlight>() : flights;
}

}  // namespace sheen
