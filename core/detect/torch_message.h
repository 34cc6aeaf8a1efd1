#pragma once

#include <QString>
#include <exception>

namespace sheen {

/**
 * The one line of a LibTorch error that tells something: its texts carry whole backtraces, source positions
 * and pieces of the model's program.
 */
QString usefulLine(const std::exception& error);
QString usefulLine(const QString& text);

}  // namespace sheen
