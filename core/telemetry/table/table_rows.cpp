#include "table/table_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include "row_order.h"
#include "table_instants.h"
#include "table_values.h"
#include "telemetry_table_text.h"

namespace sheen {

namespace {

using M = ColumnMeaning;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr int leastGoodForOneBad = 4;

bool isInstant(M meaning)
{
    return meaning == M::Utc || meaning == M::LocalTime;
}

std::size_t indexOf(M meaning)
{
    return static_cast<std::size_t>(meaning);
}

/** Takes the rows of a table in. */
class RowReader
{
public:
    RowReader(const TableText& tableText, const std::vector<TableColumn>& tableColumns, bool allNeeded)
        : m_text(tableText), m_columns(tableColumns), m_needsAll(allNeeded)
    {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (m_columns[i].meaning != M::Unused)
                prepare(i);
        }
    }

    TableRows readAll()
    {
        chooseKey();
        findDateOrder();
        std::vector<std::string_view> cells;
        for (int row = 0; row < m_text.rowCount(); ++row) {
            m_text.read(row, cells);
            readRow(row, cells);
        }
        refuseMostlyBad();
        if (m_keys.empty())
            refuseTable(m_text.path(), TelemetryTableText::tr("no row has a time."));
        fill(inOrder());
        return std::move(m_rows);
    }

private:
    struct Wanted
    {
        std::size_t column = 0;
        double factor = 1;
    };
    /** The numbers of one row, by meaning; not a number where it says nothing. */
    using Values = std::array<double, columnMeaningCount>;

    void prepare(std::size_t at)
    {
        const TableColumn& column = m_columns[at];
        const std::optional<double> factor = unitFactor(column.meaning, column.unit);
        if (!factor) {
            refuseTable(m_text.path(),
                        TelemetryTableText::tr(
                            "the column \"%1\" does not say its unit (%2). Say it like --units \"%1=%3\".")
                            .arg(column.name, unitsOf(column.meaning).join(QStringLiteral(", ")),
                                 unitsOf(column.meaning).first()));
        }
        m_wanted[indexOf(column.meaning)] = Wanted{at, *factor};
    }

    const std::optional<Wanted>& wanted(M meaning) const { return m_wanted[indexOf(meaning)]; }

    void chooseKey()
    {
        m_key = wanted(M::Time) ? M::Time : wanted(M::Utc) ? M::Utc : M::Frame;
        if (!wanted(m_key)) {
            refuseTable(m_text.path(),
                        TelemetryTableText::tr(
                            "no column with times or frame numbers was recognised in it. Name it like "
                            "--columns \"%1=time\".")
                            .arg(m_text.names().first()));
        }
        m_rows.keysAreInstants = m_key == M::Utc;
        m_rows.keysAreFrames = m_key == M::Frame;
    }

    /** One date whose first number is no month says it for all. */
    void findDateOrder()
    {
        if (!wanted(M::Utc))
            return;
        std::vector<std::string_view> cells;
        for (int row = 0; row < m_text.rowCount(); ++row) {
            m_text.read(row, cells);
            const std::string_view cell = cells[wanted(M::Utc)->column];
            if (isBlankCell(cell))
                continue;
            if (saysDayFirst(cell))
                m_dateOrder = DateOrder::DayFirst;
            // Only dates with the year last leave it open; others are not all looked at.
            if (m_dateOrder == DateOrder::DayFirst || cell.substr(0, 3).find('/') == std::string_view::npos)
                return;
        }
    }

    /** Whether a row cannot do without. */
    bool isNeeded(M meaning) const
    {
        if (m_needsAll)
            return meaning != M::RelativeAzimuth && meaning != M::FocalLength;
        return meaning == m_key || meaning == M::Latitude || meaning == M::Longitude ||
               meaning == M::Altitude || meaning == M::EllipsoidHeight || meaning == M::Height;
    }

    void noteFault(const QString& sentence, M meaning, int row, std::string_view cell)
    {
        constexpr std::size_t mostShown = 40;
        const std::size_t column = wanted(meaning)->column;
        const QString fault =
            sentence.arg(m_text.lineOf(row)).arg(m_columns[column].name, asText(cell.substr(0, mostShown)));
        ++m_faults[indexOf(meaning)];
        if (m_firstFaults[indexOf(meaning)].isEmpty())
            m_firstFaults[indexOf(meaning)] = fault;
        if (m_rows.repairs.firstFault.isEmpty())
            m_rows.repairs.firstFault = fault;
    }

    std::optional<double> readCell(M meaning, std::string_view cell) const
    {
        if (isInstant(meaning))
            return instantInCell(cell, m_dateOrder);
        if (meaning == M::Recording)
            return flagInCell(cell);
        return numberInCell(cell, m_text.hasDecimalComma());
    }

