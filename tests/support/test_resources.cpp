#include <QByteArray>

// Test programs and benchmarks lie all over the build tree and are started by hand too: unless told
// otherwise, they and the programs that they start use the source tree's resources.
[[maybe_unused]] static const bool resourcesAreSet = [] {
    return qEnvironmentVariableIsSet("SHEEN_RESOURCES") ||
           qputenv("SHEEN_RESOURCES", SHEEN_SOURCE_DIR "/resources");
}();
