#pragma once

#include <QString>
#include <optional>

#include "grammar/overlay_grammar.h"

namespace sheen {

/** "75°". Without its degree sign a number is ambiguous (the sign is easily read as 0 or O): refused then. */
std::optional<GrammarReading> readHeading(const QString& text);

/** "2690FT", "-12M", in metres. */
std::optional<GrammarReading> readAltitude(const QString& text);

/** "8.4NM", "12.0KM", "900FT", in metres. */
std::optional<GrammarReading> readRange(const QString& text);

/** "179", "675.5", with or without MM, in millimetres. */
std::optional<GrammarReading> readFocalLength(QString text);

/** Metres of the unit that an accepted altitude or range ends with; 0 where it ends with none. */
double metresOfUnit(const QString& accepted);

}  // namespace sheen
