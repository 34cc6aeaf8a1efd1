// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sheen::bag {

constexpr const char* declaration = "bagit.txt";
constexpr const char* info = "bag-info.txt";
constexpr const char* manifest = "manifest-sha256.txt";
constexpr const char* tagManifest = "tagmanifest-sha256.txt";
constexpr const char* signature = "tagmanifest-sha256.txt.asc";
constexpr const char* payload = "data/";

}  // namespace sheen::bag
