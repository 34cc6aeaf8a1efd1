// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDomDocument>
#include <QImage>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <vector>

namespace sheen {

/** One item of a template's page. */
struct TemplateItem
{
    enum class Kind { Label, Drawing, Picture, Map };

    Kind kind = Kind::Label;
    QString id;
    QRectF place;      //!< millimetres from the page's top left corner
    int type = 0;      //!< of QGIS's registry
    QString text;      //!< of a label, with its fields
    QImage picture;    //!< that the template brings; null: one that Sheen fills
    QDomElement xml;   //!< of labels and drawings, without anything that could be run
    double order = 0;  //!< what is higher lies above
};

struct TemplatePage
{
    QSizeF size;  //!< millimetres
    std::vector<TemplateItem> items;
    bool ofSlick = false;  //!< made for each finding, else once
};

/** The analyst's own pages. Only what is known here is taken from the file. */
class TemplateFile
{
public:
    /** Throws Error(Unreadable) with a sentence that names the file and what is wrong. */
    explicit TemplateFile(const QString& path);

    bool hasFront() const;    //!< pages for case and overview
    bool hasOfSlick() const;  //!< a page for each finding
    const std::vector<TemplatePage>& pages() const { return m_pages; }
    const QDomDocument& document() const { return m_document; }

private:
    QDomDocument m_document;
    std::vector<TemplatePage> m_pages;
};

/** Ids of the items that Sheen fills. */
namespace template_id {
inline QString overviewMap()
{
    return QStringLiteral("overview_map");
}
inline QString slickMap()
{
    return QStringLiteral("slick_map");
}
inline QString slickClean()
{
    return QStringLiteral("slick_clean");
}
inline QString slickOutlined()
{
    return QStringLiteral("slick_outlined");
}
}  // namespace template_id

}  // namespace sheen
