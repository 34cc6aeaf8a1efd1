#pragma once

#include <QString>

namespace sheen {

class ModelFile;

/** Throws Error(Unreadable) where the file is not the one with this SHA-256; empty: any will do. */
void checkHash(const ModelFile& file, const QString& sha256);

}  // namespace sheen
