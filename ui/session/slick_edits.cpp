#include "slick_edits.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "data/model_card.h"
#include "ogr/ground_geometry.h"
#include "ui/session/slick_geometry.h"

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

void setGeometry(Slick& slick, GroundMultiPolygon outline)
{
    const double area = groundArea(outline);
    if (slick.areaSquareMetres > 0)
        slick.areaErrorSquareMetres *= area / slick.areaSquareMetres;
    slick.areaSquareMetres = area;
    slick.outline = std::move(outline);
    if (slick.status != SlickStatus::Drawn)
        slick.status = SlickStatus::Edited;
}

void markEdited(Slick& slick)
{
    if (slick.status == SlickStatus::New)
        slick.status = SlickStatus::Edited;
}

}  // namespace

SlickStep withStatus(std::vector<Slick> slicks, SlickStatus status)
{
    std::erase_if(slicks, [status](const Slick& slick) { return slick.status == status; });
    SlickStep step{std::move(slicks), {}};
    step.after = step.before;
    for (Slick& slick : step.after)
        slick.status = status;
    return step;
}

SlickStep withCode(const std::vector<Slick>& slicks, int code, const ModelCard& card)
{
    const ModelClass* modelClass = classWithCode(card, code);
    SlickStep step;
    for (const Slick& slick : slicks) {
        Slick changed = slick;
        changed.code = code;
        if (modelClass) {
            changed.classValue = modelClass->value;
            changed.className = modelClass->name;
        }
        if (changed.code == slick.code && changed.classValue == slick.classValue)
            continue;
        markEdited(changed);
        step.before.push_back(slick);
        step.after.push_back(std::move(changed));
    }
    return step;
}

SlickStep withClass(std::vector<Slick> slicks, const ModelClass& modelClass)
{
    std::erase_if(slicks, [&modelClass](const Slick& slick) { return slick.classValue == modelClass.value; });
    SlickStep step{std::move(slicks), {}};
    step.after = step.before;
    for (Slick& slick : step.after) {
        slick.classValue = modelClass.value;
        slick.className = modelClass.name;
        if (modelClass.code > 0)
            slick.code = modelClass.code;
        markEdited(slick);
    }
    return step;
}

std::optional<Slick> reshaped(const Slick& slick, const GroundMultiPolygon& outline)
{
    GroundMultiPolygon wanted = outline;
    // What came in broken may be mended; what was sound must not become something else behind one's back.
    if (isFinite(wanted) && !isValid(wanted) && !isValid(slick.outline))
        wanted = madeValid(wanted);
    if (wanted.empty() || !isFinite(wanted) || !isValid(wanted) || groundArea(wanted) <= 0)
        return std::nullopt;
    Slick after = slick;
    setGeometry(after, std::move(wanted));
    return after;
}

std::optional<Slick> drawn(const GroundMultiPolygon& outline, int classValue, const ModelCard& card,
                           const std::vector<Slick>& others)
{
    GroundMultiPolygon wanted = outline;
    if (isFinite(wanted) && !isValid(wanted))
        wanted = madeValid(wanted);
    if (wanted.empty() || !isFinite(wanted) || groundArea(wanted) <= 0)
        return std::nullopt;
    Slick slick;
    const ModelClass* modelClass = card.findClass(classValue);
    slick.classValue = classValue;
    slick.className = modelClass ? modelClass->name : QStringLiteral("oil");
    const auto alike = std::find_if(others.begin(), others.end(), [classValue](const Slick& other) {
        return other.classValue == classValue && other.code > 0;
    });
    slick.code = alike != others.end() ? alike->code : 0;
    slick.confidence = 1;
    slick.status = SlickStatus::Drawn;
    setGeometry(slick, std::move(wanted));
    return slick;
}

std::vector<Slick> divided(const Slick& slick, const std::vector<GroundPoint>& line)
{
    std::vector<GroundMultiPolygon> parts =
        splitAlong(slick.outline, unwrapped(line, referenceLongitude(slick.outline)));
    std::erase_if(parts, [](const GroundMultiPolygon& part) { return groundArea(part) <= 0; });
    if (parts.size() < 2)
        return {};
    std::sort(parts.begin(), parts.end(), [](const GroundMultiPolygon& a, const GroundMultiPolygon& b) {
        return groundArea(a) > groundArea(b);
    });
    std::vector<Slick> slicks;
    for (GroundMultiPolygon& part : parts) {
        slicks.push_back(slick);
        setGeometry(slicks.back(), std::move(part));
    }
    return slicks;
}

SlickStep merged(std::vector<Slick> slicks)
{
    std::sort(slicks.begin(), slicks.end(),
              [](const Slick& a, const Slick& b) { return a.areaSquareMetres > b.areaSquareMetres; });
    Slick largest = slicks.front();
    const double longitude = referenceLongitude(largest.outline);
    std::vector<GroundMultiPolygon> outlines;
    double weight = 0;
    double confidence = 0;
    for (const Slick& slick : slicks) {
        outlines.push_back(unwrapped(slick.outline, longitude));
        weight += slick.areaSquareMetres;
        confidence += slick.areaSquareMetres * slick.confidence;
        if (slick.firstFrame >= 0)
            largest.firstFrame =
                largest.firstFrame < 0 ? slick.firstFrame : std::min(largest.firstFrame, slick.firstFrame);
        largest.lastFrame = std::max(largest.lastFrame, slick.lastFrame);
        if (largest.bestFrame < 0)
            largest.bestFrame = slick.bestFrame;
        largest.frameCount = std::max(largest.frameCount, slick.frameCount);
        largest.positionErrorMetres = std::max(largest.positionErrorMetres, slick.positionErrorMetres);
    }
    if (weight > 0)
        largest.confidence = confidence / weight;
    SlickStep step{std::move(slicks), {}};
    GroundMultiPolygon outline = united(outlines);
    if (outline.empty())
        return step;
    setGeometry(largest, std::move(outline));
    step.after.push_back(std::move(largest));
    return step;
}

}  // namespace sheen
