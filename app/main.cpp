#include <QCoreApplication>
#include <string_view>

#include "app/export_command.h"
#include "app/model_command.h"
#include "app/qgis_application.h"
#include "app/resume_command.h"
#include "app/run_command.h"
#include "app/window_command.h"
#include "core/detect/load_trial.h"

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("Sheen"));
    QCoreApplication::setOrganizationName(QStringLiteral("Sheen"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SHEEN_VERSION));

    sheen::enableLoadTrials();
    const std::string_view command = argc > 1 ? argv[1] : "";
    const auto commandFunction = command == "run"      ? sheen::runCommand
                                 : command == "export" ? sheen::exportCommand
                                 : command == "resume" ? sheen::resumeCommand
                                 : command == "model"  ? sheen::modelCommand
                                                       : sheen::windowCommand;
    if (commandFunction != sheen::windowCommand)
        sheen::drawOffscreen();
    return int(commandFunction(argc, argv));
}
