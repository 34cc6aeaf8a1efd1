#pragma once

#include <QString>
#include <exception>

#include "base/error.h"

namespace sheen {

/** Runs a task; what it throws becomes a sentence, empty where it throws nothing. */
template <typename Task>
QString failureOf(Task task)
{
    try {
        task();
        return {};
    } catch (const Error& error) {
        return error.sentence();
    } catch (const std::exception& error) {
        return QString::fromLocal8Bit(error.what());
    }
}

}  // namespace sheen
