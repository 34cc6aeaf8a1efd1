#include "workspace/workspace.h"

#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <algorithm>
#include <map>
#include <utility>

#include "base/error.h"
#include "deleted_slicks.h"
#include "facts_json.h"
#include "ogr/gdal_errors.h"
#include "workspace/slick_fields.h"
#include "workspace_dataset.h"
#include "workspace_file.h"
#include "workspace_layers.h"

namespace sheen {

namespace {

constexpr int formatVersion = 1;
const QString keptPrefix = QStringLiteral("kept_");  //!< of names in facts that are not the run's

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Workspace)
};

std::map<QString, QJsonObject> readFacts(OGRLayer& layer)
{
    std::map<QString, QJsonObject> facts;
    layer.ResetReading();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()})
        facts[QString::fromUtf8(feature->GetFieldAsString(0))] =
            QJsonDocument::fromJson(QByteArray(feature->GetFieldAsString(1))).object();
    layer.ResetReading();
    return facts;
}

/** 0 where the file does not say that it is a workspace of Sheen. */
int formatOf(const std::map<QString, QJsonObject>& facts)
{
    const auto format = facts.find(QStringLiteral("format"));
    if (format == facts.end() ||
        format->second.value(QLatin1String("application")).toString() != QLatin1String("Sheen"))
        return 0;
    return format->second.value(QLatin1String("version")).toInt();
}

}  // namespace

class Workspace::Private
{
public:
    WorkspaceDataset dataset;
    ModelCard model;  //!< for the names of classes

    void addFrames(const std::vector<FrameRecord>& frames, const ModelCard& card);
    void addEdit(const Edit& edit, const QString& removedGeoJson);
    /** `isNew`: none of its id is there. */
    void writeSlick(const Slick& slick, bool isNew);
    void writeFacts(const RunFacts& facts);
    void writeFact(const QString& name, const QJsonObject& value);
    QString asGeoJson(const std::vector<std::int64_t>& slickIds) const;
    void writeAll(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                  const std::vector<Slick>& slicks);
};

void Workspace::Private::addFrames(const std::vector<FrameRecord>& frames, const ModelCard& card)
{
    const WorkspaceLayers& layers = dataset.layers();
    for (const FrameRecord& record : frames) {
        dataset.add(*layers.frames, [&](OGRFeature& feature) { fillFrame(feature, record); });
        for (const Detection& detection : record.detections) {
            const ModelClass* found = card.findClass(detection.classValue);
            dataset.add(*layers.detections, [&](OGRFeature& feature) {
                fillDetection(feature, detection, found ? found->name : QString());
            });
        }
        if (record.telemetry.pose)
            dataset.add(*layers.track, [&](OGRFeature& feature) { fillTrackPoint(feature, record); });
    }
}

void Workspace::Private::addEdit(const Edit& edit, const QString& removedGeoJson)
{
    dataset.add(*dataset.layers().edits,
                [&](OGRFeature& feature) { fillEdit(feature, edit, removedGeoJson); });
}

void Workspace::Private::writeSlick(const Slick& slick, bool isNew)
{
    const auto fill = [&slick](OGRFeature& feature) {
        fillSlick(feature, slick, SlickForm::Workspace);
        feature.SetFID(static_cast<GIntBig>(slick.id));
    };
    if (isNew)
        dataset.add(*dataset.layers().slicks, fill);
    else
        dataset.upsert(*dataset.layers().slicks, fill);
}

void Workspace::Private::writeFacts(const RunFacts& facts)
{
    model = facts.model;
    writeFact(QStringLiteral("format"), {{QStringLiteral("application"), QStringLiteral("Sheen")},
                                         {QStringLiteral("version"), formatVersion}});
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
        if (const OGRFeatureUniquePtr feature{dataset.layers().slicks->GetFeature(static_cast<GIntBig>(id))})
            slicks.push_back(slickFromFeature(*feature));
    }
    return slicksToGeoJson(slicks);
}

void Workspace::Private::writeAll(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                                  const std::vector<Slick>& slicks)
{
    for (const char* table : {"frames", "detections", "track", "slicks"})
        dataset.execute(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table)));
    writeFacts(facts);
    addFrames(frames, facts.model);
    std::int64_t lastId = 0;
    for (const Slick& slick : slicks) {
        writeSlick(slick, true);
        lastId = std::max(lastId, slick.id);
    }
    dataset.raiseSlickId(lastId);
}

Workspace::Workspace() : d(std::make_unique<Private>())
{}

Workspace::~Workspace() = default;

QString Workspace::path() const
{
    return d->dataset.path();
}

std::unique_ptr<Workspace> Workspace::create(const QString& path, const RunFacts& facts, QString* movedTo)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        throw Error(Text::tr("The folder \"%1\" cannot be created. Choose another one.").arg(folder));
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

