#include "table_instants.h"

#include <QDateTime>
#include <QRegularExpression>
#include <cmath>

#include "table_values.h"

namespace sheen {

namespace {

/** The named parts of a date, a time, or both. */
const QRegularExpression& instantForm()
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(?<left>\\d{1,4})(?:[-/.] ?|년 ?)(?<middle>\\d{1,2})(?:[-/.] ?|월 ?)"
                       "(?<right>\\d{1,4})[.일]?(?:[T ]|$) *)?"
                       "(?:(?<before>오전|오후|[AaPp]\\.?[Mm]\\.?)? ?(?<hour>\\d{1,2}):(?<minute>\\d{2})"
                       "(?::(?<second>\\d{2}(?:[.,]\\d+)?))? ?(?<after>오전|오후|[AaPp]\\.?[Mm]\\.?)?"
                       " ?(?<zone>Z|UTC|GMT|[-+]\\d{2}:?\\d{2})?)?$"),
        QRegularExpression::UseUnicodePropertiesOption);
    return form;
}

QRegularExpressionMatch match(std::string_view cell)
{
    return instantForm().match(QString::fromUtf8(cell.data(), static_cast<int>(cell.size())));
}

QDate dateOf(const QRegularExpressionMatch& parts, DateOrder order)
{
    const QString left = parts.captured(QStringLiteral("left"));
    const QString right = parts.captured(QStringLiteral("right"));
    const int middle = parts.captured(QStringLiteral("middle")).toInt();
    if (left.size() == 4)
        return {left.toInt(), middle, right.toInt()};
    if (right.size() != 4)
        return {};
    return order == DateOrder::DayFirst ? QDate(right.toInt(), middle, left.toInt())
                                        : QDate(right.toInt(), left.toInt(), middle);
}

/** Seconds of the day; nothing for an hour or a minute that there is not. */
std::optional<double> timeOf(const QRegularExpressionMatch& parts)
{
    int hour = parts.captured(QStringLiteral("hour")).toInt();
    const int minute = parts.captured(QStringLiteral("minute")).toInt();
    const double second =
        parts.captured(QStringLiteral("second")).replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
    const QString half = parts.captured(QStringLiteral("before")) + parts.captured(QStringLiteral("after"));
    if (!half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        const bool afternoon =
            half == QStringLiteral("오후") || half.startsWith(QLatin1Char('p'), Qt::CaseInsensitive);
        hour = hour % 12 + (afternoon ? 12 : 0);
    }
    if (hour > 23 || minute > 59 || second >= 61)
        return std::nullopt;
    return hour * 3600 + minute * 60 + second;
}

double zoneSeconds(QString zone)
{
    zone.remove(QLatin1Char(':'));
    const double size = zone.mid(1, 2).toInt() * 3600 + zone.mid(3, 2).toInt() * 60;
    return zone.startsWith(QLatin1Char('+')) ? size : zone.startsWith(QLatin1Char('-')) ? -size : 0;
}

}  // namespace

std::optional<double> instantInCell(std::string_view cell, DateOrder order)
{
    if (const auto number = numberInCell(cell, true)) {
        for (const double unit : {1.0, 1e-3, 1e-6, 1e-9}) {
            if (std::abs(*number) * unit < 1e11)
                return *number * unit;
        }
        return std::nullopt;
    }
    const QRegularExpressionMatch parts = match(cell);
    if (!parts.hasMatch())
        return std::nullopt;
    const bool hasDate = parts.capturedLength(QStringLiteral("left")) > 0;
    const bool hasTime = parts.capturedLength(QStringLiteral("hour")) > 0;
    const std::optional<double> time = hasTime ? timeOf(parts) : std::optional<double>(0);
    if (!time || (!hasDate && !hasTime))
        return std::nullopt;
    if (!hasDate)
        return time;
    // With points between them the day always stands first.
    const bool hasPoints = cell.substr(0, 3).find('.') != std::string_view::npos;
    const QDate date = dateOf(parts, hasPoints ? DateOrder::DayFirst : order);
    if (!date.isValid())
        return std::nullopt;
    const double midnight = secondsOfDay * static_cast<double>(QDate(1970, 1, 1).daysTo(date));
    return midnight + *time - zoneSeconds(parts.captured(QStringLiteral("zone")));
}

bool saysDayFirst(std::string_view cell)
{
    const QRegularExpressionMatch parts = match(cell);
    const QString left = parts.captured(QStringLiteral("left"));
    return parts.hasMatch() && left.size() < 4 && left.toInt() > 12;
}

}  // namespace sheen
