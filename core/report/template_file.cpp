// SPDX-License-Identifier: GPL-3.0-or-later
#include "template_file.h"

#include <qgslayoutitemregistry.h>
#include <qgslayoutmeasurementconverter.h>
#include <qgslayoutpoint.h>
#include <qgslayoutsize.h>

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <algorithm>

#include "base/error.h"
#include "report/report_template.h"
#include "report_fields.h"
#include "report_text.h"
#include "template_safety.h"

namespace sheen {

namespace {

constexpr qint64 longestFile = 32 << 20;
constexpr int largestPicture = 8192;  //!< pixels a side

[[noreturn]] void refuse(const QString& path, const QString& what)
{
    throw Error(ReportText::tr("The report template \"%1\" cannot be used: %2").arg(path, what),
                ErrorKind::Unreadable);
}

QPointF pointOf(const QString& text)
{
    const QgsLayoutPoint point = QgsLayoutPoint::decodePoint(text);
    return QgsLayoutMeasurementConverter().convert(point, Qgis::LayoutUnit::Millimeters).toQPointF();
}

QSizeF sizeOf(const QString& text)
{
    const QgsLayoutSize size = QgsLayoutSize::decodeSize(text);
    return QgsLayoutMeasurementConverter().convert(size, Qgis::LayoutUnit::Millimeters).toQSizeF();
}

/** In the layout, below which all pages hang. */
QRectF placeOf(const QDomElement& item)
{
    const QSizeF size = sizeOf(item.attribute(QStringLiteral("size")));
    const QPointF point = pointOf(item.attribute(QStringLiteral("position")));
    // 0 to 8, row by row: which of its points the position is of.
    const int reference = std::clamp(item.attribute(QStringLiteral("referencePoint")).toInt(), 0, 8);
    return {point - QPointF(reference % 3 * size.width() / 2, reference / 3 * size.height() / 2), size};
}

/** Reads one file. */
class TemplateReader
{
public:
    TemplateReader(const QString& path, QDomDocument& document, std::vector<TemplatePage>& pages)
        : m_path(path), m_document(document), m_pages(pages)
    {}

    void read()
    {
        readXml();
        const QDomElement root = m_document.documentElement();
        if (root.tagName() != QLatin1String("Layout"))
            refuse(m_path,
                   ReportText::tr("it is no layout of QGIS. Save one in its layout window as template "
                                  "(*.qpt)."));
        readPages(root.firstChildElement(QStringLiteral("PageCollection")));
        if (!root.firstChildElement(QStringLiteral("LayoutMultiFrame")).isNull())
            refuse(m_path,
                   ReportText::tr("it holds an HTML frame or a table. Sheen takes labels, pictures, maps, "
                                  "shapes and lines."));
        const QString name = QStringLiteral("LayoutItem");
        for (QDomElement item = root.firstChildElement(name); !item.isNull();
             item = item.nextSiblingElement(name))
            readItem(item);
        for (TemplatePage& page : m_pages) {
            std::stable_sort(
                page.items.begin(), page.items.end(),
                [](const TemplateItem& one, const TemplateItem& other) { return one.order < other.order; });
        }
        requireMaps();
    }

private:
    void readXml()
    {
        QFile file(m_path);
        if (QFileInfo(m_path).isDir() || !file.open(QIODevice::ReadOnly))
            refuse(m_path, ReportText::tr("it cannot be read. Check its name and that you may read it."));
        if (file.size() > longestFile)
            refuse(m_path, ReportText::tr("it is longer than 32 MiB."));
        const QByteArray bytes = file.readAll();
        if (bytes.contains("<!ENTITY"))
            refuse(m_path, ReportText::tr("it defines entities, which no layout of QGIS does."));
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        const QDomDocument::ParseResult result = m_document.setContent(bytes);
        const bool good = bool(result);
        const QString why = result.errorMessage;
        const auto line = static_cast<int>(result.errorLine);
#else
        QString why;
        int line = 0;
        const bool good = m_document.setContent(bytes, false, &why, &line);
#endif
        if (!good)
            refuse(m_path,
                   ReportText::tr("it is no whole XML (line %1: %2).").arg(QString::number(line), why));
    }

