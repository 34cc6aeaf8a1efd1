#pragma once

#include <ATen/core/Tensor.h>
#include <c10/core/Device.h>

#include <memory>

namespace sheen {

class ModelFile;

/** A network on one device, whoever runs it. What that one says against it comes as std::exception. */
class Network
{
public:
    /**
     * Of a model's file, by what runs files of its format: LibTorch, or OpenCV, which runs ONNX on the CPU
     * alone.
     */
    static std::unique_ptr<Network> read(ModelFile& file, c10::Device device);

    virtual ~Network() = default;

    /**
     * The network's answer to N x 3 x height x width numbers in single precision, on the CPU, close together;
     * or the first tensor of it; undefined where there is none.
     */
    virtual at::Tensor forward(const at::Tensor& input) = 0;
};

}  // namespace sheen
