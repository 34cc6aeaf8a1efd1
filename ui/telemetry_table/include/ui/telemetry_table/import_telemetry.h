#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace sheen {

class Session;

/**
 * Asks for a table of telemetry beside the session's flight, and how it is to be read; the next run takes it.
 * A table of exact poses is taken as it stands. `done` is called where the analyst has chosen one.
 */
void importTelemetry(Session* session, QWidget* parent, const std::function<void()>& done);

/** The same for a file that is chosen already. */
void importTelemetryFile(const QString& path, Session* session, QWidget* parent,
                         const std::function<void()>& done);

}  // namespace sheen
