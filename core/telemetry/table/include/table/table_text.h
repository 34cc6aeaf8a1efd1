#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <string_view>
#include <vector>

namespace sheen {

/**
 * A table as its file holds it: a header and rows of texts. Comma, semicolon, tab or bar between the cells,
 * whichever the header has most of; quotes as in RFC 4180; encodings as toUtf8() knows them.
 * Subtitles (SRT) with the telemetry of a DJI camera are such a table too, with the columns `time_s`,
 * `latitude`, ...
 *
 * Rows are found here and not by GDAL's CSV driver, which does not tell the line that a row stands in.
 */
class TableText
{
public:
    /** Throws Error(Unreadable): missing, unreadable, empty, binary, without rows, two columns with content
     * of one name that is known. */
    static TableText load(const QString& path);

    /** Takes subtitles (SRT) that lie within another file, which errors name. Throws as load() does. */
    static TableText fromSubtitles(const QString& path, const QByteArray& subtitles);

    /** Returns the names of a file's columns from its header alone; none where there is none. */
    static QStringList namesIn(const QString& path);

    const QString& path() const { return m_path; }
    const QStringList& names() const { return m_names; }
    int rowCount() const { return static_cast<int>(m_rows.size()); }
    int lineOf(int row) const { return m_rows[static_cast<std::size_t>(row)].line; }
    /** Whether it was made of subtitles, which have no columns that could be named. */
    bool isOfSubtitles() const { return m_isOfSubtitles; }
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
    static TableText fromBytes(const QString& path, const QByteArray& bytes);
    void findRows();
    void readNames(const Row& header);
    void refuseNamesTwice(int headerLine) const;

    QString m_path;
    QByteArray m_bytes;
    char m_separator = ',';
    bool m_isOfSubtitles = false;
    QStringList m_names;
    std::vector<Row> m_rows;
};

/** The telemetry table that cannot be used, and why: Error(Unreadable). */
[[noreturn]] void refuseTable(const QString& path, const QString& why);

}  // namespace sheen
