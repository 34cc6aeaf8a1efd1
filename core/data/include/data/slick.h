#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "geo/ground.h"

namespace sheen {

/** What a person decided about a slick. */
enum class Decision { Undecided, Accepted, Rejected };

/** What a slick is taken for. The model takes everything that it finds for oil. */
enum class TakenFor { Oil, OtherSubstance, Unknown, LookAlike };

/** Which look-alike, where it is taken for one; Unsaid else. */
enum class LookAlike { Unsaid, Algae, Wake, Shadow, Calm, Sediment, Ice, Other };

/** How a slick came about. */
enum class Origin { Found, Edited, Drawn };

/** How the oil of a slick lies (Bonn Agreement, Aerial Operations Handbook). */
enum class SlickForm { Continuous, Patches, Streamers, Windrows };

// Names as the files have them: "undecided", "look_alike", ... Back: the first value for an unknown name.
QString decisionName(Decision decision);
Decision decisionFromName(const QString& name);
QString takenForName(TakenFor takenFor);
TakenFor takenForFromName(const QString& name);
QString lookAlikeName(LookAlike kind);  //!< empty for Unsaid
LookAlike lookAlikeFromName(const QString& name);
QString originName(Origin origin);
Origin originFromName(const QString& name);
QString slickFormName(SlickForm form);
std::optional<SlickForm> slickFormFromName(const QString& name);  //!< std::nullopt for an unknown name

/** In which frames something was seen. */
struct SeenFrames
{
    int firstFrame = -1;  //!< -1: in none, as what was drawn
    int lastFrame = -1;
    int bestFrame = -1;  //!< in which most of it was seen, best placed
    int frameCount = 0;  //!< in how many frames it was seen
};

/** A part of a slick that looks alike: of one class and one appearance code. */
struct AppearanceArea
{
    int classValue = 0;  //!< of the model's card
    QString className;
    int code = 0;                 //!< appearance code 1 to 5; 0 none
    GroundMultiPolygon outline;   //!< shares no inside with any other area of the flight
    double areaSquareMetres = 0;  //!< on the ellipsoid, in whole square centimetres
    double confidence = 0;        //!< 0 to 1; 1 for one drawn by the analyst
    SeenFrames seen;
    double unseenSquareMetres = 0;  //!< of it, sea that no frame showed: drawn over, not observed

    /** In whole millilitres; nothing where the code gives no bound. */
    std::optional<double> minimumVolumeCubicMetres() const;
    std::optional<double> maximumVolumeCubicMetres() const;
};

/** Why a slick has no largest volume, or one that is not of all its oil. */
enum class VolumeNote {
    Whole,        //!< all its oil has a code with two bounds
    NoBound,      //!< some has code 5, which has no upper bound: at least the minimum
    PartKnown,    //!< some has no code: the volumes are without it
    NoBoundPart,  //!< both
    Unknown,      //!< no part has a code: there are no volumes
};
QString volumeNoteName(VolumeNote note);  //!< as the files have it; empty for Whole

/** The numbers of a slick, each rounded once: whoever shows them shows the same. docs/measures.md. */
struct SlickMeasures
{
    double lengthMetres = 0;         //!< along the longest axis of the overall outline; 0.01
    double widthMetres = 0;          //!< across it; 0.01
    double orientationDegrees = 0;   //!< of that axis, true, 0 to 180 (180 excluded); 0.01
    double overallSquareMetres = 0;  //!< of the overall outline, gaps and holes included; 0.01
    double oiledSquareMetres = 0;    //!< sum of the areas
    double coveragePercent = 0;      //!< oiled of overall; 0.01
    /** Shares of the oiled area by code, percent, 0 being oil without a code; 100 together; 0.01. */
    std::array<double, 6> codePercent{};
    std::optional<double> minimumVolumeCubicMetres;  //!< sum over the areas that have one
    std::optional<double> maximumVolumeCubicMetres;  //!< nothing where one of them has no upper bound
    VolumeNote volumeNote = VolumeNote::Unknown;
    double areaErrorSquareMetres = 0;  //!< 95 %, of the oiled area; 0 where not known; 0.01
    GroundPoint inside;                //!< a point within the oil, of its largest area
    SlickForm proposedForm = SlickForm::Continuous;
    double unseenSquareMetres = 0;  //!< sum of the areas
};

/**
 * One body of oil on the sea: areas of different appearance that touch or lie near one another. What follows
 * from its areas is filled in by measure() of bodies/measures.h, whenever they change.
 */
struct Slick
{
    std::int64_t id = 0;                //!< unique within a workspace, never used again; 0: none yet
    std::vector<AppearanceArea> areas;  //!< the largest first

    Decision decision = Decision::Undecided;
    TakenFor takenFor = TakenFor::Oil;
    LookAlike lookAlike = LookAlike::Unsaid;
    Origin origin = Origin::Found;
    std::optional<SlickForm> form;  //!< set by a person; nothing: as proposed
    QString note;                   //!< the analyst's remark
    QString reviewer;               //!< who decided, or changed it, last; empty: nobody
    QDateTime reviewedUtc;          //!< when

    double positionErrorMetres = 0;  //!< 95 %; 0 where not known
    double areaErrorShare = 0;       //!< 95 %, of the pose alone: share of an area; 0 where not known
    QDateTime firstUtc;              //!< of the first frame that shows it; invalid where not known
    QDateTime lastUtc;
    QStringList sensors;    //!< of the frames that show its areas first, best and last
    double gapMetres = 30;  //!< sea between its areas up to so wide belongs to its overall outline

    // By measure().
    GroundMultiPolygon outline;         //!< its areas together, holes kept
    GroundMultiPolygon overallOutline;  //!< around them, without holes
    SlickMeasures measures;
    SeenFrames seen;        //!< of its areas; the best frame is that of the largest area which has one
    double confidence = 0;  //!< mean over its areas by their size

    SlickForm shownForm() const { return form.value_or(measures.proposedForm); }
    double oiledSquareMetres() const { return measures.oiledSquareMetres; }
};

}  // namespace sheen
