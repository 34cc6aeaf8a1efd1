#pragma once

#include <QByteArray>

namespace sheen {

/**
 * Returns a text file's bytes as UTF-8 without a byte order mark: from UTF-16 or UTF-32 with one, from UTF-8,
 * else from the code page of Korean Windows (CP949, which holds EUC-KR) where all of it is valid in that and
 * pairs of bytes stand for letters; Latin-1 is what remains.
 */
QByteArray toUtf8(const QByteArray& bytes);

}  // namespace sheen
