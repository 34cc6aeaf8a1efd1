// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/wording.h"

#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

#include "geo/geodesy.h"

namespace sheen {

namespace {

constexpr double litresPerCubicMetre = 1000;
const QString dayAndTime = QStringLiteral("yyyy-MM-dd HH:mm:ss");

QString degreesAndMinutes(double degrees, int width, const char* letters)
{
    // Rounded first, so that no 60.000 minutes appear.
    const double minutes = std::round(std::abs(degrees) * 60 * 1000) / 1000;
    const int whole = static_cast<int>(minutes / 60);
    return QStringLiteral("%1\u00b0%2\u2032\u00a0%3")
        .arg(whole, width, 10, QLatin1Char('0'))
        .arg(minutes - 60 * whole, 6, 'f', 3, QLatin1Char('0'))
        .arg(QLatin1Char(degrees < 0 ? letters[1] : letters[0]));
}

/** "UTC+9", "UTC−3:30". */
QString zoneName(int offsetSeconds)
{
    const int minutes = std::abs(offsetSeconds) / 60;
    QString name =
        QStringLiteral("UTC%1%2").arg(QLatin1Char(offsetSeconds < 0 ? '-' : '+')).arg(minutes / 60);
    if (minutes % 60 != 0)
        name += QStringLiteral(":%1").arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return name;
}

double toDigits(double value, int digits)
{
    if (value == 0 || !std::isfinite(value))
        return value;
    const double step = std::pow(10, std::floor(std::log10(std::abs(value))) + 1 - digits);
    return std::round(value / step) * step;
}

}  // namespace

QString Wording::decision(Decision decision) const
{
    switch (decision) {
        case Decision::Accepted:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "accepted"));
        case Decision::Rejected:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "rejected"));
        case Decision::Undecided:
            break;
    }
    return say(QT_TRANSLATE_NOOP("sheen::Wording", "not decided"));
}

QString Wording::takenFor(const Slick& slick) const
{
    switch (slick.takenFor) {
        case TakenFor::OtherSubstance:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "another substance"));
        case TakenFor::Unknown:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "unknown substance"));
        case TakenFor::LookAlike:
            break;
        case TakenFor::Oil:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "oil"));
    }
    switch (slick.lookAlike) {
        case LookAlike::Algae:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "look-alike: algae"));
        case LookAlike::Wake:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "look-alike: wake"));
        case LookAlike::Shadow:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "look-alike: shadow"));
        case LookAlike::Calm:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "look-alike: calm water"));
        case LookAlike::Sediment:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "look-alike: sediment"));
        case LookAlike::Ice:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "look-alike: ice"));
        case LookAlike::Unsaid:
        case LookAlike::Other:
            break;
    }
    return say(QT_TRANSLATE_NOOP("sheen::Wording", "look-alike"));
}

QString Wording::form(SlickForm form) const
{
    switch (form) {
        case SlickForm::Patches:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "patches"));
        case SlickForm::Streamers:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "streamers"));
        case SlickForm::Windrows:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "windrows"));
        case SlickForm::Continuous:
            break;
    }
    return say(QT_TRANSLATE_NOOP("sheen::Wording", "continuous"));
}

QString Wording::origin(Origin origin) const
{
    switch (origin) {
        case Origin::Edited:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "found by the model, outline edited"));
        case Origin::Drawn:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "drawn by the analyst"));
        case Origin::Found:
            break;
    }
    return say(QT_TRANSLATE_NOOP("sheen::Wording", "found by the model"));
}

QString Wording::appearance(int code) const
{
    switch (code) {
        case 1:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "sheen"));
        case 2:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "rainbow"));
        case 3:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "metallic"));
        case 4:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "discontinuous true oil colour"));
        case 5:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "continuous true oil colour"));
        default:
            return say(QT_TRANSLATE_NOOP("sheen::Wording", "no code"));
    }
}

QString Wording::number(double value, int significantDigits) const
{
    const QLocale& locale = m_language.locale();
    if (value == 0 || !std::isfinite(value))
        return locale.toString(0);
    const double rounded = toDigits(value, significantDigits);
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(rounded)) + 1e-9));
    return locale.toString(rounded, 'f', std::clamp(significantDigits - 1 - magnitude, 0, 9));
}

QString Wording::area(double squareMetres) const
{
    constexpr double largeSquareMetres = 1e5;
    if (squareMetres >= largeSquareMetres)
        return QStringLiteral("%1\u00a0km\u00b2").arg(number(squareMetres / 1e6));
    return QStringLiteral("%1\u00a0m\u00b2").arg(number(squareMetres));
}

