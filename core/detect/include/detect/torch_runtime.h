#pragma once

#include <QString>

namespace sheen {

/** Returns the version of LibTorch, e.g. "1.13.0". */
QString torchVersion();

/** Returns what "auto" stands for on this machine, as the command line calls it: "cpu" or "cuda:0". */
QString automaticDevice();

}  // namespace sheen
