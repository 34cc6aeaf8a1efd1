#pragma once

#include <QString>
#include <optional>

#include "grammar/overlay_grammar.h"

namespace sheen {

/** "07JUN2026", "26AP2013"; without a value. */
std::optional<GrammarReading> readDate(const QString& text);

/** "18:23:08", also with a Z; without a value. */
std::optional<GrammarReading> readTime(const QString& text);

/** "UTC", "UTC+1.0", in hours. */
std::optional<GrammarReading> readZone(const QString& text);

/** "EOW", "IR" and the like; without a value. */
std::optional<GrammarReading> readSensor(const QString& text);

}  // namespace sheen
