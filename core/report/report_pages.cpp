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
#include <QFontMetricsF>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "report_text.h"

namespace sheen {

namespace {

const QColor ink(33, 37, 41);
const QColor faintLine(205, 212, 218);
const QColor headerFill(232, 238, 243);
constexpr double cellMargin = 1;  //!< millimetres
constexpr double rowSpace = 2.2;  //!< millimetres: margins and the grid's line

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

struct StyleValues
{
    double points = 8.5;
    bool bold = false;
    QColor colour = ink;
};

StyleValues valuesOf(ReportStyle style)
{
    switch (style) {
        case ReportStyle::Title:
            return {19, true};
        case ReportStyle::Heading:
            return {13, true};
        case ReportStyle::Strong:
            return {8.5, true};
        case ReportStyle::Dense:
            return {7.5};
        case ReportStyle::Small:
            return {7, false, QColor(90, 98, 106)};
        case ReportStyle::Body:
            break;
    }
    return {};
}

/** Measures as if it were ten times as large: whole pixels hardly matter then. */
constexpr double measuringScale = 10;

QFontMetricsF metricsOf(const QStringList& families, ReportStyle style)
{
    const StyleValues values = valuesOf(style);
    QFont font;
    if (!families.isEmpty())
        font.setFamilies(families);
    font.setBold(values.bold);
    font.setPixelSize(static_cast<int>(std::lround(values.points * measuringScale)));
    return QFontMetricsF(font);
}

constexpr double millimetresPerPoint = 25.4 / 72;

double toMillimetres(double measured)
{
    return measured / measuringScale * millimetresPerPoint;
}

/** Where a text has to be broken to be no wider; at least one character. */
int fittingLength(const QString& text, const QFontMetricsF& metrics, double width)
{
    int low = 1;
    int high = static_cast<int>(text.size());
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (metrics.horizontalAdvance(text, middle) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
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

QString ReportPages::literal(QString text)
{
    text.replace(QLatin1String("[%"), QLatin1String("[%'[%'%]"));
    text.replace(QLatin1String("$CURRENT_DATE"), QLatin1String("[%'$CURRENT_'||'DATE'%]"));
    return text;
}

void ReportPages::beginPage()
{
    beginPage(QSizeF(210, 297));
    m_footed.erase(m_page);
}

void ReportPages::beginPage(const QSizeF& millimetres)
{
    auto* page = new QgsLayoutItemPage(&m_layout);
    page->setPageSize(
        QgsLayoutSize(millimetres.width(), millimetres.height(), Qgis::LayoutUnit::Millimeters));
    m_layout.pageCollection()->addPage(page);
    ++m_page;
    m_footed.insert(m_page);
}

double ReportPages::beginPage(const QString& heading)
{
    beginPage();
    text({left, top, width, 8}, heading, ReportStyle::Heading);
    return top + 10;
}

QgsTextFormat ReportPages::format(ReportStyle style) const
{
    const StyleValues values = valuesOf(style);
    return formatOf(m_families, values.points, values.bold, values.colour);
}

double ReportPages::lineHeight(ReportStyle style) const
{
    return toMillimetres(metricsOf(m_families, style).lineSpacing());
}

QStringList ReportPages::wrapped(const QString& text, double widthMillimetres, ReportStyle style) const
{
    const QFontMetricsF metrics = metricsOf(m_families, style);
    constexpr double reserve = 0.97;  // QGIS sets letters a trifle wider
    const double room = widthMillimetres / millimetresPerPoint * measuringScale * reserve;
    QStringList lines;
    for (QString rest : text.split(QLatin1Char('\n'))) {
        while (metrics.horizontalAdvance(rest) > room) {
            const int fits = fittingLength(rest, metrics, room);
            int cut = static_cast<int>(rest.lastIndexOf(QLatin1Char(' '), fits));
            if (cut <= 0)
                cut = fits;
            lines << rest.left(cut);
            rest = rest.mid(cut).trimmed();
        }
        lines << rest;
    }
    return lines;
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

QStringList ReportPages::wrappedRow(const QStringList& row, const std::vector<ReportColumn>& columns,
                                    ReportStyle content) const
{
    QStringList result;
    for (int i = 0; i < row.size(); ++i) {
        const double inner = columns[static_cast<std::size_t>(i)].widthMillimetres - 2 * cellMargin;
        result << wrapped(row[i], inner, content).join(QLatin1Char('\n'));
    }
    return result;
}

double ReportPages::rowHeight(const QStringList& row, ReportStyle content) const
{
    int lines = 1;
    for (const QString& cell : row)
        lines = std::max(lines, static_cast<int>(cell.count(QLatin1Char('\n'))) + 1);
    return lines * lineHeight(content) + rowSpace;
}

double ReportPages::table(double y, const std::vector<ReportColumn>& columns,
                          const std::vector<QStringList>& rows, ReportStyle content)
{
    auto* table = new QgsLayoutItemManualTable(&m_layout);
    m_layout.addMultiFrame(table);
    table->setCellMargin(cellMargin);
    table->setContentTextFormat(format(content));
    table->setShowGrid(true);
    table->setVerticalGrid(false);
    table->setGridColor(faintLine);
    table->setGridStrokeWidth(0.2);
    QgsLayoutTableColumns headers;
    QStringList headings;
    QList<double> widths;
    bool anyHeading = false;
    double tableWidth = 0;
    for (const ReportColumn& column : columns) {
        const double room = column.widthMillimetres - 2 * cellMargin;
        headings << wrapped(column.heading, room, ReportStyle::Strong).join(QLatin1Char('\n'));
        headers << QgsLayoutTableColumn();
        widths << column.widthMillimetres - 2 * cellMargin;
        tableWidth += column.widthMillimetres;
        anyHeading = anyHeading || !column.heading.isEmpty();
    }
    QgsTableContents contents;
    QList<double> heights;
    double height = 0.5;
    const auto addHeight = [&](double millimetres) {
        heights << millimetres - rowSpace;
        height += millimetres;
    };
    if (anyHeading) {
        // A row like the others: the table's own header is never higher than a line.
        addHeight(rowHeight(headings, ReportStyle::Strong));
        QgsTableRow cells;
        for (int i = 0; i < headings.size(); ++i) {
            QgsTableCell cell(headings[i]);
            cell.setTextFormat(format(ReportStyle::Strong));
            cell.setBackgroundColor(headerFill);
            const bool number = columns[static_cast<std::size_t>(i)].number;
            cell.setHorizontalAlignment(number ? Qt::AlignRight : Qt::AlignLeft);
            cell.setVerticalAlignment(Qt::AlignTop);
            cells << cell;
        }
        contents << cells;
    }
    for (const QStringList& row : rows) {
        addHeight(rowHeight(row, content));
        QgsTableRow cells;
        for (int i = 0; i < row.size(); ++i) {
            QgsTableCell cell(row[i]);
            const bool number = columns[static_cast<std::size_t>(i)].number;
            cell.setHorizontalAlignment(number ? Qt::AlignRight : Qt::AlignLeft);
            cell.setVerticalAlignment(Qt::AlignTop);
            cells << cell;
        }
        contents << cells;
    }
    table->setHeaders(headers);
    table->setIncludeTableHeader(false);
    table->setTableContents(contents);
    table->setColumnWidths(widths);
    table->setRowHeights(heights);
    // Every call above makes the columns anew, so their alignment is set last.
    for (int i = 0; i < table->columns().size(); ++i)
        table->columns()[i].setHAlignment(columns[static_cast<std::size_t>(i)].number ? Qt::AlignRight
                                                                                      : Qt::AlignLeft);

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
        if (m_footed.count(m_page) > 0)
            continue;
        text({left, 285, width - 40, 4}, footer, ReportStyle::Small);
        text({left + width - 40, 285, 40, 4}, ReportText::tr("Page %1 of %2").arg(m_page + 1).arg(last + 1),
             ReportStyle::Small, Qt::AlignRight);
    }
    m_page = last;
}

}  // namespace sheen
