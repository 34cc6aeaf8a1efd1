#include "support/source_folder.h"

namespace sheen {

// The one source that knows the folder: all others compile to the same wherever the tree lies, for caches of
// compilers.
QString sourceFolder()
{
    return QStringLiteral(SHEEN_SOURCE_DIR);
}

// Test programs and benchmarks lie all over the build tree and are started by hand too: unless told
// otherwise, they and the programs that they start use the source tree's resources.
[[maybe_unused]] static const bool resourcesAreSet = [] {
    return qEnvironmentVariableIsSet("SHEEN_RESOURCES") ||
           qputenv("SHEEN_RESOURCES", SHEEN_SOURCE_DIR "/resources");
}();

}  // namespace sheen
