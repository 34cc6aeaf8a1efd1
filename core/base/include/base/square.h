#pragma once

namespace sheen {

inline double square(double value)
{
    return value * value;
}

}  // namespace sheen
