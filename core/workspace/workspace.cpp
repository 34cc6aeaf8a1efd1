#include "workspace/workspace.h"

#include <ogrsf_frmts.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "absent_slicks.h"
#include "base/cancel.h"
#include "base/error.h"
#include "bodies/measures.h"
#include "edit_features.h"
#include "facts_json.h"
#include "facts_rows.h"
#include "format1.h"
#include "frame_rows.h"
#include "mark_rows.h"
#include "slick_rows.h"
#include "workspace_dataset.h"
#include "workspace_file.h"
#include "workspace_text.h"

namespace sheen {

namespace {

const QString keptPrefix = QStringLiteral("kept_");  //!< of names in facts that are not the run's

}  // namespace

class Workspace::Private
{
public:
    WorkspaceDataset dataset;
    ModelCard model;  //!< for the names of classes

    void addEdit(const Edit& edit, const QString& removedGeoJson);
    void writeFacts(const RunFacts& facts);
    void writeFact(const QString& name, const QJsonObject& value);
    QString asGeoJson(const std::vector<std::int64_t>& slickIds) const;
    void writeSlicks(const RunFacts& facts, const std::vector<Slick>& slicks);
    std::vector<Slick> replaceSlicks(const RunFacts& facts, std::vector<Slick> slicks,
                                     const AbsentSlicks& absent, const Edit& edit);
};

void Workspace::Private::addEdit(const Edit& edit, const QString& removedGeoJson)
{
    dataset.add(*dataset.layers().edits,
                [&](OGRFeature& feature) { fillEdit(feature, edit, removedGeoJson); });
}

void Workspace::Private::writeFacts(const RunFacts& facts)
{
    model = facts.model;
    writeFact(formatFact, formatToJson());
    writeFact(QStringLiteral("run"), runToJson(facts));
    writeFact(QStringLiteral("model"), modelToJson(facts.model));
    writeFact(QStringLiteral("settings"), facts.settings);
}

/** Replaces the one of that name. */
void Workspace::Private::writeFact(const QString& name, const QJsonObject& value)
{
    dataset.execute(QStringLiteral("DELETE FROM facts WHERE name = '%1'").arg(name));
    const QByteArray json = QJsonDocument(value).toJson(QJsonDocument::Compact);
    dataset.add(*dataset.layers().facts, [&](OGRFeature& feature) {
        feature.SetField(0, name.toUtf8().constData());
        feature.SetField(1, json.constData());
    });
}

QString Workspace::Private::asGeoJson(const std::vector<std::int64_t>& slickIds) const
{
    std::vector<Slick> slicks;
    for (const std::int64_t id : slickIds) {
        if (std::optional<Slick> slick = readSlick(dataset, id)) {
            measure(*slick);
            slicks.push_back(std::move(*slick));
        }
    }
    return absentToGeoJson({slicks, {}});
}

void Workspace::Private::writeSlicks(const RunFacts& facts, const std::vector<Slick>& slicks)
{
    writeFacts(facts);
    updateSlicks(dataset, slicks);
    std::int64_t lastId = 0;
    for (const Slick& slick : slicks)
        lastId = std::max(lastId, slick.id);
    dataset.raiseSlickId(lastId);
}

/** New ones get an id. */
std::vector<Slick> Workspace::Private::replaceSlicks(const RunFacts& facts, std::vector<Slick> slicks,
                                                     const AbsentSlicks& absent, const Edit& edit)
{
    const auto hasNone = [](const Slick& slick) { return slick.id == 0; };
    const auto without = static_cast<int>(std::count_if(slicks.begin(), slicks.end(), hasNone));
    std::int64_t id = dataset.newSlickIds(without) - without;
    for (Slick& slick : slicks) {
        if (hasNone(slick))
            slick.id = ++id;
    }
    writeSlicks(facts, slicks);
    addEdit(edit, absentToGeoJson(absent));
    return slicks;
}

Workspace::Workspace() : d(std::make_unique<Private>())
{}

Workspace::~Workspace() = default;

QString Workspace::path() const
{
    return d->dataset.path();
}

bool Workspace::canBeChanged() const
{
    return d->dataset.canBeChanged();
}

std::unique_ptr<Workspace> Workspace::create(const QString& path, const RunFacts& facts, QString* movedTo)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        throw Error(
            WorkspaceText::tr("The folder \"%1\" cannot be created. Choose another one.").arg(folder));
    const QString aside = QFileInfo::exists(path) ? moveAside(path) : QString();
    std::unique_ptr<Workspace> workspace(new Workspace);
    Private& d = *workspace->d;
    try {
        d.dataset.create(path, [&] { d.writeFacts(facts); });
    } catch (...) {
        workspace.reset();
        QFile::remove(path);
        if (!aside.isEmpty())
            QFile::rename(aside, path);
        throw;
    }
    if (movedTo)
        *movedTo = aside;
    return workspace;
}

