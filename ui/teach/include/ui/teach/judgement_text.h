#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace sheen {

/** How sure a lesson is of itself, in sentences; `remarks`: see warningsOf(). */
QString judgementText(const std::optional<double>& heldOutOverlap, const QStringList& remarks);

}  // namespace sheen
