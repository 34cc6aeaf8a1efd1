// SPDX-License-Identifier: GPL-3.0-or-later
#include <qgslayoutitemmap.h>
#include <qgslayoutitempicture.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>

#include <QDir>

#include "base/error.h"
#include "base/part_folder.h"
#include "report/report_template.h"
#include "report_case.h"
#include "report_pages.h"
#include "report_slick_page.h"
#include "report_tables.h"
#include "report_text.h"
#include "template_file.h"
#include "wording/wording.h"

namespace sheen {

namespace {

constexpr double pageLeft = ReportPages::left;
constexpr double pageTop = ReportPages::top;
constexpr double pageWidth = ReportPages::width;

QString inBraces(const QString& field)
{
    return QLatin1Char('{') + field + QLatin1Char('}');
}

/** Our pages as a template says them. */
class OwnTemplate
{
public:
    explicit OwnTemplate(QgsPrintLayout& layout) : m_layout(layout), m_pages(layout) {}

    void make()
    {
        const RunFacts facts;
        const std::vector<FrameRecord> frames;
        const std::vector<Slick> slicks;
        const ProductInput nothing{facts, frames, slicks};
        addCase(nothing);
        addOverview();
        addSlick(nothing);
    }

private:
    void begin(const QString& title)
    {
        m_pages.beginPage();
        m_pages.text({pageLeft, pageTop, pageWidth, 9}, title, ReportStyle::Heading);
        m_pages.text({pageLeft, 285, pageWidth - 40, 4}, QStringLiteral("{made_with} \u00b7 {flight}"),
                     ReportStyle::Small);
        m_pages.text({pageLeft + pageWidth - 40, 285, 40, 4},
                     ReportText::tr("Page %1 of %2").arg(QStringLiteral("{page}"), QStringLiteral("{pages}")),
                     ReportStyle::Small, Qt::AlignRight);
        m_y = pageTop + 11;
    }

    void line(const QString& text, double height, ReportStyle style = ReportStyle::Body)
    {
        m_pages.text({pageLeft, m_y, pageWidth, height}, text, style);
        m_y += height;
    }

    /** Titles to the left, fields beside them. */
    void addRows(const ReportRows& rows)
    {
        constexpr double titleWidth = 52;
        constexpr double height = 4.8;
        for (const ReportRow& row : rows) {
            if (row.title.isEmpty() || row.value.isEmpty())
                continue;  // seldom said
            m_pages.text({pageLeft, m_y, titleWidth, height}, row.title);
            m_pages.text({pageLeft + titleWidth, m_y, pageWidth - titleWidth, height}, inBraces(row.field));
            m_y += height;
        }
        m_y += 3;
    }

    /** A row for each decision. */
    void addTotals()
    {
        const std::vector<QString> titles = {ReportText::tr("Decision"),
                                             ReportText::tr("Slicks", "how many"),
                                             ReportText::tr("Overall area"),
                                             ReportText::tr("Oiled area"),
                                             ReportText::tr("Minimum volume (law)"),
                                             ReportText::tr("Maximum volume (response)")};
        const std::vector<double> widths = {24, 14, 28, 28, 40, 46};
        const auto addCells = [&](const std::vector<QString>& cells, ReportStyle style, double height) {
            double x = pageLeft;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                m_pages.text({x, m_y, widths[i], height}, cells[i], style,
                             i > 0 ? Qt::AlignRight : Qt::AlignLeft);
                x += widths[i];
            }
            m_y += height;
        };
        addCells(titles, ReportStyle::Strong, 9);
        const Wording words;
        std::vector<QString> cells;
        for (const ReportRow& row : totalRows({})) {
            if (cells.empty())
                cells.push_back(words.decision(decisionFromName(row.field.section(QLatin1Char('_'), 0, 0))));
            cells.push_back(inBraces(row.field));
            if (cells.size() == widths.size()) {
                addCells(cells, ReportStyle::Dense, 5.5);
                cells.clear();
            }
        }
        m_y += 2;
    }

    void addMap(const QString& id, double height)
    {
        auto* map = new QgsLayoutItemMap(&m_layout);
        map->setId(id);
        map->setFrameEnabled(true);
        m_pages.place(map, {pageLeft, m_y, pageWidth, height});
    }

    void addPicture(const QString& id, double x, double pictureWidth, double height)
    {
        auto* picture = new QgsLayoutItemPicture(&m_layout);
        picture->setId(id);
        picture->setFrameEnabled(true);
        m_pages.place(picture, {x, m_y, pictureWidth, height});
    }

    void addCase(const ProductInput& nothing)
    {
        begin(QStringLiteral("{title}"));
        addRows(caseRows(nothing, nullptr));
        addTotals();
        line(QStringLiteral("{looked_at}"), 10, ReportStyle::Strong);
        line(QStringLiteral("{unfinished}"), 6, ReportStyle::Strong);
    }

    void addOverview()
    {
        begin(ReportText::tr("Overview"));
        addMap(template_id::overviewMap(), ReportPages::bottom - m_y - 4);
    }

    void addSlick(const ProductInput& nothing)
    {
        begin(ReportText::tr("Slick %1").arg(QStringLiteral("{slick_number}")));
        line(QStringLiteral("{slick_decided}"), 6, ReportStyle::Strong);
        constexpr double gap = 4;
        constexpr double half = (pageWidth - gap) / 2;
        constexpr double height = 52;
        addPicture(template_id::slickClean(), pageLeft, half, height);
        addPicture(template_id::slickOutlined(), pageLeft + half + gap, half, height);
        m_y += height + 3;
        addRows(slickRows(nothing, nullptr, Slick()));
        line(QStringLiteral("{slick_shares}"), 5);
        line(QStringLiteral("{slick_volume_note}"), 5, ReportStyle::Small);
        m_y += 2;
        addMap(template_id::slickMap(), ReportPages::bottom - m_y);
    }

    QgsPrintLayout& m_layout;
    ReportPages m_pages;
    double m_y = 0;
};

}  // namespace

void writeReportTemplate(const QString& folder)
{
    const QString name = QStringLiteral("report_template.qpt");
    const PartFolder parts(folder);
    QgsProject project;
    QgsPrintLayout layout(&project);
    layout.setName(ReportText::tr("Report of Sheen"));
    OwnTemplate(layout).make();
    if (!layout.saveAsTemplate(parts.path(name), QgsReadWriteContext()))
        throw Error(
            ReportText::tr("The report template \"%1\" could not be written. Make room on the disk or "
                           "choose another folder.")
                .arg(QDir(folder).absoluteFilePath(name)));
    parts.publish(name);
}

}  // namespace sheen
