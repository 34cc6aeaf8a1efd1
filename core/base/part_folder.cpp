#include "base/part_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <filesystem>

#include "base/error.h"

namespace sheen {

namespace {

struct OutputText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Output)
};

const QString& madeFolder(const QString& folder)
{
    if (!QDir().mkpath(folder))
        throw Error(OutputText::tr("The folder \"%1\" cannot be made. Choose one that can be written to.")
                        .arg(folder));
    return folder;
}

std::filesystem::path toStandard(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

}  // namespace

PartFolder::PartFolder(const QString& outputFolder)
    : m_folder(outputFolder), m_parts(madeFolder(outputFolder) + QStringLiteral("/.sheen-XXXXXX"))
{
    if (!m_parts.isValid())
        throw Error(
            OutputText::tr(
                "Nothing can be written into the folder \"%1\" (%2). Choose another one, or change its "
                "rights.")
                .arg(outputFolder, m_parts.errorString()));
}

void PartFolder::publish(const QString& name, const QString& finalName) const
{
    const QString target = m_folder + QLatin1Char('/') + finalName;
    madeFolder(QFileInfo(target).path());
    std::error_code failure;
    // Unlike QFile's, this rename replaces what is there in one step.
    std::filesystem::rename(toStandard(path(name)), toStandard(target), failure);
    if (failure)
        throw Error(OutputText::tr("\"%1\" cannot be written (%2). Is it open in another program?")
                        .arg(target, QString::fromStdString(failure.message())));
}

}  // namespace sheen
