#include "ui/widgets/measure_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/widgets/notation.h"

namespace sheen {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sheen::SlickText)
};

/** By choice, else where a value reaches `from`. */
bool inSquareKilometres(double squareMetres, double from)
{
    const AreaUnit unit = Notation::current().units().area;
    return unit == AreaUnit::SquareKilometres || (unit == AreaUnit::Automatic && squareMetres >= from);
}

bool inCubicMetres(double cubicMetres, double from)
{
    const VolumeUnit unit = Notation::current().units().volume;
    return unit == VolumeUnit::CubicMetres || (unit == VolumeUnit::Automatic && cubicMetres >= from);
}

}  // namespace

QString roundedText(double value)
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

ColumnUnits unitsFor(double longestMetres, double largestSquareMetres, double largestCubicMetres)
{
    constexpr double manyMetres = 1e4;
    constexpr double manySquareMetres = 1e6;
    constexpr double manyCubicMetres = 10;
    return {longestMetres >= manyMetres, inSquareKilometres(largestSquareMetres, manySquareMetres),
            inCubicMetres(largestCubicMetres, manyCubicMetres)};
}

QString areaText(double squareMetres, const ColumnUnits& units)
{
    if (units.squareKilometres)
        return Words::tr("%1 km²").arg(roundedText(squareMetres / 1e6));
    return Words::tr("%1 m²").arg(roundedText(squareMetres));
}

QString areaText(double squareMetres)
{
    ColumnUnits units;
    units.squareKilometres = inSquareKilometres(squareMetres, 1e5);
    return areaText(squareMetres, units);
}

QString volumeText(std::optional<double> minimumCubicMetres, std::optional<double> maximumCubicMetres)
{
    ColumnUnits units;
    units.cubicMetres = inCubicMetres(maximumCubicMetres.value_or(minimumCubicMetres.value_or(0)), 1);
    return volumeText(minimumCubicMetres, maximumCubicMetres, units);
}

QString volumeText(std::optional<double> minimumCubicMetres, std::optional<double> maximumCubicMetres,
                   const ColumnUnits& units)
{
    if (!minimumCubicMetres)
        return Words::tr("unknown");
    const QString unit = units.cubicMetres ? Words::tr("m³") : Words::tr("L", "litres");
    const double scale = units.cubicMetres ? 1 : 1000;
    const QString minimum = roundedText(*minimumCubicMetres * scale);
    if (!maximumCubicMetres)
        return Words::tr("more than %1 %2", "volume, unit").arg(minimum, unit);
    return Words::tr("%1 – %2 %3", "smallest, largest, unit")
        .arg(minimum, roundedText(*maximumCubicMetres * scale), unit);
}

}  // namespace sheen
