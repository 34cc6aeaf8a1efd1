#pragma once

#include <QString>
#include <optional>

namespace sheen {

/** A place in the Military Grid Reference System, WGS84: "19QGA4021046270". */
struct MgrsPlace
{
    QString text;
    double latitudeDegrees = 0;  //!< of the middle of the square that the digits leave
    double longitudeDegrees = 0;
    double squareMetres = 0;  //!< the square's side: 1 for five digits each way, 10 for four, 100 for three
    int repairs = 0;          //!< characters that were taken for another one
};

/**
 * The place that a text without blanks names; nothing where it is none. A letter where a digit has to stand
 * is read as the digit that it can only be a misreading of, and the other way round. That zone, band and
 * square's letters belong together is checked, so that most misread letters are refused.
 */
std::optional<MgrsPlace> readMgrs(const QString& text);

}  // namespace sheen
