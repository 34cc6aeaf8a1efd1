#include "slick_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <cmath>

#include "data/appearance.h"
#include "data/area_colours.h"

namespace sheen {

namespace {

constexpr double longMetres = 1e4;  //!< from here on in kilometres

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sheen::SlickText)
};

/** A number with three significant digits and the locale's separators: 0.0123, 1.23, 123, 12,345. */
QString rounded(double value)
{
    const QLocale locale;
    if (value == 0 || !std::isfinite(value))
        return locale.toString(0);
    const int before = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
    const int decimals = std::max(0, 3 - before);
    QString text = locale.toString(value, 'f', std::min(decimals, 6));
    const QString point = locale.toString(0.5, 'f', 1).mid(1, 1);
    if (text.contains(point)) {
        while (text.endsWith(locale.toString(0)))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(1);
    }
    return text;
}

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
    constexpr double manySquareMetres = 1e6;
    constexpr double manyCubicMetres = 10;
    ColumnUnits units;
    for (const Slick& slick : slicks) {
        const SlickMeasures& measures = slick.measures;
        units.kilometres |= measures.lengthMetres >= longMetres;
        units.squareKilometres |= measures.oiledSquareMetres >= manySquareMetres;
        units.cubicMetres |= measures.maximumVolumeCubicMetres.value_or(
                                 measures.minimumVolumeCubicMetres.value_or(0)) >= manyCubicMetres;
    }
    return units;
}

QString areaText(double squareMetres, const ColumnUnits& units)
{
    if (units.squareKilometres)
        return Words::tr("%1 km²").arg(rounded(squareMetres / 1e6));
    return Words::tr("%1 m²").arg(rounded(squareMetres));
}

QString areaText(double squareMetres)
{
    ColumnUnits units;
    units.squareKilometres = squareMetres >= 1e5;
    return areaText(squareMetres, units);
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
            .arg(rounded(measures.lengthMetres / 1000), rounded(measures.widthMetres / 1000));
    return Words::tr("%1 × %2 m", "length, width")
        .arg(rounded(measures.lengthMetres), rounded(measures.widthMetres));
}

QString sharesText(const SlickMeasures& measures)
{
    QStringList parts;
    for (const std::size_t code : {1u, 2u, 3u, 4u, 5u, 0u}) {
        const double percent = measures.codePercent[code];
        if (percent > 0)
            parts << (code > 0 ? Words::tr("%1: %2 %", "appearance code, its share").arg(code)
                               : Words::tr("no code: %1 %"))
                         .arg(rounded(percent));
    }
    return parts.join(QStringLiteral(", "));
}

QString codeText(int code)
{
    return appearanceCode(code) ? QStringLiteral("%1 %2").arg(code).arg(appearanceName(code))
                                : appearanceName(0);
}

QString volumeText(std::optional<double> minimumCubicMetres, std::optional<double> maximumCubicMetres)
{
    ColumnUnits units;
    units.cubicMetres = maximumCubicMetres.value_or(minimumCubicMetres.value_or(0)) >= 1;
    return volumeText(minimumCubicMetres, maximumCubicMetres, units);
}

QString volumeText(std::optional<double> minimumCubicMetres, std::optional<double> maximumCubicMetres,
                   const ColumnUnits& units)
{
    if (!minimumCubicMetres)
        return Words::tr("unknown");
    const bool litres = !units.cubicMetres;
    const QString unit = litres ? Words::tr("L", "litres") : Words::tr("m³");
    const double scale = litres ? 1000 : 1;
    const QString minimum = rounded(*minimumCubicMetres * scale);
    if (!maximumCubicMetres)
        return Words::tr("more than %1 %2", "volume, unit").arg(minimum, unit);
    return Words::tr("%1 – %2 %3", "smallest, largest, unit")
        .arg(minimum, rounded(*maximumCubicMetres * scale), unit);
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
    return Words::tr("± %1 m").arg(rounded(slick.positionErrorMetres));
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
