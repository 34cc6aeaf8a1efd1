#include "detect/torch_runtime.h"

#include <torch/cuda.h>
#include <torch/version.h>

namespace sheen {

QString torchVersion()
{
    return QStringLiteral(TORCH_VERSION);
}

QString automaticDevice()
{
    return torch::cuda::is_available() ? QStringLiteral("cuda:0") : QStringLiteral("cpu");
}

}  // namespace sheen
