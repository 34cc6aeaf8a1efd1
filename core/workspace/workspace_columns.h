#pragma once

#include <ogr_core.h>

namespace sheen {

// The columns of a workspace's tables. The enums count them in the order in which the tables list them.
// Tables of frames have the frame's number as their feature id. What a change of the track does not touch
// (masks, what was read, outlines in the picture) lies in tables of its own: SQLite writes whole rows.

struct Column
{
    const char* name;
    OGRFieldType type;
};

enum FrameColumn {
    FrameNumber,
    FrameTime,
    FrameUtc,
    FrameQuality,
    FramePositionError,
    FrameGsd,
    FrameCentreLatitude,
    FrameCentreLongitude,
    FrameWidth,
    FrameHeight,
    FrameFile,
    FrameIssues,
    FrameSeaLevel,
};
constexpr Column frameColumns[] = {
    {"frame", OFTInteger},     {"time_s", OFTReal},           {"utc", OFTString},
    {"quality", OFTString},    {"position_error_m", OFTReal}, {"gsd_m", OFTReal},
    {"centre_lat", OFTReal},   {"centre_lon", OFTReal},       {"width_px", OFTInteger},
    {"height_px", OFTInteger}, {"file", OFTString},           {"issues", OFTString},
    {"sea_level_m", OFTReal},
};

constexpr Column telemetryColumns[] = {{"telemetry", OFTString}};
constexpr Column maskColumns[] = {{"png", OFTBinary}};

enum DetectionColumn {
    DetectionFrame,
    DetectionClass,
    DetectionClassName,
    DetectionConfidence,
    DetectionArea,
};
constexpr Column detectionColumns[] = {
    {"frame", OFTInteger},   {"class", OFTInteger}, {"class_name", OFTString},
    {"confidence", OFTReal}, {"area_m2", OFTReal},
};

constexpr Column outlineColumns[] = {{"outline_px", OFTBinary}};

enum TrackColumn {
    TrackFrame,
    TrackTime,
    TrackUtc,
    TrackHeight,
    TrackHeading,
    TrackBearing,
    TrackDepression,
    TrackFov,
    TrackQuality,
    TrackSource,
    TrackRoll,
    TrackHorizontalError,
    TrackHeightError,
    TrackBearingError,
    TrackDepressionError,
    TrackFovError,
    TrackHorizontalRounding,
    TrackBearingRounding,
    TrackDepressionRounding,
    TrackFovRounding,
};
constexpr Column trackColumns[] = {
    {"frame", OFTInteger},
    {"time_s", OFTReal},
    {"utc", OFTString},
    {"height_m", OFTReal},
    {"heading_deg", OFTReal},
    {"camera_bearing_deg", OFTReal},
    {"camera_depression_deg", OFTReal},
    {"horizontal_fov_deg", OFTReal},
    {"quality", OFTString},
    {"source", OFTString},
    {"camera_roll_deg", OFTReal},
    {"horizontal_error_m", OFTReal},
    {"height_error_m", OFTReal},
    {"bearing_error_deg", OFTReal},
    {"depression_error_deg", OFTReal},
    {"fov_error_deg", OFTReal},
    {"horizontal_rounding_share", OFTReal},
    {"bearing_rounding_share", OFTReal},
    {"depression_rounding_share", OFTReal},
    {"fov_rounding_share", OFTReal},
};

enum MarkColumn { MarkFrame, MarkValue, MarkSays, MarkWidth, MarkPoints, MarkPerson, MarkTime };
constexpr Column markColumns[] = {
    {"frame", OFTInteger},    {"value", OFTInteger}, {"says", OFTString}, {"width_px", OFTInteger},
    {"points_px", OFTString}, {"person", OFTString}, {"time", OFTString},
};

enum EditColumn { EditTime, EditPerson, EditAction, EditSlicks, EditDescription, EditRemoved };
constexpr Column editColumns[] = {
    {"time", OFTString},   {"person", OFTString},      {"action", OFTString},
    {"slicks", OFTString}, {"description", OFTString}, {"removed", OFTString},
};

constexpr Column factColumns[] = {{"name", OFTString}, {"value", OFTString}};
constexpr Column counterColumns[] = {{"name", OFTString}, {"value", OFTInteger64}};

}  // namespace sheen
