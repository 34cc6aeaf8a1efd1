#include "detect/device_name.h"

#include <QRegularExpression>

#include "base/error.h"
#include "detector_text.h"

namespace sheen {

DeviceName parseDeviceName(const QString& name)
{
    static const QRegularExpression form(QStringLiteral("^(?:(auto)|(cpu)|cuda(?::(\\d{1,4}))?)$"));
    const QRegularExpressionMatch match = form.match(name);
    if (!match.hasMatch())
        throw Error(DetectorText::tr("\"%1\" is no device. Use auto, cpu, cuda or cuda:NUMBER.").arg(name),
                    ErrorKind::Usage);
    if (match.capturedLength(1) > 0)
        return {DeviceName::Kind::Auto};
    if (match.capturedLength(2) > 0)
        return {DeviceName::Kind::Cpu};
    return {DeviceName::Kind::Cuda, match.captured(3).toInt()};
}

}  // namespace sheen