    void readPages(const QDomElement& collection)
    {
        const QString name = QStringLiteral("LayoutItem");
        for (QDomElement page = collection.firstChildElement(name); !page.isNull();
             page = page.nextSiblingElement(name)) {
            const QRectF place = placeOf(page);
            constexpr double least = 20;
            constexpr double most = 2000;
            if (std::min(place.width(), place.height()) < least ||
                std::max(place.width(), place.height()) > most)
                refuse(m_path, ReportText::tr("one of its pages has no size that can be printed."));
            m_origins.push_back(place.topLeft());
            m_pages.push_back({place.size(), {}, false});
        }
        if (m_pages.empty())
            refuse(m_path, ReportText::tr("it has no page."));
    }

    std::size_t pageOf(const QRectF& place) const
    {
        std::size_t page = 0;
        for (std::size_t i = 0; i < m_origins.size(); ++i) {
            if (m_origins[i].y() <= place.center().y())
                page = i;
        }
        return page;
    }

    void readItem(QDomElement element)
    {
        TemplateItem item;
        item.id = element.attribute(QStringLiteral("id"));
        item.type = element.attribute(QStringLiteral("type")).toInt();
        item.place = placeOf(element);
        item.order = element.attribute(QStringLiteral("zValue")).toDouble();
        switch (item.type) {
            case QgsLayoutItemRegistry::LayoutGroup:
                return;  // its members stand for themselves
            case QgsLayoutItemRegistry::LayoutLabel:
                readLabel(item, element);
                break;
            case QgsLayoutItemRegistry::LayoutShape:
            case QgsLayoutItemRegistry::LayoutPolygon:
            case QgsLayoutItemRegistry::LayoutPolyline:
                item.kind = TemplateItem::Kind::Drawing;
                break;
            case QgsLayoutItemRegistry::LayoutPicture:
                item.kind = TemplateItem::Kind::Picture;
                readPicture(item, element);
                break;
            case QgsLayoutItemRegistry::LayoutMap:
                item.kind = TemplateItem::Kind::Map;
                requireKnownMap(item);
                break;
            default:
                refuse(m_path,
                       ReportText::tr("it holds an item that Sheen does not take (\"%1\"). Labels, "
                                      "pictures, maps, shapes and lines are taken; maps come with scale, "
                                      "north and legend.")
                           .arg(titleOf(item, element)));
        }
        if (item.kind == TemplateItem::Kind::Label || item.kind == TemplateItem::Kind::Drawing) {
            if (const QString wrong = makeSafe(element); !wrong.isEmpty())
                refuse(m_path, ReportText::tr("\"%1\": %2. Sheen runs nothing of a template.")
                                   .arg(titleOf(item, element), wrong));
            item.xml = element;
        }
        TemplatePage& page = m_pages[pageOf(item.place)];
        item.place.translate(-m_origins[pageOf(item.place)]);
        for (const QString& name : fieldsIn(item.text) + QStringList{item.id})
            page.ofSlick = page.ofSlick || isOfSlick(name);
        page.items.push_back(item);
    }

    /** By what an analyst finds it again. */
    static QString titleOf(const TemplateItem& item, const QDomElement& element)
    {
        constexpr int longest = 40;
        if (!item.id.isEmpty())
            return item.id;
        const QString text = element.attribute(QStringLiteral("labelText")).simplified();
        return text.isEmpty() ? ReportText::tr("an item without id") : text.left(longest);
    }

    void readLabel(TemplateItem& item, const QDomElement& element) const
    {
        item.text = element.attribute(QStringLiteral("labelText"));
        if (element.attribute(QStringLiteral("htmlState")).toInt() != 0)
            refuse(m_path, ReportText::tr("the label \"%1\" is HTML. Write plain text with fields.")
                               .arg(titleOf(item, element)));
        if (item.text.contains(QLatin1String("[%")))
            refuse(m_path,
                   ReportText::tr("the label \"%1\" holds an expression of QGIS. Sheen runs none: write "
                                  "fields like {organisation}.")
                       .arg(titleOf(item, element)));
        for (const QString& name : fieldsIn(item.text)) {
            if (!m_known.contains(name))
                refuse(m_path,
                       ReportText::tr("the label \"%1\" names the field {%2}, which is not known. The manual "
                                      "(Report) lists the fields, like {organisation} and {slick_size}.")
                           .arg(titleOf(item, element), name));
        }
    }

