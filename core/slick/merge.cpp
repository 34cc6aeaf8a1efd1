#include "core/slick/merge.h"

namespace sheen {
std::vector<Slick> mergeSlicks(const std::vector<FrameRecord>&, const ModelCard&, const MergeSettings&,
                               const Cancel*)
{
    return {};
}
}  // namespace sheen
