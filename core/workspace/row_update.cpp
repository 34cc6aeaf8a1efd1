#include "row_update.h"

#include <ogrsf_frmts.h>

#include <unordered_map>

#include "workspace_dataset.h"

namespace sheen {

std::vector<GIntBig> updateRows(WorkspaceDataset& dataset, OGRLayer& layer, const std::vector<Row>& wanted)
{
    std::unordered_map<GIntBig, std::size_t> places;
    places.reserve(wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i)
        places.emplace(wanted[i].fid, i);

    // Looked at first and written afterwards: a table is not changed while it is read.
    enum class State : char { Missing, Same, Other };
    std::vector<State> states(wanted.size(), State::Missing);
    std::vector<GIntBig> gone;
    layer.ResetReading();
    while (const OGRFeatureUniquePtr stored{layer.GetNextFeature()}) {
        const auto place = places.find(stored->GetFID());
        if (place == places.end()) {
            gone.push_back(stored->GetFID());
            continue;
        }
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
        feature->SetFID(stored->GetFID());
        wanted[place->second].fill(*feature);
        states[place->second] = feature->Equal(stored.get()) ? State::Same : State::Other;
    }
    layer.ResetReading();

    for (const GIntBig fid : gone)
        dataset.remove(layer, fid);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto fill = [&row = wanted[i]](OGRFeature& feature) {
            feature.SetFID(row.fid);
            row.fill(feature);
        };
        if (states[i] == State::Missing)
            dataset.add(layer, fill);
        else if (states[i] == State::Other)
            dataset.upsert(layer, fill);
    }
    return gone;
}

}  // namespace sheen
