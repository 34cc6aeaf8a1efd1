#pragma once

#include <torch/csrc/jit/api/module.h>

namespace sheen {

class ModelFile;

/**
 * Reads the network of a TorchScript file onto a device, in single precision, for inference. Of its program
 * nothing has run then but what rebuilds its parts (`__setstate__`). Throws std::exception where LibTorch
 * cannot read it, and where one of its tensors claims more numbers than lie behind it.
 */
torch::jit::Module readNetwork(ModelFile& file, c10::Device device = c10::kCPU);

}  // namespace sheen
