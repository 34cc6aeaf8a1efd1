#pragma once

#include <QStringList>

#include "core/flight/flight.h"

namespace sheen {

/** A recording as a folder of JPEG, PNG and TIFF pictures, sorted by name with numbers by value. */
class FolderFlight : public Flight
{
public:
    /** Throws Error(Unreadable). */
    FolderFlight(const QString& path, double intervalSeconds);

    const FlightInfo& info() const override { return m_info; }
    std::unique_ptr<FrameSource> frames(const FrameSelection& selection) const override;
    Frame frameAt(int index, double timeSeconds) const override;

private:
    FlightInfo m_info;
    QStringList m_fileNames;
};

/** The pictures of a folder, by name, numbers by value. */
QStringList pictureFileNames(const QString& folder);

/** Reads a picture file as BGR 8 bit, upright. Empty, with a sentence in `issue`, where it cannot be read. */
cv::Mat readPictureFile(const QString& path, QString& issue);

}  // namespace sheen
