#include "pictures/height_choice.h"

#include <algorithm>

namespace sheen {

HeightChoice chooseHeight(std::optional<double> absoluteMetres, std::optional<double> aboveTakeOffMetres)
{
    if (!absoluteMetres)
        return {aboveTakeOffMetres, false};
    if (!aboveTakeOffMetres || *aboveTakeOffMetres <= 0)
        return {absoluteMetres, false};
    const double tolerance = std::max(50.0, 0.1 * *aboveTakeOffMetres);
    const bool contradicts = *absoluteMetres <= 0 || *absoluteMetres < *aboveTakeOffMetres - tolerance;
    return {contradicts ? aboveTakeOffMetres : absoluteMetres, contradicts};
}

}  // namespace sheen
