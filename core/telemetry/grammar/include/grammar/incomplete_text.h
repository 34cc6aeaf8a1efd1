#pragma once

#include <QString>
#include <vector>

#include "grammar/overlay_grammar.h"

namespace sheen {

/**
 * What a text may say that lacks its degree sign, its unit or its letter, the likeliest first, each as
 * readByGrammar() would read it whole: "306" is 306 degrees, or 30 degrees whose sign was taken for a 6;
 * "2690" is feet or metres; "34.67200" is north or south. Empty where nothing is missing, where more is, and
 * for date, time, zone, sensor and focal length, which have no such mark. Pure.
 */
std::vector<GrammarReading> possibleReadings(OverlayField field, const QString& seen);

/** Such a text with its misread digits repaired, still without its mark; empty where it is none. */
QString incompleteText(OverlayField field, const QString& seen);

}  // namespace sheen
