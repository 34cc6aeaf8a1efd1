#include "detect/taught_models.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <algorithm>

#include "base/error.h"
#include "detect/model_file.h"
#include "model_list.h"
#include "teach/taught_model.h"

namespace sheen {

namespace {

struct TeachingText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Teaching)
};

const QString taughtKey = QStringLiteral("models/taught");

QString ownFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/taught-models");
}

void write(const ModelFile& file, const QString& target)
{
    const std::string_view bytes = file.bytes();
    QSaveFile copy(target);
    const bool whole = copy.open(QIODevice::WriteOnly) &&
                       copy.write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size()) &&
                       copy.commit();
    if (!whole)
        throw Error(TeachingText::tr("The taught model \"%1\" cannot be written: %2.")
                        .arg(target, copy.errorString()));
}

ModelFile readTaught(const QString& path)
{
    ModelFile file(path);
    if (file.format() != ModelFormat::Taught)
        throw Error(
            TeachingText::tr("\"%1\" is no taught model: choose it with Flight > Choose Model.").arg(path),
            ErrorKind::Unreadable);
    return file;
}

/** Named after its content, so that the same one is there once. */
QString pathOfCopy(const ModelFile& file)
{
    constexpr int enough = 12;
    return QStringLiteral("%1/%2-%3.pt")
        .arg(ownFolder(), QFileInfo(file.path()).completeBaseName(), file.sha256().left(enough));
}

}  // namespace

std::vector<UsedModel> taughtModels()
{
    return readModelList(taughtKey);
}

void rememberTaughtModel(const ModelCard& card)
{
    writeModelList(taughtKey, withModelFirst(taughtModels(), card));
}

void forgetTaughtModel(const QString& path)
{
    std::vector<UsedModel> models = taughtModels();
    std::erase_if(models, [&path](const UsedModel& one) { return one.path == path; });
    writeModelList(taughtKey, models);
    if (QFileInfo(path).absoluteDir() == QDir(ownFolder()))
        QFile::remove(path);
}

ModelCard takeInTaughtModel(const QString& path)
{
    const ModelFile file = readTaught(path);
    const QString target = pathOfCopy(file);
    if (!QDir().mkpath(ownFolder()))
        throw Error(TeachingText::tr("The folder \"%1\" cannot be made.").arg(ownFolder()));
    if (QFileInfo(target) != QFileInfo(path))
        write(file, target);
    ModelCard card = file.taught().card;
    card.path = QFileInfo(target).absoluteFilePath();
    card.sha256 = file.sha256();
    rememberTaughtModel(card);
    return card;
}

void handOnTaughtModel(const UsedModel& model, const QString& target)
{
    const ModelFile file = readTaught(model.path);
    if (file.sha256() != model.sha256)
        throw Error(
            TeachingText::tr("The file \"%1\" is another one than it was when it was taught, so it is not "
                             "handed on.")
                .arg(model.path),
            ErrorKind::Unreadable);
    write(file, target);
}

}  // namespace sheen
