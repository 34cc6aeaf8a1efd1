#pragma once

#include <QString>

namespace sheen {

/** What a device is called in settings and on the command line: "auto", "cpu", "cuda", "cuda:1". */
struct DeviceName
{
    enum class Kind { Auto, Cpu, Cuda };
    Kind kind = Kind::Auto;
    int cudaIndex = 0;
};

/**
 * Throws Error(Usage) where `name` is none of these. Whether such a device is there is known only once a
 * model is loaded for it.
 */
DeviceName parseDeviceName(const QString& name);

}  // namespace sheen
