// SPDX-License-Identifier: GPL-3.0-or-later
#include "template_pages.h"

#include <qgsapplication.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemregistry.h>
#include <qgsreadwritecontext.h>

#include "report_pictures.h"
#include "report_text.h"

namespace sheen {

namespace {

/** An item as the template has it, at no place yet. */
template <typename Item>
Item* itemOf(const TemplateItem& item, const TemplateFile& file, QgsPrintLayout& layout)
{
    std::unique_ptr<QgsLayoutItem> made(QgsApplication::layoutItemRegistry()->createItem(item.type, &layout));
    if (!dynamic_cast<Item*>(made.get()))
        return nullptr;
    made->readXml(item.xml, file.document(), QgsReadWriteContext());
    made->setReferencePoint(QgsLayoutItem::UpperLeft);
    return static_cast<Item*>(made.release());
}

}  // namespace

TemplatePages::TemplatePages(const TemplateParts& parts, const TemplateFile& file)
    : m_parts(parts), m_file(file), m_flight(flightFields(parts.input, parts.land))
{}

void TemplatePages::addFront()
{
    for (const TemplatePage& page : m_file.pages()) {
        if (!page.ofSlick)
            add(page, m_flight, nullptr);
    }
}

void TemplatePages::addSlick(const Slick& slick)
{
    const FieldValues values = slickFields(m_flight, m_parts.input, m_parts.land, slick);
    for (const TemplatePage& page : m_file.pages()) {
        if (page.ofSlick)
            add(page, values, &slick);
    }
}

void TemplatePages::add(const TemplatePage& page, const FieldValues& values, const Slick* slick)
{
    m_parts.pages.beginPage(page.size);
    for (const TemplateItem& item : page.items) {
        switch (item.kind) {
            case TemplateItem::Kind::Label:
                addLabel(item, values);
                break;
            case TemplateItem::Kind::Drawing:
                addDrawing(item);
                break;
            case TemplateItem::Kind::Picture:
                addPicture(item, slick);
                break;
            case TemplateItem::Kind::Map:
                addMap(item, slick);
                break;
        }
    }
}

void TemplatePages::addLabel(const TemplateItem& item, const FieldValues& values)
{
    auto* label = itemOf<QgsLayoutItemLabel>(item, m_file, m_parts.pages.layout());
    if (!label)
        return;
    const QString text = filled(item.text, values);
    label->setMode(QgsLayoutItemLabel::ModeFont);
    label->setText(ReportPages::literal(text));
    m_parts.pages.place(label, item.place);
    const QStringList left = fieldsIn(text);
    if (left.contains(pageField()) || left.contains(pagesField()))
        m_numbered.push_back({label, text, m_parts.pages.count()});
}

void TemplatePages::addDrawing(const TemplateItem& item)
{
    if (auto* drawing = itemOf<QgsLayoutItem>(item, m_file, m_parts.pages.layout()))
        m_parts.pages.place(drawing, item.place);
}

void TemplatePages::addPicture(const TemplateItem& item, const Slick* slick)
{
    QString path;
    if (!item.picture.isNull()) {
        path = m_parts.pictures.filePath(QStringLiteral("template_%1.png").arg(++m_pictures));
        item.picture.save(path);
    } else if (slick) {
        const FramePair pair = picturesOf(*slick, m_parts.input, m_parts.pictures);
        path = item.id == template_id::slickClean() ? pair.clean : pair.outlined;
        if (path.isEmpty()) {
            m_parts.pages.text(item.place, pair.record
                                               ? ReportText::tr("The recording is not at hand, so its "
                                                                "pictures cannot be shown.")
                                               : ReportText::tr("No frame shows this slick: it was drawn "
                                                                "by the analyst."));
            return;
        }
    }
    if (!path.isEmpty())
        m_parts.pages.picture(item.place, path);
}

void TemplatePages::addMap(const TemplateItem& item, const Slick* slick)
{
    if (item.id == template_id::overviewMap())
        m_parts.maps.addOverview(item.place);
    else if (slick && m_parts.maps.isPlaced() && !slick->overallOutline.empty())
        m_parts.maps.addSlickMap(*slick, item.place);
}

void TemplatePages::finish()
{
    for (const Numbered& numbered : m_numbered)
        numbered.label->setText(ReportPages::literal(
            filled(numbered.text, {{pageField(), QString::number(numbered.page)},
                                   {pagesField(), QString::number(m_parts.pages.count())}})));
}

}  // namespace sheen
