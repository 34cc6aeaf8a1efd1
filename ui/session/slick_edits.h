#pragma once

#include <optional>
#include <vector>

#include "data/frame_record.h"
#include "data/slick.h"
#include "geo/ground.h"

namespace sheen {

struct ModelCard;
struct ModelClass;

// What the edits of a review make of slicks. Nothing is written down here: SlickStore does that. Outlines are
// WGS84. All that follows from a changed outline is measured anew. Decision, what a slick is taken for and
// how it came about are three facts: an edit of one leaves the others, but that a found slick becomes an
// edited one when its areas change.

/** Slicks as they were before an edit and as they became. */
struct SlickStep
{
    std::vector<Slick> before;
    std::vector<Slick> after;
};

// Only those that change are in the step.
SlickStep withDecision(std::vector<Slick> slicks, Decision decision);
/** `kind` counts for a look-alike alone. */
SlickStep withTakenFor(std::vector<Slick> slicks, TakenFor takenFor, LookAlike kind);
/** Appearance code 0 to 5, and the class of oil that has it on the card, where there is one (not for 0). */
SlickStep withCode(const std::vector<Slick>& slicks, std::optional<std::size_t> area, int code,
                   const ModelCard& card);
/** The code of the class too, where it has one. */
SlickStep withClass(const std::vector<Slick>& slicks, std::optional<std::size_t> area,
                    const ModelClass& modelClass);

/** `takes`: what lies below the outline gives way, also other areas of the slick; else the outline does.
 * Nothing where it crosses itself, encloses no area, is no place on Earth, or nothing is left of it; one that
 * crosses itself is repaired where the area's own does as well. The step has all slicks that change with it:
 * those that lose all their areas are in `before` alone. */
std::optional<SlickStep> reshaped(const std::vector<Slick>& all, std::int64_t id, std::size_t area,
                                  const GroundMultiPolygon& outline, bool takes, double smallestSquareMetres);

/**
 * A slick drawn by the analyst, the last of `after`, still without an id (0); its code is that of others of
 * its class, else 0. `takes`: what lies below gives way; else the drawn one does. An outline that crosses
 * itself is repaired; nothing where it encloses no area, is no place on Earth, or nothing is left of it.
 */
std::optional<SlickStep> drawn(const std::vector<Slick>& all, const GroundMultiPolygon& outline,
                               int classValue, const ModelCard& card, bool takes, double smallestSquareMetres,
                               double gapMetres);

/** The slick without one of its areas; nothing where it has but one. */
std::optional<SlickStep> withoutArea(const Slick& slick, std::size_t area);

/** An area goes from one slick to another; nothing where the first has but one. */
std::optional<SlickStep> moved(const Slick& from, std::size_t area, const Slick& to);

/** An area becomes a slick of its own, the last of `after`, still without an id (0). */
std::optional<SlickStep> separated(const Slick& slick, std::size_t area);

/** What of an outline no frame showed. */
GroundMultiPolygon unseenPart(const GroundMultiPolygon& outline, const std::vector<FrameRecord>& frames);

}  // namespace sheen
