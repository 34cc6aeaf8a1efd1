#pragma once

#include <atomic>

namespace sheen {

/** Set by whoever wants long work to stop; asked for by the work between steps. */
class Cancel
{
public:
    void request() { m_requested.store(true, std::memory_order_relaxed); }
    bool requested() const { return m_requested.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_requested{false};
};

}  // namespace sheen
