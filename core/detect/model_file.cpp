#include "core/detect/model_file.h"

#include <caffe2/serialize/inline_container.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <optional>

#include "core/data/error.h"
#include "core/detect/archive_check.h"
#include "core/detect/detector.h"
#include "core/detect/torch_message.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Detector)
};

void requireReadableFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        throw Error(Text::tr("The model file \"%1\" does not exist.").arg(path), ErrorKind::Unreadable);
    if (!info.isFile() || !info.isReadable())
        throw Error(
            Text::tr("The model \"%1\" is no file that can be read. Choose a TorchScript file.").arg(path),
            ErrorKind::Unreadable);
}

/** Cards are a few KiB; what is longer is none. */
constexpr qint64 longestCard = 1 << 20;

[[noreturn]] void refuseFile(const QString& path, const QString& why)
{
    throw Error(Text::tr("\"%1\" is no TorchScript file, or it is cut short (%2). Save the network with "
                         "torch.jit.save and copy the whole file.")
                    .arg(path, why),
                ErrorKind::Unreadable);
}

[[noreturn]] void refuseCard(const QString& path)
{
    throw Error(Text::tr("The model card of \"%1\" is longer than 1 MiB: it is no card.").arg(path),
                ErrorKind::Unreadable);
}

/**
 * The extra file model.json, taken from the archive without building the program that lies beside it.
 * Nothing where the archive has none.
 */
std::optional<QByteArray> cardInside(const QString& path)
{
    if (const QString problem = problemOfArchive(path); !problem.isEmpty())
        refuseFile(path, problem);
    try {
        caffe2::serialize::PyTorchStreamReader reader(path.toStdString());
        if (!reader.hasRecord("constants.pkl"))
            throw Error(
                Text::tr("\"%1\" is an archive of PyTorch, but holds no TorchScript program (a checkpoint?). "
                         "Export the network with torch.jit.script or torch.jit.trace and save that.")
                    .arg(path),
                ErrorKind::Unreadable);
        if (!reader.hasRecord("extra/model.json"))
            return std::nullopt;
        const auto record = reader.getRecord("extra/model.json");
        if (std::get<1>(record) > std::size_t(longestCard))
            refuseCard(path);
        return QByteArray(static_cast<const char*>(std::get<0>(record).get()), int(std::get<1>(record)));
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        refuseFile(path, usefulLine(error));
    }
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Text::tr("The model card \"%1\" cannot be read: %2.").arg(path, file.errorString()),
                    ErrorKind::Unreadable);
    if (file.size() > longestCard)
        refuseCard(path);
    return file.read(longestCard);
}

}  // namespace

QString cardBesideModel(const QString& modelPath)
{
    const QFileInfo info(modelPath);
    const QString candidates[] = {
        info.path() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".json"),
        modelPath + QStringLiteral(".json")};
    for (const QString& candidate : candidates) {
        if (QFileInfo(candidate).isFile())
            return candidate;
    }
    return {};
}

QString sha256OfFile(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        throw Error(Text::tr("The file \"%1\" cannot be read: %2.").arg(path, file.errorString()),
                    ErrorKind::Unreadable);
    return QString::fromLatin1(hash.result().toHex());
}

ModelCard readModelCard(const QString& path)
{
    requireReadableFile(path);
    std::optional<QByteArray> json = cardInside(path);
    QString origin = path;
    if (!json) {
        origin = cardBesideModel(path);
        if (origin.isEmpty())
            throw Error(
                Text::tr(
                    "The model \"%1\" has no card: neither model.json inside it nor a file \"%2\" beside "
                    "it. See docs/model-card.md for how to write one.")
                    .arg(path, QFileInfo(path).completeBaseName() + QStringLiteral(".json")),
                ErrorKind::Unreadable);
        json = readFile(origin);
    }
    ModelCard card = parseModelCard(*json, origin);
    card.path = QFileInfo(path).absoluteFilePath();
    card.sha256 = sha256OfFile(path);
    return card;
}

}  // namespace sheen
