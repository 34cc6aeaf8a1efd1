#pragma once

#include <QString>

#include "core/data/model_card.h"

namespace sheen {

/**
 * Where the card of a model lies that has none inside: the same name with .json in place of the ending, or
 * with .json added. The first that exists; empty where there is none.
 */
QString cardBesideModel(const QString& modelPath);

/** Hexadecimal. Throws Error(Unreadable). */
QString sha256OfFile(const QString& path);

}  // namespace sheen
