#include "core/detect/network.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/passes/tensorexpr_fuser.h>

#include <algorithm>

#include "core/detect/model_output.h"
#include "core/detect/network_file.h"

namespace sheen {

Network::Network(ModelFile& file, c10::Device device) : m_device(device), m_module(readNetwork(file))
{
    // A LibTorch that compiles for the CPU (Debian 13's does) never comes back from doing so. It stays off,
    // as a network is compiled anew when it meets another size of picture.
    if (m_device.is_cpu())
        torch::jit::setTensorExprFuserEnabled(false);
    m_module.to(m_device);
    m_module = torch::jit::freeze(m_module);
}

at::Tensor Network::forward(const at::Tensor& input)
{
    return firstTensor(m_module.forward({input.to(m_device)}));
}

std::chrono::steady_clock::duration Network::quickest(const at::Tensor& example)
{
    auto least = std::chrono::steady_clock::duration::max();
    for (int i = 0; i < 3; ++i) {
        const auto begun = std::chrono::steady_clock::now();
        forward(example);
        least = std::min(least, std::chrono::steady_clock::now() - begun);
    }
    return least;
}

void Network::optimise(const at::Tensor& example)
{
    if (!m_device.is_cpu())
        return;
    const torch::jit::Module plain = m_module;
    const at::Tensor before = forward(example).clone();
    try {
        torch::jit::Module copy = plain.clone();
        m_module = torch::jit::optimize_for_inference(copy);
        forward(example);
        const at::Tensor after = forward(example);
        const bool agrees = after.sizes() == before.sizes() &&
                            at::allclose(after.to(at::kFloat), before.to(at::kFloat), 1e-3, 1e-3);
        const torch::jit::Module optimised = m_module;
        const auto optimisedTime = quickest(example);
        m_module = plain;
        // What LibTorch takes for quicker is not so on every processor, nor for every network.
        if (agrees && optimisedTime < quickest(example))
            m_module = optimised;
        return;
    } catch (const std::exception&) {
        // The plain network serves as well.
    }
    m_module = plain;
}

}  // namespace sheen
