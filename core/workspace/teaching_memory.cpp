#include "workspace/teaching_memory.h"

#include <QJsonObject>

#include "facts_json.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

const QString factName = QStringLiteral("teaching");
const QString baseKey = QStringLiteral("base");
const QString taughtKey = QStringLiteral("taught_sha256");

}  // namespace

std::optional<TeachingMemory> teachingMemoryOf(const Workspace& workspace)
{
    const QJsonObject kept = workspace.kept(factName);
    TeachingMemory memory{modelFromJson(kept.value(baseKey).toObject()), kept.value(taughtKey).toString()};
    return memory.base.classes.empty() ? std::nullopt : std::optional(std::move(memory));
}

void keepTeachingMemory(Workspace& workspace, const TeachingMemory& memory)
{
    workspace.keep(factName, {{baseKey, modelToJson(memory.base)}, {taughtKey, memory.taughtSha256}});
}

}  // namespace sheen
