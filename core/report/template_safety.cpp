// SPDX-License-Identifier: GPL-3.0-or-later
#include "template_safety.h"

#include <QStringList>
#include <vector>

#include "report_text.h"

namespace sheen {

namespace {

/** Values that an expression sets have many names in QGIS's files. */
bool isDataDefined(const QDomElement& element)
{
    const QString name = element.tagName().toLower().remove(QLatin1Char('_')).remove(QLatin1Char('-'));
    return name.contains(QLatin1String("datadefined")) || name == QLatin1String("ddproperties");
}

bool isActive(const QDomElement& option)
{
    const QString value = option.attribute(QStringLiteral("value"));
    return option.attribute(QStringLiteral("name")) == QLatin1String("active") &&
           (value == QLatin1String("true") || value == QLatin1String("1"));
}

bool anyActive(const QDomElement& element)
{
    if (isActive(element) || element.attribute(QStringLiteral("active")) == QLatin1String("true"))
        return true;
    for (QDomElement child = element.firstChildElement(); !child.isNull();
         child = child.nextSiblingElement()) {
        if (anyActive(child))
            return true;
    }
    return false;
}

bool isPlainSymbolLayer(const QString& name)
{
    static const QStringList plain{QStringLiteral("SimpleFill"), QStringLiteral("SimpleLine"),
                                   QStringLiteral("SimpleMarker")};
    return plain.contains(name);
}

/** Attributes by which QGIS opens files or takes text for markup. */
void emptyAttributes(QDomElement& element)
{
    for (const char* name : {"shapeSVGFile", "startMarkerFile", "endMarkerFile", "svgFile"}) {
        if (element.hasAttribute(QLatin1String(name)))
            element.setAttribute(QLatin1String(name), QString());
    }
    for (const char* name : {"allowHtml", "capitalization_expression"}) {
        if (element.hasAttribute(QLatin1String(name)))
            element.setAttribute(QLatin1String(name), QStringLiteral("0"));
    }
    for (const char* name : {"uuid", "templateUuid", "groupUuid"})
        element.removeAttribute(QLatin1String(name));
}

}  // namespace

QString makeSafe(QDomElement& item)
{
    emptyAttributes(item);
    std::vector<QDomElement> doomed;
    for (QDomElement child = item.firstChildElement(); !child.isNull(); child = child.nextSiblingElement()) {
        if (isDataDefined(child)) {
            if (anyActive(child))
                return ReportText::tr("something in it is set by an expression");
            doomed.push_back(child);
            continue;
        }
        if (child.tagName() == QLatin1String("customproperties")) {
            doomed.push_back(child);
            continue;
        }
        const QString symbolLayer = child.attribute(QStringLiteral("class"));
        if (child.tagName() == QLatin1String("layer") && !isPlainSymbolLayer(symbolLayer))
            return ReportText::tr("it is drawn with a symbol layer of the kind %1").arg(symbolLayer);
        if (const QString wrong = makeSafe(child); !wrong.isEmpty())
            return wrong;
    }
    for (const QDomElement& child : doomed)
        item.removeChild(child);
    return {};
}

}  // namespace sheen
