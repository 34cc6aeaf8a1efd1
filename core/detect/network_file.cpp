#include "network_file.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/serialization/import.h>

#include <stdexcept>

#include "detect/model_file.h"
#include "detector_text.h"
#include "platform/memory.h"

namespace sheen {

namespace {

[[noreturn]] void refuseNetwork(const QString& what)
{
    throw std::runtime_error(what.toStdString());
}

/** Where the tensor begins in its storage and how far apart its numbers are is what the file says, too. */
bool liesInItsStorage(const at::Tensor& tensor)
{
    if (tensor.numel() == 0)
        return true;
    auto last = double(tensor.storage_offset());
    for (std::int64_t i = 0; i < tensor.dim(); ++i) {
        if (tensor.stride(i) < 0)
            return false;
        last += double(tensor.size(i) - 1) * double(tensor.stride(i));
    }
    return tensor.storage_offset() >= 0 &&
           (last + 1) * double(tensor.element_size()) <= double(tensor.storage().nbytes());
}

/**
 * LibTorch believes what a file says of a tensor's length, also where fewer bytes came with it; and a tensor
 * that repeats a few numbers to no end would be written out in full when the network is made faster.
 */
void checkTensor(const at::Tensor& tensor, double fileBytes)
{
    constexpr double repeatsAtMost = 16;
    constexpr double alwaysAllowed = 64 << 20;
    if (!tensor.defined())
        return;
    if (tensor.is_sparse() || !tensor.has_storage() || !tensor.device().is_cpu())
        refuseNetwork(DetectorText::tr("it holds a tensor that is not kept as plain numbers"));
    const double bytes = double(tensor.numel()) * double(tensor.element_size());
    if (bytes > std::max(alwaysAllowed, repeatsAtMost * fileBytes))
        refuseNetwork(DetectorText::tr("it holds a tensor that is larger than the whole file"));
    const std::size_t claimed = tensor.storage().nbytes();
    void* memory = tensor.storage().data_ptr().get();
    if ((claimed > 0 && (!memory || allocatedBytes(memory) < claimed)) || !liesInItsStorage(tensor))
        refuseNetwork(DetectorText::tr("it holds a tensor that claims more numbers than the file has"));
}

void checkValue(const c10::IValue& value, double fileBytes)
{
    c10::IValue::HashAliasedIValues parts;
    value.getSubValues(parts);
    for (const c10::IValue& part : parts) {
        if (part.isTensor())
            checkTensor(part.toTensor(), fileBytes);
    }
}

void checkConstants(const torch::jit::Block& block, double fileBytes)
{
    for (const torch::jit::Node* node : block.nodes()) {
        for (const torch::jit::Block* inner : node->blocks())
            checkConstants(*inner, fileBytes);
        if (node->kind() != torch::jit::prim::Constant || !node->hasAttribute(torch::jit::attr::value))
            continue;
        switch (node->kindOf(torch::jit::attr::value)) {
            case torch::jit::AttributeKind::t:
                checkTensor(node->t(torch::jit::attr::value), fileBytes);
                break;
            case torch::jit::AttributeKind::ival:
                checkValue(node->ival(torch::jit::attr::value), fileBytes);
                break;
            default:
                break;
        }
    }
}

void checkTensors(const torch::jit::Module& network, double fileBytes)
{
    checkValue(network._ivalue(), fileBytes);
    for (const torch::jit::Module& part : network.modules()) {
        for (const torch::jit::Method& method : part.get_methods())
            checkConstants(*method.graph()->block(), fileBytes);
    }
}

bool hasOtherPrecision(const torch::jit::Module& network)
{
    for (const at::Tensor& parameter : network.parameters()) {
        if (at::isFloatingType(parameter.scalar_type()) && parameter.scalar_type() != at::kFloat)
            return true;
    }
    return false;
}

}  // namespace

torch::jit::Module readNetwork(ModelFile& file, c10::Device device)
{
    torch::jit::Module network = torch::jit::load(file.stream(), c10::Device(c10::kCPU));
    checkTensors(network, double(file.size()));
    if (!network.find_method("forward"))
        refuseNetwork(DetectorText::tr("it has no forward method"));
    // What a frozen network knows lies in its program's constants, which Module::to leaves where they are;
    // the reader puts all there is onto a device.
    if (!device.is_cpu())
        network = torch::jit::load(file.stream(), device);
    network.eval();
    if (hasOtherPrecision(network))
        network.to(at::kFloat);
    return network;
}

}  // namespace sheen
