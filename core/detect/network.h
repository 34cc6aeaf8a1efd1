#pragma once

#include <torch/csrc/jit/api/module.h>

namespace sheen {

class ModelFile;

/** A TorchScript network, frozen, on one device. What LibTorch says against it comes as std::exception. */
class Network
{
public:
    Network(ModelFile& file, c10::Device device);

    /** The network's answer, or the first tensor of it; undefined where there is none. */
    at::Tensor forward(const at::Tensor& input);

private:
    c10::Device m_device;
    torch::jit::Module m_module;
};

}  // namespace sheen
