#include "file_hash.h"

#include <QCoreApplication>

#include "base/error.h"
#include "detect/model_file.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Detector)
};

}  // namespace

void checkHash(const ModelFile& file, const QString& sha256)
{
    if (!sha256.isEmpty() && file.sha256() != sha256)
        throw Error(Text::tr("The model file \"%1\" has changed since it was accepted, so it was not loaded. "
                             "Choose it again, and use it only if you trust whoever changed it.")
                        .arg(file.path()),
                    ErrorKind::Unreadable);
}

}  // namespace sheen
