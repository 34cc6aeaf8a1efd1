#include "opening_cancelled.h"

#include <QCoreApplication>

#include "base/error.h"

namespace sheen {

void throwIfCancelled(const Cancel* cancel, const QString& flightPath)
{
    if (cancel && cancel->requested())
        throw Error(
            QCoreApplication::translate("sheen::Flight", "Opening \"%1\" was cancelled.").arg(flightPath),
            ErrorKind::Cancelled);
}

}  // namespace sheen
