#pragma once

#include <QString>
#include <optional>

namespace sheen {

/** A place on a grid of metres, WGS84: "19QGA4021046270" (MGRS) or "52S3456783912345" (UTM). */
struct GridPlace
{
    QString text;
    double latitudeDegrees = 0;  //!< of MGRS, the middle of the square that the digits leave
    double longitudeDegrees = 0;
    double squareMetres = 0;  //!< the step in which the text counts
    int repairs = 0;          //!< characters that were taken for another one
};

/**
 * The place in the Military Grid Reference System that a text without blanks names; nothing where it is none.
 * A letter where a digit has to stand is read as the digit that it can only be a misreading of, and the other
 * way round. That zone, band and square's letters belong together is checked, so that most misread letters
 * are refused. The step is 1 m for five digits each way, 10 for four, 100 for three.
 */
std::optional<GridPlace> readMgrs(const QString& text);

/**
 * Likewise a place in UTM: zone with the letter of its band, or N and S for the hemisphere, before or after
 * six digits of easting and seven of northing, whole metres: "52S3456783912345", "UTM52S345678E3912345N",
 * "E345678N391234552S". A northing of another band than its letter's is refused; S is the band from 32 to 40
 * degrees north where the northing fits that, else the south.
 */
std::optional<GridPlace> readUtm(const QString& text);

/** Either of them. */
std::optional<GridPlace> readGridPlace(const QString& text);

}  // namespace sheen
