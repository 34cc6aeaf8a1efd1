#pragma once

#include <QString>

namespace sheen {

/** Makes the folder where it is missing, and tries to write there. Throws Error. Returns its absolute path.
 */
QString prepareOutputFolder(const QString& folder);

}  // namespace sheen
