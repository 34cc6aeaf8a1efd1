#include "slick_edits.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bodies/areas.h"
#include "bodies/measures.h"
#include "bodies/reshaping.h"
#include "data/model_card.h"
#include "geo/geodesy.h"
#include "geo/ground_bounds.h"
#include "ogr/ground_geometry.h"
#include "placing/slicks_again.h"

namespace sheen {

namespace {

const ModelClass* classWithCode(const ModelCard& card, int code)
{
    const auto found = std::find_if(card.classes.begin(), card.classes.end(),
                                    [code](const ModelClass& one) { return one.oil && one.code == code; });
    return code > 0 && found != card.classes.end() ? &*found : nullptr;
}

bool isFinite(const GroundMultiPolygon& outline)
{
    for (const GroundPolygon& rings : outline) {
        for (const GroundRing& ring : rings) {
            for (const GroundPoint& point : ring) {
                if (!std::isfinite(point.latitudeDegrees) || !std::isfinite(point.longitudeDegrees) ||
                    std::abs(point.latitudeDegrees) > 90)
                    return false;
            }
        }
    }
    return true;
}

void markEdited(Slick& slick)
{
    if (slick.origin == Origin::Found)
        slick.origin = Origin::Edited;
}

/** Changes areas by `change`, which tells whether it did. */
template <typename Change>
SlickStep withAreas(const std::vector<Slick>& slicks, std::optional<std::size_t> area, const Change& change)
{
    SlickStep step;
    for (const Slick& slick : slicks) {
        Slick changed = slick;
        bool any = false;
        for (std::size_t i = 0; i < changed.areas.size(); ++i) {
            if (!area || *area == i)
                any = change(changed.areas[i]) || any;
        }
        if (!any)
            continue;
        markEdited(changed);
        measure(changed);
        step.before.push_back(slick);
        step.after.push_back(std::move(changed));
    }
    return step;
}

/** What of an outline lies outside of all areas but the one at work. */
GroundMultiPolygon outsideOthers(GroundMultiPolygon wanted, const std::vector<Slick>& all, const Slick& own,
                                 std::size_t area)
{
    for (const Slick& slick : all) {
        std::vector<AppearanceArea> areas = slick.areas;
        if (&slick == &own)
            areas.erase(areas.begin() + static_cast<std::ptrdiff_t>(area));
        wanted = outside(wanted, areas);
    }
    return wanted;
}

bool sameOutline(const GroundMultiPolygon& a, const GroundMultiPolygon& b)
{
    const auto samePoint = [](const GroundPoint& one, const GroundPoint& other) {
        return one.latitudeDegrees == other.latitudeDegrees && one.longitudeDegrees == other.longitudeDegrees;
    };
    const auto sameRing = [&](const GroundRing& one, const GroundRing& other) {
        return std::equal(one.begin(), one.end(), other.begin(), other.end(), samePoint);
    };
    const auto samePolygon = [&](const GroundPolygon& one, const GroundPolygon& other) {
        return std::equal(one.begin(), one.end(), other.begin(), other.end(), sameRing);
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), samePolygon);
}

/** What differs between two lists of slicks in the same order; of those without areas only `before`. */
SlickStep differences(const std::vector<Slick>& before, std::vector<Slick> after)
{
    SlickStep step;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto& a = before[i].areas;
        const auto& b = after[i].areas;
        const bool same = a.size() == b.size() &&
                          std::equal(a.begin(), a.end(), b.begin(), [](const auto& one, const auto& other) {
                              return one.areaSquareMetres == other.areaSquareMetres &&
                                     sameOutline(one.outline, other.outline);
                          });
        if (same)
            continue;
        step.before.push_back(before[i]);
        if (b.empty())
            continue;
        markEdited(after[i]);
        step.after.push_back(std::move(after[i]));
    }
    return step;
}

}  // namespace

SlickStep withDecision(std::vector<Slick> slicks, Decision decision)
{
    std::erase_if(slicks, [decision](const Slick& slick) { return slick.decision == decision; });
    SlickStep step{std::move(slicks), {}};
    step.after = step.before;
    for (Slick& slick : step.after)
        slick.decision = decision;
    return step;
}

SlickStep withTakenFor(std::vector<Slick> slicks, TakenFor takenFor, LookAlike kind)
{
    if (takenFor != TakenFor::LookAlike)
        kind = LookAlike::Unsaid;
    std::erase_if(slicks, [takenFor, kind](const Slick& slick) {
        return slick.takenFor == takenFor && slick.lookAlike == kind;
    });
    SlickStep step{std::move(slicks), {}};
    step.after = step.before;
    for (Slick& slick : step.after) {
        slick.takenFor = takenFor;
        slick.lookAlike = kind;
    }
    return step;
}

SlickStep withCode(const std::vector<Slick>& slicks, std::optional<std::size_t> area, int code,
                   const ModelCard& card)
{
    const ModelClass* modelClass = classWithCode(card, code);
    return withAreas(slicks, area, [code, modelClass](AppearanceArea& one) {
        const bool same = one.code == code && (!modelClass || one.classValue == modelClass->value);
        one.code = code;
        if (modelClass) {
            one.classValue = modelClass->value;
            one.className = modelClass->name;
        }
        return !same;
    });
}

