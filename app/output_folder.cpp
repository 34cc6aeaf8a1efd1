#include "output_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include "base/error.h"

namespace sheen {

namespace {

struct OutputFolderText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::OutputFolder)
};

}  // namespace

QString prepareOutputFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        throw Error(OutputFolderText::tr(
                        "The output folder \"%1\" cannot be used: it is a file. Choose another with --out.")
                        .arg(folder));
    if (!QDir().mkpath(folder))
        throw Error(
            OutputFolderText::tr("The output folder \"%1\" cannot be made. Choose another with --out.")
                .arg(folder));
    QTemporaryFile probe(QDir(folder).filePath(QStringLiteral(".sheen-XXXXXX")));
    if (!probe.open() || probe.write("sheen") != 5 || !probe.flush())
        throw Error(OutputFolderText::tr(
                        "The output folder \"%1\" cannot be written to (%2). Choose another with --out.")
                        .arg(folder, probe.errorString()));
    return QDir(folder).absolutePath();
}

}  // namespace sheen
