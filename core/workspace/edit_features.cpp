#include "edit_features.h"

#include "feature_fields.h"
#include "slick_ids.h"
#include "telemetry_json.h"
#include "workspace_columns.h"

#include <ogrsf_frmts.h>

namespace sheen {

void fillEdit(OGRFeature& feature, const Edit& edit, const QString& removedGeoJson)
{
    setText(feature, EditTime, utcToText(edit.time));
    setText(feature, EditPerson, edit.person);
    setText(feature, EditAction, edit.action);
    QJsonArray ids;
    for (const std::int64_t id : edit.slickIds)
        ids << static_cast<qint64>(id);
    setText(feature, EditSlicks, toText(ids));
    setText(feature, EditDescription, edit.description);
    if (!removedGeoJson.isEmpty())
        setText(feature, EditRemoved, removedGeoJson);
}

Edit editFromFeature(const OGRFeature& feature)
{
    Edit edit;
    edit.time = utcFromText(textOf(feature, EditTime));
    edit.person = textOf(feature, EditPerson);
    edit.action = textOf(feature, EditAction);
    const QJsonArray ids = arrayFromText(textOf(feature, EditSlicks));
    for (const QJsonValue& id : ids) {
        if (const std::optional<std::int64_t> known = slickIdFromJson(id))
            edit.slickIds.push_back(*known);
    }
    edit.description = textOf(feature, EditDescription);
    return edit;
}

QString removedFromFeature(const OGRFeature& feature)
{
    return textOf(feature, EditRemoved);
}

}  // namespace sheen
