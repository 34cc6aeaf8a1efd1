#pragma once

#include <QString>
#include <optional>

namespace sheen {

// Areas and volumes in words, in the units that the window writes in (Notation).

/** A number with three significant digits and the locale's separators: 0.0123, 1.23, 123, 12,345. */
QString roundedText(double value);

QString areaText(double squareMetres);  //!< "480 m²", "3.2 km²"
/** "12 – 90 L", "more than 0.2 m³", "unknown"; litres below a cubic metre. */
QString volumeText(std::optional<double> minimumCubicMetres, std::optional<double> maximumCubicMetres);

/** The units of a table's columns: one for all rows, by what is largest where the window leaves it open. */
struct ColumnUnits
{
    bool kilometres = false;        //!< of lengths, else metres
    bool squareKilometres = false;  //!< of areas, else square metres
    bool cubicMetres = false;       //!< of volumes, else litres
    bool operator==(const ColumnUnits&) const = default;
};
ColumnUnits unitsFor(double longestMetres, double largestSquareMetres, double largestCubicMetres);
QString areaText(double squareMetres, const ColumnUnits& units);
QString volumeText(std::optional<double> minimumCubicMetres, std::optional<double> maximumCubicMetres,
                   const ColumnUnits& units);

}  // namespace sheen
