#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>

#include "geo/ground.h"

namespace sheen {

/** The report's sentences, and numbers as its readers want them: in the locale, no more digits than are true.
 */
struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Report)

public:
    static QString area(double squareMetres);
    static QString number(double value, int significantDigits = 2);
    /** "0.30 to 5.0", "more than 0.40", "not known". */
    static QString volume(const std::optional<double>& least, const std::optional<double>& most);
    /** Degrees and minutes, as charts have them: 34°40.320′ N 128°16.860′ E. */
    static QString position(const GroundPoint& place);
};

}  // namespace sheen
