#include "slick_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "data/appearance.h"
#include "data/area_colours.h"

namespace sheen {

namespace {

constexpr double longMetres = 1e4;  //!< from here on in kilometres

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sheen::SlickText)
};

}  // namespace

QString decisionTip(Decision decision)
{
    switch (decision) {
        case Decision::Undecided:
            return Words::tr("Not yet decided: a proposal, no finding");
        case Decision::Accepted:
            return Words::tr("A finding: accepted by the analyst");
        case Decision::Rejected:
            return Words::tr("No finding: rejected by the analyst; kept, its sums stand apart");
    }
    return {};
}

QString originText(Origin origin)
{
    switch (origin) {
        case Origin::Found:
            return Words::tr("found by the model");
        case Origin::Edited:
            return Words::tr("found by the model, edited");
        case Origin::Drawn:
            return Words::tr("drawn by the analyst");
    }
    return {};
}

ColumnUnits unitsFor(const std::vector<Slick>& slicks)
{
    double longest = 0;
    double largest = 0;
    double most = 0;
    for (const Slick& slick : slicks) {
        const SlickMeasures& measures = slick.measures;
        longest = std::max(longest, measures.lengthMetres);
        largest = std::max(largest, measures.oiledSquareMetres);
        most = std::max(
            most, measures.maximumVolumeCubicMetres.value_or(measures.minimumVolumeCubicMetres.value_or(0)));
    }
    return unitsFor(longest, largest, most);
}

QString oiledText(const Slick& slick)
{
    const QString area = areaText(slick.measures.oiledSquareMetres);
    if (slick.measures.areaErrorSquareMetres <= 0)
        return area;
    return Words::tr("%1 ± %2", "area, its error").arg(area, areaText(slick.measures.areaErrorSquareMetres));
}

QString sizeText(const SlickMeasures& measures)
{
    ColumnUnits units;
    units.kilometres = measures.lengthMetres >= longMetres;
    return sizeText(measures, units);
}

QString sizeText(const SlickMeasures& measures, const ColumnUnits& units)
{
    if (units.kilometres)
        return Words::tr("%1 × %2 km", "length, width")
            .arg(roundedText(measures.lengthMetres / 1000), roundedText(measures.widthMetres / 1000));
    return Words::tr("%1 × %2 m", "length, width")
        .arg(roundedText(measures.lengthMetres), roundedText(measures.widthMetres));
}

QString sharesText(const SlickMeasures& measures)
{
    QStringList parts;
    for (const std::size_t code : {1u, 2u, 3u, 4u, 5u, 0u}) {
        const double percent = measures.codePercent[code];
        if (percent > 0)
            parts << (code > 0 ? Words::tr("%1: %2 %", "appearance code, its share").arg(code)
                               : Words::tr("no code: %1 %"))
                         .arg(roundedText(percent));
    }
    return parts.join(QStringLiteral(", "));
}

QString codeText(int code)
{
    return appearanceCode(code) ? QStringLiteral("%1 %2").arg(code).arg(appearanceName(code))
                                : appearanceName(0);
}

QString volumeText(const Slick& slick)
{
    return volumeText(slick.measures.minimumVolumeCubicMetres, slick.measures.maximumVolumeCubicMetres);
}

QString confidenceText(double confidence, Origin origin)
{
    return origin == Origin::Drawn ? Words::tr("drawn", "instead of a confidence")
                                   : QStringLiteral("%1 %").arg(qRound(confidence * 100));
}

QString framesText(const SeenFrames& seen)
{
    if (seen.firstFrame < 0)
        return Words::tr("none");
    if (seen.firstFrame == seen.lastFrame)
        return QString::number(seen.firstFrame);
    return Words::tr("%1 – %2 (%3)", "first frame, last frame, number of frames")
        .arg(seen.firstFrame)
        .arg(seen.lastFrame)
        .arg(seen.frameCount);
}

QString positionErrorText(const Slick& slick)
{
    if (slick.positionErrorMetres <= 0)
        return Words::tr("unknown");
    return Words::tr("± %1 m").arg(roundedText(slick.positionErrorMetres));
}

QColor colourOfArea(const ModelCard& card, int classValue, int code)
{
    const Rgb rgb = areaColour(card, classValue, code);
    return {rgb[0], rgb[1], rgb[2]};
}

QColor colourOfArea(const ModelCard& card, const AppearanceArea& area)
{
    return colourOfArea(card, area.classValue, area.code);
}

QString totalVolumeText(const SlickTotals& totals)
{
    QStringList parts;
    if (totals.count > totals.withoutVolume)
        parts << volumeText(totals.minimumVolumeCubicMetres(), totals.maximumVolumeCubicMetres());
    if (totals.withoutVolume > 0)
        parts << Words::tr("%1 of unknown code: volume not counted").arg(totals.withoutVolume);
    if (totals.partlyWithout > 0)
        parts << Words::tr("%1 partly of unknown code: that oil's volume not counted")
                     .arg(totals.partlyWithout);
    return parts.join(QStringLiteral(" · "));
}

QString totalsText(const SlickTotals& totals)
{
    QStringList parts;
    parts << (totals.count == 1 ? Words::tr("1 slick") : Words::tr("%1 slicks").arg(totals.count));
    parts << areaText(totals.oiledSquareMetres) << totalVolumeText(totals);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString totalsText(const DecisionTotals& totals)
{
    QStringList lines;
    const auto add = [&](Decision decision, const QString& name) {
        if (totals.of(decision).count > 0)
            lines << name.arg(totalsText(totals.of(decision)));
    };
    add(Decision::Accepted, Words::tr("Accepted: %1"));
    add(Decision::Undecided, Words::tr("Undecided: %1"));
    add(Decision::Rejected, Words::tr("Rejected: %1"));
    return lines.isEmpty() ? totalsText(SlickTotals()) : lines.join(QLatin1Char('\n'));
}

}  // namespace sheen
