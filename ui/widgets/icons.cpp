#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QPalette>
#include <QPixmap>

#include <qgsapplication.h>

#include "base/error.h"
#include "base/resources.h"

namespace sheen {

namespace {

bool isDark()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

/** Its dark lines drawn light, for a dark window. */
QIcon lightIcon(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("#37474f", "#cfd8dc");
    svg.replace("width=\"24\" height=\"24\"", "width=\"48\" height=\"48\"");  // sharp at scale 2
    QPixmap pixmap;
    pixmap.loadFromData(svg, "SVG");
    return {pixmap};
}

}  // namespace

QIcon icon(const QString& name)
{
    if (name.isEmpty())
        return {};
    if (name.startsWith(QLatin1String("mAction")))
        return QgsApplication::getThemeIcon(QStringLiteral("/%1.svg").arg(name));
    try {
        const QString path = resourcePath(QStringLiteral("icons/%1.svg").arg(name));
        return isDark() ? lightIcon(path) : QIcon(path);
    } catch (const Error&) {
        return {};  // the action's text does without
    }
}

}  // namespace sheen
