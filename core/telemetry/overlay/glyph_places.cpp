#include "glyph_places.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sheen {

namespace {

/** The brightness of the strokes within the boxes: of all of their pixels the brightest fifth. */
double levelWithin(const cv::Mat& soft, const std::vector<cv::Rect>& boxes)
{
    std::vector<unsigned char> pixels;
    for (const cv::Rect& box : boxes) {
        for (int row = box.y; row < box.y + box.height; ++row) {
            const auto* line = soft.ptr<unsigned char>(row);
            pixels.insert(pixels.end(), line + box.x, line + box.x + box.width);
        }
    }
    if (pixels.empty())
        return 0;
    const auto at = pixels.begin() + static_cast<std::ptrdiff_t>(pixels.size() * 9 / 10);
    std::nth_element(pixels.begin(), at, pixels.end());
    return *at;
}

}  // namespace

void GlyphPlaces::learn(const StrokeLine& line, const QString& text)
{
    if (text.size() == m_text.size() && m_counts.size() == std::size_t(text.size())) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            Count& count = m_counts[std::size_t(i)];
            ++count.all;
            count.same += text.at(i) == m_text.at(i);
        }
    } else {
        m_counts.assign(std::size_t(text.size()), Count());
    }
    m_text = text;
    m_glyphs.clear();
    for (const cv::Rect& glyph : line.glyphs)
        m_glyphs.emplace_back(glyph.x / line.scale, glyph.y / line.scale, glyph.width / line.scale,
                              glyph.height / line.scale);
    m_top = line.top / line.scale;
    m_bottom = line.bottom / line.scale;
}

std::optional<StrokeLine> GlyphPlaces::on(const StrokeLine& line) const
{
    if (m_glyphs.empty() || line.soft.empty())
        return std::nullopt;
    StrokeLine placed = line;
    // The line's own height may have been mismeasured: that of the places counts.
    const double scale = strokeCapitalHeight / (m_bottom - m_top);
    if (std::abs(scale / line.scale - 1) > 0.02) {
        cv::resize(line.soft, placed.soft, {}, scale / line.scale, scale / line.scale, cv::INTER_LINEAR);
        placed.scale = scale;
    }
    placed.mask.release();
    placed.top = static_cast<int>(std::lround(m_top * placed.scale));
    placed.bottom = static_cast<int>(std::lround(m_bottom * placed.scale));
    placed.glyphs.clear();
    const cv::Rect all(0, 0, placed.soft.cols, placed.soft.rows);
    for (const cv::Rect2d& glyph : m_glyphs) {
        const cv::Rect box(static_cast<int>(std::lround(glyph.x * placed.scale)),
                           static_cast<int>(std::lround(glyph.y * placed.scale)),
                           std::max(1, static_cast<int>(std::lround(glyph.width * placed.scale))),
                           std::max(1, static_cast<int>(std::lround(glyph.height * placed.scale))));
        if ((box & all) != box)
            return std::nullopt;
        placed.glyphs.push_back(box);
    }
    placed.level = levelWithin(placed.soft, placed.glyphs);
    return placed;
}

bool GlyphPlaces::isWrittenBefore(const StrokeLine& placed) const
{
    if (placed.glyphs.size() < 2)
        return false;
    const cv::Rect& first = placed.glyphs[0];
    const int pitch = std::max(strokeCapitalHeight / 2, placed.glyphs[1].x - first.x);
    cv::Rect before(first.x - pitch, placed.top, first.width, placed.bottom - placed.top);
    before &= cv::Rect(0, 0, placed.soft.cols, placed.soft.rows);
    if (before.width < first.width / 2)
        return false;
    cv::Mat bright;
    cv::threshold(placed.soft(before), bright, 0.5 * placed.level, 255, cv::THRESH_BINARY);
    constexpr double inkOfALetter = 0.12;  // of its box
    return cv::countNonZero(bright) > inkOfALetter * before.area();
}

double GlyphPlaces::likelyTheSame(qsizetype place) const
{
    const Count& count = m_counts[std::size_t(place)];
    return (count.same + 1.0) / (count.all + 3.0);
}

}  // namespace sheen
