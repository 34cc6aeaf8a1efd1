#pragma once

#include <QColor>
#include <QString>
#include <vector>

#include "bodies/totals.h"
#include "data/model_card.h"
#include "data/slick.h"
#include "ui/widgets/measure_text.h"
#include "ui/widgets/slick_words.h"

namespace sheen {

// How the review's parts put a slick into words: the same words and units in the table, the panel, the map.

QString decisionTip(Decision decision);
QString originText(Origin origin);

QString oiledText(const Slick& slick);              //!< with its error, where that is known
QString sizeText(const SlickMeasures& measures);    //!< "1,200 × 85 m"; kilometres from ten on
QString codeText(int code);                         //!< "1 sheen"; "unknown"
QString sharesText(const SlickMeasures& measures);  //!< "1: 80 %, 4: 20 %"
QString volumeText(const Slick& slick);

ColumnUnits unitsFor(const std::vector<Slick>& slicks);
QString sizeText(const SlickMeasures& measures, const ColumnUnits& units);

/** "87 %"; of what the analyst drew: that it was drawn. */
QString confidenceText(double confidence, Origin origin);
QString framesText(const SeenFrames& seen);     //!< "12 – 40 (9)"; "none"
QString positionErrorText(const Slick& slick);  //!< "± 12 m"; "unknown"

/** See data/area_colours.h. */
QColor colourOfArea(const ModelCard& card, int classValue, int code);
QColor colourOfArea(const ModelCard& card, const AppearanceArea& area);

/** "0.1 – 2.3 m³ · 1 of unknown code: volume not counted", with what is left out said. */
QString totalVolumeText(const SlickTotals& totals);
/** "6 slicks · 0.48 km² · 0.1 – 2.3 m³ · 1 of unknown code (volume not counted)", with what is left out said.
 */
QString totalsText(const SlickTotals& totals);
/** Accepted, undecided and rejected apart, each that there is: "Accepted: 2 slicks · ...". */
QString totalsText(const DecisionTotals& totals);

}  // namespace sheen