QString Wording::length(double metres) const
{
    constexpr double longMetres = 1e4;
    if (metres >= longMetres)
        return QStringLiteral("%1\u00a0km").arg(number(metres / 1000));
    return QStringLiteral("%1\u00a0m").arg(number(metres));
}

QString Wording::size(const SlickMeasures& measures) const
{
    return QStringLiteral("%1 \u00d7 %2").arg(length(measures.lengthMetres), length(measures.widthMetres));
}

QString Wording::percent(double percent) const
{
    if (percent <= 0)
        return QStringLiteral("\u2013");
    return QStringLiteral("%1\u00a0%").arg(m_language.locale().toString(percent, 'f', percent < 1 ? 2 : 0));
}

QString Wording::volume(double cubicMetres) const
{
    if (cubicMetres < 1)
        return QStringLiteral("%1\u00a0L").arg(number(cubicMetres * litresPerCubicMetre, 2));
    return QStringLiteral("%1\u00a0m\u00b3").arg(number(cubicMetres, 2));
}

QString Wording::minimumVolume(const std::optional<double>& cubicMetres) const
{
    if (!cubicMetres)
        return say(QT_TRANSLATE_NOOP("sheen::Wording", "not known"));
    return say(QT_TRANSLATE_NOOP("sheen::Wording", "at least %1")).arg(volume(*cubicMetres));
}

QString Wording::maximumVolume(const std::optional<double>& least, const std::optional<double>& most) const
{
    if (most)
        return say(QT_TRANSLATE_NOOP("sheen::Wording", "up to %1")).arg(volume(*most));
    if (least)
        return say(QT_TRANSLATE_NOOP("sheen::Wording", "more than %1, no upper bound")).arg(volume(*least));
    return say(QT_TRANSLATE_NOOP("sheen::Wording", "not known"));
}

QString Wording::volumeRange(const std::optional<double>& least, const std::optional<double>& most) const
{
    if (!least)
        return say(QT_TRANSLATE_NOOP("sheen::Wording", "not known"));
    if (!most)
        return say(QT_TRANSLATE_NOOP("sheen::Wording", "more than %1")).arg(volume(*least));
    return say(QT_TRANSLATE_NOOP("sheen::Wording", "%1 to %2")).arg(volume(*least), volume(*most));
}

QString Wording::shares(const SlickMeasures& measures) const
{
    QStringList parts;
    for (const std::size_t code : {1u, 2u, 3u, 4u, 5u, 0u}) {
        if (const double share = measures.codePercent[code]; share > 0)
            parts << (code == 0 ? appearance(0)
                                : QStringLiteral("%1 %2").arg(code).arg(appearance(int(code)))) +
                         QLatin1Char(' ') + percent(share);
    }
    return parts.join(QStringLiteral(", "));
}

QString Wording::position(const GroundPoint& place) const
{
    const double longitude = longitudeNear(place.longitudeDegrees, 0);
    return degreesAndMinutes(place.latitudeDegrees, 2, "NS") + QStringLiteral("  ") +
           degreesAndMinutes(longitude, 3, "EW");
}

QString Wording::time(const QDateTime& utc) const
{
    return utc.isValid() ? utc.toUTC().toString(dayAndTime) + QStringLiteral(" UTC") : notRecorded();
}

QString Wording::time(const QDateTime& utc, const EnteredFacts& facts) const
{
    const std::optional<int> offset = facts.utcOffsetSeconds();
    if (!utc.isValid() || !offset)
        return time(utc);
    return QStringLiteral("%1 (%2 %3)")
        .arg(time(utc), utc.toUTC().addSecs(*offset).toString(dayAndTime), zoneName(*offset));
}

QString Wording::timeRange(const QDateTime& first, const QDateTime& last) const
{
    if (!first.isValid() || !last.isValid() || first == last)
        return time(first);
    const bool sameDay = first.toUTC().date() == last.toUTC().date();
    return say(QT_TRANSLATE_NOOP("sheen::Wording", "%1 to %2 UTC"))
        .arg(first.toUTC().toString(dayAndTime),
             last.toUTC().toString(sameDay ? QStringLiteral("HH:mm:ss") : dayAndTime));
}

QString Wording::entered(const EnteredFacts& facts, EnteredFact fact) const
{
    const QString text = facts.of(fact);
    return text.isEmpty() ? notRecorded() : text;
}

QString Wording::notRecorded() const
{
    return say(QT_TRANSLATE_NOOP("sheen::Wording", "not recorded"));
}

}  // namespace sheen
