#include "file_hash.h"

#include "base/error.h"
#include "detect/model_file.h"
#include "detector_text.h"

namespace sheen {

void checkHash(const ModelFile& file, const QString& sha256)
{
    if (!sha256.isEmpty() && file.sha256() != sha256)
        throw Error(
            DetectorText::tr("The model file \"%1\" has changed since it was accepted, so it was not loaded. "
                             "Choose it again, and use it only if you trust whoever changed it.")
                .arg(file.path()),
            ErrorKind::Unreadable);
}

}  // namespace sheen
