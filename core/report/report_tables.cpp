#include "report_tables.h"

#include <QLocale>
#include <algorithm>
#include <map>

#include "data/appearance.h"
#include "ogr/ground_geometry.h"
#include "report_text.h"

namespace sheen {

namespace {

QString codeText(int code)
{
    return code == 0 ? QStringLiteral("\u2013") : QStringLiteral("%1 %2").arg(code).arg(appearanceName(code));
}

QString statusText(SlickStatus status)
{
    switch (status) {
        case SlickStatus::Accepted:
            return ReportText::tr("accepted");
        case SlickStatus::Rejected:
            return ReportText::tr("rejected");
        case SlickStatus::Edited:
            return ReportText::tr("edited");
        case SlickStatus::Drawn:
            return ReportText::tr("drawn");
        case SlickStatus::New:
            break;
    }
    return ReportText::tr("not reviewed");
}

QString framesText(const Slick& slick)
{
    if (slick.firstFrame < 0)
        return QStringLiteral("\u2013");
    if (slick.firstFrame == slick.lastFrame)
        return QString::number(slick.firstFrame);
    return QStringLiteral("%1\u2013%2 (%3)").arg(slick.firstFrame).arg(slick.lastFrame).arg(slick.frameCount);
}

QStringList rowOf(const Slick& slick)
{
    return {QString::number(slick.id),
            slick.className,
            slick.code == 0 ? QStringLiteral("\u2013") : QString::number(slick.code),
            ReportText::area(slick.areaSquareMetres),
            ReportText::volume(slick.minimumVolumeCubicMetres(), slick.maximumVolumeCubicMetres()),
            slick.outline.empty() ? QString() : ReportText::position(pointInside(slick.outline)),
            framesText(slick),
            statusText(slick.status)};
}

/** Sums over slicks of one class and code, or over all. */
struct Total
{
    QString className;
    int count = 0;
    double areaSquareMetres = 0;
    double leastCubicMetres = 0;
    double mostCubicMetres = 0;
    int withoutVolume = 0;
    bool open = false;  //!< a code without upper bound is among them

    void add(const Slick& slick)
    {
        ++count;
        areaSquareMetres += slick.areaSquareMetres;
        const auto least = slick.minimumVolumeCubicMetres();
        const auto most = slick.maximumVolumeCubicMetres();
        if (!least) {
            ++withoutVolume;
            return;
        }
        leastCubicMetres += *least;
        mostCubicMetres += most.value_or(*least);
        open = open || !most;
    }

    QString volume() const
    {
        if (count == withoutVolume)
            return count == 0 ? QStringLiteral("\u2013") : ReportText::volume(std::nullopt, std::nullopt);
        const QString least = ReportText::number(leastCubicMetres);
        const QString most = ReportText::number(mostCubicMetres);
        if (!open)
            return ReportText::tr("%1 to %2").arg(least, most);
        return least == most ? ReportText::tr("more than %1").arg(least)
                             : ReportText::tr("%1 to more than %2").arg(least, most);
    }
};

std::vector<ReportColumn> slickColumns()
{
    return {{ReportText::tr("No."), 10, true},
            {ReportText::tr("Class"), 26},
            {ReportText::tr("Code"), 11, true},
            {ReportText::tr("Area, m\u00b2"), 18, true},
            {ReportText::tr("Volume, m\u00b3"), 31, true},
            {ReportText::tr("Position"), 41},
            {ReportText::tr("Frames"), 23},
            {ReportText::tr("Decision"), 20}};
}

}  // namespace

double addTotals(ReportPages& pages, const std::vector<Slick>& slicks, double y)
{
    std::map<std::pair<int, int>, Total> totals;
    Total all;
    for (const Slick& slick : slicks) {
        if (slick.status == SlickStatus::Rejected)
            continue;
        Total& total = totals[{slick.classValue, slick.code}];
        total.className = slick.className;
        total.add(slick);
        all.add(slick);
    }
    if (all.count == 0) {
        pages.text({ReportPages::left, y, ReportPages::width, 6},
                   ReportText::tr("No oil was found, or none was left after review."), ReportStyle::Strong);
        return y + 8;
    }
    std::vector<QStringList> rows;
    for (const auto& [key, total] : totals)
        rows.push_back({total.className, codeText(key.second), QString::number(total.count),
                        ReportText::area(total.areaSquareMetres), total.volume()});
    // What will not fit beside the map is in the table of slicks anyway.
    constexpr std::size_t mostRows = 7;
    if (rows.size() > mostRows)
        rows.resize(mostRows);
    if (totals.size() > 1)
        rows.push_back({ReportText::tr("All"), QString(), QString::number(all.count),
                        ReportText::area(all.areaSquareMetres), all.volume()});
    y = pages.table(y,
                    {{ReportText::tr("Class"), 47},
                     {ReportText::tr("Appearance code"), 51},
                     {ReportText::tr("Slicks"), 16, true},
                     {ReportText::tr("Area, m\u00b2"), 26, true},
                     {ReportText::tr("Volume, m\u00b3"), 40, true}},
                    rows);
    if (all.withoutVolume > 0 && all.withoutVolume < all.count)
        pages.text({ReportPages::left, y + 1, ReportPages::width, 4},
                   ReportText::tr("Volumes are without %n slick(s) whose appearance code is not known.",
                                  nullptr, all.withoutVolume),
                   ReportStyle::Small);
    return y + 6;
}

namespace {

/** A table over as many pages as it takes, begun at y on the page under way. Gives the y below it. */
double addRows(ReportPages& pages, const std::vector<QStringList>& rows, double y, const QString& heading)
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
        y = pages.table(y, slickColumns(), {first, first + static_cast<std::ptrdiff_t>(count)},
                        ReportStyle::Dense);
        done += count;
        if (done < rows.size())
            y = pages.beginPage(heading);
    }
    return y;
}

}  // namespace

void addSlickPages(ReportPages& pages, const std::vector<Slick>& slicks)
{
    std::vector<const Slick*> order;
    for (const Slick& slick : slicks)
        order.push_back(&slick);
    std::stable_sort(order.begin(), order.end(), [](const Slick* a, const Slick* b) {
        return a->areaSquareMetres > b->areaSquareMetres;
    });
    std::vector<QStringList> counted;
    std::vector<QStringList> rejected;
    for (const Slick* slick : order)
        (slick->status == SlickStatus::Rejected ? rejected : counted).push_back(rowOf(*slick));

    double y = pages.beginPage(ReportText::tr("Slicks"));
    if (counted.empty()) {
        pages.text({ReportPages::left, y, ReportPages::width, 6},
                   ReportText::tr("No oil was found, or none was left after review."));
        y += 8;
    }
    y = addRows(pages, counted, y, ReportText::tr("Slicks, continued"));
    if (rejected.empty())
        return;
    constexpr double headingAndTwoRows = 30;
    const QString heading = ReportText::tr("Rejected in review, not counted");
    if (y + headingAndTwoRows > ReportPages::bottom) {
        y = pages.beginPage(heading);
    } else {
        pages.text({ReportPages::left, y + 6, ReportPages::width, 8}, heading, ReportStyle::Heading);
        y += 16;
    }
    addRows(pages, rejected, y, heading);
}

}  // namespace sheen
