#include "workspace_dataset.h"

#include <ogrsf_frmts.h>

#include <QFileInfo>
#include <optional>
#include <utility>

#include "base/error.h"
#include "ogr/gdal_errors.h"
#include "workspace_text.h"

namespace sheen {

namespace {

constexpr GIntBig slickCounterFid = 1;

}  // namespace

WorkspaceDataset::~WorkspaceDataset()
{
    closeWorkspaceFile(std::move(m_dataset));
}

void WorkspaceDataset::create(const QString& path, const std::function<void()>& fill)
{
    m_path = path;
    m_dataset = createWorkspaceFile(path);
    change([&] {
        m_layers = createLayers(*m_dataset, path);
        fill();
        add(*m_layers.counters, [](OGRFeature& feature) {
            feature.SetFID(slickCounterFid);
            feature.SetField(0, "slick_id");
            feature.SetField(1, 0);
        });
    });
    startJournal(*m_dataset);
}

bool WorkspaceDataset::open(const QString& path)
{
    m_path = path;
    m_dataset = openWorkspaceFile(path);
    const std::optional<WorkspaceLayers> found = findLayers(*m_dataset);
    if (found)
        m_layers = *found;
    return found.has_value();
}

void WorkspaceDataset::journal()
{
    if (canBeChanged())
        startJournal(*m_dataset);
}

void WorkspaceDataset::change(const std::function<void()>& work)
{
    const std::scoped_lock lock(m_mutex);
    GdalErrors errors;
    if (!canBeChanged())
        throw Error(WorkspaceText::tr(
                        "\"%1\" can only be read: nothing was changed. Check the rights of the file and of "
                        "its folder.")
                        .arg(m_path));
    // A file that was removed while it is open can still be written, and nobody would find that again.
    if (!QFileInfo::exists(m_path))
        throw Error(WorkspaceText::tr(
                        "\"%1\" is gone: its folder was removed or renamed, or its drive is away. Bring it "
                        "back, or save the results elsewhere.")
                        .arg(m_path));
    if (m_dataset->StartTransaction() != OGRERR_NONE)
        fail(errors);
    try {
        work();
        for (OGRLayer* layer : {m_layers.slicks, m_layers.appearances, m_layers.detections, m_layers.frames,
                                m_layers.track, m_layers.marks}) {
            if (layer)
                layer->SyncToDisk();  // the extents that other programs see
        }
    } catch (...) {
        rollBack();
        throw;
    }
    if (errors.any() || m_dataset->CommitTransaction() != OGRERR_NONE) {
        rollBack();
        fail(errors);
    }
}

/** Also where GDAL takes a commit that failed for the end of the transaction, and SQLite does not. */
void WorkspaceDataset::rollBack()
{
    const GdalErrors errors;
    m_dataset->RollbackTransaction();
    execute(QStringLiteral("ROLLBACK"));
}

bool WorkspaceDataset::canBeChanged() const
{
    return m_dataset->GetAccess() == GA_Update;
}

void WorkspaceDataset::read(const std::function<void()>& work) const
{
    const std::scoped_lock lock(m_mutex);
    const GdalErrors errors;
    work();
    if (errors.any())
        throw Error(WorkspaceText::tr("The workspace \"%1\" cannot be read: %2").arg(m_path, errors.first()),
                    ErrorKind::Unreadable);
}

QString WorkspaceDataset::copyInto(const QString& file)
{
    QString quoted = file;
    quoted.replace(QLatin1Char('\''), QLatin1String("''"));
    const std::scoped_lock lock(m_mutex);
    const GdalErrors errors;
    execute(QStringLiteral("VACUUM INTO '%1'").arg(quoted));
    return errors.first();
}

void WorkspaceDataset::ensureMarks()
{
    if (!m_layers.marks)
        m_layers.marks = createMarksLayer(*m_dataset, m_path);
}

void WorkspaceDataset::add(OGRLayer& layer, const std::function<void(OGRFeature&)>& fill)
{
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    fill(*feature);
    // The failure itself is among the collected errors.
    if (layer.CreateFeature(feature.get()) != OGRERR_NONE)
        throw writeError(CPLGetLastErrorMsg());
}

void WorkspaceDataset::upsert(OGRLayer& layer, const std::function<void(OGRFeature&)>& fill)
{
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    fill(*feature);
    OGRErr status = layer.SetFeature(feature.get());
    if (status == OGRERR_NON_EXISTING_FEATURE)
        status = layer.CreateFeature(feature.get());
    if (status != OGRERR_NONE)
        throw writeError(CPLGetLastErrorMsg());
}

void WorkspaceDataset::remove(OGRLayer& layer, GIntBig fid)
{
    const OGRErr status = layer.DeleteFeature(fid);
    if (status != OGRERR_NONE && status != OGRERR_NON_EXISTING_FEATURE)
        throw writeError(CPLGetLastErrorMsg());
}

void WorkspaceDataset::execute(const QString& sql)
{
    m_dataset->ReleaseResultSet(m_dataset->ExecuteSQL(sql.toUtf8().constData(), nullptr, nullptr));
}

void WorkspaceDataset::raiseSlickId(std::int64_t id)
{
    execute(QStringLiteral("UPDATE counters SET value = max(value, %1) WHERE fid = %2")
                .arg(id)
                .arg(slickCounterFid));
}

std::int64_t WorkspaceDataset::newSlickIds(int count)
{
    // Written before it is read, so that two programs cannot be given the same ones.
    execute(QStringLiteral("UPDATE counters SET value = value + %1 WHERE fid = %2")
                .arg(count)
                .arg(slickCounterFid));
    return lastSlickId();
}

std::int64_t WorkspaceDataset::lastSlickId() const
{
    const OGRFeatureUniquePtr counter(m_layers.counters->GetFeature(slickCounterFid));
    return counter ? counter->GetFieldAsInteger64(1) : 0;
}

Error WorkspaceDataset::writeError(const char* reason) const
{
    return Error(WorkspaceText::tr(
                     "\"%1\" could not be written (%2). Make room on the disk or check its rights; what was "
                     "written before is kept.")
                     .arg(m_path, QString::fromUtf8(reason).simplified()));
}

void WorkspaceDataset::fail(const GdalErrors& errors) const
{
    throw writeError(errors.first().toUtf8().constData());
}

}  // namespace sheen
