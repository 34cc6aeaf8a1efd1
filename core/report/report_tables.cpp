// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_tables.h"

#include <QLocale>
#include <algorithm>

#include "bodies/totals.h"
#include "report_text.h"
#include "wording/wording.h"

namespace sheen {

namespace {

std::vector<const Slick*> slicksOf(const std::vector<Slick>& slicks, Decision decision)
{
    std::vector<const Slick*> some;
    for (const Slick& slick : slicks) {
        if (slick.decision == decision)
            some.push_back(&slick);
    }
    std::stable_sort(some.begin(), some.end(), [](const Slick* a, const Slick* b) {
        return a->oiledSquareMetres() > b->oiledSquareMetres();
    });
    return some;
}

QStringList rowOf(const Slick& slick, const Wording& words)
{
    const SlickMeasures& measures = slick.measures;
    QStringList about;
    if (slick.takenFor != TakenFor::Oil)
        about << words.takenFor(slick);
    if (!slick.note.isEmpty())
        about << slick.note;
    if (slick.decision != Decision::Undecided && !slick.reviewer.isEmpty())
        about << slick.reviewer;
    return {QString::number(slick.id),
            slick.outline.empty() ? notKnown : words.position(measures.inside),
            words.size(measures),
            words.area(measures.oiledSquareMetres),
            words.shares(measures),
            words.volumeRange(measures.minimumVolumeCubicMetres, measures.maximumVolumeCubicMetres),
            about.isEmpty() ? notKnown : about.join(QStringLiteral("; "))};
}

void addSlickTable(ReportFlow& flow, const std::vector<const Slick*>& slicks)
{
    const Wording words;
    std::vector<QStringList> rows;
    for (const Slick* slick : slicks)
        rows.push_back(rowOf(*slick, words));
    flow.table({{ReportText::tr("No."), 12, true},
                {ReportText::tr("Position"), 31},
                {ReportText::tr("Length \u00d7 width"), 28, true},
                {ReportText::tr("Oiled area"), 22, true},
                {ReportText::tr("Appearance"), 33},
                {ReportText::tr("Volume"), 24, true},
                {ReportText::tr("Note"), 30}},
               rows, ReportStyle::Dense);
}

}  // namespace

void addTotals(ReportFlow& flow, const std::vector<Slick>& slicks)
{
    const DecisionTotals totals(slicks);
    if (totals.count() == 0) {
        flow.paragraph(ReportText::tr("No oil was found."), ReportStyle::Strong);
        return;
    }
    const Wording words;
    std::vector<QStringList> rows;
    int withoutVolume = 0;
    for (const Decision decision : {Decision::Accepted, Decision::Undecided, Decision::Rejected}) {
        const SlickTotals& some = totals.of(decision);
        withoutVolume += some.withoutVolume + some.partlyWithout;
        const auto least = some.minimumVolumeCubicMetres();
        rows.push_back(
            {words.decision(decision), QLocale().toString(some.count),
             some.count == 0 ? notKnown : words.area(some.overallSquareMetres),
             some.count == 0 ? notKnown : words.area(some.oiledSquareMetres),
             some.count == 0 ? notKnown : words.minimumVolume(least),
             some.count == 0 ? notKnown : words.maximumVolume(least, some.maximumVolumeCubicMetres())});
    }
    flow.table({{ReportText::tr("Decision"), 24},
                {ReportText::tr("Slicks", "how many"), 14, true},
                {ReportText::tr("Overall area"), 28, true},
                {ReportText::tr("Oiled area"), 28, true},
                {ReportText::tr("Minimum volume (law)"), 40, true},
                {ReportText::tr("Maximum volume (response)"), 46, true}},
               rows);
    const int notOil = static_cast<int>(std::count_if(slicks.begin(), slicks.end(), [](const Slick& slick) {
        return slick.decision == Decision::Accepted && slick.takenFor != TakenFor::Oil;
    }));
    if (notOil > 0)
        flow.paragraph(
            ReportText::tr("Of the accepted, %n slick(s) are taken for something else than oil; their "
                           "pages say for what. They are in the sums above.",
                           nullptr, notOil),
            ReportStyle::Small);
    if (withoutVolume > 0)
        flow.paragraph(
            ReportText::tr("Volumes are without the oil of %n slick(s) whose appearance code is not "
                           "known.",
                           nullptr, withoutVolume),
            ReportStyle::Small);
    flow.paragraph(
        ReportText::tr("The minimum volume serves the enforcement of the law, the maximum the response. "
                       "Both follow from area and appearance code (Bonn Agreement)."),
        ReportStyle::Small);
}

void addProposals(ReportPages& pages, const std::vector<Slick>& slicks)
{
    const std::vector<const Slick*> undecided = slicksOf(slicks, Decision::Undecided);
    const std::vector<const Slick*> rejected = slicksOf(slicks, Decision::Rejected);
    if (undecided.empty() && rejected.empty())
        return;
    const QString undecidedHeading = ReportText::tr("Not decided: proposals of the program, no findings");
    const QString rejectedHeading = ReportText::tr("Rejected in review, no findings");
    ReportFlow flow(pages, undecided.empty() ? rejectedHeading : undecidedHeading);
    addSlickTable(flow, undecided);
    if (!undecided.empty() && !rejected.empty())
        flow.heading(rejectedHeading);
    addSlickTable(flow, rejected);
}

}  // namespace sheen