    /** Not a number for a blank cell, and for one that makes no sense, which is noted. */
    double number(M meaning, int row, const std::vector<std::string_view>& cells)
    {
        const Wanted& from = *wanted(meaning);
        const std::string_view cell = cells[from.column];
        if (isBlankCell(cell) && !(m_needsAll && isNeeded(meaning)))
            return missing;
        const std::optional<double> read = readCell(meaning, cell);
        if (!read) {
            noteFault(isInstant(meaning)
                          ? TelemetryTableText::tr("line %1, column \"%2\": \"%3\" is no time.")
                          : TelemetryTableText::tr("line %1, column \"%2\": \"%3\" is not a number."),
                      meaning, row, cell);
            return missing;
        }
        const double value = *read * from.factor;
        // A lens without a focal length, a field without a width: not known.
        if (isZoom(meaning) && value == 0)
            return missing;
        if (!isPossible(meaning, value)) {
            noteFault(TelemetryTableText::tr("line %1, column \"%2\": %3 is out of its range."), meaning, row,
                      cell);
            return missing;
        }
        return value;
    }

    static QString asText(std::string_view cell)
    {
        return QString::fromUtf8(cell.data(), static_cast<int>(cell.size()));
    }

    void readRow(int row, const std::vector<std::string_view>& cells)
    {
        Values values;
        values.fill(missing);
        bool isUsable = true;
        for (std::size_t i = 0; i < columnMeaningCount; ++i) {
            const auto meaning = static_cast<M>(i);
            if (meaning == M::Sensor || meaning == M::Unused || !wanted(meaning))
                continue;
            const int faults = m_faults[i];
            values[i] = number(meaning, row, cells);
            if (m_faults[i] == faults)
                continue;
            if (isNeeded(meaning))
                isUsable = false;
            else
                ++m_rows.repairs.cellsLeftOut;
        }
        if (!isUsable) {
            ++m_rows.repairs.rowsLeftOut;
            return;
        }
        const double key = values[indexOf(m_key)];
        if (std::isnan(key))
            return;
        dropPlaceWithoutFix(values);
        m_keys.push_back(overMidnight(key));
        m_lines.push_back(row);
        m_values.push_back(values);
        const auto& sensor = wanted(M::Sensor);
        m_sensors.push_back(sensor && !isBlankCell(cells[sensor->column])
                                ? asText(cells[sensor->column]).toUpper()
                                : QString());
    }

    /** A clock that shows no date starts again at midnight; rows a little out of order do not reach so far.
     */
    double overMidnight(double key)
    {
        if (m_key != M::Utc || key >= secondsOfDay)
            return key;
        if (!m_keys.empty() && key + m_midnights < m_keys.back() - secondsOfDay / 2)
            m_midnights += secondsOfDay;
        return key + m_midnights;
    }

    /** Receivers write 0, 0 until they know where they are. */
    static void dropPlaceWithoutFix(Values& values)
    {
        double& latitude = values[indexOf(M::Latitude)];
        double& longitude = values[indexOf(M::Longitude)];
        if (latitude == 0 && longitude == 0)
            latitude = longitude = missing;
    }

    void refuseMostlyBad() const
    {
        const int rows = m_text.rowCount();
        const auto areTooMany = [rows](int bad) { return bad * (leastGoodForOneBad + 1) > rows; };
        if (areTooMany(m_rows.repairs.rowsLeftOut))
            refuseTable(m_text.path(), m_rows.repairs.firstFault);
        for (std::size_t i = 0; i < columnMeaningCount; ++i) {
            if (areTooMany(m_faults[i]))
                refuseTable(m_text.path(), m_firstFaults[i]);
        }
    }

