// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/whole_file.h"

#include <QCoreApplication>
#include <QSaveFile>

#include "base/error.h"

namespace sheen {

void writeWholeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    // commit() alone overlooks a last write that was cut short.
    if (!written || !file.flush() || !file.commit())
        throw Error(QCoreApplication::translate("sheen::Output",
                                                "\"%1\" could not be written (%2). Make room on the disk or "
                                                "choose another folder; earlier files are kept.")
                        .arg(path, file.errorString()));
}

}  // namespace sheen
