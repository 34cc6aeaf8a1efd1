#include "core/workspace/workspace.h"

#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <algorithm>
#include <map>
#include <mutex>

#include "core/data/error.h"
#include "core/workspace/deleted_slicks.h"
#include "core/workspace/facts_json.h"
#include "core/workspace/gdal_errors.h"
#include "core/workspace/slick_fields.h"
#include "core/workspace/workspace_file.h"
#include "core/workspace/workspace_layers.h"

namespace sheen {

namespace {

constexpr int formatVersion = 1;
constexpr GIntBig slickCounterFid = 1;
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
    QString path;
    GDALDatasetUniquePtr dataset;
    WorkspaceLayers layers;
    mutable std::mutex mutex;

    ~Private() { closeWorkspaceFile(std::move(dataset)); }

    /** Runs `work` in one transaction: all of it is on disk afterwards, or nothing of it. Throws Error. */
    template <typename Work>
    void change(Work work)
    {
        const std::scoped_lock lock(mutex);
        GdalErrors errors;
        if (dataset->GetAccess() != GA_Update)
            throw Error(
                Text::tr("\"%1\" can only be read: nothing was changed. Check the rights of the file and of "
                         "its folder.")
                    .arg(path));
        if (dataset->StartTransaction() != OGRERR_NONE)
            fail(errors);
        try {
            work();
            for (OGRLayer* layer : {layers.slicks, layers.detections, layers.frames, layers.track})
                layer->SyncToDisk();  // the extents that other programs see
        } catch (...) {
            dataset->RollbackTransaction();
            throw;
        }
        if (errors.any() || dataset->CommitTransaction() != OGRERR_NONE) {
            dataset->RollbackTransaction();
            fail(errors);
        }
    }

    template <typename Work>
    void read(Work work) const
    {
        const std::scoped_lock lock(mutex);
        const GdalErrors errors;
        work();
        if (errors.any())
            throw Error(Text::tr("The workspace \"%1\" cannot be read: %2").arg(path, errors.first()),
                        ErrorKind::Unreadable);
    }

    template <typename Fill>
    void add(OGRLayer& layer, Fill fill)
    {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
        fill(*feature);
        // The failure itself is among the collected errors.
        if (layer.CreateFeature(feature.get()) != OGRERR_NONE)
            throw writeError(CPLGetLastErrorMsg());
    }

    void execute(const char* sql) { dataset->ReleaseResultSet(dataset->ExecuteSQL(sql, nullptr, nullptr)); }

    void addFrames(const std::vector<FrameRecord>& frames, const ModelCard& model);
    /** `isNew`: none of its id is there. */
    void writeSlick(const Slick& slick, bool isNew);
    void writeFacts(const RunFacts& facts);
    void writeFact(const QString& name, const QJsonObject& value);
    std::int64_t lastSlickId() const;
    void raiseSlickId(std::int64_t id);
    /** As many in a row; the last one of them. */
    std::int64_t newSlickIds(int count);
    QString asGeoJson(const std::vector<std::int64_t>& slickIds) const;
    void writeAll(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                  const std::vector<Slick>& slicks);

    ModelCard model;  //!< for the names of classes

private:
    Error writeError(const char* reason) const
    {
        return Error(
            Text::tr("\"%1\" could not be written (%2). Make room on the disk or check its rights; what was "
                     "written before is kept.")
                .arg(path, QString::fromUtf8(reason).simplified()));
    }
    [[noreturn]] void fail(const GdalErrors& errors) const
    {
        throw writeError(errors.first().toUtf8().constData());
    }
};

void Workspace::Private::addFrames(const std::vector<FrameRecord>& frames, const ModelCard& card)
{
    for (const FrameRecord& record : frames) {
        add(*layers.frames, [&](OGRFeature& feature) { fillFrame(feature, record); });
        for (const Detection& detection : record.detections) {
            const ModelClass* found = card.findClass(detection.classValue);
            add(*layers.detections, [&](OGRFeature& feature) {
                fillDetection(feature, detection, found ? found->name : QString());
            });
        }
        if (record.telemetry.pose)
            add(*layers.track, [&](OGRFeature& feature) { fillTrackPoint(feature, record); });
    }
}

void Workspace::Private::writeSlick(const Slick& slick, bool isNew)
{
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layers.slicks->GetLayerDefn()));
    fillSlick(*feature, slick, SlickForm::Workspace);
    feature->SetFID(static_cast<GIntBig>(slick.id));
    OGRErr status = isNew ? OGRERR_NON_EXISTING_FEATURE : layers.slicks->SetFeature(feature.get());
    if (status == OGRERR_NON_EXISTING_FEATURE)
        status = layers.slicks->CreateFeature(feature.get());
    if (status != OGRERR_NONE)
        throw writeError(CPLGetLastErrorMsg());
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
    execute(QStringLiteral("DELETE FROM facts WHERE name = '%1'").arg(name).toUtf8().constData());
    const QByteArray json = QJsonDocument(value).toJson(QJsonDocument::Compact);
    add(*layers.facts, [&](OGRFeature& feature) {
        feature.SetField(0, name.toUtf8().constData());
        feature.SetField(1, json.constData());
    });
}

