#pragma once

#include "flight_truth.h"

namespace acceptance {

/** Intersection over union on the ground, over the sea that was truly seen. */
struct OilScore
{
    double oil = 0;                              //!< all oil against water
    std::map<QString, double> byCode;            //!< by appearance code; 4 and 5 together
    std::map<QString, double> foundShareByCode;  //!< of the true area of a code, what was found as oil at all
    bool hasCodes = false;                       //!< whether Sheen gave codes at all (not from infrared)
    double trueSquareMetres = 0, foundSquareMetres = 0;
    double precision = 0, recall = 0;
};

/** Throws std::runtime_error where files are missing. */
OilScore scoreOil(const FlightTruth& flight, const QString& outFolder);

}  // namespace acceptance
