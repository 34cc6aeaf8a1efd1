#include "recording/joining.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <set>

#include "base/error.h"
#include "base/part_folder.h"
#include "data/issue.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

const QString partKey = QStringLiteral("part");
const QString firstKey = QStringLiteral("first");
const QString endKey = QStringLiteral("end");
constexpr std::size_t framesAtOnce = 100;

/** Each part says of the whole flight what the one before it has said. */
void dropRepeated(FrameRecord& frame, std::set<QString>& told)
{
    std::erase_if(frame.issues, [&told](const Issue& issue) {
        return isOfWholeFlight(issue.kind) && !told.insert(issueCountName(issue.kind)).second;
    });
}

void append(Workspace& target, const Workspace& part, std::set<QString>& told)
{
    const std::vector<FrameRecord> all = part.frames();
    for (std::size_t first = 0; first < all.size(); first += framesAtOnce) {
        std::vector<FrameRecord> frames(
            all.begin() + static_cast<std::ptrdiff_t>(first),
            all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), first + framesAtOnce)));
        std::vector<QByteArray> masks;
        for (FrameRecord& frame : frames) {
            dropRepeated(frame, told);
            masks.push_back(part.mask(frame.frame));
        }
        target.append(frames, masks);
    }
}

}  // namespace

void closePart(Workspace& workspace, RunPart part)
{
    workspace.keep(partKey, {{firstKey, part.first}, {endKey, part.end}});
}

bool isWholePart(const QString& workspacePath, RunPart part)
{
    try {
        if (!Workspace::isWorkspace(workspacePath))
            return false;
        const QJsonObject kept = Workspace::open(workspacePath)->kept(partKey);
        return kept.value(firstKey).toInt(-1) == part.first && kept.value(endKey).toInt(-1) == part.end;
    } catch (const Error&) {
        return false;
    }
}

void joinParts(const QStringList& partWorkspaces, const QString& target)
{
    const QFileInfo file(target);
    const PartFolder parts(file.absolutePath());
    std::set<QString> told;
    std::unique_ptr<Workspace> joined;
    for (const QString& path : partWorkspaces) {
        const std::unique_ptr<Workspace> part = Workspace::open(path);
        if (!joined)
            joined = Workspace::create(parts.path(file.fileName()), part->facts());
        append(*joined, *part, told);
    }
    joined.reset();  // closes the file
    parts.publish(file.fileName(), file.fileName());
}

}  // namespace sheen
