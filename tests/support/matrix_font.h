#pragma once

#include <QChar>
#include <array>

namespace sheen::test {

/** Rows of a character in a font of 5 by 7 dots, as old character generators draw it: from the top, the
 * leftmost dot in the highest of five bits. Empty of dots where the font has no such character. */
std::array<unsigned char, 7> matrixRows(QChar character, bool slashedZero);

}  // namespace sheen::test
