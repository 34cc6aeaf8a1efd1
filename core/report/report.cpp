#include "report/report.h"

#include <qgslayoutexporter.h>
#include <qgslayoutrendercontext.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QFileInfo>
#include <algorithm>

#include "base/error.h"
#include "base/part_folder.h"
#include "report_facts.h"
#include "report_frames.h"
#include "report_map.h"
#include "report_pages.h"
#include "report_tables.h"
#include "report_text.h"

namespace sheen {

namespace {

constexpr double resolutionDpi = 200;

/** "2026-06-07 01:30:00 to 01:30:24 UTC"; empty where no frame has a time. */
QString timeText(const std::vector<FrameRecord>& frames)
{
    QDateTime first;
    QDateTime last;
    for (const FrameRecord& frame : frames) {
        const QDateTime utc = frame.telemetry.utc.toUTC();
        if (!utc.isValid())
            continue;
        first = first.isValid() ? std::min(first, utc) : utc;
        last = last.isValid() ? std::max(last, utc) : utc;
    }
    if (!first.isValid())
        return {};
    const QString day = QStringLiteral("yyyy-MM-dd HH:mm:ss");
    return ReportText::tr("%1 to %2 UTC")
        .arg(first.toString(day),
             last.toString(first.date() == last.date() ? QStringLiteral("HH:mm:ss") : day));
}

/** Where the aircraft was, and how high; empty where no frame is placed. */
QString aircraftText(const std::vector<FrameRecord>& frames)
{
    std::optional<GroundPoint> from;
    GroundPoint to;
    double lowest = 1e9;
    double highest = 0;
    for (const FrameRecord& frame : frames) {
        if (!frame.telemetry.pose)
            continue;
        const CameraPose& pose = *frame.telemetry.pose;
        to = {pose.latitudeDegrees, pose.longitudeDegrees};
        from = from.value_or(to);
        lowest = std::min(lowest, pose.heightMetres);
        highest = std::max(highest, pose.heightMetres);
    }
    if (!from)
        return {};
    const QString low = ReportText::area(lowest);
    const QString high = ReportText::area(highest);
    const QString height = low == high ? low : ReportText::tr("%1 to %2").arg(low, high);
    return ReportText::tr("Aircraft from %1 to %2, %3 m above the sea")
        .arg(ReportText::position(*from), ReportText::position(to), height);
}

void addFirstPage(ReportPages& pages, QgsProject& project, const ProductInput& input)
{
    pages.beginPage();
    constexpr double left = ReportPages::left;
    constexpr double width = ReportPages::width;
    pages.text({left, ReportPages::top, width, 9},
               ReportText::tr("Oil on the sea: %1").arg(input.facts.flightName), ReportStyle::Title);
    double y = ReportPages::top + 11;
    for (const QString& line : {timeText(input.frames), aircraftText(input.frames)}) {
        if (line.isEmpty())
            continue;
        pages.text({left, y, width, 5}, line);
        y += 4.8;
    }
    y = addTotals(pages, input.slicks, y + 3);
    addOverviewMap(pages, project, input, {left, y + 2, width, ReportPages::bottom - y - 2});
}

void exportPdf(QgsPrintLayout& layout, const QString& path, const QString& finalPath)
{
    QgsLayoutExporter exporter(&layout);
    QgsLayoutExporter::PdfExportSettings settings;
    settings.dpi = resolutionDpi;
    settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText;  // so that it can be searched and copied
    settings.appendGeoreference = false;
    if (exporter.exportToPdf(path, settings) != QgsLayoutExporter::Success)
        throw Error(
            ReportText::tr("The report \"%1\" could not be written. Make room on the disk or choose another "
                           "folder; an earlier report is kept.")
                .arg(finalPath));
    QFile file(path);
    // What has no end was cut off by a full disk.
    constexpr qint64 tail = 32;
    if (!file.open(QIODevice::ReadOnly) || file.size() < tail || !file.seek(file.size() - tail) ||
        !file.readAll().contains("%%EOF"))
        throw Error(
            ReportText::tr("The report \"%1\" could not be written whole. Make room on the disk; an earlier "
                           "report is kept.")
                .arg(finalPath));
}

}  // namespace

void writeReport(const ProductInput& input, const QString& path)
{
    const QFileInfo info(path);
    const PartFolder parts(info.absolutePath());
    const QTemporaryDir pictures;
    QgsProject project;
    QgsPrintLayout layout(&project);
    layout.renderContext().setDpi(resolutionDpi);
    ReportPages pages(layout);
    addFirstPage(pages, project, input);
    addSlickPages(pages, input.slicks);
    addBestFrames(pages, input, pictures);
    addFacts(pages, input);
    pages.addFooters(
        ReportText::tr("Sheen %1 \u00b7 %2").arg(input.facts.sheenVersion, input.facts.flightName));
    exportPdf(layout, parts.path(info.fileName()), path);
    parts.publish(info.fileName());
}

}  // namespace sheen
