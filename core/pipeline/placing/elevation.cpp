#include "placing/elevation.h"

#include "base/error.h"
#include "terrain/elevation_model.h"

namespace sheen {

std::shared_ptr<const ElevationModel> elevationOf(const TrackSettings& settings)
{
    return settings.elevationFile.isEmpty() ? nullptr : ElevationModel::open(settings.elevationFile);
}

void setElevation(std::vector<FrameRecord>& frames, const TrackSettings& settings)
{
    std::shared_ptr<const ElevationModel> elevation;
    try {
        elevation = elevationOf(settings);
    } catch (const Error&) {
        elevation = nullptr;
    }
    for (FrameRecord& frame : frames)
        frame.elevation = elevation;
}

}  // namespace sheen
