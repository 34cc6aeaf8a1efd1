#include "data/slick.h"

#include <array>

#include "data/appearance.h"

namespace sheen {

namespace {
constexpr std::array statusNames = {"new", "accepted", "rejected", "edited", "drawn"};
}

QString slickStatusName(SlickStatus status)
{
    return QString::fromLatin1(statusNames[static_cast<std::size_t>(status)]);
}

SlickStatus slickStatusFromName(const QString& name)
{
    for (std::size_t i = 0; i < statusNames.size(); ++i) {
        if (name == QLatin1String(statusNames[i]))
            return static_cast<SlickStatus>(i);
    }
    return SlickStatus::New;
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
