#include "report/report.h"

#include <qgslayoutexporter.h>
#include <qgslayoutrendercontext.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QFileInfo>

#include "base/error.h"
#include "base/part_folder.h"
#include "nearest_land.h"
#include "report_case.h"
#include "report_evidence.h"
#include "report_map.h"
#include "report_method.h"
#include "report_pages.h"
#include "report_ships.h"
#include "report_slick_page.h"
#include "report_tables.h"
#include "report_text.h"

namespace sheen {

namespace {

constexpr double resolutionDpi = 200;

std::optional<GroundPoint> anyPlace(const ProductInput& input)
{
    for (const Slick& slick : input.slicks) {
        if (!slick.outline.empty())
            return slick.measures.inside;
    }
    for (const FrameRecord& frame : input.frames) {
        if (frame.telemetry.pose)
            return GroundPoint{frame.telemetry.pose->latitudeDegrees, frame.telemetry.pose->longitudeDegrees};
    }
    return std::nullopt;
}

void stopIfCancelled(const Cancel* cancel)
{
    if (cancel && cancel->requested())
        throw Error(ReportText::tr("Cancelled."), ErrorKind::Cancelled);
}

/** The findings in the order of their numbers. */
void addFindings(const SlickPageParts& parts, const Cancel* cancel)
{
    for (const Slick& slick : parts.input.slicks) {
        stopIfCancelled(cancel);
        if (slick.decision == Decision::Accepted)
            addSlickPage(parts, slick);
    }
}

void addOverviewPage(ReportPages& pages, ReportMaps& maps)
{
    const double y = pages.beginPage(ReportText::tr("Overview"));
    maps.addOverview({ReportPages::left, y, ReportPages::width, ReportPages::bottom - y - 6});
    pages.text({ReportPages::left, ReportPages::bottom - 4, ReportPages::width, 4},
               ReportText::tr("Findings and the largest proposals bear their number; one that would lie over "
                              "another is left out. Coast: Natural Earth, 1 : 10 million."),
               ReportStyle::Small);
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

void writeReport(const ProductInput& input, const QString& path, const Cancel* cancel)
{
    stopIfCancelled(cancel);
    const QFileInfo info(path);
    const PartFolder parts(info.absolutePath());
    const QTemporaryDir pictures;
    QgsProject project;
    QgsPrintLayout layout(&project);
    layout.renderContext().setDpi(resolutionDpi);
    ReportPages pages(layout);
    std::optional<NearestLand> land;
    if (const auto place = anyPlace(input))
        land.emplace(*place);
    const NearestLand* nearest = land ? &*land : nullptr;
    addCasePage(pages, input, nearest);
    ReportMaps maps(pages, project, input);
    addOverviewPage(pages, maps);
    addFindings({pages, maps, input, nearest, pictures}, cancel);
    addProposals(pages, input.slicks);
    if (input.ships)
        addShips(pages, *input.ships, input.entered);
    addEnteredFacts(pages, input);
    addMethod(pages, input);
    addEvidence(pages, input);
    pages.addFooters(ReportText::tr("Sheen %1 \u00b7 %2")
                         .arg(input.facts.sheenVersion, input.facts.flightName.simplified()));
    stopIfCancelled(cancel);
    exportPdf(layout, parts.path(info.fileName()), path);
    stopIfCancelled(cancel);
    parts.publish(info.fileName());
}

}  // namespace sheen
