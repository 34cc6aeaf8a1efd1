// SPDX-License-Identifier: GPL-3.0-or-later
#include "ships/drift.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

#include "geo/geodesy.h"

namespace sheen {

namespace {

constexpr double knotMetresPerSecond = 1852.0 / 3600;

struct SpeedUnit
{
    const char* pattern = "";
    double metresPerSecond = 0;
};

/** Longer names first. */
const std::array<SpeedUnit, 3>& speedUnits()
{
    static const std::array<SpeedUnit, 3> units = {
        SpeedUnit{"knots?|kts?|kn|\uB178\uD2B8", knotMetresPerSecond},
        SpeedUnit{"km/h|kmh|kph", 1 / 3.6},
        SpeedUnit{"m/s|mps|ms-1", 1},
    };
    return units;
}

/** Takes the speed out of the text. */
std::optional<double> takeSpeed(QString& text)
{
    for (const SpeedUnit& unit : speedUnits()) {
        const QRegularExpression form(
            QStringLiteral("(\\d+(?:[.,]\\d+)?)\\s*(?:%1)(?![a-z])").arg(QString::fromUtf8(unit.pattern)),
            QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = form.match(text);
        if (!match.hasMatch())
            continue;
        text.remove(match.capturedStart(), match.capturedLength());
        return match.captured(1).replace(QLatin1Char(','), QLatin1Char('.')).toDouble() *
               unit.metresPerSecond;
    }
    static const QRegularExpression beaufort(
        QStringLiteral("(?:bft|beaufort)\\s*(\\d{1,2})|(\\d{1,2})\\s*(?:bft|beaufort)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = beaufort.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    text.remove(match.capturedStart(), match.capturedLength());
    const int force = (match.captured(1) + match.captured(2)).toInt();
    // The World Meteorological Organization's relation, v = 0.836 B^(3/2).
    return force <= 12 ? std::optional<double>(0.836 * std::pow(force, 1.5)) : std::nullopt;
}

/** Of 16 points, clockwise from the north. */
std::optional<double> compassPoint(const QString& word)
{
    static const QStringList latin = {
        QStringLiteral("N"), QStringLiteral("NNE"), QStringLiteral("NE"), QStringLiteral("ENE"),
        QStringLiteral("E"), QStringLiteral("ESE"), QStringLiteral("SE"), QStringLiteral("SSE"),
        QStringLiteral("S"), QStringLiteral("SSW"), QStringLiteral("SW"), QStringLiteral("WSW"),
        QStringLiteral("W"), QStringLiteral("WNW"), QStringLiteral("NW"), QStringLiteral("NNW")};
    static const QStringList korean = {
        QString::fromUtf8("북"),     QString::fromUtf8("북북동"), QString::fromUtf8("북동"),
        QString::fromUtf8("동북동"), QString::fromUtf8("동"),     QString::fromUtf8("동남동"),
        QString::fromUtf8("남동"),   QString::fromUtf8("남남동"), QString::fromUtf8("남"),
        QString::fromUtf8("남남서"), QString::fromUtf8("남서"),   QString::fromUtf8("서남서"),
        QString::fromUtf8("서"),     QString::fromUtf8("서북서"), QString::fromUtf8("북서"),
        QString::fromUtf8("북북서")};
    QString plain = word.toUpper();
    for (const char* suffix : {"풍", "쪽", "향", "류"}) {
        if (plain.endsWith(QString::fromUtf8(suffix)))
            plain.chop(1);
    }
    const int point = static_cast<int>(std::max(latin.indexOf(plain), korean.indexOf(plain)));
    return point < 0 ? std::nullopt : std::optional<double>(point * 22.5);
}

std::optional<double> directionIn(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("(?<![\\d.])(\\d{1,3}(?:\\.\\d+)?)(?![\\d.])"));
    const QRegularExpressionMatch match = number.match(text);
    if (match.hasMatch()) {
        const double degrees = match.captured(1).toDouble();
        return degrees <= 360 ? std::optional<double>(degrees) : std::nullopt;
    }
    static const QRegularExpression between(QStringLiteral("[\\s,;/:()]+"));
    for (const QString& word : text.split(between)) {
        if (const auto point = compassPoint(word))
            return point;
    }
    return std::nullopt;
}

/** Towards a direction. */
std::optional<Flow> flowOf(QString text, double turnDegrees)
{
    const std::optional<double> speed = takeSpeed(text);
    if (!speed)
        return std::nullopt;
    if (*speed == 0)
        return Flow(0, 0);
    const std::optional<double> direction = directionIn(text);
    if (!direction)
        return std::nullopt;
    const double towards = (*direction + turnDegrees) * radiansPerDegree;
    return Flow(*speed * std::sin(towards), *speed * std::cos(towards));
}

}  // namespace

std::optional<Flow> windOf(const QString& text)
{
    return flowOf(text, 180);
}

std::optional<Flow> currentOf(const QString& text)
{
    return flowOf(text, 0);
}

std::optional<Drift> driftOf(const std::optional<Flow>& wind, const std::optional<Flow>& current)
{
    if (!wind && !current)
        return std::nullopt;
    constexpr double windShare = 0.03;
    constexpr double windShareSpread = 0.01;
    constexpr double currentSpread = 0.25;
    const Flow blown = wind.value_or(Flow(0, 0));
    const Flow carried = current.value_or(Flow(0, 0));
    Drift drift;
    drift.metresPerSecond = windShare * blown + carried;
    drift.spreadMetresPerSecond = windShareSpread * cv::norm(blown) + currentSpread * cv::norm(carried);
    drift.hasWind = wind.has_value();
    drift.hasCurrent = current.has_value();
    return drift;
}

}  // namespace sheen
