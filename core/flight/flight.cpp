#include "core/flight/flight.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "core/data/error.h"
#include "core/flight/folder_flight.h"
#include "core/flight/video_flight.h"

namespace sheen {

std::unique_ptr<Flight> Flight::open(const QString& path, double folderIntervalSeconds, int videoStream)
{
    const QFileInfo file(path);
    if (path.isEmpty() || !file.exists())
        throw Error(QCoreApplication::translate("sheen::Flight",
                                                "There is no flight at \"%1\". Check the path, or choose a "
                                                "video file or a folder of frames.")
                        .arg(path),
                    ErrorKind::Unreadable);
    if (file.isDir())
        return std::make_unique<FolderFlight>(path, folderIntervalSeconds);
    return std::make_unique<VideoFlight>(path, videoStream);
}

}  // namespace sheen
