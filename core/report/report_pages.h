#pragma once

#include <qgsprintlayout.h>
#include <qgstextformat.h>

#include <QColor>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <set>
#include <vector>

class QgsFillSymbol;
class QgsLayoutItem;
class QgsLayoutItemLabel;

namespace sheen {

/** How the report's texts look. */
enum class ReportStyle { Title, Heading, Body, Strong, Dense, Small };

/** A column of a table. */
struct ReportColumn
{
    QString heading;
    double widthMillimetres = 0;
    bool number = false;  //!< set to the right
};

/**
 * The pages of the report as a QGIS layout: A4 upright, everything in millimetres from the page's top left
 * corner, placed on the page begun last.
 */
class ReportPages
{
public:
    explicit ReportPages(QgsPrintLayout& layout);

    static constexpr double left = 15;
    static constexpr double top = 14;
    static constexpr double width = 180;
    static constexpr double bottom = 280;  //!< below it lies the footer

    QgsPrintLayout& layout() { return m_layout; }

    void beginPage();
    int count() const { return m_page + 1; }
    /** A page of another size, which has a foot of its own. */
    void beginPage(const QSizeF& millimetres);
    /** A page with a heading; gives the y below it. */
    double beginPage(const QString& heading);

    QgsTextFormat format(ReportStyle style) const;
    QgsLayoutItemLabel* text(const QRectF& place, const QString& text, ReportStyle style = ReportStyle::Body,
                             Qt::AlignmentFlag alignment = Qt::AlignLeft);
    void box(const QRectF& place, const QColor& fill, const QColor& stroke, double strokeMillimetres = 0.2);
    void picture(const QRectF& place, const QString& path);
    /**
     * A table of rows whose cells were wrapped; as many as fit are the caller's business. Gives the y below
     * it.
     */
    double table(double y, const std::vector<ReportColumn>& columns, const std::vector<QStringList>& rows,
                 ReportStyle content = ReportStyle::Body);
    /** The cells in lines that fit their columns. */
    QStringList wrappedRow(const QStringList& row, const std::vector<ReportColumn>& columns,
                           ReportStyle content) const;
    double rowHeight(const QStringList& wrapped, ReportStyle content) const;

    /** Lines that fit a width in millimetres; what has no spaces is broken where it must. */
    QStringList wrapped(const QString& text, double widthMillimetres, ReportStyle style) const;
    double lineHeight(ReportStyle style) const;
    void place(QgsLayoutItem* item, const QRectF& where);

    /**
     * What a label shows as `text`. QGIS evaluates what stands between [% and %] and puts a date in the place
     * of $CURRENT_DATE; so where a text has these, they become expressions that give them back.
     */
    static QString literal(QString text);

    /** The line at the foot of every page that has none, with its number. */
    void addFooters(const QString& text);

private:
    QgsPrintLayout& m_layout;
    QStringList m_families;
    int m_page = -1;
    std::set<int> m_footed;
};

/** A fill of one colour with an outline; the caller owns it. */
QgsFillSymbol* makeFill(const QColor& fill, const QColor& stroke, double strokeMillimetres,
                        Qt::PenStyle pen = Qt::SolidLine);

}  // namespace sheen
