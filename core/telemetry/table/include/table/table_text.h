#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <string_view>
#include <vector>

namespace sheen {

/**
 * A table as its file holds it: a header and rows of texts. Comma, semicolon, tab or bar between the cells,
 * whichever the header has most of; quotes as in RFC 4180; UTF-8, or UTF-16 with a byte order mark. Subtitles
 * (SRT) with the telemetry of a DJI camera are such a table too, with the columns `time_s`, `latitude`, ...
 *
 * Rows are found here and not by GDAL's CSV driver, which does not tell the line that a row stands in.
 */
class TableText
{
public:
    /** Throws Error(Unreadable): missing, unreadable, empty, binary, without rows, a column named twice. */
    static TableText load(const QString& path);

    const QString& path() const { return m_path; }
    const QStringList& names() const { return m_names; }
    int rowCount() const { return static_cast<int>(m_rows.size()); }
    int lineOf(int row) const { return m_rows[static_cast<std::size_t>(row)].line; }
    bool hasDecimalComma() const { return m_separator != ','; }

    /** The cells of a row without their quotes, one for each name; empty where the row is short. */
    void read(int row, std::vector<std::string_view>& cells) const;

    /** The first text in a column that is not empty, for a look at it. */
    QString sample(int column) const;

private:
    struct Row
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        int line = 0;
    };
    void findRows();
    void readNames(const Row& header);

    QString m_path;
    QByteArray m_bytes;
    char m_separator = ',';
    QStringList m_names;
    std::vector<Row> m_rows;
};

/** The telemetry table that cannot be used, and why: Error(Unreadable). */
[[noreturn]] void refuseTable(const QString& path, const QString& why);

}  // namespace sheen
