#include "issue_kinds.h"

#include <QCoreApplication>
#include <array>

namespace sheen {

namespace {

constexpr std::array kinds = {
    IssueKindFacts{IssueKind::Text, "text", "text", "%1"},
    IssueKindFacts{IssueKind::PictureNotOpened, "picture_not_opened", "undecodable",
                   QT_TRANSLATE_NOOP("sheen::Issue", "The picture \"%1\" cannot be opened: %2.")},
    IssueKindFacts{IssueKind::PictureEmpty, "picture_empty", "undecodable",
                   QT_TRANSLATE_NOOP("sheen::Issue", "The picture \"%1\" is empty (0 bytes).")},
    IssueKindFacts{IssueKind::PictureTooLarge, "picture_too_large", "undecodable",
                   QT_TRANSLATE_NOOP("sheen::Issue", "The picture \"%1\" is too large to be a frame.")},
    IssueKindFacts{
        IssueKind::PictureUndecodable, "picture_undecodable", "undecodable",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The picture \"%1\" cannot be decoded; the file is damaged or of another kind.")},
    IssueKindFacts{
        IssueKind::PictureCutShort, "picture_cut_short", "damaged",
        QT_TRANSLATE_NOOP("sheen::Issue", "The picture \"%1\" is cut short; its lower part is missing.")},
    IssueKindFacts{IssueKind::NoSuchFrame, "no_such_frame", "undecodable",
                   QT_TRANSLATE_NOOP("sheen::Issue", "The folder has no frame %1.")},
    IssueKindFacts{IssueKind::FrameUndecodable, "frame_undecodable", "undecodable",
                   QT_TRANSLATE_NOOP("sheen::Issue", "Frame %1 cannot be decoded.")},
    IssueKindFacts{IssueKind::FrameNotConverted, "frame_not_converted", "undecodable",
                   QT_TRANSLATE_NOOP("sheen::Issue", "Frame %1 cannot be turned into a picture.")},
    IssueKindFacts{
        IssueKind::FrameDamaged, "frame_damaged", "damaged",
        QT_TRANSLATE_NOOP("sheen::Issue", "Frame %1 is damaged in the recording; parts of it are guessed.")},
    IssueKindFacts{
        IssueKind::PicturesMissing, "pictures_missing", "damaged",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "Before frame %1 the recording is damaged; pictures missing there: %2.")},
    IssueKindFacts{IssueKind::RecordingGap, "recording_gap", "damaged",
                   QT_TRANSLATE_NOOP("sheen::Issue", "Before frame %1 the recording has a gap of %2 s.")},
    IssueKindFacts{IssueKind::NotDetected, "not_detected", "not_detected",
                   QT_TRANSLATE_NOOP("sheen::Issue", "No oil could be looked for. %1")},
    IssueKindFacts{
        IssueKind::PicturesTooCoarse, "pictures_too_coarse", "pictures_too_coarse",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The pictures show %1 m a pixel, and the model was made for %2 to %3 m: more "
                          "than 4 times enlarging shows no more, so that oil may be missed. Fly lower, "
                          "zoom in, or choose a model that was made for this."),
        true},
    IssueKindFacts{
        IssueKind::PicturesReduced, "pictures_reduced", "pictures_reduced",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "Pictures of %1 pixels were reduced to %2 for the model, whose card does not "
                          "say for which metres a pixel it was made: films of a few pixels may be "
                          "missed. See input.ground_sample_distance_m in docs/model-card.md."),
        true},
    IssueKindFacts{
        IssueKind::TilesOfAnyScale, "tiles_of_any_scale", "tiles_of_any_scale",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "Pictures of %1 pixels were looked at in tiles of %2, as the model's card "
                          "wants it, but it does not say for which metres a pixel the model was made: "
                          "where it finds too little, name input.ground_sample_distance_m or "
                          "input.longest_side in its card. See docs/model-card.md."),
        true},
    IssueKindFacts{IssueKind::NoPose, "no_place", "no_place",
                   QT_TRANSLATE_NOOP("sheen::Issue", "No place: its telemetry is not known.")},
    IssueKindFacts{
        IssueKind::AboveHorizon, "above_horizon", "above_horizon",
        QT_TRANSLATE_NOOP("sheen::Issue", "No place: the picture shows no sea below the horizon.")},
    IssueKindFacts{
        IssueKind::AssumedStraightDown, "assumed_straight_down", "assumed_straight_down",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The telemetry does not say where the camera looks: straight down is assumed."),
        true},
    IssueKindFacts{
        IssueKind::AssumedTakeOffAtSea, "assumed_take_off_at_sea", "assumed_take_off_at_sea",
        QT_TRANSLATE_NOOP(
            "sheen::Issue",
            "The telemetry has heights above the take-off alone: it is assumed to lie at sea level."),
        true},
    IssueKindFacts{
        IssueKind::KlvOlderSet, "klv_older_set", "klv_older_set",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The recording's KLV follows the older standard ST 0104, which is not read; "
                          "ST 0601 is. Without an overlay in the picture, give the telemetry as a "
                          "table."),
        true},
    IssueKindFacts{
        IssueKind::KlvFrameCentreDisagrees, "klv_frame_centre_disagree", "klv_frame_centre_disagree",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "KLV disagrees with itself: its angles point %1 m (%2 degrees) away from the "
                          "place that it gives for the middle of the picture. Compare a shore or ship "
                          "with the map, and set the camera's mounting in its calibration if the "
                          "angles are wrong.")},
    IssueKindFacts{
        IssueKind::OverlayLookDisagrees, "overlay_look_disagree", "overlay_look_disagree",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The overlay disagrees with itself: bearing and slant range point %1 m (%2 "
                          "degrees) away from the target's position. Check what altitudes are counted "
                          "from and the sea level in the flight's settings, and correct the value that "
                          "is wrong in the telemetry panel.")},
    IssueKindFacts{IssueKind::KlvOverlayPositionDisagrees, "klv_overlay_position_disagree",
                   "klv_overlay_disagree",
                   QT_TRANSLATE_NOOP("sheen::Issue",
                                     "KLV, which is taken, and the overlay disagree: position by %1 m.")},
    IssueKindFacts{
        IssueKind::KlvOverlayHeightDisagrees, "klv_overlay_height_disagree", "klv_overlay_disagree",
        QT_TRANSLATE_NOOP("sheen::Issue", "KLV, which is taken, and the overlay disagree: height by %1 m.")},
    IssueKindFacts{
        IssueKind::KlvOverlayHeadingDisagrees, "klv_overlay_heading_disagree", "klv_overlay_disagree",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "KLV, which is taken, and the overlay disagree: heading by %1 degrees.")},
    IssueKindFacts{
        IssueKind::KlvOverlayBearingDisagrees, "klv_overlay_bearing_disagree", "klv_overlay_disagree",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "KLV, which is taken, and the overlay disagree: bearing by %1 degrees.")},
    IssueKindFacts{
        IssueKind::KlvOverlayFieldOfViewDisagrees, "klv_overlay_fov_disagree", "klv_overlay_disagree",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "KLV, which is taken, and the overlay disagree: field of view by %1 degrees.")},
    IssueKindFacts{
        IssueKind::NoGeoid, "no_geoid", "no_geoid",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "Altitudes are heights above the ellipsoid, and PROJ has no geoid grid here "
                          "to bring them to sea level: heights may be off by up to 100 m. Install "
                          "PROJ's data (proj-data), or set the sea level to the geoid's height there."),
        true},
    IssueKindFacts{IssueKind::ElevationUnreadable, "elevation_unreadable", "elevation_unreadable",
                   QT_TRANSLATE_NOOP("sheen::Issue",
                                     "The elevation model \"%1\" cannot be read: everything is placed at sea "
                                     "level. Choose it again in the flight's settings."),
                   true},
    IssueKindFacts{
        IssueKind::ElevationPartUnreadable, "elevation_part_unreadable", "elevation_unreadable",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "A part of the elevation model \"%1\" cannot be read, and was taken for sea: "
                          "the file is damaged."),
        true},
    IssueKindFacts{IssueKind::ElevationElsewhere, "elevation_elsewhere", "elevation_elsewhere",
                   QT_TRANSLATE_NOOP("sheen::Issue",
                                     "The elevation model \"%1\" does not reach where the flight looked: "
                                     "everything is placed at sea level. Give one of that coast."),
                   true},
    IssueKindFacts{
        IssueKind::ElevationPartElsewhere, "elevation_part_elsewhere", "elevation_elsewhere",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The elevation model \"%1\" covers the flight only in part; beyond it is sea "
                          "level."),
        true},
    IssueKindFacts{IssueKind::RecordingJoined, "recording_joined", "recording_joined",
                   QT_TRANSLATE_NOOP("sheen::Issue", "Before this frame another recording was joined on.")},
    IssueKindFacts{
        IssueKind::TableRowsLeftOut, "table_rows_left_out", "table_rows_left_out",
        QT_TRANSLATE_NOOP(
            "sheen::Issue",
            "Rows of the telemetry table that make no sense were left out: %1. The first fault: %2"),
        true},
    IssueKindFacts{
        IssueKind::TableCellsLeftOut, "table_cells_left_out", "table_cells_left_out",
        QT_TRANSLATE_NOOP(
            "sheen::Issue",
            "Cells of the telemetry table that make no sense were left out: %1. The first fault: %2"),
        true},
    IssueKindFacts{IssueKind::TableRowsSorted, "table_rows_sorted", "table_rows_sorted",
                   QT_TRANSLATE_NOOP("sheen::Issue",
                                     "Rows of the telemetry table that stood out of order were sorted: %1."),
                   true},
    IssueKindFacts{
        IssueKind::TableRowsRepeated, "table_rows_repeated", "table_rows_repeated",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "Rows of the telemetry table with the time of another row were left out: %1."),
        true},
    IssueKindFacts{
        IssueKind::TableClockCoarse, "table_clock_coarse", "table_clock_coarse",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The clock of the telemetry table is coarser than its rows: they were spread "
                          "evenly over its steps."),
        true},
    IssueKindFacts{
        IssueKind::TableBeginsWithRecording, "table_begins_with_recording", "table_longer_than_recording",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The telemetry table is %1 s long, the recording %2 s: both are taken to "
                          "begin together. Where that is not so, shift the table."),
        true},
    IssueKindFacts{
        IssueKind::TableAlignedByRows, "table_aligned_by_rows", "table_longer_than_recording",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The telemetry table is %1 s long, the recording %2 s: it begins %3 s after "
                          "the table, where the rows are marked as recorded."),
        true},
    IssueKindFacts{
        IssueKind::TableAlignedByCreationTime, "table_aligned_by_creation_time",
        "table_longer_than_recording",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The telemetry table is %1 s long, the recording %2 s: it begins %3 s after "
                          "the table, by the creation time of the video."),
        true},
    IssueKindFacts{IssueKind::CreationTimeDiffers, "creation_time_differs", "creation_time_differs",
                   QT_TRANSLATE_NOOP(
                       "sheen::Issue",
                       "By the creation time of the video it would begin %1 s later in the telemetry table."),
                   true},
    IssueKindFacts{
        IssueKind::HeightsContradict, "heights_contradict", "heights_contradict",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The absolute height is below the sea, or far below the height above the "
                          "take-off: the latter is taken, with the take-off at sea level."),
        true},
    IssueKindFacts{
        IssueKind::AssumedCourse, "assumed_course", "assumed_course",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The pictures do not say which way they point: the course is taken for their "
                          "direction, and north where the camera does not move."),
        true},
    IssueKindFacts{
        IssueKind::CameraPitchOfGimbal, "camera_pitch_of_gimbal", "camera_pitch_of_gimbal",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The angles in Camera:Pitch and Camera:Roll are none that an aircraft flies "
                          "with: they were taken for the camera's own (-90 looks straight down)."),
        true},
    IssueKindFacts{
        IssueKind::KlvClockNotSet, "klv_clock_not_set", "klv_clock_not_set",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The clock of the recording's KLV was never set: its times are left out."),
        true},
    IssueKindFacts{
        IssueKind::KlvUnchecked, "klv_unchecked", "klv_unchecked",
        QT_TRANSLATE_NOOP(
            "sheen::Issue",
            "No set of the recording's KLV has a right checksum; all that fit otherwise were taken: %1."),
        true},
    IssueKindFacts{
        IssueKind::KlvPlacesNothing, "klv_places_nothing", "klv_places_nothing",
        QT_TRANSLATE_NOOP(
            "sheen::Issue",
            "The recording's KLV does not tell all that a frame is placed with: the telemetry is that of the "
            "overlay. To place the flight by KLV, say what it lacks, with --telemetry klv and --hfov."),
        true},
    IssueKindFacts{IssueKind::KlvAndOverlay, "klv_and_overlay", "klv_and_overlay",
                   QT_TRANSLATE_NOOP("sheen::Issue",
                                     "The recording's KLV begins late or ends early: %1 frames have their "
                                     "telemetry from it, %2 from the overlay."),
                   true},
    IssueKindFacts{IssueKind::SubtitlesTaken, "subtitles_taken", "subtitles_taken",
                   QT_TRANSLATE_NOOP("sheen::Issue", "The telemetry was taken from the subtitles in \"%1\"."),
                   true},
    IssueKindFacts{
        IssueKind::SubtitlesOfOtherLength, "subtitles_of_other_length", "subtitles_not_taken",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The subtitles in \"%1\" hold telemetry, but of another length than the video: "
                          "they were not taken. Give them with --telemetry if they are this flight's."),
        true},
    IssueKindFacts{
        IssueKind::SubtitlesNotTaken, "subtitles_not_taken", "subtitles_not_taken",
        QT_TRANSLATE_NOOP("sheen::Issue", "The subtitles in \"%1\" were not taken for telemetry. %2"), true},
    IssueKindFacts{IssueKind::PicturesStretched, "pictures_stretched", "pictures_stretched",
                   QT_TRANSLATE_NOOP("sheen::Issue",
                                     "The pictures have more than 8 bits: their values from %1 to %2 were "
                                     "stretched to 8 bits, in all of the flight alike."),
                   true},
    IssueKindFacts{
        IssueKind::PicturesInOrderOfClocks, "pictures_in_order_of_clocks", "pictures_in_order_of_clocks",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The names of the pictures do not follow their clocks: they are taken in the "
                          "order of their clocks."),
        true},
    IssueKindFacts{
        IssueKind::RecordingInParts, "recording_in_parts", "recording_in_parts",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The folder's %1 videos, from %2 to %3, are taken for one recording in parts."),
        true},
    IssueKindFacts{
        IssueKind::SeveralVideos, "several_videos", "several_videos",
        QT_TRANSLATE_NOOP(
            "sheen::Issue",
            "The file holds several videos (%1): number %2 was taken. Choose another one with --stream."),
        true},
    IssueKindFacts{IssueKind::CameraUpsideDown, "camera_upside_down", "camera_upside_down",
                   QT_TRANSLATE_NOOP("sheen::Issue",
                                     "By the telemetry the camera hangs upside down in every frame: are its "
                                     "angles those of another thing? Compare a frame with the map."),
                   true},
    IssueKindFacts{
        IssueKind::CameraAboveHorizon, "camera_above_horizon", "camera_above_horizon",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "By the telemetry the camera looks at the horizon or above it in every frame: are "
                          "its angles counted in another way? Compare a frame with the map."),
        true},
    IssueKindFacts{IssueKind::OilAtHorizon, "oil_at_horizon", "oil_at_horizon",
                   QT_TRANSLATE_NOOP("sheen::Issue",
                                     "Nearly all of the oil lies close to the horizon, where areas are least "
                                     "sure: are the camera's angles right? Compare a frame with the map."),
                   true},
    IssueKindFacts{
        IssueKind::OverlayTextCompleted, "overlay_text_completed", "overlay_text_completed",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The overlay shows the %1 without its sign, unit or letter (\"%2\", in %3 "
                          "frames): it was taken for \"%4\", as the rest of the flight bears out. Where "
                          "that is wrong, give its form in the overlay's layout."),
        true},
    IssueKindFacts{
        IssueKind::OverlayFieldNotUnderstood, "overlay_field_not_understood", "overlay_field_not_read",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The %1 was read as \"%2\" and the like in %3 frames, which can be no such "
                          "value by itself: give its form (unit, degree sign) in the overlay's layout, "
                          "or enter it in the telemetry table."),
        true},
    IssueKindFacts{
        IssueKind::OverlayFieldNotRead, "overlay_field_not_read", "overlay_field_not_read",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The %1 was read in %2 frames, none of them close to the %3 without a place: "
                          "check its box in the overlay's layout, or enter it in the telemetry table."),
        true},
    IssueKindFacts{
        IssueKind::OverlayHeadingFromCourse, "overlay_heading_from_course", "overlay_heading_from_course",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The heading was not read: in %1 frames the course is taken for it, which is "
                          "off by what the wind turns the nose (8 degrees, 1 sigma)."),
        true},
    IssueKindFacts{
        IssueKind::ZoomNotSeen, "zoom_not_seen", "zoom_not_seen",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "In %1 frames the focal length was not read while it changed, as from %2 to %3 "
                          "mm: their scale is unsure, and where it may be off by more than 30 % they "
                          "have no place. Enter it in the telemetry table."),
        true},
    IssueKindFacts{
        IssueKind::OverlayProposed, "overlay_proposed", "overlay_proposed",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "No known layout fits the overlay, so Sheen told its fields apart by itself: "
                          "%1. That layout lies beside the results as overlay_layout.json: check it, "
                          "and name it with --overlay from now on."),
        true},
    IssueKindFacts{
        IssueKind::OverlayNotKnown, "overlay_not_known", "overlay_not_known",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "No known layout fits the overlay. Found in it by itself: %1. Missing to be "
                          "sure: %2. What was found lies beside the results as overlay_layout.json: "
                          "complete it in the window (Overlay Layout), or name it with --overlay."),
        true},
    IssueKindFacts{
        IssueKind::MotionZoomMissed, "motion_zoom_missed", "motion_scale_disagrees",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The ground moves through the pictures of %1 at %2 mm as if they were zoomed "
                          "%3 times more than the telemetry says: an electronic zoom was not read, and "
                          "areas are wrong by its square. A sensor width of %4 mm mends it."),
        true},
    IssueKindFacts{
        IssueKind::MotionWidthDisagrees, "motion_width_disagrees", "motion_scale_disagrees",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The width of sensor %1 is set to %2 mm, but by the ground's way through the "
                          "pictures it is %3 mm (standard error %4): areas are wrong by the square of "
                          "that. Set it in the telemetry panel."),
        true},
    IssueKindFacts{
        IssueKind::MotionFieldOfViewDisagrees, "motion_field_of_view_disagrees", "motion_scale_disagrees",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The telemetry tells a field of view of %1 degrees, but by the ground's way "
                          "through the pictures it is %2 (standard error %3): areas are wrong by the "
                          "square of that. Set the focal scale of the calibration."),
        true},
    IssueKindFacts{
        IssueKind::MotionHeadingDisagrees, "motion_heading_disagrees", "motion_heading_disagrees",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "By the ground's way through them the pictures are turned %1 degrees clockwise "
                          "(standard error %2) against the telemetry: the heading may be the course, or "
                          "the camera sits turned. Straight down the boresight's roll in the calibration "
                          "mends it."),
        true},
};

/** The table's rows stand in the order of the enum. */
constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (static_cast<std::size_t>(kinds[i].kind) != i)
            return false;
    }
    return kinds.back().kind == IssueKind::MotionHeadingDisagrees;
}
static_assert(isInOrder());

}  // namespace

const std::vector<IssueKindFacts>& issueKindFacts()
{
    static const std::vector<IssueKindFacts> all(kinds.begin(), kinds.end());
    return all;
}

}  // namespace sheen
