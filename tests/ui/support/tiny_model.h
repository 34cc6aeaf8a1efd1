#pragma once

#include <QString>

namespace sheen::test {

/**
 * Writes a TorchScript model with its card that takes dark pixels for oil (class 1, "test oil", code 3).
 * `load`: how often it needlessly computes sines of the picture, so that a run takes a while.
 */
void writeTinyModel(const QString& path, int load = 0);

/** The same with its card beside it. `mean`: of all channels; with 200 what is bright is oil, too. */
void writeTinyModelAndCard(const QString& path, int mean = 0);
/** Only that card: the model stays as it is. */
void writeTinyCard(const QString& modelPath, int mean);

}  // namespace sheen::test
