#pragma once

#include <QString>
#include <string_view>

namespace sheen {

/**
 * Looks through the directory of a zip archive, which a TorchScript file is, before anything is unpacked by
 * it: a directory that lies can ask for any amount of memory. Returns what is wrong with it in a few words,
 * empty where nothing is: entries that lie outside of the file, that claim to be longer than they can be
 * (PKWARE's APPNOTE 6.3.9; deflate makes at most 1032 bytes of one), or that share their bytes.
 */
QString problemOfArchive(std::string_view archive);

}  // namespace sheen
