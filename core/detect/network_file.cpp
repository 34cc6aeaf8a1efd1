#include "core/detect/network_file.h"

#include <ATen/ATen.h>
#include <malloc.h>
#include <torch/csrc/jit/serialization/import.h>

#include <QCoreApplication>
#include <stdexcept>

#include "core/detect/model_file.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Detector)
};

[[noreturn]] void refuse(const QString& what)
{
    throw std::runtime_error(what.toStdString());
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
        refuse(Text::tr("it holds a tensor that is not kept as plain numbers"));
    const double bytes = double(tensor.numel()) * double(tensor.element_size());
    if (bytes > std::max(alwaysAllowed, repeatsAtMost * fileBytes))
        refuse(Text::tr("it holds a tensor that is larger than the whole file"));
    const std::size_t claimed = tensor.storage().nbytes();
    void* memory = tensor.storage().data_ptr().get();
    if (claimed > 0 && (!memory || malloc_usable_size(memory) < claimed))
        refuse(Text::tr("it holds a tensor that claims more numbers than the file has"));
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

bool hasOtherPrecision(const torch::jit::Module& network)
{
    for (const at::Tensor& parameter : network.parameters()) {
        if (at::isFloatingType(parameter.scalar_type()) && parameter.scalar_type() != at::kFloat)
            return true;
    }
    return false;
}

}  // namespace

torch::jit::Module readNetwork(ModelFile& file)
{
    torch::jit::Module network = torch::jit::load(file.stream(), c10::Device(c10::kCPU));
    const auto fileBytes = double(file.size());
    checkValue(network._ivalue(), fileBytes);
    for (const torch::jit::Module& part : network.modules()) {
        for (const torch::jit::Method& method : part.get_methods())
            checkConstants(*method.graph()->block(), fileBytes);
    }
    if (!network.find_method("forward"))
        refuse(Text::tr("it has no forward method"));
    network.eval();
    if (hasOtherPrecision(network))
        network.to(at::kFloat);
    return network;
}

}  // namespace sheen
