#include "report_pages.h"

#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslayoutframe.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemmanualtable.h>
#include <qgslayoutitempage.h>
#include <qgslayoutitempicture.h>
#include <qgslayoutitemshape.h>
#include <qgslayoutpagecollection.h>
#include <qgslayouttablecolumn.h>

#include <QFontDatabase>
#include <QLocale>

#include "report_text.h"

namespace sheen {

namespace {

const QColor ink(33, 37, 41);
const QColor faintLine(205, 212, 218);
const QColor headerFill(232, 238, 243);
constexpr double cellMargin = 1;  //!< millimetres

/** Fonts that are installed, best first; a Korean report begins with one that has Hangul. */
QStringList usableFamilies()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    const QStringList installed = QFontDatabase::families();
#else
    const QStringList installed = QFontDatabase().families();
#endif
    QStringList wanted = {QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
                          QStringLiteral("Liberation Sans"), QStringLiteral("Arial")};
    const QStringList korean = {QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Noto Sans KR"),
                                QStringLiteral("NanumGothic"), QStringLiteral("Malgun Gothic")};
    wanted = QLocale().language() == QLocale::Korean ? korean + wanted : wanted + korean;
    QStringList families;
    for (const QString& family : wanted) {
        if (installed.contains(family))
            families << family;
    }
    return families;
}

/**
 * Returns what a label shows as `text`. QGIS evaluates what stands between [% and %] and puts a date in the
 * place of $CURRENT_DATE; so where a text has these, they become expressions that give them back.
 */
QString literal(QString text)
{
    text.replace(QLatin1String("[%"), QLatin1String("[%'[%'%]"));
    text.replace(QLatin1String("$CURRENT_DATE"), QLatin1String("[%'$CURRENT_'||'DATE'%]"));
    return text;
}

QgsTextFormat formatOf(const QStringList& families, double points, bool bold, const QColor& colour)
{
    QgsTextFormat format;
    QFont font;
    if (!families.isEmpty())
        font.setFamilies(families);
    font.setBold(bold);
    format.setFont(font);
    format.setSize(points);
    format.setSizeUnit(Qgis::RenderUnit::Points);
    format.setColor(colour);
    return format;
}

}  // namespace

QgsFillSymbol* makeFill(const QColor& fill, const QColor& stroke, double strokeMillimetres, Qt::PenStyle pen)
{
    auto* layer = new QgsSimpleFillSymbolLayer(fill, fill.alpha() == 0 ? Qt::NoBrush : Qt::SolidPattern,
                                               stroke, strokeMillimetres > 0 ? pen : Qt::NoPen,
                                               strokeMillimetres, Qt::RoundJoin);
    return new QgsFillSymbol(QgsSymbolLayerList{layer});
}

ReportPages::ReportPages(QgsPrintLayout& layout) : m_layout(layout), m_families(usableFamilies())
{}

void ReportPages::beginPage()
{
    auto* page = new QgsLayoutItemPage(&m_layout);
    page->setPageSize(QgsLayoutSize(210, 297, Qgis::LayoutUnit::Millimeters));
    m_layout.pageCollection()->addPage(page);
    ++m_page;
}

double ReportPages::beginPage(const QString& heading)
{
    beginPage();
    text({left, top, width, 8}, heading, ReportStyle::Heading);
    return top + 10;
}

QgsTextFormat ReportPages::format(ReportStyle style) const
{
    switch (style) {
        case ReportStyle::Title:
            return formatOf(m_families, 19, true, ink);
        case ReportStyle::Heading:
            return formatOf(m_families, 13, true, ink);
        case ReportStyle::Strong:
            return formatOf(m_families, 8.5, true, ink);
        case ReportStyle::Dense:
            return formatOf(m_families, 7.5, false, ink);
        case ReportStyle::Small:
            return formatOf(m_families, 7, false, QColor(90, 98, 106));
        case ReportStyle::Body:
            break;
    }
    return formatOf(m_families, 8.5, false, ink);
}

void ReportPages::place(QgsLayoutItem* item, const QRectF& where)
{
    m_layout.addLayoutItem(item);
    item->attemptMove(QgsLayoutPoint(where.x(), where.y(), Qgis::LayoutUnit::Millimeters), true, false,
                      m_page);
    item->attemptResize(QgsLayoutSize(where.width(), where.height(), Qgis::LayoutUnit::Millimeters));
}

