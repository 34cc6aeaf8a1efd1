#include <QCoreApplication>
#include <string_view>

#include "archive_command.h"
#include "bench_command.h"
#include "detect/load_trial.h"
#include "export_command.h"
#include "model_command.h"
#include "platform/memory.h"
#include "platform/parent.h"
#include "platform/waiting_threads.h"
#include "qgis_application.h"
#include "resume_command.h"
#include "run_command.h"
#include "teach_command.h"
#include "verify_command.h"
#include "window_command.h"

SHEEN_BEFORE_LIBRARIES(sheen::letWaitingThreadsSleep);

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("Sheen"));
    QCoreApplication::setOrganizationName(QStringLiteral("Sheen"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SHEEN_VERSION));

    sheen::shareHeaps();
    sheen::endWithParent();
    sheen::enableLoadTrials();
    const std::string_view command = argc > 1 ? argv[1] : "";
    const auto commandFunction = command == "run"       ? sheen::runCommand
                                 : command == "export"  ? sheen::exportCommand
                                 : command == "resume"  ? sheen::resumeCommand
                                 : command == "bench"   ? sheen::benchCommand
                                 : command == "archive" ? sheen::archiveCommand
                                 : command == "model"   ? sheen::modelCommand
                                 : command == "teach"   ? sheen::teachCommand
                                 : command == "verify"  ? sheen::verifyCommand
                                                        : sheen::windowCommand;
    if (commandFunction != sheen::windowCommand)
        sheen::drawOffscreen();
    return int(commandFunction(argc, argv));
}
