#include "format1_slicks.h"

#include <ogrsf_frmts.h>

#include <QStringList>
#include <algorithm>
#include <map>

#include "bodies/areas.h"
#include "bodies/grouping.h"
#include "bodies/measures.h"
#include "ogr/ogr_shapes.h"
#include "workspace_text.h"

namespace sheen {

namespace {

/** An area finds its region again by this, after some were cut or went. */
void mark(AppearanceArea& area, std::size_t region)
{
    area.seen.frameCount = static_cast<int>(region);
}

Slick bodyOf(const std::vector<const Format1Slick*>& regions, std::vector<AppearanceArea> areas)
{
    Slick slick;
    const Format1Slick* largest =
        *std::max_element(regions.begin(), regions.end(), [](const Format1Slick* a, const Format1Slick* b) {
            return a->area.areaSquareMetres < b->area.areaSquareMetres;
        });
    slick.id = largest->id;
    slick.decision = decisionFromName(largest->status);
    bool allDrawn = true;
    bool anyByHand = false;
    QStringList notes;
    for (const Format1Slick* region : regions) {
        const bool drawn = region->status == QLatin1String("drawn");
        allDrawn = allDrawn && drawn;
        anyByHand = anyByHand || drawn || region->status == QLatin1String("edited");
        slick.positionErrorMetres = std::max(slick.positionErrorMetres, region->positionErrorMetres);
        slick.areaErrorShare = std::max(slick.areaErrorShare, region->areaErrorShare);
        if (!region->note.isEmpty())
            notes << (regions.size() == 1 ? region->note
                                          : QStringLiteral("%1: %2").arg(region->id).arg(region->note));
    }
    slick.origin = allDrawn ? Origin::Drawn : anyByHand ? Origin::Edited : Origin::Found;
    slick.note = notes.join(QLatin1Char('\n'));
    slick.areas = std::move(areas);
    measure(slick);
    return slick;
}

QString sentenceOn(const Slick& slick, const std::vector<const Format1Slick*>& regions)
{
    QStringList numbers;
    for (const Format1Slick* region : regions)
        numbers << QString::number(region->id);
    return WorkspaceText::tr("Slicks %1 of an earlier version are slick %2")
        .arg(numbers.join(QStringLiteral(", ")))
        .arg(slick.id);
}

}  // namespace

Format1Slick format1SlickFromFeature(const OGRFeature& feature)
{
    const auto index = [&feature](const char* name) { return feature.GetFieldIndex(name); };
    const auto integer = [&](const char* name, int otherwise) {
        return index(name) >= 0 ? feature.GetFieldAsInteger(index(name)) : otherwise;
    };
    const auto number = [&](const char* name) {
        return index(name) >= 0 ? feature.GetFieldAsDouble(index(name)) : 0;
    };
    const auto text = [&](const char* name) {
        return index(name) >= 0 ? QString::fromUtf8(feature.GetFieldAsString(index(name))) : QString();
    };
    Format1Slick slick;
    slick.id = feature.GetFID();
    slick.status = text("status");
    slick.note = text("note");
    slick.positionErrorMetres = number("position_error_m");
    if (number("area_m2") > 0)
        slick.areaErrorShare = number("area_error_m2") / number("area_m2");
    slick.area.classValue = integer("class", 0);
    slick.area.className = text("class_name");
    slick.area.code = integer("code", 0);
    slick.area.confidence = number("confidence");
    slick.area.seen = {integer("first_frame", -1), integer("last_frame", -1), integer("best_frame", -1),
                       integer("frame_count", 0)};
    setOutline(slick.area, multiPolygonFromOgr(feature.GetGeometryRef()));
    return slick;
}

Format1Bodies bodiesOf(std::vector<Format1Slick> regions)
{
    std::vector<AppearanceArea> apart;
    std::vector<int> frameCounts;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        apart.push_back(regions[i].area);
        frameCounts.push_back(regions[i].area.seen.frameCount);
        mark(apart.back(), i);
    }
    makeApart(apart, 0);

    // Decided alike: accepted, rejected, or neither.
    std::map<Decision, std::vector<AppearanceArea>> byDecision;
    for (AppearanceArea& area : apart)
        byDecision[decisionFromName(regions[static_cast<std::size_t>(area.seen.frameCount)].status)]
            .push_back(std::move(area));
    Format1Bodies bodies;
    for (auto& [decision, areas] : byDecision) {
        for (const std::vector<std::size_t>& group : groupedByGap(areas, Slick().gapMetres)) {
            std::vector<const Format1Slick*> members;
            std::vector<AppearanceArea> parts;
            for (const std::size_t i : group) {
                const auto region = static_cast<std::size_t>(areas[i].seen.frameCount);
                members.push_back(&regions[region]);
                areas[i].seen.frameCount = frameCounts[region];
                parts.push_back(std::move(areas[i]));
            }
            bodies.slicks.push_back(bodyOf(members, std::move(parts)));
            if (members.size() > 1)
                bodies.history.push_back(sentenceOn(bodies.slicks.back(), members));
        }
    }
    return bodies;
}

}  // namespace sheen
