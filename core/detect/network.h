#pragma once

#include <torch/csrc/jit/api/module.h>

#include <chrono>

namespace sheen {

class ModelFile;

/** A TorchScript network, frozen, on one device. What LibTorch says against it comes as std::exception. */
class Network
{
public:
    Network(ModelFile& file, c10::Device device);

    /** The network's answer, or the first tensor of it; undefined where there is none. */
    at::Tensor forward(const at::Tensor& input);

    /**
     * On a CPU: folds and fuses what can be, in the layouts of oneDNN. Not every network survives it: what
     * then fails, answers otherwise or is no quicker stays as it was.
     */
    void optimise(const at::Tensor& example);

private:
    std::chrono::steady_clock::duration quickest(const at::Tensor& example);

    c10::Device m_device;
    torch::jit::Module m_module;
};

}  // namespace sheen
