// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_ships.h"

#include <QLocale>
#include <cmath>

#include "geo/angles.h"
#include "geo/geodesy.h"
#include "report_flow.h"
#include "report_text.h"
#include "wording/wording.h"

namespace sheen {

namespace {

QString minutes(double seconds)
{
    return ReportText::tr("%1 min").arg(QLocale().toString(std::round(seconds / 60), 'f', 0));
}

QString distance(double metres)
{
    return metres <= 0 ? ReportText::tr("within it") : Wording().length(metres);
}

QString motion(const NearShip& near)
{
    QStringList parts;
    if (near.courseDegrees)
        parts << ReportText::tr("%1\u00b0").arg(QLocale().toString(*near.courseDegrees, 'f', 0));
    if (near.speedKnots)
        parts << ReportText::tr("%1 kn").arg(QLocale().toString(*near.speedKnots, 'f', 1));
    return parts.isEmpty() ? notKnown : parts.join(QStringLiteral(", "));
}

QString identification(const ShipTrack& ship)
{
    QStringList lines;
    if (!ship.imo.isEmpty())
        lines << QStringLiteral("IMO ") + ship.imo;
    lines << QStringLiteral("MMSI %1").arg(ship.mmsi);
    return lines.join(QLatin1Char('\n'));
}

QStringList rowOf(const SlickShips& slick, const NearShip& near, const ShipFindings& findings)
{
    const ShipTrack& ship = findings.ships[near.ship];
    const QString type = shipTypeInWords(ship.type);
    QStringList row = {QString::number(slick.slickId),
                       ship.name.isEmpty() ? notKnown : ship.name,
                       identification(ship),
                       type.isEmpty() ? notKnown : type,
                       motion(near),
                       distance(near.closest.distanceMetres),
                       minutes(near.closest.beforeSeconds)};
    if (findings.drift)
        row << (near.closestAdrift ? distance(near.closestAdrift->distanceMetres) : notKnown)
            << (near.closestAdrift ? minutes(near.closestAdrift->beforeSeconds) : notKnown);
    return row;
}

void addShipTable(ReportFlow& flow, const ShipFindings& findings)
{
    std::vector<QStringList> rows;
    for (const SlickShips& slick : findings.slicks) {
        for (const NearShip& near : slick.ships)
            rows.push_back(rowOf(slick, near, findings));
    }
    if (rows.empty()) {
        flow.paragraph(ReportText::tr("No ship was within %1 of a slick in the six hours before it was seen.")
                           .arg(Wording().length(ShipFindings::nearMetres)),
                       ReportStyle::Strong);
        return;
    }
    std::vector<ReportColumn> columns = {{ReportText::tr("Slick", "column of ships"), 13, true},
                                         {ReportText::tr("Ship"), 34},
                                         {ReportText::tr("Number"), 26},
                                         {ReportText::tr("Type", "of a ship"), 25},
                                         {ReportText::tr("Course, speed"), 22},
                                         {ReportText::tr("Closest"), 18, true},
                                         {ReportText::tr("Before"), 14, true}};
    if (findings.drift) {
        columns.push_back({ReportText::tr("With drift"), 16, true});
        columns.push_back({ReportText::tr("Before"), 12, true});
    } else {
        columns[1].widthMillimetres += 28;
    }
    flow.table(columns, rows, ReportStyle::Dense);
}

void addDrift(ReportFlow& flow, const Drift& drift, const EnteredFacts& entered)
{
    const Flow& flowing = drift.metresPerSecond;
    const double metresPerHour = cv::norm(flowing) * 3600;
    const double towards = wrappedTurn(std::atan2(flowing[0], flowing[1]) / radiansPerDegree);
    QStringList from;
    if (drift.hasWind)
        from << ReportText::tr("3 % of the wind (%1)").arg(entered.of(EnteredFact::Wind));
    if (drift.hasCurrent)
        from << ReportText::tr("all of the current (%1)").arg(entered.of(EnteredFact::Current));
    flow.paragraph(
        ReportText::tr("Drift by a rule of thumb, no forecast: %1. That is %2 an hour towards "
                       "%3\u00b0, give or take %4 an hour. \"With drift\" is the distance to where the "
                       "slick lay by this rule at that time.")
            .arg(from.join(QStringLiteral(" + ")), Wording().length(metresPerHour),
                 QLocale().toString(towards, 'f', 0), Wording().length(drift.spreadMetresPerSecond * 3600)),
        ReportStyle::Small);
}

}  // namespace

void addShips(ReportPages& pages, const ShipFindings& ships, const EnteredFacts& entered)
{
    ReportFlow flow(pages, ReportText::tr("Ships near the slicks: candidates, no culprits"));
    flow.paragraph(ReportText::tr("Ships that were within %1 of a slick in the six hours before it was first "
                                  "seen, by AIS, the nearest "
                                  "first, ten at most for a slick. That a ship was near does not say that it "
                                  "discharged anything: it may "
                                  "have passed before or beside, and the ship that did may have sent no AIS.")
                       .arg(Wording().length(ShipFindings::nearMetres)));
    flow.skip(2);
    addShipTable(flow, ships);
    if (ships.drift)
        addDrift(flow, *ships.drift, entered);
    else
        flow.paragraph(ReportText::tr("Neither wind nor current was recorded in a form that can be computed "
                                      "with: distances are to where the slick lay when it was seen, not to "
                                      "where it came from."),
                       ReportStyle::Small);
    flow.paragraph(
        ReportText::tr("Names, numbers, courses and speeds are what ships say of themselves; nothing "
                       "of it was checked. Between two positions at most 30 minutes apart a ship is "
                       "thought to have gone straight. %n ship(s) were in the area.",
                       nullptr, ships.shipsInArea),
        ReportStyle::Small);
}

}  // namespace sheen
