// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include "report_fields.h"
#include "report_map.h"
#include "report_pages.h"
#include "template_file.h"

namespace sheen {

/** What a page is filled with. Borrowed. */
struct TemplateParts
{
    ReportPages& pages;
    ReportMaps& maps;
    const ProductInput& input;
    const NearestLand* land;  //!< nullptr: nothing is placed
    const QTemporaryDir& pictures;
};

/** Makes pages of a template: its labels with values in the place of fields, its maps and pictures filled. */
class TemplatePages
{
public:
    /** Borrows the template. */
    TemplatePages(const TemplateParts& parts, const TemplateFile& file);

    void addFront();
    void addSlick(const Slick& slick);
    /** All pages are there: they are numbered. */
    void finish();

private:
    struct Numbered
    {
        QgsLayoutItemLabel* label;
        QString text;
        int page;
    };

    void add(const TemplatePage& page, const FieldValues& values, const Slick* slick);
    void addLabel(const TemplateItem& item, const FieldValues& values);
    void addDrawing(const TemplateItem& item);
    void addPicture(const TemplateItem& item, const Slick* slick);
    void addMap(const TemplateItem& item, const Slick* slick);

    TemplateParts m_parts;
    const TemplateFile& m_file;
    FieldValues m_flight;
    std::vector<Numbered> m_numbered;
    int m_pictures = 0;  //!< so many were stored
};

}  // namespace sheen
