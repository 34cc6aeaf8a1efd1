#include "data/slick.h"

#include <cmath>

#include "base/enum_names.h"
#include "data/appearance.h"

namespace sheen {

namespace {

constexpr auto decisionNames = enumNames<Decision>("undecided", "accepted", "rejected");
constexpr auto takenForNames = enumNames<TakenFor>("oil", "other_substance", "unknown", "look_alike");
constexpr auto lookAlikeNames =
    enumNames<LookAlike>("", "algae", "wake", "shadow", "calm", "sediment", "ice", "other");
constexpr auto originNames = enumNames<Origin>("found", "edited", "drawn");
constexpr auto formNames = enumNames<SlickForm>("continuous", "patches", "streamers", "windrows");
constexpr auto volumeNoteNames = enumNames<VolumeNote>("", "no_upper_bound", "without_unknown_code",
                                                       "no_upper_bound_without_unknown_code", "unknown_code");

/** Files have six decimals: whoever adds up what they hold comes to the same sum. */
std::optional<double> inMillilitres(const std::optional<double>& cubicMetres)
{
    return cubicMetres ? std::optional(std::round(*cubicMetres * 1e6) / 1e6) : std::nullopt;
}

}  // namespace

QString decisionName(Decision decision)
{
    return decisionNames.of(decision);
}

Decision decisionFromName(const QString& name)
{
    return decisionNames.find(name).value_or(Decision::Undecided);
}

QString takenForName(TakenFor takenFor)
{
    return takenForNames.of(takenFor);
}

TakenFor takenForFromName(const QString& name)
{
    return takenForNames.find(name).value_or(TakenFor::Oil);
}

QString lookAlikeName(LookAlike kind)
{
    return lookAlikeNames.of(kind);
}

LookAlike lookAlikeFromName(const QString& name)
{
    return lookAlikeNames.find(name).value_or(LookAlike::Unsaid);
}

QString originName(Origin origin)
{
    return originNames.of(origin);
}

Origin originFromName(const QString& name)
{
    return originNames.find(name).value_or(Origin::Found);
}

QString slickFormName(SlickForm form)
{
    return formNames.of(form);
}

std::optional<SlickForm> slickFormFromName(const QString& name)
{
    return formNames.find(name);
}

QString volumeNoteName(VolumeNote note)
{
    return volumeNoteNames.of(note);
}

std::optional<double> AppearanceArea::minimumVolumeCubicMetres() const
{
    return inMillilitres(sheen::minimumVolumeCubicMetres(code, areaSquareMetres));
}

std::optional<double> AppearanceArea::maximumVolumeCubicMetres() const
{
    return inMillilitres(sheen::maximumVolumeCubicMetres(code, areaSquareMetres));
}

}  // namespace sheen
