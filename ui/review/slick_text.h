#pragma once

#include <QColor>
#include <QString>
#include <vector>

#include "data/model_card.h"
#include "data/slick.h"

namespace sheen {

// How the review's parts put a slick into words: the same words and units in the table, the panel, the map.

QString statusText(SlickStatus status);
QString statusTip(SlickStatus status);

QString areaText(double squareMetres);  //!< "480 m²", "3.2 km²"
QString areaText(const Slick& slick);   //!< with its error, where that is known
QString codeText(int code);             //!< "1 sheen"; "unknown"
/** "12 – 90 L", "more than 0.2 m³", "unknown"; litres below a cubic metre. */
QString volumeText(std::optional<double> minimumCubicMetres, std::optional<double> maximumCubicMetres);
QString volumeText(const Slick& slick);
QString framesText(const Slick& slick);         //!< "12 – 40 (9)"; "drawn"
QString positionErrorText(const Slick& slick);  //!< "± 12 m"; "unknown"

/** The colour of a class on its card; grey for one that the card does not name. */
QColor colourOfClass(const ModelCard& card, int classValue);

/** Sums over slicks; rejected ones are counted apart and are not part of any sum. */
struct SlickTotals
{
    int count = 0;
    int rejected = 0;
    int unknownCode = 0;  //!< with an area, without volumes
    int unbounded = 0;    //!< of code 5, without an upper volume
    double areaSquareMetres = 0;
    double minimumCubicMetres = 0;
    double maximumCubicMetres = 0;  //!< of those that have one

    void add(const Slick& slick);
};
/** "0.1 – 2.3 m³ · 1 of unknown code: volume not counted", with what is left out said. */
QString totalVolumeText(const SlickTotals& totals);
/** "6 slicks · 0.48 km² · 0.1 – 2.3 m³ · 1 of unknown code (volume not counted)", with what is left out said.
 */
QString totalsText(const SlickTotals& totals);

}  // namespace sheen
