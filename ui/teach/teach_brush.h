#pragma once

namespace sheen {

// What a brush of the panel stands for where it is no value of a mask of marks (teach/marks.h).

constexpr int noBrush = -1;
constexpr int notOilClick = -2;  //!< a click on a patch that is no oil
constexpr int oilClick = -3;     //!< a click on oil that was missed

}  // namespace sheen
