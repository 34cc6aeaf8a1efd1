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
QString absentToGeoJson(const AbsentSlicks& slicks);
/** What cannot be read is left out. */
AbsentSlicks absentFromGeoJson(const QString& geoJson);

/** Follows the edits' history from its beginning: which slicks are deleted or retired, and where they lie. */
class AbsentHistory
{
public:
    /** `removed`: the slicks that the edit's row keeps, as GeoJSON. */
    void add(const Edit& edit, const QString& removed);
    AbsentSlicks slicks() const;

private:
    QString actionBehind(const Edit& edit);

    struct Step
    {
        std::vector<std::int64_t> slickIds;
        QString removed;  //!< where that tells what is absent
        bool placesAgain = false;
    };

    using Name = std::pair<QString, std::vector<std::int64_t>>;  //!< description and slicks of an edit
    std::map<Name, QString> m_actions;
    std::vector<Step> m_steps;  //!< as far back as is needed
};

}  // namespace sheen
