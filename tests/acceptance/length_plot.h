#pragma once

#include <QString>
#include <vector>

namespace sheen::test {

/** One quantity over the number of frames. */
struct LengthCurve
{
    QString title;  //!< with its unit
    std::vector<double> values;
};

/** Draws a panel for each quantity, as SVG; `frames`: to each value, ascending, on a logarithmic axis. */
QString lengthPlot(const std::vector<int>& frames, const std::vector<LengthCurve>& curves);

}  // namespace sheen::test
