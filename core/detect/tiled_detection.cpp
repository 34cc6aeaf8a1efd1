#include "tiled_detection.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <optional>

#include "model_output.h"
#include "picture_input.h"
#include "plane_blending.h"

namespace sheen {

namespace {

/** More than that is not held to average overlapping tiles; then each has its half. */
constexpr double mostBlendingBytes = 1 << 30;

cv::Mat scaledAndPadded(const cv::Mat& picture, const TilePlan& plan)
{
    cv::Mat scaled = picture;
    if (plan.scaled != picture.size()) {
        const bool reduced = plan.scaled.width < picture.cols;
        cv::resize(picture, scaled, plan.scaled, 0, 0, reduced ? cv::INTER_AREA : cv::INTER_LINEAR);
    }
    if (plan.padded == plan.scaled)
        return scaled;
    cv::Mat padded;
    cv::copyMakeBorder(scaled, padded, 0, plan.padded.height - plan.scaled.height, 0,
                       plan.padded.width - plan.scaled.width, cv::BORDER_REFLECT_101);
    return padded;
}

/** Pixels of a tile for each of its planes; 0 where that is no whole number, or tiles begin between them. */
int wholeFactor(const TilePlan& plan, cv::Size planes)
{
    const int factor = plan.tile.width / std::max(1, planes.width);
    const auto divides = [factor](int place) { return place % factor == 0; };
    const bool whole = factor > 0 && cv::Size(planes.width * factor, planes.height * factor) == plan.tile &&
                       divides(plan.padded.width) && divides(plan.padded.height) &&
                       std::all_of(plan.lefts.begin(), plan.lefts.end(), divides) &&
                       std::all_of(plan.tops.begin(), plan.tops.end(), divides);
    return whole ? factor : 0;
}

/** Takes the answers in the order of the tiles. */
class TileAnswers
{
public:
    TileAnswers(const TilePlan& plan, const ModelCard& card, cv::Size picture)
        : m_plan(plan), m_card(card), m_picture(picture)
    {}

    void add(const at::Tensor& answer)
    {
        if (m_card.givesClassMap()) {
            join(decodeOutput(answer, m_card, {m_plan.tile, m_plan.tile}, m_plan.tile));
            return;
        }
        at::Tensor planes = planesOf(answer, m_card);
        const cv::Size size(int(planes.size(2)), int(planes.size(1)));
        int factor = wholeFactor(m_plan, size);
        if (factor == 0) {
            planes =
                at::upsample_bilinear2d(planes.unsqueeze(0), {m_plan.tile.height, m_plan.tile.width}, false)
                    .squeeze(0)
                    .contiguous();
            factor = 1;
        }
        if (m_joining || PlaneBlending::memory(m_plan, factor, int(planes.size(0))) > mostBlendingBytes) {
            join(decodeOutput(answer, m_card, {m_plan.tile, m_plan.tile}, m_plan.tile));
            return;
        }
        const ClassPlanes classPlanes = classPlanesOf(planes, m_card);
        if (!m_blending)
            m_blending.emplace(m_plan, m_picture, factor, classPlanes);
        m_blending->add(classPlanes.values);
    }

    Segmentation result() const { return m_blending ? m_blending->result() : m_joining->result(); }

private:
    void join(const Segmentation& tile)
    {
        if (!m_joining)
            m_joining.emplace(m_plan, m_picture);
        m_joining->add(tile);
    }

    const TilePlan& m_plan;
    const ModelCard& m_card;
    cv::Size m_picture;
    std::optional<PlaneBlending> m_blending;
    std::optional<TileJoining> m_joining;
};

}  // namespace

Segmentation detectInTiles(const cv::Mat& picture, const TilePlan& plan, const ModelCard& card,
                           MemoryFallback& network, const Cancel& cancel)
{
    const cv::Mat whole = scaledAndPadded(picture, plan);
    const InputGeometry geometry{plan.tile, plan.tile};
    const std::int64_t tileLength = std::int64_t(3) * plan.tile.area();
    TileAnswers answers(plan, card, picture.size());
    std::vector<cv::Point> corners;
    for (const int top : plan.tops) {
        for (const int left : plan.lefts)
            corners.emplace_back(left, top);
    }
    for (std::size_t done = 0; done < corners.size();) {
        if (cancel.requested())
            return {};
        const std::size_t end = std::min(corners.size(), done + std::size_t(network.batch()));
        const at::Tensor batch = at::empty({std::int64_t(end - done), 3, plan.tile.height, plan.tile.width});
        for (std::size_t i = done; i < end; ++i)
            fillInput(whole(cv::Rect(corners[i], plan.tile)), card, geometry,
                      static_cast<float*>(batch.data_ptr()) + std::int64_t(i - done) * tileLength);
        for (const at::Tensor& answer : network.run(batch))
            answers.add(answer);
        done = end;
    }
    return answers.result();
}

}  // namespace sheen
