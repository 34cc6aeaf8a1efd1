#include "flight/flight.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "base/error.h"
#include "folder_flight.h"
#include "parts_flight.h"
#include "recording_parts.h"
#include "video_flight.h"

namespace sheen {

std::unique_ptr<Flight> Flight::open(const QString& path, double folderIntervalSeconds, const Cancel* cancel,
                                     int videoStream)
{
    const QFileInfo file(path);
    if (path.isEmpty() || !file.exists())
        throw Error(QCoreApplication::translate("sheen::Flight",
                                                "There is no flight at \"%1\". Check the path, or choose a "
                                                "video file or a folder of frames.")
                        .arg(path),
                    ErrorKind::Unreadable);
    if (file.isDir() && pictureFileNames(path).isEmpty()) {
        if (const QStringList parts = recordingParts(path); !parts.isEmpty())
            return std::make_unique<PartsFlight>(path, parts, cancel, videoStream);
    }
    if (file.isDir())
        return std::make_unique<FolderFlight>(path, folderIntervalSeconds, cancel);
    return std::make_unique<VideoFlight>(path, cancel, videoStream);
}

}  // namespace sheen
