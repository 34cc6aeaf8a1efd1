#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <vector>

namespace sheen {

/**
 * Runs a network in batches that its device has memory for: where there is too little, batches are halved,
 * and where even one picture is too much, the CPU takes over for good.
 */
class MemoryFallback
{
public:
    using Forward = std::function<at::Tensor(const at::Tensor& batch)>;

    /**
     * `makeCpuForward` is called once, when it is needed; empty: there is nothing to fall back to. What it
     * throws comes out of this run() and of all later ones.
     */
    MemoryFallback(Forward forward, std::function<Forward()> makeCpuForward, int batch);

    /**
     * The answers to `pictures` (N x 3 x H x W), one for each, as the network gives them to a batch of one.
     * Of several pictures the network always sees as many at once as its batch is, so that its shapes stay
     * the same; a single one it sees alone.
     */
    std::vector<at::Tensor> run(const at::Tensor& pictures);

    int batch() const { return m_batch; }
    bool isOnCpu() const { return m_onCpu; }

private:
    at::Tensor forwardPart(const at::Tensor& pictures, std::int64_t from, std::int64_t to);
    void shrink();

    Forward m_forward;
    std::function<Forward()> m_makeCpuForward;
    int m_batch;
    bool m_onCpu = false;
};

/** Whether an error means that a device's memory is full. */
bool isOutOfMemory(const std::exception& error);

}  // namespace sheen
