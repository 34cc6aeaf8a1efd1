#pragma once

#include <QString>

namespace sheen {

/** The folder of the source tree that the tests were built from. */
QString sourceFolder();

/** The path of a file of the source tree, or beside it: `path` as from that folder. */
inline QString sourcePath(const QString& path)
{
    return sourceFolder() + QLatin1Char('/') + path;
}

}  // namespace sheen
