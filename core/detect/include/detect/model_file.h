#pragma once

#include <QJsonObject>
#include <QString>
#include <istream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>

#include "data/model_card.h"

namespace sheen {

struct TaughtModel;
struct TaughtModelFile;

enum class ModelFormat {
    TorchScript,
    Onnx,
    Taught,  //!< a person's corrections of another model, whose file it carries
};

/**
 * A model's file, read whole and once: what was hashed and checked is what is loaded, whatever becomes of the
 * file meanwhile.
 */
class ModelFile
{
public:
    /** Throws Error(Unreadable): no such file; none of the formats, or damaged. */
    explicit ModelFile(const QString& path);

    /** The file of the model that a taught one corrects. Only of one of format Taught. Throws likewise. */
    ModelFile baseFile() const;
    /** What a taught model's file says, with its path and hash on the card. Only of format Taught. */
    const TaughtModel& taught() const;

    const QString& path() const { return m_path; }      //!< absolute
    const QString& sha256() const { return m_sha256; }  //!< hexadecimal
    ModelFormat format() const { return m_format; }
    std::size_t size() const { return bytes().size(); }
    std::string_view bytes() const { return m_bytes.view(); }

    /** How many files this process has read so far; they are long. */
    static int readCount();

    /** From the beginning; one reader at a time. */
    std::istream& stream();

    /** The card inside, or beside it. Runs nothing. Throws Error(Unreadable). */
    ModelCard card();

private:
    ModelFile(const QString& path, std::string bytes, const QString& name, const QJsonObject& card);

    void check(const QString& name);
    ModelCard networkCard();

    QString m_path;
    QString m_sha256;
    ModelFormat m_format = ModelFormat::TorchScript;
    std::istringstream m_bytes;
    std::shared_ptr<const TaughtModelFile> m_taught;
    QJsonObject m_cardBeside;  //!< of a file that another one carries; empty: it may lie beside it
};

/**
 * Where the card of a model lies that has none inside: the same name with .json in place of the ending, or
 * with .json added. The first that exists; empty where there is none.
 */
QString cardBesideModel(const QString& modelPath);

}  // namespace sheen
