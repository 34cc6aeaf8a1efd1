// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_layout.h"

#include <qgslayoutrendercontext.h>

#include "base/error.h"
#include "report_case.h"
#include "report_evidence.h"
#include "report_map.h"
#include "report_method.h"
#include "report_ships.h"
#include "report_slick_page.h"
#include "report_tables.h"
#include "report_text.h"
#include "template_pages.h"

namespace sheen {

namespace {

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

/** The findings in the order of their numbers, each by `add`. */
template <typename Add>
void addFindings(const std::vector<Slick>& slicks, const Cancel* cancel, const Add& add)
{
    for (const Slick& slick : slicks) {
        stopIfCancelled(cancel);
        if (slick.decision == Decision::Accepted)
            add(slick);
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

}  // namespace

void stopIfCancelled(const Cancel* cancel)
{
    if (cancel && cancel->requested())
        throw Error(ReportText::tr("Cancelled."), ErrorKind::Cancelled);
}

ReportLayout::ReportLayout(const ProductInput& input, const Cancel* cancel)
    : m_layout(&m_project), m_pages(m_layout)
{
    stopIfCancelled(cancel);
    m_layout.renderContext().setDpi(resolutionDpi);
    // So that it can be searched and copied.
    m_layout.renderContext().setTextRenderFormat(Qgis::TextRenderFormat::AlwaysText);
    std::optional<NearestLand> land;
    if (const auto place = anyPlace(input))
        land.emplace(*place);
    const NearestLand* nearest = land ? &*land : nullptr;
    ReportMaps maps(m_pages, m_project, input);
    std::optional<TemplateFile> file;
    std::optional<TemplatePages> own;
    if (!input.reportTemplate.isEmpty()) {
        file.emplace(input.reportTemplate);
        own.emplace(TemplateParts{m_pages, maps, input, nearest, m_pictures}, *file);
    }
    if (own && file->hasFront()) {
        own->addFront();
    } else {
        addCasePage(m_pages, input, nearest);
        addOverviewPage(m_pages, maps);
    }
    const SlickPageParts parts{m_pages, maps, input, nearest, m_pictures};
    addFindings(input.slicks, cancel, [&](const Slick& slick) {
        if (own && file->hasOfSlick())
            own->addSlick(slick);
        else
            addSlickPage(parts, slick);
    });
    addProposals(m_pages, input.slicks);
    if (input.ships)
        addShips(m_pages, *input.ships, input.entered);
    addEnteredFacts(m_pages, input);
    addMethod(m_pages, input);
    addEvidence(m_pages, input);
    if (own)
        own->finish();
    m_pages.addFooters(ReportText::tr("Sheen %1 \u00b7 %2")
                           .arg(input.facts.sheenVersion, input.facts.flightName.simplified()));
    stopIfCancelled(cancel);
}

}  // namespace sheen
