#include "picture_converter.h"

#include <cmath>
#include <cstdlib>
#include <new>
#include <opencv2/imgproc.hpp>

#include "deep_grey.h"

namespace sheen {

namespace {

/** The deprecated "J" formats are full range written into the format's name. */
AVPixelFormat plainFormat(AVPixelFormat format, bool& fullRange)
{
    switch (format) {
        case AV_PIX_FMT_YUVJ420P:
            fullRange = true;
            return AV_PIX_FMT_YUV420P;
        case AV_PIX_FMT_YUVJ422P:
            fullRange = true;
            return AV_PIX_FMT_YUV422P;
        case AV_PIX_FMT_YUVJ444P:
            fullRange = true;
            return AV_PIX_FMT_YUV444P;
        case AV_PIX_FMT_YUVJ440P:
            fullRange = true;
            return AV_PIX_FMT_YUV440P;
        case AV_PIX_FMT_YUVJ411P:
            fullRange = true;
            return AV_PIX_FMT_YUV411P;
        default:
            return format;
    }
}

/** Unmarked streams follow the habit of their size: BT.601 for SD, BT.709 for HD. */
int colourMatrix(const AVFrame& frame)
{
    switch (frame.colorspace) {
        case AVCOL_SPC_BT709:
            return SWS_CS_ITU709;
        case AVCOL_SPC_FCC:
            return SWS_CS_FCC;
        case AVCOL_SPC_BT470BG:
        case AVCOL_SPC_SMPTE170M:
            return SWS_CS_ITU601;
        case AVCOL_SPC_SMPTE240M:
            return SWS_CS_SMPTE240M;
        case AVCOL_SPC_BT2020_NCL:
        case AVCOL_SPC_BT2020_CL:
            return SWS_CS_BT2020;
        default:
            return frame.width >= 1280 || frame.height > 576 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }
}

/** The camera model wants square pixels. Ratios that cannot be meant are taken as square. */
cv::Size squarePixelSize(int width, int height, AVRational ratio)
{
    const double aspect = ratio.num > 0 && ratio.den > 0 ? av_q2d(ratio) : 1.0;
    if (aspect < 0.25 || aspect > 4 || std::abs(aspect - 1) < 0.005)
        return {width, height};
    // Enlarged in one direction, so that nothing of the picture is lost.
    return aspect > 1 ? cv::Size(static_cast<int>(std::lround(width * aspect)), height)
                      : cv::Size(width, static_cast<int>(std::lround(height / aspect)));
}

}  // namespace

cv::Mat PictureConverter::convert(const AVFrame& frame, AVRational sampleAspectRatio,
                                  const int32_t* displayMatrix)
{
    const bool isStretched = isDeepGreyFormat(frame) || (m_greyLevels && isDeepFormat(frame));
    const cv::Mat picture =
        isStretched ? stretchedGrey(frame, sampleAspectRatio) : scaled(frame, sampleAspectRatio);
    return displayMatrix && !picture.empty() ? applyDisplayMatrix(picture, displayMatrix) : picture;
}

cv::Mat PictureConverter::stretchedGrey(const AVFrame& frame, AVRational sampleAspectRatio) const
{
    const cv::Mat values = greyValues(frame);
    const std::optional<GreyLevels> levels = m_greyLevels ? m_greyLevels : greyLevelsOf({values});
    cv::Mat picture = stretched(values, levels.value_or(GreyLevels{0, 65535}));
    const cv::Size size = squarePixelSize(frame.width, frame.height, sampleAspectRatio);
    if (size != picture.size())
        cv::resize(picture, picture, size, 0, 0, cv::INTER_LINEAR);
    return picture;
}

cv::Mat PictureConverter::scaled(const AVFrame& frame, AVRational sampleAspectRatio)
{
    bool fullRange = frame.color_range == AVCOL_RANGE_JPEG;
    const AVPixelFormat format = plainFormat(static_cast<AVPixelFormat>(frame.format), fullRange);
    const cv::Size size = squarePixelSize(frame.width, frame.height, sampleAspectRatio);
    // Bilinear without further flags takes swscale's short way from YUV to BGR: a tenth of the time, and
    // within one step of the exact value on average.
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), frame.width, frame.height, format, size.width,
                                        size.height, AV_PIX_FMT_BGR24, SWS_BILINEAR, nullptr, nullptr,
                                        nullptr));
    if (!m_scaler)
        return {};
    const int* coefficients = sws_getCoefficients(colourMatrix(frame));
    sws_setColorspaceDetails(m_scaler.get(), coefficients, fullRange ? 1 : 0, coefficients, 1, 0, 1 << 16,
                             1 << 16);

    // swscale writes whole vectors: rows have room for them behind the picture's edge.
    const int paddedWidth = (size.width + 31) / 32 * 32;
    cv::Mat padded(size.height, paddedWidth, CV_8UC3);
    uint8_t* const planes[4] = {padded.data, nullptr, nullptr, nullptr};
    const int strides[4] = {static_cast<int>(padded.step), 0, 0, 0};
    if (sws_scale(m_scaler.get(), frame.data, frame.linesize, 0, frame.height, planes, strides) <= 0)
        return {};
    return paddedWidth == size.width ? padded : padded.colRange(0, size.width).clone();
}

cv::Mat applyDisplayMatrix(const cv::Mat& picture, const int32_t* displayMatrix)
{
    // A point (x, y) is shown at (a x + c y, b x + d y); y is down.
    const double a = displayMatrix[0], b = displayMatrix[1], c = displayMatrix[3], d = displayMatrix[4];
    const bool transposed = std::abs(b) + std::abs(c) > std::abs(a) + std::abs(d);
    const bool mirrorX = transposed ? c < 0 : a < 0;
    const bool mirrorY = transposed ? b < 0 : d < 0;
    cv::Mat result = picture;
    if (transposed)
        result = picture.t();
    if (mirrorX || mirrorY)
        cv::flip(result, result, mirrorX && mirrorY ? -1 : mirrorX ? 1 : 0);
    return result;
}

}  // namespace sheen
