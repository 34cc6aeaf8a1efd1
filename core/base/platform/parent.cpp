#include "platform/parent.h"

#include <QCoreApplication>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#endif

namespace sheen {

namespace {

constexpr const char* parentVariable = "SHEEN_PARENT";

}  // namespace

QProcessEnvironment environmentOfChild()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(parentVariable),
                       QString::number(QCoreApplication::applicationPid()));
    return environment;
}

void endWithParent()
{
#ifdef Q_OS_LINUX
    bool known = false;
    const qlonglong parent = qEnvironmentVariable(parentVariable).toLongLong(&known);
    if (!known)
        return;
    qunsetenv(parentVariable);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)  // it was gone before
        std::_Exit(1);
#endif
}

}  // namespace sheen
