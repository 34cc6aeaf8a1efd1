#pragma once

namespace sheen {

/** What a command tells its caller; see docs/command-line.md. */
enum class ExitStatus {
    Done = 0,
    Stopped = 1,
    WrongUsage = 2,
    Unreadable = 3,
    Cancelled = 4,
    NothingPlaced = 5,
};

}  // namespace sheen