std::unique_ptr<Workspace> Workspace::open(const QString& path, QString* keptCopy)
{
    const int format = formatOf(readFactsOf(path));
    if (format == 0)
        throw Error(
            WorkspaceText::tr("\"%1\" is no workspace of Sheen: it was made by another program.").arg(path),
            ErrorKind::Unreadable);
    if (format > formatVersion)
        throw Error(
            WorkspaceText::tr(
                "The workspace \"%1\" was made by a newer version of Sheen (format %2, this one reads up to "
                "%3). Install that version to open it.")
                .arg(path, QString::number(format), QString::number(formatVersion)),
            ErrorKind::Unreadable);
    const QString copy = format < formatVersion ? convertFormat1(path) : QString();
    if (keptCopy)
        *keptCopy = copy;
    std::unique_ptr<Workspace> workspace(new Workspace);
    Private& d = *workspace->d;
    std::map<QString, QJsonObject> facts;
    if (!d.dataset.open(path))
        throw Error(WorkspaceText::tr("The workspace \"%1\" cannot be opened: it lacks some of its tables.")
                        .arg(path),
                    ErrorKind::Unreadable);
    d.dataset.read([&] { facts = readFacts(*d.dataset.layers().facts); });
    d.model = modelFromJson(facts[QStringLiteral("model")]);
    d.dataset.journal();
    return workspace;
}

bool Workspace::isWorkspace(const QString& path)
{
    return factsOf(path).has_value();
}

std::optional<RunFacts> Workspace::factsOf(const QString& path)
{
    try {
        const std::map<QString, QJsonObject> rows = readFactsOf(path);
        return formatOf(rows) > 0 ? std::optional(factsFromRows(rows)) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

void Workspace::append(const std::vector<FrameRecord>& frames, const std::vector<QByteArray>& masks)
{
    if (!frames.empty())
        d->dataset.change([&] { insertFrames(d->dataset, frames, masks, d->model); });
}

void Workspace::removeFramesFrom(int firstFrame)
{
    d->dataset.change([&] { sheen::removeFramesFrom(d->dataset, firstFrame); });
}

void Workspace::setFacts(const RunFacts& facts)
{
    d->dataset.change([&] { d->writeFacts(facts); });
}

void Workspace::finish(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                       const std::vector<Slick>& slicks)
{
    d->dataset.change([&] {
        updateFrames(d->dataset, frames, facts.model);
        d->writeSlicks(facts, slicks);
    });
}

std::vector<Slick> Workspace::replaceAll(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                                         std::vector<Slick> slicks, const AbsentSlicks& absent,
                                         const Edit& edit)
{
    d->dataset.change([&] {
        updateFrames(d->dataset, frames, facts.model);
        slicks = d->replaceSlicks(facts, std::move(slicks), absent, edit);
    });
    return slicks;
}

std::vector<Slick> Workspace::replaceSlicks(const RunFacts& facts, std::vector<Slick> slicks,
                                            const AbsentSlicks& absent, const Edit& edit)
{
    d->dataset.change([&] { slicks = d->replaceSlicks(facts, std::move(slicks), absent, edit); });
    return slicks;
}

void Workspace::applyEdit(const Edit& edit, const std::vector<Slick>& changed,
                          const std::vector<std::int64_t>& removed)
{
    d->dataset.change([&] {
        const QString kept = d->asGeoJson(removed);
        for (const std::int64_t id : removed)
            removeSlick(d->dataset, id);
        for (const Slick& slick : changed) {
            writeSlick(d->dataset, slick);
            d->dataset.raiseSlickId(slick.id);
        }
        d->addEdit(edit, kept);
    });
}

std::vector<TeachingMark> Workspace::marks() const
{
    std::vector<TeachingMark> marks;
    d->dataset.read([&] { marks = readMarks(d->dataset); });
    return marks;
}

void Workspace::setMarks(const std::vector<TeachingMark>& marks, const ModelCard& card)
{
    d->dataset.change([&] { replaceMarks(d->dataset, marks, card); });
}

void Workspace::takeHistory(const Workspace& earlier)
{
    std::vector<std::pair<Edit, QString>> edits;
    std::int64_t lastId = 0;
    earlier.d->dataset.read([&] {
        OGRLayer& layer = *earlier.d->dataset.layers().edits;
        layer.ResetReading();
        while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()})
            edits.emplace_back(editFromFeature(*feature), removedFromFeature(*feature));
        layer.ResetReading();
        lastId = earlier.d->dataset.lastSlickId();
    });
    d->dataset.change([&] {
        for (const auto& [edit, removed] : edits)
            d->addEdit(edit, removed);
        d->dataset.raiseSlickId(lastId);
    });
}

