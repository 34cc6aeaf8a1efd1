#pragma once

#include "data/frame_record.h"

class OGRFeature;

namespace sheen {

// A frame in the tables of a workspace: `frames`, `telemetry`, `track`, and its detections in `detections`
// and `outlines`. The feature ids are left to the caller.

void fillFrame(OGRFeature& feature, const FrameRecord& record);
/** Reads a frame without its detections and, of its telemetry, only what `frames` holds. */
FrameRecord frameFromFeature(const OGRFeature& feature);

/** What was read in the frame and what it was corrected to; not its pose. */
void fillTelemetry(OGRFeature& feature, const TelemetryRecord& telemetry);
TelemetryRecord telemetryFromFeature(const OGRFeature& feature);

/** Where the aircraft was and the camera looked; only for a frame with a pose. */
void fillTrackPoint(OGRFeature& feature, const FrameRecord& record);
CameraPose poseFromFeature(const OGRFeature& feature);

void fillDetection(OGRFeature& feature, const Detection& detection, const QString& className);
Detection detectionFromFeature(const OGRFeature& feature);  //!< without its outline in the picture
void fillOutline(OGRFeature& feature, const PixelPolygon& outline);
PixelPolygon outlineFromFeature(const OGRFeature& feature);

}  // namespace sheen
