#include "ui/widgets/icons.h"

#include <qgsapplication.h>

#include "base/error.h"
#include "base/resources.h"

namespace sheen {

QIcon icon(const QString& name)
{
    if (name.isEmpty())
        return {};
    if (name.startsWith(QLatin1String("mAction")))
        return QgsApplication::getThemeIcon(QStringLiteral("/%1.svg").arg(name));
    try {
        return QIcon(resourcePath(QStringLiteral("icons/%1.svg").arg(name)));
    } catch (const Error&) {
        return {};  // the action's text does without
    }
}

}  // namespace sheen
