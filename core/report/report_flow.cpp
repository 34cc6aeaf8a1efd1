// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_flow.h"

#include <algorithm>

#include "report_text.h"

namespace sheen {

namespace {

constexpr double textMargin = 0.6;  //!< millimetres below a text

}  // namespace

ReportFlow::ReportFlow(ReportPages& pages, const QString& heading)
    : m_pages(pages), m_heading(heading), m_y(pages.beginPage(heading))
{}

ReportFlow::ReportFlow(ReportPages& pages, const QString& heading, double y)
    : m_pages(pages), m_heading(heading), m_y(y)
{}

void ReportFlow::nextPage()
{
    m_y = m_pages.beginPage(ReportText::tr("%1, continued").arg(m_heading));
}

void ReportFlow::keep(double millimetres)
{
    if (room() < millimetres)
        nextPage();
}

void ReportFlow::heading(const QString& text)
{
    constexpr double headingAndSome = 28;
    m_heading = text;
    if (room() < headingAndSome) {
        m_y = m_pages.beginPage(text);
        return;
    }
    m_pages.text({ReportPages::left, m_y + 4, ReportPages::width, 8}, text, ReportStyle::Heading);
    m_y += 13;
}

void ReportFlow::paragraph(const QString& text, ReportStyle style)
{
    QStringList lines = m_pages.wrapped(text, ReportPages::width, style);
    const double line = m_pages.lineHeight(style);
    while (!lines.isEmpty()) {
        int fits = static_cast<int>((room() - textMargin) / line);
        if (fits < 1) {
            nextPage();
            fits = static_cast<int>((room() - textMargin) / line);
        }
        const QStringList part = lines.mid(0, fits);
        const double height = line * static_cast<double>(part.size()) + textMargin;
        m_pages.text({ReportPages::left, m_y, ReportPages::width, height}, part.join(QLatin1Char('\n')),
                     style);
        m_y += height;
        lines = lines.mid(static_cast<int>(part.size()));
    }
}

void ReportFlow::list(const QStringList& texts)
{
    for (const QString& text : texts)
        paragraph(QStringLiteral("\u2022 ") + text);
}

void ReportFlow::table(const std::vector<ReportColumn>& columns, const std::vector<QStringList>& rows,
                       ReportStyle content)
{
    const bool headed = std::any_of(columns.begin(), columns.end(),
                                    [](const ReportColumn& column) { return !column.heading.isEmpty(); });
    QStringList headings;
    for (const ReportColumn& column : columns)
        headings << column.heading;
    const double headingHeight =
        headed ? m_pages.rowHeight(m_pages.wrappedRow(headings, columns, ReportStyle::Strong),
                                   ReportStyle::Strong)
               : 0;
    std::vector<QStringList> part;
    double height = headingHeight;
    const auto write = [&] {
        if (!part.empty())
            m_y = m_pages.table(m_y, columns, part, content);
        part.clear();
        height = headingHeight;
    };
    for (const QStringList& row : rows) {
        QStringList wrapped = m_pages.wrappedRow(row, columns, content);
        const double rowHeight = m_pages.rowHeight(wrapped, content);
        if (height + rowHeight > room()) {
            write();
            nextPage();
        }
        part.push_back(std::move(wrapped));
        height += rowHeight;
    }
    write();
    m_y += 1.5;
}

void ReportFlow::facts(const std::vector<QStringList>& rows)
{
    table({{QString(), 52}, {QString(), 128}}, rows);
}

void ReportFlow::facts(const ReportRows& rows)
{
    std::vector<QStringList> cells;
    for (const ReportRow& row : rows) {
        if (!row.title.isEmpty() && !row.value.isEmpty())
            cells.push_back({row.title, row.value});
    }
    facts(cells);
}

}  // namespace sheen
