#pragma once

#include <QString>
#include <exception>

namespace sheen {

/**
 * The one line of an error of LibTorch or OpenCV that tells something: its texts carry whole backtraces,
 * source positions and pieces of the model's program.
 */
QString usefulLine(const std::exception& error);
QString usefulLine(const QString& text);

/** What to do with a TorchScript file that this LibTorch cannot read. */
QString adviceOnNewerTorch();

}  // namespace sheen
