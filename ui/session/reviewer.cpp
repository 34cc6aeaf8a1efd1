#include "ui/session/reviewer.h"

#include <QSettings>

#include "platform/user_name.h"

namespace sheen {

namespace {

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
                                fullUserName(), loginName()}) {
        if (!name.isEmpty())
            return name;
    }
    return QStringLiteral("unknown");
}

}  // namespace sheen