std::unique_ptr<Workspace> Workspace::open(const QString& path)
{
    std::unique_ptr<Workspace> workspace(new Workspace);
    Private& d = *workspace->d;
    std::map<QString, QJsonObject> facts;
    if (d.dataset.open(path))
        d.dataset.read([&] { facts = readFacts(*d.dataset.layers().facts); });
    const int version = formatOf(facts);
    if (version == 0)
        throw Error(Text::tr("\"%1\" is no workspace of Sheen: it was made by another program.").arg(path),
                    ErrorKind::Unreadable);
    if (version > formatVersion)
        throw Error(
            Text::tr(
                "The workspace \"%1\" was made by a newer version of Sheen (format %2, this one reads up to "
                "%3). Install that version to open it.")
                .arg(path, QString::number(version), QString::number(formatVersion)),
            ErrorKind::Unreadable);
    d.model = modelFromJson(facts[QStringLiteral("model")]);
    d.dataset.journal();
    return workspace;
}

bool Workspace::isWorkspace(const QString& path)
{
    try {
        const GDALDatasetUniquePtr dataset = openWorkspaceFile(path);
        const GdalErrors errors;
        const auto layers = findLayers(*dataset);
        return layers && formatOf(readFacts(*layers->facts)) > 0;
    } catch (const Error&) {
        return false;
    }
}

void Workspace::append(const std::vector<FrameRecord>& frames)
{
    if (!frames.empty())
        d->dataset.change([&] { d->addFrames(frames, d->model); });
}

void Workspace::finish(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                       const std::vector<Slick>& slicks)
{
    d->dataset.change([&] { d->writeAll(facts, frames, slicks); });
}

std::vector<Slick> Workspace::replaceAll(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                                         std::vector<Slick> slicks, const std::vector<Slick>& deleted,
                                         const Edit& edit)
{
    d->dataset.change([&] {
        const auto hasNone = [](const Slick& slick) { return slick.id == 0; };
        const auto without = static_cast<int>(std::count_if(slicks.begin(), slicks.end(), hasNone));
        std::int64_t id = d->dataset.newSlickIds(without) - without;
        for (Slick& slick : slicks) {
            if (hasNone(slick))
                slick.id = ++id;
        }
        d->writeAll(facts, frames, slicks);
        const QString kept = slicksToGeoJson(deleted);
        d->addEdit(edit, kept);
    });
    return slicks;
}

void Workspace::applyEdit(const Edit& edit, const std::vector<Slick>& changed,
                          const std::vector<std::int64_t>& removed)
{
    d->dataset.change([&] {
        const QString kept = d->asGeoJson(removed);
        for (const std::int64_t id : removed)
            d->dataset.execute(QStringLiteral("DELETE FROM slicks WHERE fid = %1").arg(id));
        for (const Slick& slick : changed) {
            d->writeSlick(slick, false);
            d->dataset.raiseSlickId(slick.id);
        }
        d->addEdit(edit, kept);
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
        throw Error(
            Text::tr("The workspace could not be copied to \"%1\" (%2). Make room on the disk or choose "
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
        std::map<QString, QJsonObject> rows = readFacts(*d->dataset.layers().facts);
        runFromJson(rows[QStringLiteral("run")], facts);
        facts.model = modelFromJson(rows[QStringLiteral("model")]);
        facts.settings = rows[QStringLiteral("settings")];
    });
    return facts;
}

std::vector<FrameRecord> Workspace::frames() const
{
    std::vector<FrameRecord> frames;
    d->dataset.read([&] {
        std::map<int, std::vector<Detection>> detections;
        OGRLayer& detectionLayer = *d->dataset.layers().detections;
        detectionLayer.ResetReading();
        while (const OGRFeatureUniquePtr feature{detectionLayer.GetNextFeature()}) {
            Detection detection = detectionFromFeature(*feature);
            detections[detection.frame].push_back(std::move(detection));
        }
        OGRLayer& frameLayer = *d->dataset.layers().frames;
        frameLayer.ResetReading();
        while (const OGRFeatureUniquePtr feature{frameLayer.GetNextFeature()}) {
            frames.push_back(frameFromFeature(*feature));
            frames.back().detections = std::move(detections[frames.back().frame]);
        }
        detectionLayer.ResetReading();
        frameLayer.ResetReading();
    });
    std::stable_sort(frames.begin(), frames.end(),
                     [](const FrameRecord& a, const FrameRecord& b) { return a.frame < b.frame; });
    return frames;
}

std::vector<Slick> Workspace::slicks() const
{
    std::vector<Slick> slicks;
    d->dataset.read([&] {
        d->dataset.layers().slicks->ResetReading();
        while (const OGRFeatureUniquePtr feature{d->dataset.layers().slicks->GetNextFeature()})
            slicks.push_back(slickFromFeature(*feature));
        d->dataset.layers().slicks->ResetReading();
    });
    return slicks;
}

std::vector<Slick> Workspace::deletedSlicks() const
{
    DeletedSlicks deleted;
    d->dataset.read([&] {
        d->dataset.layers().edits->ResetReading();
        while (const OGRFeatureUniquePtr feature{d->dataset.layers().edits->GetNextFeature()})
            deleted.add(editFromFeature(*feature), removedFromFeature(*feature));
        d->dataset.layers().edits->ResetReading();
    });
    return deleted.slicks();
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

}  // namespace sheen
