#include "qgis_application.h"

#include <qgsapplication.h>

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include "platform/loaded_file.h"
#include "translations/install_translations.h"

namespace sheen {

namespace {

/** The folder that the QGIS in use is installed in; empty where it has no share/qgis. */
QString qgisPrefix()
{
    QDir folder(QFileInfo(loadedFile(&QgsApplication::initQgis)).path());
    while (!folder.exists(QStringLiteral("share/qgis")))
        if (!folder.cdUp())
            return {};
    return folder.path();
}

}  // namespace

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
    const QString prefix = qgisPrefix();
    if (!qEnvironmentVariableIsSet("QGIS_PREFIX_PATH") && !prefix.isEmpty())
        QgsApplication::setPrefixPath(prefix, true);
    QGuiApplication::setDesktopFileName(QStringLiteral("sheen"));
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
