#include "platform/user_name.h"

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace sheen {

QString fullUserName()
{
#ifdef Q_OS_UNIX
    // The first field of the system's remark on its user is the full name.
    const passwd* user = getpwuid(getuid());
    if (user && user->pw_gecos)
        return QString::fromLocal8Bit(user->pw_gecos).section(QLatin1Char(','), 0, 0).trimmed();
#endif
    return {};
}

}  // namespace sheen
