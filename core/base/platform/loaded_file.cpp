#include "platform/loaded_file.h"

#include <dlfcn.h>

#include <QFile>
#include <QFileInfo>

namespace sheen {

QString loadedFile(void (*function)())
{
    Dl_info file{};
    if (dladdr(reinterpret_cast<const void*>(function), &file) == 0)
        return {};
    return QFileInfo(QFile::decodeName(file.dli_fname)).canonicalFilePath();
}

}  // namespace sheen
