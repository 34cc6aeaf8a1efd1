#pragma once

#include <QCoreApplication>
#include <memory>

#include "qgis_application.h"
#include "translations/install_translations.h"

namespace sheen {

/**
 * What a command runs on: QGIS where a report is wanted (it is drawn by QGIS), Qt's core alone where not.
 * Both speak the language of the system.
 */
class Application
{
public:
    Application(int& argc, char** argv, bool withQgis)
    {
        if (withQgis) {
            m_qgis = std::make_unique<QgisApplication>(argc, argv);
        } else {
            m_core = std::make_unique<QCoreApplication>(argc, argv);
            installTranslations(*m_core);
        }
    }

private:
    std::unique_ptr<QgisApplication> m_qgis;
    std::unique_ptr<QCoreApplication> m_core;
};

}  // namespace sheen