QgsLayoutItemLabel* ReportPages::text(const QRectF& where, const QString& text, ReportStyle style,
                                      Qt::AlignmentFlag alignment)
{
    auto* label = new QgsLayoutItemLabel(&m_layout);
    label->setText(literal(text));
    label->setTextFormat(format(style));
    label->setHAlign(alignment);
    label->setVAlign(Qt::AlignTop);
    label->setMargin(0);
    place(label, where);
    return label;
}

void ReportPages::box(const QRectF& where, const QColor& fill, const QColor& stroke, double strokeMillimetres)
{
    auto* shape = new QgsLayoutItemShape(&m_layout);
    shape->setShapeType(QgsLayoutItemShape::Rectangle);
    const std::unique_ptr<QgsFillSymbol> symbol(makeFill(fill, stroke, strokeMillimetres));
    shape->setSymbol(symbol.get());  // it takes a copy
    place(shape, where);
}

void ReportPages::picture(const QRectF& where, const QString& path)
{
    auto* picture = new QgsLayoutItemPicture(&m_layout);
    picture->setPicturePath(path);
    picture->setResizeMode(QgsLayoutItemPicture::Zoom);
    picture->setPictureAnchor(QgsLayoutItem::UpperLeft);
    place(picture, where);
}

double ReportPages::table(double y, const std::vector<ReportColumn>& columns,
                          const std::vector<QStringList>& rows, ReportStyle content)
{
    auto* table = new QgsLayoutItemManualTable(&m_layout);
    m_layout.addMultiFrame(table);
    table->setCellMargin(cellMargin);
    table->setContentTextFormat(format(content));
    table->setHeaderTextFormat(format(ReportStyle::Strong));
    table->setHeaderMode(QgsLayoutTable::AllFrames);
    table->setShowGrid(true);
    table->setVerticalGrid(false);
    table->setGridColor(faintLine);
    table->setGridStrokeWidth(0.2);
    QgsLayoutTableStyle headerStyle;
    headerStyle.enabled = true;
    headerStyle.cellBackgroundColor = headerFill;
    table->setCellStyle(QgsLayoutTable::HeaderRow, headerStyle);

    QgsLayoutTableColumns headers;
    QList<double> widths;
    bool anyHeading = false;
    double tableWidth = 0;
    for (const ReportColumn& column : columns) {
        headers << QgsLayoutTableColumn(column.heading);
        widths << column.widthMillimetres - 2 * cellMargin;
        tableWidth += column.widthMillimetres;
        anyHeading = anyHeading || !column.heading.isEmpty();
    }
    QgsTableContents contents;
    QList<double> heights;
    for (const QStringList& row : rows) {
        QgsTableRow cells;
        for (int i = 0; i < row.size(); ++i) {
            QgsTableCell cell(row[i]);
            const bool number = columns[static_cast<std::size_t>(i)].number;
            cell.setHorizontalAlignment(number ? Qt::AlignRight : Qt::AlignLeft);
            cell.setVerticalAlignment(Qt::AlignVCenter);
            cells << cell;
        }
        contents << cells;
    }
    const int lines = contents.size() + (anyHeading ? 1 : 0);
    for (int i = 0; i < lines; ++i)
        heights << rowHeight - 2.2;  // margins and grid line come on top
    table->setHeaders(headers);
    table->setIncludeTableHeader(anyHeading);
    table->setTableContents(contents);
    table->setColumnWidths(widths);
    table->setRowHeights(heights);
    // Every call above makes the columns anew, so their alignment is set last.
    for (int i = 0; i < table->columns().size(); ++i)
        table->columns()[i].setHAlignment(columns[static_cast<std::size_t>(i)].number ? Qt::AlignRight
                                                                                      : Qt::AlignLeft);

    const double height = lines * rowHeight + 0.5;
    auto* frame = new QgsLayoutFrame(&m_layout, table);
    frame->setBackgroundEnabled(false);
    table->addFrame(frame);
    frame->attemptMove(QgsLayoutPoint(left, y, Qgis::LayoutUnit::Millimeters), true, false, m_page);
    frame->attemptResize(QgsLayoutSize(tableWidth + 1, height, Qgis::LayoutUnit::Millimeters));
    return y + height;
}

void ReportPages::addFooters(const QString& footer)
{
    const int last = m_page;
    for (m_page = 0; m_page <= last; ++m_page) {
        text({left, 285, width - 40, 4}, footer, ReportStyle::Small);
        text({left + width - 40, 285, 40, 4}, ReportText::tr("Page %1 of %2").arg(m_page + 1).arg(last + 1),
             ReportStyle::Small, Qt::AlignRight);
    }
    m_page = last;
}

}  // namespace sheen
