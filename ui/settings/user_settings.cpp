#include "ui/settings/user_settings.h"

#include <array>
#include <utility>

#include "ui/widgets/sheen_settings.h"

namespace sheen {

namespace {

template <typename Choice, std::size_t count>
QString nameOf(const std::array<std::pair<Choice, const char*>, count>& names, Choice choice)
{
    for (const auto& [one, name] : names) {
        if (one == choice)
            return QLatin1String(name);
    }
    return {};
}

/** The first one where the name is none of them. */
template <typename Choice, std::size_t count>
Choice named(const std::array<std::pair<Choice, const char*>, count>& names, const QString& text)
{
    for (const auto& [one, name] : names) {
        if (text == QLatin1String(name))
            return one;
    }
    return names.front().first;
}

constexpr std::array themeNames{std::pair(Theme::System, "system"), std::pair(Theme::Light, "light"),
                                std::pair(Theme::Dark, "dark")};
constexpr std::array placeNames{std::pair(PlaceNotation::DegreesMinutes, "degrees_minutes"),
                                std::pair(PlaceNotation::Degrees, "degrees"),
                                std::pair(PlaceNotation::DegreesMinutesSeconds, "degrees_minutes_seconds")};
constexpr std::array areaNames{std::pair(AreaUnit::Automatic, "automatic"),
                               std::pair(AreaUnit::SquareMetres, "m2"),
                               std::pair(AreaUnit::SquareKilometres, "km2")};
constexpr std::array volumeNames{std::pair(VolumeUnit::Automatic, "automatic"),
                                 std::pair(VolumeUnit::Litres, "l"),
                                 std::pair(VolumeUnit::CubicMetres, "m3")};

// Kept with what others read of them: the history (ui/session/reviewer.h), the facts of a flight (ui/facts).
const QString personKey = QStringLiteral("review/person");
const QString organisationKey = QStringLiteral("facts/organisation");

}  // namespace

UserSettings readUserSettings()
{
    const auto kept = sheenSettings();
    const auto text = [&kept](const char* key) { return kept->value(QLatin1String(key)).toString(); };
    UserSettings settings;
    settings.language = chosenLanguage();
    settings.theme = named(themeNames, text("theme"));
    settings.units.place = named(placeNames, text("units/place"));
    settings.units.area = named(areaNames, text("units/area"));
    settings.units.volume = named(volumeNames, text("units/volume"));
    settings.person = QSettings().value(personKey).toString().trimmed();
    settings.organisation = QSettings().value(organisationKey).toString().trimmed();
    kept->beginGroup(QStringLiteral("keys"));
    const QStringList names = kept->childKeys();
    for (const QString& name : names)
        settings.keys.insert(name, kept->value(name).toString());
    return settings;
}

void writeUserSettings(const UserSettings& settings)
{
    const auto kept = sheenSettings();
    kept->setValue(QStringLiteral("language"), settings.language);
    kept->setValue(QStringLiteral("theme"), nameOf(themeNames, settings.theme));
    kept->setValue(QStringLiteral("units/place"), nameOf(placeNames, settings.units.place));
    kept->setValue(QStringLiteral("units/area"), nameOf(areaNames, settings.units.area));
    kept->setValue(QStringLiteral("units/volume"), nameOf(volumeNames, settings.units.volume));
    QSettings().setValue(personKey, settings.person);
    QSettings().setValue(organisationKey, settings.organisation);
    kept->remove(QStringLiteral("keys"));
    kept->beginGroup(QStringLiteral("keys"));
    for (auto key = settings.keys.begin(); key != settings.keys.end(); ++key)
        kept->setValue(key.key(), key.value());
}

QString chosenLanguage()
{
    const QString language = sheenSettings()->value(QStringLiteral("language")).toString();
    return languages().contains(language) ? language : QString();
}

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("ko")};
}

}  // namespace sheen
