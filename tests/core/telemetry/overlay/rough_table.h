#pragma once

#include <QString>
#include <cstdint>
#include <optional>

namespace sheen::test {

/** Which rough recordings are drawn and read. */
struct RoughChoice
{
    bool measuring = false;             //!< fonts, seeds and photographs that nothing was tuned on
    int each = 2;                       //!< recordings of each font and ground
    std::optional<std::uint64_t> seed;  //!< of the first; else that of the set
    QString font;                       //!< this one alone
    QString scene;                      //!< grounds whose name contains this
    QString saveFolder;                 //!< their first pictures are only saved there
    bool verbose = false;
};

/**
 * Prints how rough recordings were found and read, a row for each font and ground, and one for all; `page`: a
 * table by ground and by font goes there, too. Throws Error where that cannot be written.
 */
void printRough(const RoughChoice& choice, const QString& page);

}  // namespace sheen::test
