#include "report_tables.h"

#include <QLocale>
#include <algorithm>

#include "bodies/totals.h"
#include "data/appearance.h"
#include "report_text.h"

namespace sheen {

namespace {

const QString none = QStringLiteral("\u2013");

QString decisionText(Decision decision)
{
    switch (decision) {
        case Decision::Accepted:
            return ReportText::tr("accepted");
        case Decision::Rejected:
            return ReportText::tr("rejected");
        case Decision::Undecided:
            break;
    }
    return ReportText::tr("not decided");
}

QString formText(SlickForm form)
{
    switch (form) {
        case SlickForm::Patches:
            return ReportText::tr("patches");
        case SlickForm::Streamers:
            return ReportText::tr("streamers");
        case SlickForm::Windrows:
            return ReportText::tr("windrows");
        case SlickForm::Continuous:
            break;
    }
    return ReportText::tr("continuous");
}

QString sizeText(const SlickMeasures& measures)
{
    const QLocale locale;
    return QStringLiteral("%1 \u00d7 %2")
        .arg(locale.toString(measures.lengthMetres, 'f', 0), locale.toString(measures.widthMetres, 'f', 0));
}

QString percentText(double percent)
{
    return percent > 0 ? QLocale().toString(percent, 'f', percent < 1 ? 2 : 0) : none;
}

QStringList dimensionsOf(const Slick& slick)
{
    const QLocale locale;
    const SlickMeasures& measures = slick.measures;
    return {QString::number(slick.id),
            sizeText(measures),
            locale.toString(measures.orientationDegrees, 'f', 0),
            formText(slick.shownForm()),
            ReportText::area(measures.overallSquareMetres),
            locale.toString(measures.coveragePercent, 'f', 0),
            ReportText::area(measures.oiledSquareMetres),
            decisionText(slick.decision)};
}

QStringList appearanceOf(const Slick& slick)
{
    const SlickMeasures& measures = slick.measures;
    QStringList row{QString::number(slick.id)};
    for (const std::size_t code : {1u, 2u, 3u, 4u, 5u, 0u})
        row << percentText(measures.codePercent[code]);
    row << ReportText::volume(measures.minimumVolumeCubicMetres, measures.maximumVolumeCubicMetres);
    row << (slick.outline.empty() ? QString() : ReportText::position(measures.inside));
    return row;
}

std::vector<ReportColumn> dimensionColumns()
{
    return {{ReportText::tr("No."), 12, true},
            {ReportText::tr("Length \u00d7 width, m"), 36, true},
            {ReportText::tr("Direction, \u00b0"), 20, true},
            {ReportText::tr("Form"), 22},
            {ReportText::tr("Overall area, m\u00b2"), 28, true},
            {ReportText::tr("Coverage, %"), 20, true},
            {ReportText::tr("Oiled area, m\u00b2"), 24, true},
            {ReportText::tr("Decision"), 18}};
}

std::vector<ReportColumn> appearanceColumns()
{
    std::vector<ReportColumn> columns{{ReportText::tr("No."), 12, true}};
    for (int code = 1; code <= 5; ++code)
        columns.push_back({ReportText::tr("%1, %", "appearance code, in per cent").arg(code), 13, true});
    columns.push_back({ReportText::tr("None, %", "without a code, in per cent"), 17, true});
    columns.push_back({ReportText::tr("Volume, m\u00b3"), 42, true});
    columns.push_back({ReportText::tr("Position"), 44});
    return columns;
}

/** A table over as many pages as it takes, begun at y on the page under way. Gives the y below it. */
double addRows(ReportPages& pages, const std::vector<ReportColumn>& columns,
               const std::vector<QStringList>& rows, double y, const QString& heading)
{
    std::size_t done = 0;
    while (done < rows.size()) {
        const int room = static_cast<int>((ReportPages::bottom - y) / ReportPages::rowHeight) - 1;
        if (room < 1) {
            y = pages.beginPage(heading);
            continue;
        }
        const std::size_t count = std::min(rows.size() - done, static_cast<std::size_t>(room));
        const auto first = rows.begin() + static_cast<std::ptrdiff_t>(done);
        y = pages.table(y, columns, {first, first + static_cast<std::ptrdiff_t>(count)}, ReportStyle::Dense);
        done += count;
        if (done < rows.size())
            y = pages.beginPage(heading);
    }
    return y;
}

/** Below y where there is room for a heading and two rows, else on a new page. */
double addHeading(ReportPages& pages, const QString& heading, double y)
{
    constexpr double headingAndTwoRows = 30;
    if (y + headingAndTwoRows > ReportPages::bottom)
        return pages.beginPage(heading);
    pages.text({ReportPages::left, y + 6, ReportPages::width, 8}, heading, ReportStyle::Heading);
    return y + 16;
}

/** Both tables. Gives the y below. */
double addBoth(ReportPages& pages, const std::vector<const Slick*>& slicks, double y, const QString& heading)
{
    std::vector<QStringList> dimensions;
    std::vector<QStringList> appearances;
    for (const Slick* slick : slicks) {
        dimensions.push_back(dimensionsOf(*slick));
        appearances.push_back(appearanceOf(*slick));
    }
    y = addRows(pages, dimensionColumns(), dimensions, y, heading);
    y = addHeading(pages, ReportText::tr("Appearance codes, volume and position"), y);
    return addRows(pages, appearanceColumns(), appearances, y, heading);
}

}  // namespace

double addTotals(ReportPages& pages, const std::vector<Slick>& slicks, double y)
{
    const DecisionTotals totals(slicks);
    if (totals.count() == 0) {
        pages.text({ReportPages::left, y, ReportPages::width, 6}, ReportText::tr("No oil was found."),
                   ReportStyle::Strong);
        return y + 8;
    }
    std::vector<QStringList> rows;
    int withoutVolume = 0;
    for (const Decision decision : {Decision::Accepted, Decision::Undecided, Decision::Rejected}) {
        const SlickTotals& some = totals.of(decision);
        withoutVolume += some.withoutVolume + some.partlyWithout;
        rows.push_back({decisionText(decision), QString::number(some.count),
                        ReportText::area(some.overallSquareMetres), ReportText::area(some.oiledSquareMetres),
                        some.count == 0 ? none
                                        : ReportText::volume(some.minimumVolumeCubicMetres(),
                                                             some.maximumVolumeCubicMetres())});
    }
    y = pages.table(y,
                    {{ReportText::tr("Decision"), 44},
                     {ReportText::tr("Slicks"), 18, true},
                     {ReportText::tr("Overall area, m\u00b2"), 38, true},
                     {ReportText::tr("Oiled area, m\u00b2"), 36, true},
                     {ReportText::tr("Volume, m\u00b3"), 44, true}},
                    rows);
    if (withoutVolume > 0)
        pages.text({ReportPages::left, y + 1, ReportPages::width, 4},
                   ReportText::tr("Volumes are without the oil of %n slick(s) whose appearance code is not "
                                  "known.",
                                  nullptr, withoutVolume),
                   ReportStyle::Small);
    return y + 6;
}

void addSlickPages(ReportPages& pages, const std::vector<Slick>& slicks)
{
    std::vector<const Slick*> counted;
    std::vector<const Slick*> rejected;
    for (const Slick& slick : slicks)
        (slick.decision == Decision::Rejected ? rejected : counted).push_back(&slick);
    for (std::vector<const Slick*>* some : {&counted, &rejected})
        std::stable_sort(some->begin(), some->end(), [](const Slick* a, const Slick* b) {
            return a->oiledSquareMetres() > b->oiledSquareMetres();
        });

    double y = pages.beginPage(ReportText::tr("Slicks"));
    if (counted.empty()) {
        pages.text({ReportPages::left, y, ReportPages::width, 6},
                   ReportText::tr("No oil was found, or none was left after review."));
        y += 8;
    } else {
        y = addBoth(pages, counted, y, ReportText::tr("Slicks, continued"));
    }
    if (rejected.empty())
        return;
    const QString heading = ReportText::tr("Rejected in review, not counted");
    addBoth(pages, rejected, addHeading(pages, heading, y), heading);
}

}  // namespace sheen
