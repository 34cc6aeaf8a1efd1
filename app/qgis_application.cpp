#include "qgis_application.h"

#include <qgsapplication.h>

#include <QStandardPaths>

#include "translations/install_translations.h"

namespace sheen {

QgisApplication::QgisApplication(int& argc, char** argv)
{
    // A profile of Sheen's own: the settings of an installed QGIS stay as they are.
    const QString profile =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/sheen/qgis");
#if QT_VERSION < QT_VERSION_CHECK(6, 0, 0)  // what Qt 6 does by itself
    QCoreApplication::setAttribute(Qt::AA_EnableHighDpiScaling);
    QCoreApplication::setAttribute(Qt::AA_UseHighDpiPixmaps);
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
#endif
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

void drawOffscreen()
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

}  // namespace sheen
