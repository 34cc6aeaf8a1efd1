#pragma once

#include <QStringList>

#include "data/picture_facts.h"
#include "flight/flight.h"
#include "grey_levels.h"

namespace sheen {

/**
 * A recording as a folder of JPEG, PNG and TIFF pictures. Where EXIF of the pictures has the camera's clock
 * it gives their order and the times of the frames: names begin again where a counter rolls over. A few
 * pictures without a clock lie after the ones before them by name. Without clocks pictures are sorted by name
 * with numbers by value, and lie an interval apart.
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
    void sortByClock(const std::vector<PictureFacts>& pictures);
    void findGreyLevels();

    FlightInfo m_info;
    QStringList m_fileNames;
    std::optional<GreyLevels> m_greyLevels;  //!< of pictures with more than 8 bits
    std::vector<double>
        m_times;  //!< of each file, in seconds, by the camera's clock; empty where it is not known
};

/** The pictures of a folder, by name, numbers by value. */
QStringList pictureFileNames(const QString& folder);

/**
 * Reads a picture file as BGR 8 bit, upright; pictures with more bits are stretched to the levels, or each by
 * itself without them. Empty, with an `issue`, where it cannot be read.
 */
cv::Mat readPictureFile(const QString& path, std::optional<Issue>& issue,
                        const std::optional<GreyLevels>& levels = {});

}  // namespace sheen
