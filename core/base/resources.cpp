#include "base/resources.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStringList>

#include "base/error.h"

namespace sheen {

QString resourcePath(const QString& relativePath)
{
    QStringList roots;
    if (qEnvironmentVariableIsSet("SHEEN_RESOURCES"))
        roots << qEnvironmentVariable("SHEEN_RESOURCES");
    if (QCoreApplication::instance())
        roots << QDir::cleanPath(QCoreApplication::applicationDirPath() +
                                 QStringLiteral("/../share/sheen/resources"));
    for (const QString& root : roots) {
        const QFileInfo file(root + QLatin1Char('/') + relativePath);
        if (file.exists())
            return file.canonicalFilePath();
    }
    throw Error(QCoreApplication::translate("sheen",
                                            "Sheen's own file \"%1\" is missing (looked in %2). "
                                            "Install Sheen again, or set SHEEN_RESOURCES to its "
                                            "resources folder.")
                    .arg(relativePath, roots.join(QStringLiteral(", "))));
}

}  // namespace sheen
