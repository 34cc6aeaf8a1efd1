#pragma once

#include <optional>

#include "data/picture_facts.h"
#include "reading_source.h"

namespace sheen {

/** EXIF and XMP of a folder's pictures. */
class PictureSource : public ReadingSource
{
public:
    /** The field of view is for pictures that do not tell theirs. */
    PictureSource(const QString& folder, std::optional<double> horizontalFovDegrees);

    TelemetryReading read(const Frame& frame) override;
    std::vector<Issue> check(const Frame& frame, const TelemetryRecord& record) override;

private:
    QString m_folder;
    std::optional<double> m_horizontalFovDegrees;
    PictureFacts m_facts;  //!< of the frame that was read last
    bool m_saidStraightDown = false;
    bool m_saidTakeOff = false;
    bool m_saidCourse = false;
    bool m_saidHeights = false;
    bool m_saidGimbal = false;
};

}  // namespace sheen