    void requireKnownMap(const TemplateItem& item) const
    {
        if (item.id != template_id::overviewMap() && item.id != template_id::slickMap())
            refuse(m_path, ReportText::tr("a map has the id \"%1\". Sheen fills the maps overview_map and "
                                          "slick_map.")
                               .arg(item.id));
    }

    /** A logo, say: in the file itself, or beside it. Decoded here, so that QGIS opens nothing. */
    void readPicture(TemplateItem& item, const QDomElement& element) const
    {
        if (item.id == template_id::slickClean() || item.id == template_id::slickOutlined())
            return;
        const QString source = element.attribute(QStringLiteral("file"));
        const QString title = titleOf(item, element);
        const QString embedded = QStringLiteral("base64:");
        QByteArray bytes;
        if (source.startsWith(embedded)) {
            bytes = QByteArray::fromBase64(source.mid(static_cast<int>(embedded.size())).toLatin1());
        } else {
            const QString folder = QFileInfo(m_path).canonicalPath() + QLatin1Char('/');
            const QString path = QFileInfo(QDir(folder).filePath(source)).canonicalFilePath();
            QFile file(path);
            if (path.isEmpty() || !path.startsWith(folder) || file.size() > longestFile ||
                !file.open(QIODevice::ReadOnly))
                refuse(m_path,
                       ReportText::tr("its picture \"%1\" (%2) is not there. Pictures are embedded, or lie "
                                      "in the folder of the template or below it.")
                           .arg(title, source.left(200)));
            bytes = file.readAll();
        }
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        QImageReader reader(&buffer);
        const QByteArray format = reader.format();
        const QSize size = reader.size();
        if (format == "png" || format == "jpeg") {
            if (size.isValid() && std::max(size.width(), size.height()) <= largestPicture)
                item.picture = reader.read();
        }
        if (item.picture.isNull())
            refuse(m_path,
                   ReportText::tr("its picture \"%1\" is no PNG or JPEG that can be read, or is larger "
                                  "than %2 pixels.")
                       .arg(title, QString::number(largestPicture)));
    }

    /** A report shows where it was, whatever its pages look like. */
    void requireMaps() const
    {
        const auto has = [](const TemplatePage& page, const QString& id) {
            return std::any_of(page.items.begin(), page.items.end(), [&id](const TemplateItem& item) {
                return item.kind == TemplateItem::Kind::Map && item.id == id;
            });
        };
        bool anyFront = false;
        bool anyOverview = false;
        for (const TemplatePage& page : m_pages) {
            if (page.ofSlick && !has(page, template_id::slickMap()))
                refuse(m_path, ReportText::tr("a page of a slick has no map with the id slick_map."));
            anyFront = anyFront || !page.ofSlick;
            anyOverview = anyOverview || (!page.ofSlick && has(page, template_id::overviewMap()));
        }
        if (anyFront && !anyOverview)
            refuse(m_path, ReportText::tr("none of its pages has a map with the id overview_map."));
    }

    QString m_path;
    QDomDocument& m_document;
    std::vector<TemplatePage>& m_pages;
    std::vector<QPointF> m_origins;  //!< of the pages, in the layout
    const QStringList m_known = knownFields();
};

}  // namespace

TemplateFile::TemplateFile(const QString& path)
{
    TemplateReader(path, m_document, m_pages).read();
}

bool TemplateFile::hasFront() const
{
    return std::any_of(m_pages.begin(), m_pages.end(),
                       [](const TemplatePage& page) { return !page.ofSlick; });
}

bool TemplateFile::hasOfSlick() const
{
    return std::any_of(m_pages.begin(), m_pages.end(), [](const TemplatePage& page) { return page.ofSlick; });
}

void checkReportTemplate(const QString& path)
{
    const TemplateFile file(path);
}

}  // namespace sheen
