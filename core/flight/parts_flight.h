#pragma once

#include <memory>
#include <vector>

#include "video_flight.h"

namespace sheen {

/**
 * One recording whose camera began a new file every few minutes. Its frames and times count on from part to
 * part; where the files' creation times say that something is missing between two, the gap is kept and said.
 */
class PartsFlight : public Flight
{
public:
    /** `names`: of the folder's videos, two at least, in order. Throws as Flight::open does, also where the
     * parts cannot be of one recording. */
    PartsFlight(const QString& folder, const QStringList& names, const Cancel* cancel, int videoStream);

    const FlightInfo& info() const override { return m_info; }
    std::unique_ptr<FrameSource> frames(const FrameSelection& selection) const override;
    Frame frameAt(int index, double timeSeconds) const override;
    std::vector<VideoFile> videoFiles() const override;

    struct Part
    {
        std::unique_ptr<VideoFlight> video;
        double beginSeconds = 0;  //!< in the whole recording
        double gapSeconds = 0;    //!< that is missing before it
    };

private:
    double gapBefore(const VideoFlight& video) const;

    FlightInfo m_info;
    std::vector<Part> m_parts;
};

}  // namespace sheen