    RowOrder inOrder()
    {
        const auto isSame = [this](std::size_t a, std::size_t b) {
            return m_sensors[a] == m_sensors[b] &&
                   std::equal(m_values[a].begin(), m_values[a].end(), m_values[b].begin(),
                              [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
        };
        RowOrder order = orderRows(m_keys, isSame);
        const bool hasFrames = wanted(M::Frame) && m_needsAll;
        const auto areTooMany = [this](const std::vector<std::size_t>& rows) {
            return rows.size() * (leastGoodForOneBad + 1) > m_keys.size();
        };
        if (hasFrames && m_key != M::Frame && (!order.misplaced.empty() || !order.repeated.empty())) {
            // Poses are told by their frames: times that do not ascend are not needed.
            keyByFrames();
            order = sortRows(m_keys);
        } else if (!hasFrames && areTooMany(order.misplaced)) {
            refuseOrder();
        }
        if (areTooMany(order.repeated))
            refuseRepeated(order.repeated.front());
        if (hasFrames)
            checkFramesTwice();
        m_rows.repairs.rowsMisplaced = static_cast<int>(order.misplaced.size());
        m_rows.repairs.rowsRepeated += static_cast<int>(order.repeated.size());
        m_rows.repairs.isSpread = order.isSpread;
        return order;
    }

    /** Of exact poses: rows that give a frame which another row gives already. */
    void checkFramesTwice()
    {
        const auto frameOf = [this](std::size_t row) { return m_values[row][indexOf(M::Frame)]; };
        std::vector<std::size_t> rows(m_keys.size());
        std::iota(rows.begin(), rows.end(), std::size_t(0));
        std::stable_sort(rows.begin(), rows.end(),
                         [&](std::size_t a, std::size_t b) { return frameOf(a) < frameOf(b); });
        std::vector<std::size_t> twice;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (frameOf(rows[i]) == frameOf(rows[i - 1]))
                twice.push_back(i);
        }
        if (twice.size() * (leastGoodForOneBad + 1) > rows.size())
            refuseTable(m_text.path(),
                        TelemetryTableText::tr("line %1, column \"frame\": line %2 already gives frame %3.")
                            .arg(m_text.lineOf(m_lines[rows[twice.front()]]))
                            .arg(m_text.lineOf(m_lines[rows[twice.front() - 1]]))
                            .arg(frameOf(rows[twice.front()])));
        m_rows.repairs.rowsRepeated += static_cast<int>(twice.size());
    }

    void keyByFrames()
    {
        m_key = M::Frame;
        m_rows.keysAreFrames = true;
        m_rows.keysAreInstants = false;
        for (std::size_t i = 0; i < m_keys.size(); ++i)
            m_keys[i] = m_values[i][indexOf(M::Frame)];
    }

    QString shownKey(std::size_t row) const
    {
        std::vector<std::string_view> cells;
        m_text.read(m_lines[row], cells);
        return asText(cells[wanted(m_key)->column]);
    }

    [[noreturn]] void refuseOrder() const
    {
        std::size_t back = 1;
        while (m_keys[back] >= m_keys[back - 1])
            ++back;
        refuseTable(m_text.path(),
                    TelemetryTableText::tr("line %1: \"%2\" goes back to %3. Sort the rows by their time.")
                        .arg(m_text.lineOf(m_lines[back]))
                        .arg(m_columns[wanted(m_key)->column].name, shownKey(back)));
    }

    [[noreturn]] void refuseRepeated(std::size_t row) const
    {
        std::size_t twin = 0;
        while (m_keys[twin] != m_keys[row] || twin == row)
            ++twin;
        refuseTable(m_text.path(),
                    TelemetryTableText::tr(
                        "line %1: \"%2\" is %3 as in line %4 already. Leave one of the rows out, or "
                        "choose another column for the time.")
                        .arg(m_text.lineOf(m_lines[std::max(row, twin)]))
                        .arg(m_columns[wanted(m_key)->column].name, shownKey(row))
                        .arg(m_text.lineOf(m_lines[std::min(row, twin)])));
    }

    void fill(const RowOrder& order)
    {
        for (std::size_t at = 0; at < order.rows.size(); ++at) {
            const std::size_t row = order.rows[at];
            const double key = order.keys[at];
            for (std::size_t i = 0; i < columnMeaningCount; ++i) {
                const double value = m_values[row][i];
                if (std::isnan(value))
                    continue;
                if (static_cast<M>(i) == M::Frame) {
                    m_rows.keyOfFrame.emplace_back(static_cast<int>(value), key);
                    continue;
                }
                m_rows.series[i].keys.push_back(key);
                m_rows.series[i].values.push_back(value);
            }
            if (!m_sensors[row].isEmpty())
                m_rows.sensors.emplace_back(key, m_sensors[row]);
        }
        m_rows.firstKey = order.keys.front();
        m_rows.lastKey = order.keys.back();
        auto& frames = m_rows.keyOfFrame;
        std::sort(frames.begin(), frames.end());
        frames.erase(std::unique(frames.begin(), frames.end(),
                                 [](const auto& a, const auto& b) { return a.first == b.first; }),
                     frames.end());
    }

    TableRows m_rows;
    const TableText& m_text;
    const std::vector<TableColumn>& m_columns;
    const bool m_needsAll;
    std::array<std::optional<Wanted>, columnMeaningCount> m_wanted;
    M m_key = M::Time;
    DateOrder m_dateOrder = DateOrder::MonthFirst;
    double m_midnights = 0;  //!< seconds of the days that the clock has begun anew

    std::array<int, columnMeaningCount> m_faults{};  //!< by meaning, and the first one's sentence
    std::array<QString, columnMeaningCount> m_firstFaults;

    // Of the rows that can be used.
    std::vector<double> m_keys;
    std::vector<int> m_lines;  //!< rows of the text
    std::vector<Values> m_values;
    std::vector<QString> m_sensors;
};

}  // namespace

TableRows readRows(const TableText& text, const std::vector<TableColumn>& columns, bool needsAll)
{
    return RowReader(text, columns, needsAll).readAll();
}

}  // namespace sheen
