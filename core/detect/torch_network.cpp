#include "torch_network.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/passes/tensorexpr_fuser.h>

#include "model_output.h"
#include "network_file.h"

namespace sheen {

TorchNetwork::TorchNetwork(ModelFile& file, c10::Device device)
    : m_device(device), m_module(readNetwork(file, device))
{
    // A LibTorch that compiles for the CPU (Debian 13's does) never comes back from doing so. It stays off,
    // as a network is compiled anew when it meets another size of picture.
    if (m_device.is_cpu())
        torch::jit::setTensorExprFuserEnabled(false);
    m_module = torch::jit::freeze(m_module);
}

at::Tensor TorchNetwork::forward(const at::Tensor& input)
{
    return firstTensor(m_module.forward({input.to(m_device)}));
}

}  // namespace sheen
