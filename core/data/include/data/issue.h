#pragma once

#include <QJsonArray>
#include <QString>
#include <QStringList>
#include <initializer_list>
#include <optional>
#include <vector>

namespace sheen {

/** What may be doubtful about a frame or a whole flight. A comment names the values of a kind that has some.
 */
enum class IssueKind {
    Text,                //!< a sentence: what earlier versions kept
    PictureNotOpened,    //!< path, the system's reason
    PictureEmpty,        //!< path
    PictureTooLarge,     //!< path
    PictureUndecodable,  //!< path
    PictureCutShort,     //!< path
    NoSuchFrame,         //!< frame
    FrameUndecodable,    //!< frame
    FrameNotConverted,   //!< frame
    FrameDamaged,        //!< frame
    PicturesMissing,     //!< frame, number of pictures before it
    RecordingGap,        //!< frame, seconds before it
    NotDetected,         //!< what the detector said
    PicturesTooCoarse,   //!< metres a pixel: of the pictures, the model's finest, its coarsest
    PicturesReduced,     //!< size in pixels, what it was reduced to
    TilesOfAnyScale,     //!< size in pixels, side of a tile
    NoPose,
    AboveHorizon,
    AssumedStraightDown,
    AssumedTakeOffAtSea,
    KlvOlderSet,
    KlvFrameCentreDisagrees,         //!< metres, degrees
    OverlayLookDisagrees,            //!< metres, degrees
    KlvOverlayPositionDisagrees,     //!< metres
    KlvOverlayHeightDisagrees,       //!< metres
    KlvOverlayHeadingDisagrees,      //!< degrees
    KlvOverlayBearingDisagrees,      //!< degrees
    KlvOverlayFieldOfViewDisagrees,  //!< degrees
    NoGeoid,
    ElevationUnreadable,      //!< path
    ElevationPartUnreadable,  //!< path
    ElevationElsewhere,       //!< path
    ElevationPartElsewhere,   //!< path
    RecordingJoined,
    TableRowsLeftOut,   //!< number of rows, the first fault
    TableCellsLeftOut,  //!< number of cells, the first fault
    TableRowsSorted,    //!< number of rows
    TableRowsRepeated,  //!< number of rows
    TableClockCoarse,
    TableBeginsWithRecording,    //!< seconds of the table, of the recording
    TableAlignedByRows,          //!< seconds of the table, of the recording, before it
    TableAlignedByCreationTime,  //!< likewise
    CreationTimeDiffers,         //!< seconds
    HeightsContradict,
    AssumedCourse,
    CameraPitchOfGimbal,
    KlvClockNotSet,
    KlvUnchecked,  //!< number of sets
    KlvPlacesNothing,
    KlvAndOverlay,           //!< frames with KLV, with the overlay
    SubtitlesTaken,          //!< file name
    SubtitlesOfOtherLength,  //!< file name
    SubtitlesNotTaken,       //!< file name, why
    PicturesStretched,       //!< from, to
    PicturesInOrderOfClocks,
    RecordingInParts,  //!< their number, the first's name, the last's
    SeveralVideos,     //!< each with its number, the one taken
    CameraUpsideDown,
    CameraAboveHorizon,
    OilAtHorizon,
    OverlayTextCompleted,       //!< field, its text, number of frames, what it was taken for
    OverlayFieldNotUnderstood,  //!< field, its text, number of frames
    OverlayFieldNotRead,        //!< field, number of frames that show it, number of frames without a place
    OverlayHeadingFromCourse,   //!< number of frames
    ZoomNotSeen,                //!< number of frames, mm before them, mm after them
    OverlayProposed,            //!< the fields found, by name, with commas
    OverlayNotKnown,            //!< likewise; what is missing: position, height, direction, agreement
    MotionZoomMissed,  //!< sensor, mm of focal length, times that it is zoomed, mm of the width that mends it
    MotionWidthDisagrees,        //!< sensor, mm of its width as set, as the pictures move, its error
    MotionFieldOfViewDisagrees,  //!< degrees of the telemetry, as the pictures move, its error
    MotionHeadingDisagrees,      //!< degrees clockwise, their error
};

/** Is kept as data, and becomes a sentence in the reader's language when it is shown. */
struct Issue
{
    IssueKind kind = IssueKind::Text;
    QJsonArray values;  //!< texts, and numbers rounded to the digits that are worth saying

    bool operator==(const Issue&) const = default;
};

/** All kinds, in the order in which they are declared. */
std::vector<IssueKind> issueKinds();

/** The name of a kind in files: "no_place". */
QString issueName(IssueKind kind);
/** Returns std::nullopt where no kind has that name. */
std::optional<IssueKind> issueKindFromName(const QString& name);

/** The name under which a kind is counted (RunFacts::issueCounts); several kinds may share one. */
QString issueCountName(IssueKind kind);

/** Tells whether an issue of a frame is true of all frames after it too, and is said once. */
bool isOfWholeFlight(IssueKind kind);

/** Puts an issue into words, in the language of the application. */
QString sentenceOf(const Issue& issue);
/**
 * Returns the issue that a sentence stands for which an earlier version of Sheen kept, in English or in the
 * language of the application; one of kind Text where it is none of them.
 */
Issue issueFromSentence(const QString& sentence);

/** In their order; what several of them say is said once. */
QStringList sentencesOf(const std::vector<Issue>& issues);

void removeIssues(std::vector<Issue>& issues, std::initializer_list<IssueKind> kinds);

/** Rounds a number to so many decimals, as a value of an issue. */
double roundedTo(double number, int decimals);

}  // namespace sheen
