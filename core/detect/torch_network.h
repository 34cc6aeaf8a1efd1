#pragma once

#include <torch/csrc/jit/api/module.h>

#include "network.h"

namespace sheen {

/** A TorchScript network, frozen, run by LibTorch. */
class TorchNetwork : public Network
{
public:
    TorchNetwork(ModelFile& file, c10::Device device);

    at::Tensor forward(const at::Tensor& input) override;

private:
    c10::Device m_device;
    torch::jit::Module m_module;
};

}  // namespace sheen
