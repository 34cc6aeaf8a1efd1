#include "slick_rows.h"

#include <ogrsf_frmts.h>

#include <QString>
#include <algorithm>
#include <map>

#include "row_update.h"
#include "workspace/area_fields.h"
#include "workspace/slick_fields.h"
#include "workspace_dataset.h"

namespace sheen {

namespace {

// An area has its slick's number and its own within the slick as its id.
constexpr int areaBits = 20;

GIntBig areaFid(std::int64_t slickId, std::size_t index)
{
    return static_cast<GIntBig>(slickId << areaBits) | static_cast<GIntBig>(index);
}

/** The areas of a slick, found by the ids that areaFid gives them: of these there is an index. */
QString areasOf(std::int64_t slickId)
{
    return QStringLiteral("fid BETWEEN %1 AND %2")
        .arg(areaFid(slickId, 0))
        .arg(areaFid(slickId, (std::size_t{1} << areaBits) - 1));
}

}  // namespace

void updateSlicks(WorkspaceDataset& dataset, const std::vector<Slick>& slicks)
{
    std::vector<Row> rows;
    std::vector<Row> areas;
    for (const Slick& slick : slicks) {
        rows.push_back({static_cast<GIntBig>(slick.id),
                        [&slick](OGRFeature& feature) { fillSlick(feature, slick, FieldNames::Workspace); }});
        for (std::size_t i = 0; i < slick.areas.size(); ++i)
            areas.push_back({areaFid(slick.id, i), [&slick, i](OGRFeature& feature) {
                                 fillArea(feature, slick.areas[i], slick.id, FieldNames::Workspace);
                             }});
    }
    updateRows(dataset, *dataset.layers().slicks, rows);
    updateRows(dataset, *dataset.layers().appearances, areas);
}

void writeSlick(WorkspaceDataset& dataset, const Slick& slick)
{
    const WorkspaceLayers& layers = dataset.layers();
    dataset.upsert(*layers.slicks, [&slick](OGRFeature& feature) {
        fillSlick(feature, slick, FieldNames::Workspace);
        feature.SetFID(static_cast<GIntBig>(slick.id));
    });
    dataset.execute(QStringLiteral("DELETE FROM appearances WHERE %1").arg(areasOf(slick.id)));
    for (std::size_t i = 0; i < slick.areas.size(); ++i)
        dataset.add(*layers.appearances, [&slick, i](OGRFeature& feature) {
            fillArea(feature, slick.areas[i], slick.id, FieldNames::Workspace);
            feature.SetFID(areaFid(slick.id, i));
        });
}

void removeSlick(WorkspaceDataset& dataset, std::int64_t id)
{
    dataset.execute(QStringLiteral("DELETE FROM slicks WHERE fid = %1").arg(id));
    dataset.execute(QStringLiteral("DELETE FROM appearances WHERE %1").arg(areasOf(id)));
}

std::vector<Slick> readSlicks(const WorkspaceDataset& dataset)
{
    const WorkspaceLayers& layers = dataset.layers();
    std::vector<Slick> slicks;
    std::map<std::int64_t, std::size_t> places;
    layers.slicks->ResetReading();
    while (const OGRFeatureUniquePtr feature{layers.slicks->GetNextFeature()}) {
        places[feature->GetFID()] = slicks.size();
        slicks.push_back(slickFromFeature(*feature));
    }
    layers.slicks->ResetReading();
    layers.appearances->ResetReading();
    while (const OGRFeatureUniquePtr feature{layers.appearances->GetNextFeature()}) {
        const auto place = places.find(slickIdOfArea(*feature));
        if (place != places.end())
            slicks[place->second].areas.push_back(areaFromFeature(*feature));
    }
    layers.appearances->ResetReading();
    return slicks;
}

std::optional<Slick> readSlick(const WorkspaceDataset& dataset, std::int64_t id)
{
    const WorkspaceLayers& layers = dataset.layers();
    const OGRFeatureUniquePtr feature(layers.slicks->GetFeature(static_cast<GIntBig>(id)));
    if (!feature)
        return std::nullopt;
    Slick slick = slickFromFeature(*feature);
    layers.appearances->SetAttributeFilter(areasOf(id).toUtf8().constData());
    layers.appearances->ResetReading();
    while (const OGRFeatureUniquePtr area{layers.appearances->GetNextFeature()})
        slick.areas.push_back(areaFromFeature(*area));
    layers.appearances->SetAttributeFilter(nullptr);
    layers.appearances->ResetReading();
    return slick;
}

}  // namespace sheen
