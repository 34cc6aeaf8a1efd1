#include "network.h"

#include "detect/model_file.h"
#include "onnx_network.h"
#include "torch_network.h"

namespace sheen {

std::unique_ptr<Network> Network::read(ModelFile& file, c10::Device device)
{
    if (file.format() == ModelFormat::Onnx)
        return std::make_unique<OnnxNetwork>(file);
    return std::make_unique<TorchNetwork>(file, device);
}

}  // namespace sheen