std::int64_t Workspace::Private::lastSlickId() const
{
    const OGRFeatureUniquePtr counter(layers.counters->GetFeature(slickCounterFid));
    return counter ? counter->GetFieldAsInteger64(1) : 0;
}

void Workspace::Private::raiseSlickId(std::int64_t id)
{
    execute(QStringLiteral("UPDATE counters SET value = max(value, %1) WHERE fid = %2")
                .arg(id)
                .arg(slickCounterFid)
                .toUtf8()
                .constData());
}

std::int64_t Workspace::Private::newSlickIds(int count)
{
    // Written before it is read, so that two programs cannot be given the same ones.
    execute(QStringLiteral("UPDATE counters SET value = value + %1 WHERE fid = %2")
                .arg(count)
                .arg(slickCounterFid)
                .toUtf8()
                .constData());
    return lastSlickId();
}

QString Workspace::Private::asGeoJson(const std::vector<std::int64_t>& slickIds) const
{
    std::vector<Slick> slicks;
    for (const std::int64_t id : slickIds) {
        if (const OGRFeatureUniquePtr feature{layers.slicks->GetFeature(static_cast<GIntBig>(id))})
            slicks.push_back(slickFromFeature(*feature));
    }
    return slicksToGeoJson(slicks);
}

void Workspace::Private::writeAll(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                                  const std::vector<Slick>& slicks)
{
    for (const char* table : {"frames", "detections", "track", "slicks"})
        execute(QByteArray("DELETE FROM ").append(table).constData());
    writeFacts(facts);
    addFrames(frames, facts.model);
    std::int64_t lastId = 0;
    for (const Slick& slick : slicks) {
        writeSlick(slick, true);
        lastId = std::max(lastId, slick.id);
    }
    raiseSlickId(lastId);
}

Workspace::Workspace() : d(std::make_unique<Private>())
{}

Workspace::~Workspace() = default;

QString Workspace::path() const
{
    return d->path;
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
        d.path = path;
        d.dataset = createWorkspaceFile(path);
        d.change([&] {
            d.layers = createLayers(*d.dataset, path);
            d.writeFacts(facts);
            d.add(*d.layers.counters, [](OGRFeature& feature) {
                feature.SetFID(slickCounterFid);
                feature.SetField(0, "slick_id");
                feature.SetField(1, 0);
            });
        });
        startJournal(*d.dataset);
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
    d.path = path;
    d.dataset = openWorkspaceFile(path);
    const auto layers = findLayers(*d.dataset);
    std::map<QString, QJsonObject> facts;
    if (layers)
        d.read([&] { facts = readFacts(*layers->facts); });
    const int version = formatOf(facts);
    if (version == 0)
        throw Error(Text::tr("\"%1\" is no workspace of Sheen: it was made by another program.").arg(path),
                    ErrorKind::Unreadable);
    if (version > formatVersion)
        throw Error(
            Text::tr(
                "The workspace \"%1\" was made by a newer version of Sheen (format %2, this one reads up to "
                "%3). Install that version to open it.")
                .arg(path)
                .arg(version)
                .arg(formatVersion),
            ErrorKind::Unreadable);
    d.layers = *layers;
    d.model = modelFromJson(facts[QStringLiteral("model")]);
    if (d.dataset->GetAccess() == GA_Update)
        startJournal(*d.dataset);
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
        d->change([&] { d->addFrames(frames, d->model); });
}

void Workspace::finish(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                       const std::vector<Slick>& slicks)
{
    d->change([&] { d->writeAll(facts, frames, slicks); });
}

