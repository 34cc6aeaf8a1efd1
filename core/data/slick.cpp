#include "data/slick.h"

#include <array>
#include "base/enum_names.h"
#include "data/appearance.h"

namespace sheen {

namespace {
constexpr auto statusNames = enumNames<SlickStatus>("new", "accepted", "rejected", "edited", "drawn");
}

QString slickStatusName(SlickStatus status)
{
    return statusNames.of(status);
}

SlickStatus slickStatusFromName(const QString& name)
{
    return statusNames.find(name).value_or(SlickStatus::New);
}

std::optional<double> Slick::minimumVolumeCubicMetres() const
{
    return sheen::minimumVolumeCubicMetres(code, areaSquareMetres);
}

std::optional<double> Slick::maximumVolumeCubicMetres() const
{
    return sheen::maximumVolumeCubicMetres(code, areaSquareMetres);
}

}  // namespace sheen
