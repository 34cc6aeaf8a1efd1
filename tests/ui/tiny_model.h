#pragma once

#include <QString>

namespace sheen::test {

/**
 * Writes a TorchScript model with its card that takes dark pixels for oil (class 1, "test oil", code 3).
 * `load`: how often it needlessly computes sines of the picture, so that a run takes a while.
 */
void writeTinyModel(const QString& path, int load = 0);

}  // namespace sheen::test
