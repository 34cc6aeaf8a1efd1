#pragma once

#include <QPainterPath>
#include <vector>

#include "camera/camera_model.h"
#include "data/slick.h"
#include "ui/frame/frame_view.h"

namespace sheen {

/** An outline as a frame's camera sees it, in pixels of the recording. */
QPainterPath pathOf(const GroundMultiPolygon& outline, const CameraModel& camera);

/** The areas of the slicks that reach into a footprint. */
std::vector<FrameView::SlickOutline> slickOutlines(const std::vector<Slick>& slicks, const ModelCard& card,
                                                   const GroundRing& footprint, const CameraModel& camera);

}  // namespace sheen
