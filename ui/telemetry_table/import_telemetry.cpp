#include "ui/telemetry_table/import_telemetry.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

#include "table/telemetry_table.h"
#include "table_import_dialog.h"
#include "ui/session/session.h"

namespace sheen {

namespace {

struct ImportTelemetryText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::ImportTelemetry)
};

/** What was read of the flight: in its run where it has one, else when it was opened. */
std::vector<TelemetryReading> seenReadings(const Session& session)
{
    std::vector<TelemetryReading> seen;
    for (const FrameRecord& frame : session.frames()) {
        if (frame.telemetry.reading.source == Quality::Read)
            seen.push_back(frame.telemetry.reading);
    }
    if (seen.empty() && session.preview() && session.preview()->reading.source != Quality::None)
        seen.push_back(session.preview()->reading);
    return seen;
}

void take(Session* session, const QString& path, const TableSettings& table)
{
    RunSettings settings = session->settings();
    settings.telemetry = path;
    settings.table = table;
    session->setSettings(settings);
}

}  // namespace

void importTelemetry(Session* session, QWidget* parent, const std::function<void()>& done)
{
    const FlightPreview* preview = session->preview();
    if (!preview)
        return;
    const QString path = QFileDialog::getOpenFileName(
        parent, ImportTelemetryText::tr("Table of telemetry"), QFileInfo(preview->info.path).absolutePath(),
        ImportTelemetryText::tr("Tables (*.csv *.tsv *.txt *.srt *.SRT);;All files (*)"));
    if (!path.isEmpty())
        importTelemetryFile(path, session, parent, done);
}

void importTelemetryFile(const QString& path, Session* session, QWidget* parent,
                         const std::function<void()>& done)
{
    if (!session->preview())
        return;
    if (TelemetryTable::isOfExactPoses(path)) {
        take(session, path, {});
        done();
        return;
    }
    const RunSettings& settings = session->settings();
    auto* dialog = new TableImportDialog(path, settings.telemetry == path ? settings.table : TableSettings(),
                                         session->preview()->info, seenReadings(*session), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, session, [dialog, session, done] {
        take(session, dialog->path(), dialog->settings());
        done();
    });
    dialog->open();
}

}  // namespace sheen
