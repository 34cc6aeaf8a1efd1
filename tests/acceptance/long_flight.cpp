#include "long_flight.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "support/klv_writer.h"

namespace sheen::test {

namespace {

constexpr double secondsPerFrame = 0.5;

}  // namespace

cv::Mat1b oilOf(int frame, cv::Size size)
{
    cv::Mat1b oil = cv::Mat1b::zeros(size);
    if (frame % 60 >= 45)
        return oil;
    std::vector<cv::Point> shape;
    constexpr int steps = 40;
    for (const int side : {-1, 1}) {
        for (int i = 0; i <= steps; ++i) {
            const int along = side < 0 ? i : steps - i;
            const double wave = 0.01 * std::sin(along * 0.9 + frame * 0.37);
            shape.emplace_back(int(size.width * (0.5 + side * (0.12 + wave))), size.height * along / steps);
        }
    }
    cv::fillPoly(oil, std::vector<std::vector<cv::Point>>{shape}, cv::Scalar(1));
    return oil;
}

LongFlight::LongFlight(int count, cv::Size size)
{
    m_info.kind = FlightInfo::Kind::Video;
    m_info.path = QStringLiteral("/made/long flight");
    m_info.name = QStringLiteral("long flight");
    m_info.pictureSize = size;
    m_info.frameCount = count;
    m_info.hasKlv = true;
}

Frame LongFlight::frameAt(int index, double timeSeconds) const
{
    Frame frame;
    frame.index = index;
    frame.timeSeconds = timeSeconds;
    frame.picture = cv::Mat(m_info.pictureSize, CV_8UC3, cv::Scalar::all(180));
    frame.picture.setTo(cv::Scalar::all(30), oilOf(index, m_info.pictureSize));
    KlvScene scene;
    scene.utcSeconds += timeSeconds;
    scene.latitudeDegrees += index * 20 / 111320.0;
    scene.headingDegrees = 3 * std::sin(index * 0.01);
    frame.data = {{timeSeconds, klvPacketOf(scene), 0, true}};
    return frame;
}

std::unique_ptr<FrameSource> LongFlight::frames(const FrameSelection&) const
{
    class Source : public FrameSource
    {
    public:
        explicit Source(const LongFlight& flight) : m_flight(flight) {}
        std::optional<Frame> next() override
        {
            if (m_next >= m_flight.m_info.frameCount)
                return std::nullopt;
            const int index = m_next++;
            return m_flight.frameAt(index, index * secondsPerFrame);
        }
        int expectedFrames() const override { return m_flight.m_info.frameCount; }

    private:
        const LongFlight& m_flight;
        int m_next = 0;
    };
    return std::make_unique<Source>(*this);
}

Segmentation DarkDetector::detect(const cv::Mat& picture, const PictureHints&, const Cancel&)
{
    Segmentation result;
    cv::Mat grey;
    cv::extractChannel(picture, grey, 0);
    result.classes = (grey < 100) / 255;
    result.confidence = cv::Mat(picture.size(), CV_8UC1, cv::Scalar(200));
    return result;
}

}  // namespace sheen::test
