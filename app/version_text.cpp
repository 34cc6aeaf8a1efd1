#include "version_text.h"

#include <gdal.h>
#include <qgis.h>

#include <QCoreApplication>
#include <QStringList>

#include "commit.h"
#include "detect/torch_runtime.h"

namespace sheen {

namespace {

struct VersionWords
{
    Q_DECLARE_TR_FUNCTIONS(sheen::VersionText)
};

}  // namespace

QString versionText()
{
    const QString line = QStringLiteral("%1: %2");
    return QStringList{
        QStringLiteral("sheen ") + QStringLiteral(SHEEN_VERSION),
        line.arg(VersionWords::tr("commit"), QStringLiteral(SHEEN_COMMIT)),
        line.arg(QStringLiteral("Qt"), QString::fromLatin1(qVersion())),
        line.arg(QStringLiteral("QGIS"), Qgis::version()),
        line.arg(QStringLiteral("LibTorch"), torchVersion()),
        line.arg(QStringLiteral("GDAL"), QString::fromLatin1(GDALVersionInfo("RELEASE_NAME"))),
        line.arg(VersionWords::tr("device"), automaticDevice()),
    }
        .join(QLatin1Char('\n'));
}

}  // namespace sheen
