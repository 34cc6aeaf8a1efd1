#include "reviewer.h"

#include <QSettings>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace sheen {

namespace {

/** The first field of the system's remark on its user is the full name. */
QString systemFullName()
{
#ifdef Q_OS_UNIX
    const passwd* user = getpwuid(getuid());
    if (user && user->pw_gecos)
        return QString::fromLocal8Bit(user->pw_gecos).section(QLatin1Char(','), 0, 0).trimmed();
#endif
    return {};
}

QString loginName()
{
    for (const char* variable : {"USER", "LOGNAME", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable).trimmed();
        if (!name.isEmpty())
            return name;
    }
    return {};
}

}  // namespace

QString reviewerName()
{
    for (const QString& name : {QSettings().value(QStringLiteral("review/person")).toString().trimmed(),
                                systemFullName(), loginName()}) {
        if (!name.isEmpty())
            return name;
    }
    return QStringLiteral("unknown");
}

}  // namespace sheen
