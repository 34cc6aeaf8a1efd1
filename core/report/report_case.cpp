// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_case.h"

#include <QLocale>
#include <algorithm>
#include <set>

#include "report_flow.h"
#include "report_slick_page.h"
#include "report_tables.h"
#include "report_text.h"
#include "wording/wording.h"

namespace sheen {

namespace {

/** What all frames together say. */
struct FlightSummary
{
    QDateTime firstUtc;
    QDateTime lastUtc;
    std::optional<GroundPoint> from;
    GroundPoint to;
    double lowestMetres = 0;
    double highestMetres = 0;
    std::set<QString> sensors;
};

FlightSummary summaryOf(const std::vector<FrameRecord>& frames)
{
    FlightSummary summary;
    for (const FrameRecord& frame : frames) {
        const QDateTime utc = frame.telemetry.utc.toUTC();
        if (utc.isValid()) {
            summary.firstUtc = summary.firstUtc.isValid() ? std::min(summary.firstUtc, utc) : utc;
            summary.lastUtc = summary.lastUtc.isValid() ? std::max(summary.lastUtc, utc) : utc;
        }
        if (!frame.telemetry.sensor.isEmpty())
            summary.sensors.insert(frame.telemetry.sensor);
        if (!frame.telemetry.pose)
            continue;
        const CameraPose& pose = *frame.telemetry.pose;
        summary.to = {pose.latitudeDegrees, pose.longitudeDegrees};
        summary.lowestMetres =
            summary.from ? std::min(summary.lowestMetres, pose.heightMetres) : pose.heightMetres;
        summary.highestMetres = std::max(summary.highestMetres, pose.heightMetres);
        summary.from = summary.from.value_or(summary.to);
    }
    return summary;
}

QString heightText(const FlightSummary& summary, const Wording& words)
{
    if (!summary.from)
        return words.notRecorded();
    const QString low = words.length(summary.lowestMetres);
    const QString high = words.length(summary.highestMetres);
    return low == high ? low : ReportText::tr("%1 to %2").arg(low, high);
}

QString sensorsText(const FlightSummary& summary, const Wording& words)
{
    const QStringList sensors(summary.sensors.begin(), summary.sensors.end());
    return sensors.isEmpty() ? words.notRecorded() : sensors.join(QStringLiteral(", "));
}

/** Who decided, each once. */
QString reviewersText(const std::vector<Slick>& slicks, const Wording& words)
{
    std::set<QString> names;
    for (const Slick& slick : slicks) {
        if (slick.decision != Decision::Undecided && !slick.reviewer.isEmpty())
            names.insert(slick.reviewer);
    }
    return names.empty() ? words.notRecorded()
                         : QStringList(names.begin(), names.end()).join(QStringLiteral(", "));
}

/** The largest finding, else the way of the aircraft. */
std::optional<GroundPoint> placeOf(const ProductInput& input, const FlightSummary& summary)
{
    const Slick* largest = nullptr;
    for (const Slick& slick : input.slicks) {
        if (slick.decision == Decision::Accepted && !slick.outline.empty() &&
            (!largest || slick.oiledSquareMetres() > largest->oiledSquareMetres()))
            largest = &slick;
    }
    return largest ? std::optional(largest->measures.inside) : summary.from;
}

}  // namespace

QString lookedAtText(const std::vector<Slick>& slicks)
{
    const auto decided = std::count_if(slicks.begin(), slicks.end(), [](const Slick& slick) {
        return slick.decision != Decision::Undecided;
    });
    const QLocale locale;
    return ReportText::tr(
               "%1 of %2 slicks were looked at and decided by a person. Only what was accepted is a "
               "finding; what is not decided is a proposal of the program.")
        .arg(locale.toString(static_cast<int>(decided)), locale.toString(static_cast<int>(slicks.size())));
}

ReportRows enteredRows(const ProductInput& input, FactGroup group)
{
    const Wording words;
    ReportRows rows;
    for (const FactDescription& description : factDescriptions()) {
        if (description.group == group)
            rows.push_back({QLatin1String(description.key), factTitle(description.fact),
                            words.entered(input.entered, description.fact)});
    }
    return rows;
}

ReportRows caseRows(const ProductInput& input, const NearestLand* land)
{
    const Wording words;
    const FlightSummary summary = summaryOf(input.frames);
    const std::optional<GroundPoint> place = placeOf(input, summary);
    ReportRows rows = enteredRows(input, FactGroup::Who);
    const auto add = [&rows](const char* field, const QString& title, const QString& value) {
        rows.push_back({QLatin1String(field), title, value});
    };
    add("analyst", ReportText::tr("Analyst"), reviewersText(input.slicks, words));
    add("observed_utc", ReportText::tr("Observed, UTC"), words.timeRange(summary.firstUtc, summary.lastUtc));
    add("local_time", ReportText::tr("Local time"),
        input.entered.utcOffsetSeconds() ? words.time(summary.firstUtc, input.entered) : words.notRecorded());
    add("where", ReportText::tr("Where"), place ? words.position(*place) : words.notRecorded());
    add("nearest_land", ReportText::tr("Nearest land"), place ? landText(land, *place) : words.notRecorded());
    add("sensors", ReportText::tr("Sensors"), sensorsText(summary, words));
    add("height", ReportText::tr("Height above the sea"), heightText(summary, words));
    return rows;
}

QString unfinishedText(const RunFacts& facts)
{
    if (facts.brokenOff)
        return ReportText::tr("The run was broken off: slicks were not made, finish it first.");
    return facts.cancelled ? ReportText::tr("The run was stopped before the end of the recording.")
                           : QString();
}

QString titleText(const RunFacts& facts)
{
    return ReportText::tr("Oil on the sea: %1").arg(facts.flightName);
}

void addCasePage(ReportPages& pages, const ProductInput& input, const NearestLand* land)
{
    pages.beginPage();
    constexpr double left = ReportPages::left;
    constexpr double width = ReportPages::width;
    const QString title =
        pages.wrapped(titleText(input.facts), width, ReportStyle::Title).join(QLatin1Char('\n'));
    const double titleHeight =
        (static_cast<double>(title.count(QLatin1Char('\n'))) + 1) * pages.lineHeight(ReportStyle::Title);
    pages.text({left, ReportPages::top, width, titleHeight + 1}, title, ReportStyle::Title);
    ReportFlow flow(pages, ReportText::tr("Case"), ReportPages::top + titleHeight + 3);
    flow.paragraph(
        ReportText::tr("Report on an aerial observation, made from the recording of the aircraft's "
                       "camera."));

    flow.skip(1);
    flow.facts(caseRows(input, land));

    flow.heading(ReportText::tr("Findings"));
    addTotals(flow, input.slicks);
    if (!input.slicks.empty())
        flow.paragraph(lookedAtText(input.slicks), ReportStyle::Strong);
    if (const QString unfinished = unfinishedText(input.facts); !unfinished.isEmpty())
        flow.paragraph(unfinished, ReportStyle::Strong);
}

void addEnteredFacts(ReportPages& pages, const ProductInput& input)
{
    ReportFlow flow(pages, ReportText::tr("Conditions, source and action, as entered by a person"));
    for (const FactGroup group : {FactGroup::Conditions, FactGroup::Source, FactGroup::Done}) {
        flow.paragraph(factGroupTitle(group), ReportStyle::Strong);
        flow.facts(enteredRows(input, group));
        flow.skip(2);
    }
}

}  // namespace sheen
