#include "table/table_rows.h"

#include <QCoreApplication>
#include <algorithm>
#include <optional>
#include <utility>

#include "table_values.h"

namespace sheen {

namespace {

using M = ColumnMeaning;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TelemetryTable)
};

/** Takes the rows of a table in. */
class RowReader
{
public:
    RowReader(const TableText& tableText, const std::vector<TableColumn>& tableColumns)
        : m_text(tableText), m_columns(tableColumns)
    {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (m_columns[i].meaning != M::Unused)
                prepare(i);
        }
    }

    TableRows readAll()
    {
        chooseKey();
        std::vector<std::string_view> cells;
        for (int row = 0; row < m_text.rowCount(); ++row) {
            m_text.read(row, cells);
            readRow(row, cells);
        }
        if (!m_lastKey)
            refuseTable(m_text.path(), Text::tr("no row has a time."));
        m_rows.lastKey = *m_lastKey;
        std::sort(m_rows.keyOfFrame.begin(), m_rows.keyOfFrame.end());
        return std::move(m_rows);
    }

private:
    struct Wanted
    {
        std::size_t column = 0;
        double factor = 1;
    };

    void prepare(std::size_t at)
    {
        const TableColumn& column = m_columns[at];
        const std::optional<double> factor = unitFactor(column.meaning, column.unit);
        if (!factor) {
            refuseTable(
                m_text.path(),
                Text::tr("the column \"%1\" does not say its unit (%2). Say it like --units \"%1=%3\".")
                    .arg(column.name, unitsOf(column.meaning).join(QStringLiteral(", ")),
                         unitsOf(column.meaning).first()));
        }
        m_wanted[static_cast<std::size_t>(column.meaning)] = Wanted{at, *factor};
    }

    const std::optional<Wanted>& wanted(M meaning) const
    {
        return m_wanted[static_cast<std::size_t>(meaning)];
    }

    void chooseKey()
    {
        m_key = wanted(M::Time) ? M::Time : wanted(M::Utc) ? M::Utc : M::Frame;
        if (!wanted(m_key)) {
            refuseTable(m_text.path(),
                        Text::tr("no column with times or frame numbers was recognised in it. Name it like "
                                 "--columns \"%1=time\".")
                            .arg(m_text.names().first()));
        }
        m_rows.keysAreInstants = m_key == M::Utc;
        m_rows.keysAreFrames = m_key == M::Frame;
    }

    /** Nothing for a blank cell. */
    std::optional<double> number(M meaning, int row, const std::vector<std::string_view>& cells) const
    {
        const Wanted& from = *wanted(meaning);
        const std::string_view cell = cells[from.column];
        if (isBlankCell(cell))
            return std::nullopt;
        const std::optional<double> read =
            meaning == M::Utc ? instantInCell(cell) : numberInCell(cell, m_text.hasDecimalComma());
        if (!read)
            refuseCell(meaning == M::Utc ? Text::tr("line %1, column \"%2\": \"%3\" is no time.")
                                         : Text::tr("line %1, column \"%2\": \"%3\" is not a number."),
                       row, from.column, cell);
        const double value = *read * from.factor;
        if (!isPossible(meaning, value))
            refuseCell(Text::tr("line %1, column \"%2\": %3 is out of its range."), row, from.column, cell);
        // A lens without a focal length, a field without a width: not known.
        if (isZoom(meaning) && value == 0)
            return std::nullopt;
        return value;
    }

    [[noreturn]] void refuseCell(const QString& sentence, int row, std::size_t column,
                                 std::string_view cell) const
    {
        constexpr std::size_t mostShown = 40;
        refuseTable(
            m_text.path(),
            sentence.arg(m_text.lineOf(row)).arg(m_columns[column].name, asText(cell.substr(0, mostShown))));
    }

    static QString asText(std::string_view cell)
    {
        return QString::fromUtf8(cell.data(), static_cast<int>(cell.size()));
    }

    void readRow(int row, const std::vector<std::string_view>& cells)
    {
        const std::optional<double> key = number(m_key, row, cells);
        if (!key)
            return;
        checkOrder(*key, row, cells);
        for (std::size_t i = 0; i < columnMeaningCount; ++i) {
            const auto meaning = static_cast<M>(i);
            if (meaning == M::Sensor || meaning == M::Frame || meaning == M::Unused || !wanted(meaning))
                continue;
            if (const std::optional<double> value = number(meaning, row, cells))
                m_rows.series[i].keys.push_back(*key), m_rows.series[i].values.push_back(*value);
        }
        dropPlaceWithoutFix(*key);
        if (wanted(M::Frame)) {
            if (const auto value = number(M::Frame, row, cells))
                m_rows.keyOfFrame.emplace_back(static_cast<int>(*value), *key);
        }
        if (const auto& sensor = wanted(M::Sensor)) {
            const std::string_view cell = cells[sensor->column];
            if (!isBlankCell(cell))
                m_rows.sensors.emplace_back(*key, asText(cell).toUpper());
        }
        if (!m_lastKey)
            m_rows.firstKey = *key;
        m_lastKey = key;
        m_lastRow = row;
    }

    void checkOrder(double key, int row, const std::vector<std::string_view>& cells) const
    {
        if (!m_lastKey || key > *m_lastKey)
            return;
        const QString name = m_columns[wanted(m_key)->column].name;
        const QString shown = asText(cells[wanted(m_key)->column]);
        if (key < *m_lastKey) {
            refuseTable(m_text.path(),
                        Text::tr("line %1: \"%2\" goes back to %3. Sort the rows by their time.")
                            .arg(m_text.lineOf(row))
                            .arg(name, shown));
        }
        refuseTable(m_text.path(),
                    Text::tr("line %1: \"%2\" is %3 as in line %4 already. Leave one of the rows out, or "
                             "choose another column for the time.")
                        .arg(QString::number(m_text.lineOf(row)), name, shown,
                             QString::number(m_text.lineOf(m_lastRow))));
    }

    /** Receivers write 0, 0 until they know where they are. */
    void dropPlaceWithoutFix(double key)
    {
        TableSeries& latitudes = m_rows.series[static_cast<std::size_t>(M::Latitude)];
        TableSeries& longitudes = m_rows.series[static_cast<std::size_t>(M::Longitude)];
        if (latitudes.keys.empty() || longitudes.keys.empty() || latitudes.keys.back() != key ||
            longitudes.keys.back() != key || latitudes.values.back() != 0 || longitudes.values.back() != 0)
            return;
        for (TableSeries* series : {&latitudes, &longitudes}) {
            series->keys.pop_back();
            series->values.pop_back();
        }
    }

    TableRows m_rows;
    const TableText& m_text;
    const std::vector<TableColumn>& m_columns;
    std::array<std::optional<Wanted>, columnMeaningCount> m_wanted;
    M m_key = M::Time;
    std::optional<double> m_lastKey;
    int m_lastRow = 0;
};

}  // namespace

TableRows readRows(const TableText& text, const std::vector<TableColumn>& columns)
{
    return RowReader(text, columns).readAll();
}

}  // namespace sheen