QJsonObject Workspace::kept(const QString& name) const
{
    QJsonObject value;
    d->dataset.read([&] {
        std::map<QString, QJsonObject> rows = readFacts(*d->dataset.layers().facts);
        value = rows[keptPrefix + name];
    });
    return value;
}

void Workspace::keep(const QString& name, const QJsonObject& value)
{
    d->dataset.change([&] { d->writeFact(keptPrefix + name, value); });
}

void Workspace::copyTo(const QString& target, QString* movedTo) const
{
    const QString partial = target + QStringLiteral(".part");
    QFile::remove(partial);
    const QString reason = d->dataset.copyInto(partial);
    const bool whole = reason.isEmpty() && QFileInfo(partial).size() > 0;
    const QString aside = whole && QFileInfo::exists(target) ? moveAside(target) : QString();
    if (!whole || !QFile::rename(partial, target)) {
        QFile::remove(partial);
        throw Error(WorkspaceText::tr(
                        "The workspace could not be copied to \"%1\" (%2). Make room on the disk or choose "
                        "another folder.")
                        .arg(target, reason.simplified()));
    }
    if (movedTo)
        *movedTo = aside;
}

RunFacts Workspace::facts() const
{
    RunFacts facts;
    d->dataset.read([&] {
        facts = factsFromRows(readFacts(*d->dataset.layers().facts));
        if (facts.framesDone > 0 && !facts.brokenOff)
            return;
        // Nobody was left to say how far the run came. (Earlier versions did not say that it was broken off.)
        const FrameCounts counts = countFrames(d->dataset);
        facts.framesDone = counts.done;
        facts.framesPlaced = counts.placed;
        facts.cancelled = facts.brokenOff = facts.brokenOff || counts.done > 0;
    });
    return facts;
}

std::vector<FrameRecord> Workspace::frames() const
{
    std::vector<FrameRecord> frames;
    d->dataset.read([&] { frames = readFrames(d->dataset); });
    return frames;
}

QByteArray Workspace::mask(int frame) const
{
    QByteArray png;
    d->dataset.read([&] { png = readMask(d->dataset, frame); });
    return png;
}

std::vector<Slick> Workspace::slicks(const Cancel* cancel) const
{
    std::vector<Slick> slicks;
    d->dataset.read([&] { slicks = readSlicks(d->dataset); });
    measure(slicks, cancel);
    if (cancel && cancel->requested())
        return {};
    return slicks;
}

AbsentSlicks Workspace::absentSlicks() const
{
    AbsentHistory history;
    d->dataset.read([&] {
        d->dataset.layers().edits->ResetReading();
        while (const OGRFeatureUniquePtr feature{d->dataset.layers().edits->GetNextFeature()})
            history.add(editFromFeature(*feature), removedFromFeature(*feature));
        d->dataset.layers().edits->ResetReading();
    });
    return history.slicks();
}

std::vector<Edit> Workspace::edits() const
{
    std::vector<Edit> edits;
    d->dataset.read([&] {
        d->dataset.layers().edits->ResetReading();
        while (const OGRFeatureUniquePtr feature{d->dataset.layers().edits->GetNextFeature()})
            edits.push_back(editFromFeature(*feature));
        d->dataset.layers().edits->ResetReading();
    });
    return edits;
}

std::int64_t Workspace::nextSlickId()
{
    std::int64_t id = 0;
    d->dataset.change([&] { id = d->dataset.newSlickIds(1); });
    return id;
}

std::int64_t Workspace::lastSlickId() const
{
    std::int64_t id = 0;
    d->dataset.read([&] { id = d->dataset.lastSlickId(); });
    return id;
}

void Workspace::giveNoIdUpTo(std::int64_t id)
{
    d->dataset.change([&] { d->dataset.raiseSlickId(id); });
}

}  // namespace sheen
