#pragma once

#include <optional>
#include <vector>

#include "data/slick.h"
#include "geo/ground.h"

namespace sheen {

struct ModelCard;
struct ModelClass;

// What the edits of a review make of slicks. Nothing is written down here: SlickStore does that. Outlines are
// WGS84, areas in square metres. Where an outline changes, the area follows, and its error in proportion.
// Status: a new slick becomes an edited one with its class, code or outline; an accepted or rejected one only
// with its outline; a drawn one stays drawn.

/** Slicks as they were before an edit and as they became. */
struct SlickStep
{
    std::vector<Slick> before;
    std::vector<Slick> after;
};

// Only those that change are in the step.
SlickStep withStatus(std::vector<Slick> slicks, SlickStatus status);
/** Appearance code 0 to 5, and the class of oil that has it on the card, where there is one (not for 0). */
SlickStep withCode(const std::vector<Slick>& slicks, int code, const ModelCard& card);
/** The code of the class too, where it has one. */
SlickStep withClass(std::vector<Slick> slicks, const ModelClass& modelClass);

/** Nothing where the outline crosses itself, encloses no area or is no place on Earth; one that crosses
 * itself is repaired where the slick's own does as well. */
std::optional<Slick> reshaped(const Slick& slick, const GroundMultiPolygon& outline);

/** A slick drawn by the analyst, still without an id (0); its code is that of others of its class, else 0. An
 * outline that crosses itself is repaired; nothing where it encloses no area or is no place on Earth. */
std::optional<Slick> drawn(const GroundMultiPolygon& outline, int classValue, const ModelCard& card,
                           const std::vector<Slick>& others);

/** Two or more parts, the largest first, all of them still with the slick's id; empty where the line does not
 * divide it. */
std::vector<Slick> divided(const Slick& slick, const std::vector<GroundPoint>& line);

/** One or more slicks become the largest one of them, seen in the frames of all. Before: the largest first;
 * after: empty where their outlines are broken. */
SlickStep merged(std::vector<Slick> slicks);

}  // namespace sheen
