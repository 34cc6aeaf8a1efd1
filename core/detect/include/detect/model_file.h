#pragma once

#include <QString>
#include <istream>
#include <sstream>
#include <string_view>

#include "data/model_card.h"

namespace sheen {

enum class ModelFormat { TorchScript, Onnx };

/**
 * A model's file, read whole and once: what was hashed and checked is what is loaded, whatever becomes of the
 * file meanwhile.
 */
class ModelFile
{
public:
    /** Throws Error(Unreadable): no such file, neither an archive of PyTorch nor ONNX. */
    explicit ModelFile(const QString& path);

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
    QString m_path;
    QString m_sha256;
    ModelFormat m_format = ModelFormat::TorchScript;
    std::istringstream m_bytes;
};

/**
 * Where the card of a model lies that has none inside: the same name with .json in place of the ending, or
 * with .json added. The first that exists; empty where there is none.
 */
QString cardBesideModel(const QString& modelPath);

}  // namespace sheen
