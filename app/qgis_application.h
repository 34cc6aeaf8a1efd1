#pragma once

#include <memory>

class QgsApplication;

namespace sheen {

/** QGIS started up, and ended in order: the one place where Sheen makes a QgsApplication. */
class QgisApplication
{
public:
    /** argc and argv as main got them; they outlive this. */
    QgisApplication(int& argc, char** argv);
    /** Everything made of QGIS (layers, windows, projects) is gone by then. */
    ~QgisApplication();
    QgisApplication(const QgisApplication&) = delete;
    QgisApplication& operator=(const QgisApplication&) = delete;

    int execute();

private:
    std::unique_ptr<QgsApplication> m_application;
};

/** Whether windows can be shown at all. */
bool hasDisplay();

/** Qt draws into memory: commands need no screen, not even where one seems to be. To be called before Qt
 * starts. */
void drawOffscreen();

}  // namespace sheen
