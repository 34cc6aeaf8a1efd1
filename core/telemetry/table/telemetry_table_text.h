#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on telemetry table. */
struct TelemetryTableText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TelemetryTable)
};

}  // namespace sheen
