#pragma once

#include <QStringList>

#include "flight/flight.h"

namespace sheen {

/**
 * A recording as a folder of JPEG, PNG and TIFF pictures, sorted by name with numbers by value. Where EXIF of
 * every picture has the camera's clock, and that counts on from picture to picture, it gives the times of the
 * frames; else they lie an interval apart.
 */
class FolderFlight : public Flight
{
public:
    /** Throws as Flight::open does. */
    FolderFlight(const QString& path, double intervalSeconds, const Cancel* cancel = nullptr);

    const FlightInfo& info() const override { return m_info; }
    std::unique_ptr<FrameSource> frames(const FrameSelection& selection) const override;
    Frame frameAt(int index, double timeSeconds) const override;

private:
    void readMetadata(const Cancel* cancel);

    FlightInfo m_info;
    QStringList m_fileNames;
    std::vector<double>
        m_times;  //!< of each file, in seconds, by the camera's clock; empty where it is not known
};

/** The pictures of a folder, by name, numbers by value. */
QStringList pictureFileNames(const QString& folder);

/** Reads a picture file as BGR 8 bit, upright. Empty, with an `issue`, where it cannot be read. */
cv::Mat readPictureFile(const QString& path, std::optional<Issue>& issue);

}  // namespace sheen
