#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace sheen {

/** Collects one line of a CSV file (RFC 4180, UTF-8); numbers in the C locale. */
class CsvRow
{
public:
    /**
     * Adds a text, quoted where it needs it. A spreadsheet takes what begins with =, +, -, @, a tab or a
     * carriage return for a formula: such a text gets an apostrophe in front, unless it is a number.
     */
    void text(const QString& value);

    /** Adds a number without trailing zeros; an empty cell for what is not known or not finite. */
    void number(const std::optional<double>& value, int decimals);

    QByteArray line() const { return m_line + '\n'; }

private:
    void cell(const QString& value);

    QByteArray m_line;
    bool m_empty = true;
};

}  // namespace sheen