SlickStep withClass(const std::vector<Slick>& slicks, std::optional<std::size_t> area,
                    const ModelClass& modelClass)
{
    return withAreas(slicks, area, [&modelClass](AppearanceArea& one) {
        if (one.classValue == modelClass.value)
            return false;
        one.classValue = modelClass.value;
        one.className = modelClass.name;
        if (modelClass.code > 0)
            one.code = modelClass.code;
        return true;
    });
}

std::optional<SlickStep> reshaped(const std::vector<Slick>& all, std::int64_t id, std::size_t area,
                                  const GroundMultiPolygon& outline, bool takes, double smallestSquareMetres)
{
    const auto own =
        std::find_if(all.begin(), all.end(), [id](const Slick& slick) { return slick.id == id; });
    if (own == all.end() || area >= own->areas.size())
        return std::nullopt;
    GroundMultiPolygon wanted = outline;
    // What came in broken may be mended; what was sound must not become something else behind one's back.
    if (isFinite(wanted) && !isValid(wanted) && !isValid(own->areas[area].outline))
        wanted = madeValid(wanted);
    if (wanted.empty() || !isFinite(wanted) || !isValid(wanted) || groundArea(wanted) <= 0)
        return std::nullopt;
    if (!takes) {
        wanted = outsideOthers(std::move(wanted), all, *own, area);
        if (wanted.empty())
            return std::nullopt;
    }
    std::vector<Slick> after = all;
    if (!reshapeArea(after, static_cast<std::size_t>(own - all.begin()), area, wanted, smallestSquareMetres,
                     isTouched))
        return std::nullopt;
    return differences(all, std::move(after));
}

std::optional<SlickStep> drawn(const std::vector<Slick>& all, const GroundMultiPolygon& outline,
                               int classValue, const ModelCard& card, bool takes, double smallestSquareMetres,
                               double gapMetres)
{
    GroundMultiPolygon wanted = outline;
    if (isFinite(wanted) && !isValid(wanted))
        wanted = madeValid(wanted);
    if (!takes) {
        for (const Slick& slick : all)
            wanted = outside(wanted, slick.areas);
    }
    if (wanted.empty() || !isFinite(wanted) || groundArea(wanted) < 0.01)
        return std::nullopt;
    AppearanceArea area;
    const ModelClass* modelClass = card.findClass(classValue);
    area.classValue = classValue;
    area.className = modelClass ? modelClass->name : QStringLiteral("oil");
    for (const Slick& slick : all) {
        for (const AppearanceArea& other : slick.areas) {
            if (area.code == 0 && other.classValue == classValue)
                area.code = other.code;
        }
    }
    area.confidence = 1;
    setOutline(area, wanted);
    Slick slick;
    slick.origin = Origin::Drawn;
    slick.gapMetres = gapMetres;
    slick.areas.push_back(std::move(area));
    measure(slick);
    std::vector<Slick> after = all;
    after.push_back(std::move(slick));
    if (takes && !reshapeArea(after, all.size(), 0, wanted, smallestSquareMetres, isTouched))
        return std::nullopt;
    Slick made = std::move(after.back());
    after.pop_back();
    SlickStep step = differences(all, std::move(after));
    step.after.push_back(std::move(made));
    return step;
}

std::optional<SlickStep> withoutArea(const Slick& slick, std::size_t area)
{
    if (slick.areas.size() < 2 || area >= slick.areas.size())
        return std::nullopt;
    Slick after = slick;
    after.areas.erase(after.areas.begin() + static_cast<std::ptrdiff_t>(area));
    markEdited(after);
    measure(after);
    return SlickStep{{slick}, {std::move(after)}};
}

std::optional<SlickStep> moved(const Slick& from, std::size_t area, const Slick& to)
{
    std::optional<SlickStep> step = from.id != to.id ? withoutArea(from, area) : std::nullopt;
    if (!step)
        return step;
    Slick after = to;
    after.areas.push_back(from.areas[area]);
    markEdited(after);
    measure(after);
    step->before.push_back(to);
    step->after.push_back(std::move(after));
    return step;
}

std::optional<SlickStep> separated(const Slick& slick, std::size_t area)
{
    std::optional<SlickStep> step = withoutArea(slick, area);
    if (!step)
        return step;
    Slick own = slick;
    own.id = 0;
    own.areas = {slick.areas[area]};
    markEdited(own);
    measure(own);
    step->after.push_back(std::move(own));
    return step;
}

GroundMultiPolygon unseenPart(const GroundMultiPolygon& outline, const std::vector<FrameRecord>& frames)
{
    GroundMultiPolygon rest = outline;
    GroundBounds bounds(rest);
    for (const FrameRecord& frame : frames) {
        if (frame.footprint.size() < 3 || !bounds.touches(GroundBounds(frame.footprint)))
            continue;
        rest = without(rest, {{frame.footprint}});
        if (rest.empty())
            return {};
        bounds = GroundBounds(rest);
    }
    return rest;
}

}  // namespace sheen
