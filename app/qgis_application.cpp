#include "app/qgis_application.h"

#include <qgsapplication.h>

#include <QStandardPaths>

#include "translations/install_translations.h"

namespace sheen {

QgisApplication::QgisApplication(int& argc, char** argv)
{
    // A profile of Sheen's own: the settings of an installed QGIS stay as they are.
    const QString profile =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/sheen/qgis");
    m_application = std::make_unique<QgsApplication>(argc, argv, true, profile);
    if (!qEnvironmentVariableIsSet("QGIS_PREFIX_PATH"))
        QgsApplication::setPrefixPath(QStringLiteral(SHEEN_QGIS_PREFIX), true);
    QgsApplication::initQgis();
    installTranslations(*m_application, QLocale::system(), QgsApplication::i18nPath());
}

QgisApplication::~QgisApplication()
{
    QgsApplication::exitQgis();
}

int QgisApplication::execute()
{
    return QgsApplication::exec();
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

void drawOffscreenWithoutDisplay()
{
    if (!hasDisplay() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

}  // namespace sheen
