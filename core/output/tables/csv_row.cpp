#include "tables/csv_row.h"

#include <algorithm>
#include <cmath>

namespace sheen {

namespace {

bool mayBeFormula(const QString& value)
{
    bool isNumber = false;
    value.toDouble(&isNumber);
    return !value.isEmpty() && QStringLiteral("=+-@\t\r").contains(value.front()) && !isNumber;
}

bool needsQuotes(const QString& value)
{
    return std::any_of(value.begin(), value.end(),
                       [](QChar c) { return QStringLiteral("\",\n\r").contains(c); });
}

}  // namespace

void CsvRow::text(const QString& value)
{
    cell(mayBeFormula(value) ? QLatin1Char('\'') + value : value);
}

void CsvRow::number(const std::optional<double>& value, int decimals)
{
    if (!value || !std::isfinite(*value)) {
        cell({});
        return;
    }
    QString digits = QString::number(*value, 'f', decimals);
    while (digits.contains(QLatin1Char('.')) && digits.endsWith(QLatin1Char('0')))
        digits.chop(1);
    if (digits.endsWith(QLatin1Char('.')))
        digits.chop(1);
    cell(digits);
}

void CsvRow::cell(const QString& value)
{
    if (!m_empty)
        m_line += ',';
    m_empty = false;
    QString quoted = value;
    if (needsQuotes(value))
        quoted =
            QLatin1Char('"') + quoted.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    m_line += quoted.toUtf8();
}

}  // namespace sheen
