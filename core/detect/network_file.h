#pragma once

#include <torch/csrc/jit/api/module.h>

namespace sheen {

class ModelFile;

/**
 * Reads the network of a TorchScript file into the computer's memory, in single precision, for inference.
 * Nothing of its program has run then. Throws std::exception where LibTorch cannot read it, and where one of
 * its tensors claims more numbers than lie behind it.
 */
torch::jit::Module readNetwork(ModelFile& file);

}  // namespace sheen
