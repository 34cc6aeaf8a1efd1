#include "detect/model_file.h"

#include <caffe2/serialize/inline_container.h>
#include <torch/version.h>

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <atomic>
#include <optional>

#include "archive_check.h"
#include "base/error.h"
#include "detect/detector.h"
#include "detector_text.h"
#include "onnx_file.h"
#include "teach/taught_model.h"
#include "torch_message.h"

namespace sheen {

namespace {

/** More than any network that a frame is waited for has; what is read stays in memory until it is loaded. */
constexpr qint64 longestFile = qint64(4) << 30;

std::atomic<int> reads{0};

/** All bytes of a file. */
std::string readWhole(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        throw Error(DetectorText::tr("The model file \"%1\" does not exist.").arg(path),
                    ErrorKind::Unreadable);
    if (!info.isFile() || !info.isReadable())
        throw Error(DetectorText::tr(
                        "The model \"%1\" is no file that can be read. Choose a TorchScript or ONNX file.")
                        .arg(path),
                    ErrorKind::Unreadable);
    if (info.size() > longestFile)
        throw Error(
            DetectorText::tr("The model file \"%1\" is longer than 4 GiB: Sheen loads no such network.")
                .arg(path),
            ErrorKind::Unreadable);
    QFile file(path);
    std::string bytes(std::size_t(info.size()), '\0');
    if (!file.open(QIODevice::ReadOnly) ||
        file.read(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()))
        throw Error(DetectorText::tr("The file \"%1\" cannot be read: %2.").arg(path, file.errorString()),
                    ErrorKind::Unreadable);
    ++reads;
    return bytes;
}

QString sha256Of(std::string_view bytes)
{
    constexpr std::size_t piece = std::size_t(1) << 30;  // Qt 5 counts in int
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (std::size_t from = 0; from < bytes.size(); from += piece) {
        const std::string_view part = bytes.substr(from, piece);
        hash.addData(QByteArray::fromRawData(part.data(), int(part.size())));
    }
    return QString::fromLatin1(hash.result().toHex());
}

/** Cards are a few KiB; what is longer is none. */
constexpr qint64 longestCard = 1 << 20;

[[noreturn]] void refuseFile(const QString& path, const QString& why)
{
    throw Error(
        DetectorText::tr("\"%1\" is no TorchScript file, or it is cut short (%2). Save the network with "
                         "torch.jit.save and copy the whole file; an ONNX file is called NAME.onnx.")
            .arg(path, why),
        ErrorKind::Unreadable);
}

[[noreturn]] void refuseOnnx(const QString& path, const QString& why)
{
    throw Error(DetectorText::tr(
                    "\"%1\" is no ONNX file that can be used: %2. Export the network again, and copy the "
                    "whole file.")
                    .arg(path, why),
                ErrorKind::Unreadable);
}

[[noreturn]] void refuseNewer(const QString& path, const QString& why)
{
    throw Error(
        DetectorText::tr("\"%1\" was written by a PyTorch that is newer than this LibTorch (%2): %3. %4")
            .arg(path, QStringLiteral(TORCH_VERSION), why, adviceOnNewerTorch()),
        ErrorKind::Unreadable);
}

ModelFormat formatOf(std::string_view bytes, const QString& path)
{
    if (isTaughtModel(bytes))
        return ModelFormat::Taught;
    if (bytes.substr(0, 2) == "PK" || !path.endsWith(QLatin1String(".onnx"), Qt::CaseInsensitive))
        return ModelFormat::TorchScript;
    return ModelFormat::Onnx;
}

[[noreturn]] void refuseCard(const QString& path)
{
    throw Error(DetectorText::tr("The model card of \"%1\" is longer than 1 MiB: it is no card.").arg(path),
                ErrorKind::Unreadable);
}

/**
 * The extra file model.json, taken from the archive without building the program that lies beside it.
 * Nothing where the archive has none.
 */
std::optional<QByteArray> cardInside(std::istream& stream, const QString& path)
{
    try {
        caffe2::serialize::PyTorchStreamReader reader(&stream);
        if (!reader.hasRecord("constants.pkl"))
            throw Error(
                DetectorText::tr(
                    "\"%1\" is an archive of PyTorch, but holds no TorchScript program (a checkpoint?). "
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
        const QString line = usefulLine(error);
        if (line.contains(QLatin1String("maximum supported version")))
            refuseNewer(path, line);
        refuseFile(path, line);
    }
}

/** The text model.json among those that an ONNX file says of itself. Nothing where there is none. */
std::optional<QByteArray> cardInOnnx(std::string_view bytes, const QString& path)
{
    const OnnxFacts facts = readOnnx(bytes);
    const auto found = facts.metadata.find("model.json");
    if (found == facts.metadata.end())
        return std::nullopt;
    if (found->second.size() > std::size_t(longestCard))
        refuseCard(path);
    return QByteArray::fromStdString(found->second);
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(
            DetectorText::tr("The model card \"%1\" cannot be read: %2.").arg(path, file.errorString()),
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

ModelFile::ModelFile(const QString& path)
    : m_path(QFileInfo(path).absoluteFilePath()), m_bytes(readWhole(path))
{
    check(path);
}

ModelFile::ModelFile(const QString& path, std::string bytes, const QString& name, const QJsonObject& card)
    : m_path(path), m_bytes(std::move(bytes)), m_cardBeside(card)
{
    check(name);
}

/** `name`: by which an ONNX file is known. */
void ModelFile::check(const QString& name)
{
    m_format = formatOf(bytes(), name);
    m_sha256 = sha256Of(bytes());
    if (m_format == ModelFormat::Taught) {
        auto file = std::make_shared<TaughtModelFile>(parseTaughtModel(bytes(), m_path));
        file->model.card.path = m_path;
        file->model.card.sha256 = m_sha256;
        m_taught = std::move(file);
    } else if (m_format == ModelFormat::Onnx) {
        if (const QString problem = readOnnx(bytes()).problem; !problem.isEmpty())
            refuseOnnx(m_path, problem);
    } else if (const QString problem = problemOfArchive(bytes()); !problem.isEmpty()) {
        refuseFile(m_path, problem);
    }
}

const TaughtModel& ModelFile::taught() const
{
    return m_taught->model;
}

ModelFile ModelFile::baseFile() const
{
    const BaseModel& base = taught().base;
    return ModelFile(m_path, std::string(bytes().substr(m_taught->baseBegin)), base.fileName, base.card);
}

int ModelFile::readCount()
{
    return reads;
}

std::istream& ModelFile::stream()
{
    m_bytes.clear();
    m_bytes.seekg(0);
    return m_bytes;
}

ModelCard ModelFile::card()
{
    ModelCard card = m_taught ? taught().card : networkCard();
    card.path = m_path;
    card.sha256 = m_sha256;
    return card;
}

ModelCard ModelFile::networkCard()
{
    std::optional<QByteArray> json =
        m_format == ModelFormat::Onnx ? cardInOnnx(bytes(), m_path) : cardInside(stream(), m_path);
    QString origin = m_path;
    if (!json && !m_cardBeside.isEmpty())
        json = QJsonDocument(m_cardBeside).toJson(QJsonDocument::Compact);
    if (!json) {
        origin = cardBesideModel(m_path);
        if (origin.isEmpty())
            throw Error(
                DetectorText::tr(
                    "The model \"%1\" has no card: neither model.json inside it nor a file \"%2\" beside "
                    "it. See docs/model-card.md for how to write one.")
                    .arg(m_path, QFileInfo(m_path).completeBaseName() + QStringLiteral(".json")),
                ErrorKind::Unreadable);
        json = readFile(origin);
    }
    return parseModelCard(*json, origin);
}

ModelCard readModelCard(const QString& path)
{
    return ModelFile(path).card();
}

}  // namespace sheen
