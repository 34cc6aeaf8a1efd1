#pragma once

#include <QString>

namespace sheen::test {

/** Puts a text between the lines `<!-- WHAT: from here -->` and `<!-- WHAT: to here -->` of a page. Throws
 * Error where it has no such lines, or cannot be read or written. */
void writeMeasured(const QString& page, const QString& what, const QString& text);

}  // namespace sheen::test