std::vector<Slick> Workspace::replaceAll(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                                         std::vector<Slick> slicks, const std::vector<Slick>& deleted,
                                         const Edit& edit)
{
    d->change([&] {
        const auto hasNone = [](const Slick& slick) { return slick.id == 0; };
        const auto without = static_cast<int>(std::count_if(slicks.begin(), slicks.end(), hasNone));
        std::int64_t id = d->newSlickIds(without) - without;
        for (Slick& slick : slicks) {
            if (hasNone(slick))
                slick.id = ++id;
        }
        d->writeAll(facts, frames, slicks);
        const QString kept = slicksToGeoJson(deleted);
        d->add(*d->layers.edits, [&](OGRFeature& feature) { fillEdit(feature, edit, kept); });
    });
    return slicks;
}

void Workspace::applyEdit(const Edit& edit, const std::vector<Slick>& changed,
                          const std::vector<std::int64_t>& removed)
{
    d->change([&] {
        const QString kept = d->asGeoJson(removed);
        for (const std::int64_t id : removed)
            d->execute(QStringLiteral("DELETE FROM slicks WHERE fid = %1").arg(id).toUtf8().constData());
        for (const Slick& slick : changed) {
            d->writeSlick(slick, false);
            d->raiseSlickId(slick.id);
        }
        d->add(*d->layers.edits, [&](OGRFeature& feature) { fillEdit(feature, edit, kept); });
    });
}

QJsonObject Workspace::kept(const QString& name) const
{
    QJsonObject value;
    d->read([&] {
        std::map<QString, QJsonObject> rows = readFacts(*d->layers.facts);
        value = rows[keptPrefix + name];
    });
    return value;
}

void Workspace::keep(const QString& name, const QJsonObject& value)
{
    d->change([&] { d->writeFact(keptPrefix + name, value); });
}

void Workspace::copyTo(const QString& target, QString* movedTo) const
{
    const QString partial = target + QStringLiteral(".part");
    QFile::remove(partial);
    QString quoted = partial;
    quoted.replace(QLatin1Char('\''), QLatin1String("''"));
    QString reason;
    {
        const std::scoped_lock lock(d->mutex);
        const GdalErrors errors;
        d->execute(QStringLiteral("VACUUM INTO '%1'").arg(quoted).toUtf8().constData());
        reason = errors.first();
    }
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
    d->read([&] {
        std::map<QString, QJsonObject> rows = readFacts(*d->layers.facts);
        runFromJson(rows[QStringLiteral("run")], facts);
        facts.model = modelFromJson(rows[QStringLiteral("model")]);
        facts.settings = rows[QStringLiteral("settings")];
    });
    return facts;
}

std::vector<FrameRecord> Workspace::frames() const
{
    std::vector<FrameRecord> frames;
    d->read([&] {
        std::map<int, std::vector<Detection>> detections;
        OGRLayer& detectionLayer = *d->layers.detections;
        detectionLayer.ResetReading();
        while (const OGRFeatureUniquePtr feature{detectionLayer.GetNextFeature()}) {
            Detection detection = detectionFromFeature(*feature);
            detections[detection.frame].push_back(std::move(detection));
        }
        OGRLayer& frameLayer = *d->layers.frames;
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
    d->read([&] {
        d->layers.slicks->ResetReading();
        while (const OGRFeatureUniquePtr feature{d->layers.slicks->GetNextFeature()})
            slicks.push_back(slickFromFeature(*feature));
        d->layers.slicks->ResetReading();
    });
    return slicks;
}

std::vector<Slick> Workspace::deletedSlicks() const
{
    DeletedSlicks deleted;
    d->read([&] {
        d->layers.edits->ResetReading();
        while (const OGRFeatureUniquePtr feature{d->layers.edits->GetNextFeature()})
            deleted.add(editFromFeature(*feature), removedFromFeature(*feature));
        d->layers.edits->ResetReading();
    });
    return deleted.slicks();
}

std::vector<Edit> Workspace::edits() const
{
    std::vector<Edit> edits;
    d->read([&] {
        d->layers.edits->ResetReading();
        while (const OGRFeatureUniquePtr feature{d->layers.edits->GetNextFeature()})
            edits.push_back(editFromFeature(*feature));
        d->layers.edits->ResetReading();
    });
    return edits;
}

std::int64_t Workspace::nextSlickId()
{
    std::int64_t id = 0;
    d->change([&] { id = d->newSlickIds(1); });
    return id;
}

}  // namespace sheen
