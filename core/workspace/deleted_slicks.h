#pragma once

#include <QString>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "data/slick.h"
#include "workspace/workspace.h"

namespace sheen {

/** Slicks as the edits' history keeps them: a GeoJSON FeatureCollection; empty for none. */
QString slicksToGeoJson(const std::vector<Slick>& slicks);
/** What cannot be read is left out. */
std::vector<Slick> slicksFromGeoJson(const QString& geoJson);

/** Follows the edits' history from its beginning: which slicks the analyst deleted, and where they lie. */
class DeletedSlicks
{
public:
    /** `removed`: the slicks that the edit's row keeps, as GeoJSON. */
    void add(const Edit& edit, const QString& removed);
    std::vector<Slick> slicks() const;

private:
    QString actionBehind(const Edit& edit);

    using Name = std::pair<QString, std::vector<std::int64_t>>;  //!< description and slicks of an edit
    std::map<Name, QString> m_actions;
    std::map<std::int64_t, Slick> m_deleted;
};

}  // namespace sheen
