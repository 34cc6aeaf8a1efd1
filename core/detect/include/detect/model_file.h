#pragma once

#include <QString>
#include <istream>
#include <sstream>

#include "data/model_card.h"

namespace sheen {

/**
 * A model's file, read whole and once: what was hashed and checked is what is loaded, whatever becomes of the
 * file meanwhile.
 */
class ModelFile
{
public:
    /** Throws Error(Unreadable): no such file, no archive of PyTorch. */
    explicit ModelFile(const QString& path);

    const QString& path() const { return m_path; }      //!< absolute
    const QString& sha256() const { return m_sha256; }  //!< hexadecimal
    std::size_t size() const { return m_bytes.view().size(); }

    /** How many files this process has read so far; they are long. */
    static int readCount();

    /** From the beginning; one reader at a time. */
    std::istream& stream();

    /** The card inside, or beside it. Runs nothing. Throws Error(Unreadable). */
    ModelCard card();

private:
    QString m_path;
    QString m_sha256;
    std::istringstream m_bytes;
};

/**
 * Where the card of a model lies that has none inside: the same name with .json in place of the ending, or
 * with .json added. The first that exists; empty where there is none.
 */
QString cardBesideModel(const QString& modelPath);

}  // namespace sheen
