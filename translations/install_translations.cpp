#include "translations/install_translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

// Resources of a static library have to be asked for, outside of any namespace.
static void initialiseResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace sheen {

namespace {

QString qtTranslationsFolder()
{
#if QT_VERSION < QT_VERSION_CHECK(6, 0, 0)
    return QLibraryInfo::location(QLibraryInfo::TranslationsPath);
#else
    return QLibraryInfo::path(QLibraryInfo::TranslationsPath);
#endif
}

void install(QCoreApplication& application, const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        application.installTranslator(translator);
    else
        delete translator;
}

}  // namespace

void installTranslations(QCoreApplication& application, const QLocale& locale,
                         const QString& qgisTranslationsFolder)
{
    initialiseResources();
    install(application, locale, QStringLiteral("qtbase"), qtTranslationsFolder());
    if (!qgisTranslationsFolder.isEmpty())
        install(application, locale, QStringLiteral("qgis"), qgisTranslationsFolder);
    install(application, locale, QStringLiteral("sheen"), QStringLiteral(":/translations"));
}

void initialiseTranslations()
{
    initialiseResources();
}

}  // namespace sheen
