#pragma once

#include <cstdint>
#include <vector>

#include "data/frame_record.h"
#include "data/slick.h"
#include "geo/ground.h"

namespace sheen {

struct ModelCard;

/** An outline that is being drawn, or an area's outline that is being changed. */
struct SketchedOutline
{
    std::int64_t slickId = 0;  //!< 0: a new slick
    std::size_t area = 0;      //!< of that slick
    GroundMultiPolygon outline;
    int classValue = 0;  //!< of a new slick
    bool takes = true;   //!< what lies below gives way; else the sketch does
};

/** What an edit under way would do, before it is done. */
struct EditPreview
{
    /** What one slick would lose, or one area of the changed slick to another of it. */
    struct Loss
    {
        std::int64_t slickId = 0;
        GroundMultiPolygon outline;
        double squareMetres = 0;
        bool whole = false;  //!< nothing of the slick would be left
    };

    std::vector<Loss> losses;
    GroundMultiPolygon left;  //!< what the sketch would become; empty: it would be refused
    double sketchedSquareMetres = 0;
    double leftSquareMetres = 0;
    GroundMultiPolygon unseen;  //!< of it, sea that no frame showed
    double unseenSquareMetres = 0;
};

/** What edits hold to. */
struct EditLimits
{
    double smallestSquareMetres = 25;
    double gapMetres = 30;
};

/** Those that a sketch may concern. */
std::vector<Slick> slicksNear(const std::vector<Slick>& slicks, const SketchedOutline& sketch);

/**
 * Does the edit on copies and tells what it did: the preview and the edit cannot differ. `frames`: what was
 * seen; nullptr: not known. Takes as long as the edit: for a thread of its own.
 */
EditPreview previewOf(const SketchedOutline& sketch, const std::vector<Slick>& slicks, const ModelCard& card,
                      const EditLimits& limits, const std::vector<FrameRecord>* frames);

}  // namespace sheen
