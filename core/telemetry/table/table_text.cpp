#include "table/table_text.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <array>
#include <limits>

#include "base/error.h"
#include "subtitle_table.h"
#include "table/column_names.h"
#include "telemetry_table_text.h"
#include "text_encoding.h"

namespace sheen {

namespace {

/** Some hundred columns of a flight of many hours; a larger file is no table of telemetry. */
constexpr qint64 largestFileBytes = qint64(1) << 30;

QByteArray readAll(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        refuseTable(path, TelemetryTableText::tr("%1.").arg(file.errorString()));
    if (file.size() > largestFileBytes)
        refuseTable(path, TelemetryTableText::tr("it is larger than a table of telemetry can be."));
    return file.readAll();
}

/** The one that stands most often in a line, outside of quotes. */
char separatorOf(std::string_view line)
{
    constexpr std::array separators = {',', ';', '\t', '|'};
    std::array<int, separators.size()> counts{};
    bool quoted = false;
    for (const char each : line) {
        quoted = quoted != (each == '"');
        const auto at = std::find(separators.begin(), separators.end(), each);
        if (!quoted && at != separators.end())
            ++counts[static_cast<std::size_t>(at - separators.begin())];
    }
    return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                               counts.begin())];
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

QString asText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<int>(text.size()));
}

}  // namespace

void refuseTable(const QString& path, const QString& why)
{
    throw Error(TelemetryTableText::tr("The telemetry table \"%1\" cannot be used: %2")
                    .arg(QDir::toNativeSeparators(path), why),
                ErrorKind::Unreadable);
}

TableText TableText::load(const QString& path)
{
    return fromBytes(path, readAll(path));
}

TableText TableText::fromSubtitles(const QString& path, const QByteArray& subtitles)
{
    return fromBytes(path, subtitles);
}

TableText TableText::fromBytes(const QString& path, const QByteArray& bytes)
{
    TableText table;
    table.m_path = path;
    table.m_bytes = toUtf8(bytes);
    if (table.m_bytes.contains('\0'))
        refuseTable(path, TelemetryTableText::tr("it is no text. Name a CSV file."));
    table.m_isOfSubtitles = isSubtitles(table.m_bytes);
    if (table.m_isOfSubtitles)
        table.m_bytes = tableFromSubtitles(table.m_bytes);
    table.findRows();
    if (table.m_rows.empty())
        refuseTable(path, TelemetryTableText::tr("it is empty."));
    const Row header = table.m_rows.front();
    table.m_rows.erase(table.m_rows.begin());
    table.readNames(header);
    if (table.m_rows.empty())
        refuseTable(
            path, table.m_isOfSubtitles
                      ? TelemetryTableText::tr("it holds no rows: its subtitles tell nothing of the flight.")
                      : TelemetryTableText::tr("it holds no rows."));
    table.refuseNamesTwice(header.line);
    return table;
}

QStringList TableText::namesIn(const QString& path)
{
    constexpr qint64 longestHeader = 1 << 16;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    TableText table;
    table.m_bytes = toUtf8(file.read(longestHeader));
    table.findRows();
    if (table.m_rows.empty())
        return {};
    const Row header = table.m_rows.front();
    table.readNames(header);
    return table.m_names;
}

void TableText::findRows()
{
    Row row{0, 0, 1};
    int line = 1;
    bool quoted = false;
    const auto finish = [&](qsizetype end) {
        row.end = end;
        const std::string_view text(m_bytes.constData() + row.begin,
                                    static_cast<std::size_t>(end - row.begin));
        // A spreadsheet may say its separator in a first line of its own.
        if (!trimmed(text).empty() && !(m_rows.empty() && text.substr(0, 4) == "sep="))
            m_rows.push_back(row);
    };
    const char* bytes = m_bytes.constData();
    for (qsizetype i = 0; i < m_bytes.size(); ++i) {
        const char each = bytes[i];
        if (each == '"')
            quoted = !quoted;
        if (each != '\n')
            continue;
        ++line;
        if (quoted)
            continue;
        finish(i);
        row = {i + 1, 0, line};
    }
    finish(m_bytes.size());
}

void TableText::readNames(const Row& header)
{
    const std::string_view line(m_bytes.constData() + header.begin,
                                static_cast<std::size_t>(header.end - header.begin));
    m_separator = separatorOf(line);
    m_names = QStringList({QString()});
    m_rows.insert(m_rows.begin(), header);
    std::vector<std::string_view> cells(1);
    // As many names as the line has cells.
    bool quoted = false;
    for (const char each : line) {
        quoted = quoted != (each == '"');
        if (each == m_separator && !quoted)
            m_names << QString();
    }
    read(0, cells);
    m_rows.erase(m_rows.begin());
    for (std::size_t i = 0; i < cells.size(); ++i)
        m_names[static_cast<int>(i)] = asText(cells[i]);
}

void TableText::refuseNamesTwice(int headerLine) const
{
    for (int i = 0; i < m_names.size(); ++i) {
        const QString& name = m_names[i];
        const auto other = static_cast<int>(m_names.indexOf(name));
        if (other < i && isKnownColumnName(name) && !sample(i).isEmpty() && !sample(other).isEmpty())
            refuseTable(
                m_path,
                TelemetryTableText::tr("line %1 names the column \"%2\" twice.").arg(headerLine).arg(name));
    }
}

void TableText::read(int row, std::vector<std::string_view>& cells) const
{
    const Row& place = m_rows[static_cast<std::size_t>(row)];
    cells.assign(static_cast<std::size_t>(m_names.size()), {});
    const char* bytes = m_bytes.constData();
    qsizetype begin = place.begin;
    bool quoted = false;
    std::size_t column = 0;
    for (qsizetype i = place.begin; i <= place.end && column < cells.size(); ++i) {
        if (i < place.end && bytes[i] == '"')
            quoted = !quoted;
        if (i < place.end && (quoted || bytes[i] != m_separator))
            continue;
        std::string_view cell = trimmed({bytes + begin, static_cast<std::size_t>(i - begin)});
        if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
            cell = trimmed(cell.substr(1, cell.size() - 2));
        cells[column++] = cell;
        begin = i + 1;
    }
}

QString TableText::sample(int column) const
{
    constexpr int furthest = 1000;
    std::vector<std::string_view> cells;
    for (int row = 0; row < std::min(rowCount(), furthest); ++row) {
        read(row, cells);
        if (const std::string_view cell = cells[static_cast<std::size_t>(column)]; !cell.empty())
            return asText(cell);
    }
    return {};
}

}  // namespace sheen
