// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report_pages.h"
#include "report_row.h"

namespace sheen {

/** Headings, texts and tables one below the other, on as many pages as they take. */
class ReportFlow
{
public:
    /** Begins a page with a heading, which the pages after it repeat. */
    ReportFlow(ReportPages& pages, const QString& heading);
    /** Goes on below y of the page under way. */
    ReportFlow(ReportPages& pages, const QString& heading, double y);

    double y() const { return m_y; }
    double room() const { return ReportPages::bottom - m_y; }
    void skip(double millimetres) { m_y += millimetres; }
    /** Goes on on a new page where there is less room. */
    void keep(double millimetres);

    void heading(const QString& text);
    void paragraph(const QString& text, ReportStyle style = ReportStyle::Body);
    /** Each text with a dot in front. */
    void list(const QStringList& texts);
    /** Cells are wrapped; the headings come again on each page. */
    void table(const std::vector<ReportColumn>& columns, const std::vector<QStringList>& rows,
               ReportStyle content = ReportStyle::Body);
    /** Names and values in two columns. */
    void facts(const std::vector<QStringList>& rows);
    /** Those with a title and a value. */
    void facts(const ReportRows& rows);

private:
    void nextPage();

    ReportPages& m_pages;
    QString m_heading;
    double m_y = 0;
};

}  // namespace sheen
