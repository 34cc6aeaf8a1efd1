#pragma once

#include <QLocale>

class QCoreApplication;

namespace sheen {

/**
 * Makes the application speak the locale's language: Sheen's own texts (embedded), Qt's and, where
 * `qgisTranslationsFolder` holds them, those of QGIS. Without a translation the texts stay English.
 */
void installTranslations(QCoreApplication& application, const QLocale& locale = QLocale::system(),
                         const QString& qgisTranslationsFolder = QString());

/** Makes ":/translations" known, for those who write in another language than the application's. */
void initialiseTranslations();

}  // namespace sheen
