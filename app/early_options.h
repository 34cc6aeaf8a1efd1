#pragma once

#include <QCoreApplication>
#include <optional>

#include "exit_status.h"
#include "translations/install_translations.h"

namespace sheen {

/**
 * What `parse` makes of a command's arguments, before its own application is started: the parser wants an
 * application too, and QGIS is started only once it is known to be needed. Nothing where the command is over
 * then, with `status` set.
 */
template <typename Options>
std::optional<Options> parseEarly(int& argc, char** argv, ExitStatus& status,
                                  std::optional<Options> (*parse)(const QStringList& arguments,
                                                                  ExitStatus& status))
{
    QCoreApplication application(argc, argv);
    installTranslations(application);
    return parse(QCoreApplication::arguments(), status);
}

}  // namespace sheen
