#include "deep_grey.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace sheen {

namespace {

const AVPixFmtDescriptor* formatOf(const AVFrame& frame)
{
    return av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
}

bool isFloat(const AVPixFmtDescriptor& format)
{
    return (format.flags & AV_PIX_FMT_FLAG_FLOAT) != 0;
}

/** One line of one component as numbers; of a floating-point format their bits. */
template <typename Number>
void readLine(const AVFrame& frame, const AVPixFmtDescriptor& format, int component, int row, Number* line,
              int width)
{
    av_read_image_line2(line, const_cast<const uint8_t**>(frame.data), frame.linesize, &format, 0, row,
                        component, width, 0, sizeof(Number));
}

}  // namespace

bool isDeepFormat(const AVFrame& frame)
{
    constexpr uint64_t others =
        AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_BAYER;
    const AVPixFmtDescriptor* format = formatOf(frame);
    if (!format || (format->flags & others) || format->comp[0].depth <= 8)
        return false;
    return isFloat(*format) ? format->comp[0].depth == 32 : format->comp[0].depth <= 16;
}

bool isDeepGreyFormat(const AVFrame& frame)
{
    return isDeepFormat(frame) && formatOf(frame)->nb_components <= 2;
}

bool isNeutral(const AVFrame& frame)
{
    constexpr int rowsLookedAt = 128;
    constexpr double mostColoured = 0.03;  // of the pixels
    constexpr int tolerance = 64;          // a part of the range: compression tints grey
    if (isDeepGreyFormat(frame))
        return true;
    if (!isDeepFormat(frame) || isFloat(*formatOf(frame)))
        return false;
    const AVPixFmtDescriptor& format = *formatOf(frame);
    const bool isRgb = (format.flags & AV_PIX_FMT_FLAG_RGB) != 0;
    const int width = isRgb ? frame.width : AV_CEIL_RSHIFT(frame.width, format.log2_chroma_w);
    const int height = isRgb ? frame.height : AV_CEIL_RSHIFT(frame.height, format.log2_chroma_h);
    const int most = (1 << format.comp[0].depth) / tolerance;
    std::vector<uint16_t> neutral(static_cast<std::size_t>(width), uint16_t(1 << (format.comp[0].depth - 1)));
    std::vector<uint16_t> line(neutral.size());
    std::int64_t coloured = 0;
    std::int64_t all = 0;
    for (int row = 0; row < height; row += 1 + height / rowsLookedAt) {
        if (isRgb)
            readLine(frame, format, 0, row, neutral.data(), width);
        for (int component = 1; component < 3; ++component) {
            readLine(frame, format, component, row, line.data(), width);
            for (std::size_t i = 0; i < line.size(); ++i)
                coloured += std::abs(int(line[i]) - int(neutral[i])) > most;
            all += width;
        }
    }
    return double(coloured) <= mostColoured * double(all);
}

bool isUsualRange(const AVFrame& frame, double black, double white)
{
    constexpr int mostUsualBits = 12;
    constexpr double leastUsualShare = 0.125;  // of the range: 32 of 256 levels
    const AVPixFmtDescriptor& format = *formatOf(frame);
    return format.comp[0].depth <= mostUsualBits &&
           white - black >= leastUsualShare * (1 << format.comp[0].depth);
}

cv::Mat greyValues(const AVFrame& frame)
{
    const AVPixFmtDescriptor& format = *formatOf(frame);
    cv::Mat values(frame.height, frame.width, isFloat(format) ? CV_32FC1 : CV_16UC1);
    for (int row = 0; row < frame.height; ++row) {
        if (isFloat(format))
            readLine(frame, format, 0, row, values.ptr<uint32_t>(row), frame.width);
        else
            readLine(frame, format, 0, row, values.ptr<uint16_t>(row), frame.width);
    }
    return values;
}

}  // namespace sheen
