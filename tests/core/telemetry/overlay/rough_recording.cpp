#include "rough_recording.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "base/resources.h"
#include "core/telemetry/track/overlay_flight.h"
#include "overlay/overlay_placement.h"

namespace sheen::test {

namespace {

constexpr int frameCount = 24;
constexpr double largestShift = 0.03;
constexpr double largestStretch = 0.04;

/** How one recording was spoilt. */
struct Spoiling
{
    QRectF place;  //!< where the layout's picture lies
    double contrast = 60;
    bool linesLost = false;
    bool hasDegreeSign = true;
    int jpegQuality = 40;
};

/** Where everything that is written still lies within the picture, for what is cut off cannot be read. */
QRectF drawnPlace(const OverlayLayout& layout, cv::RNG& random)
{
    constexpr int mostTries = 500;
    for (int i = 0; i < mostTries; ++i) {
        QRectF place(0, 0, 1 + random.uniform(-largestStretch, largestStretch),
                     1 + random.uniform(-largestStretch, largestStretch));
        place.moveCenter({0.5 + random.uniform(-largestShift, largestShift),
                          0.5 + random.uniform(-largestShift, largestShift)});
        const OverlayLayout moved = placed(layout, place);
        const double edge = 0.002;
        const bool inside =
            std::all_of(moved.fields.begin(), moved.fields.end(), [&](const OverlayLayout::Field& field) {
                return field.box.left() > edge && field.box.right() < 1 - edge && field.box.top() > edge &&
                       field.box.bottom() < 1 - edge;
            });
        if (inside)
            return place;
    }
    return {0, 0, 1, 1};
}

cv::Mat drawnGround(RoughGround ground, cv::Size size, int frame)
{
    switch (ground) {
        case RoughGround::Sea:
            return renderedSea(size, frame, {90, 5, 300, 130});
        case RoughGround::Glare:
            return renderedSea(size, frame, {150, 7, 2000, 210});
        case RoughGround::Land:
            break;
    }
    return renderedSea(size, 7, {110, 9, 200, 150});
}

/** A window of a photograph that drifts by some pixels a frame. */
cv::Mat photographed(const cv::Mat& photograph, cv::Size size, int frame)
{
    const double enlarged =
        1.25 * std::max(double(size.width) / photograph.cols, double(size.height) / photograph.rows);
    cv::Mat large;
    cv::resize(photograph, large, {}, enlarged, enlarged, cv::INTER_LINEAR);
    const cv::Size room = large.size() - size;
    const cv::Point corner(std::min(room.width, room.width / 8 + 5 * frame),
                           std::min(room.height, room.height / 8 + 3 * frame));
    return large(cv::Rect(corner, size)).clone();
}

double meanBrightness(const cv::Mat& picture)
{
    const cv::Scalar mean = cv::mean(picture);
    return (mean[0] + mean[1] + mean[2]) / 3;
}

/**
 * The same picture as bright everywhere as in the mean, over some letters' heights: the contrast of the
 * letters is that over the ground beside them.
 */
cv::Mat evenlyLit(const cv::Mat& picture, double brightness)
{
    cv::Mat grey, wide, even;
    cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    grey.convertTo(grey, CV_32FC1);
    const int side = picture.rows / 8 | 1;
    cv::blur(grey, wide, {side, side}, {-1, -1}, cv::BORDER_REFLECT);
    std::vector<cv::Mat> channels;
    cv::split(picture, channels);
    for (cv::Mat& channel : channels) {
        cv::Mat value;
        channel.convertTo(value, CV_32FC1);
        value = value - wide + brightness;
        value.convertTo(channel, CV_8UC1);
    }
    cv::merge(channels, even);
    return even;
}

OverlayTexts textsOf(const TelemetryReading& reading, bool secondsOfArc, bool hasDegreeSign)
{
    OverlayTexts texts;
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        QString text = reading.fields[i].text;
        if (!hasDegreeSign)
            text.remove(QChar(0x00B0));
        texts[static_cast<OverlayField>(i)] = text;
    }
    if (secondsOfArc)
        texts[OverlayField::Date] = QStringLiteral("07JN2026");
    return texts;
}

OverlayFlight drawnFlight(bool secondsOfArc, cv::RNG& random)
{
    OverlayFlight flight;
    flight.secondsOfArc = secondsOfArc;
    flight.frames = frameCount;
    flight.heading = random.uniform(0, 360);
    flight.height = random.uniform(400, 2500);
    flight.speed = random.uniform(60, 100);
    flight.latitude = 30 + random.uniform(0.0, 9.0);
    flight.depression = random.uniform(0, 2) ? 90 : random.uniform(30, 60);
    flight.azimuth = random.uniform(-90, 90);
    const std::vector<int> focals = {9, 13, 17, 27, 60, 135, 179};
    flight.focal = focals[std::size_t(random.uniform(0, int(focals.size())))];
    return flight;
}

void loseEverySecondLine(cv::Mat& picture)
{
    for (int row = 1; row < picture.rows; row += 2)
        picture.row(row - 1).copyTo(picture.row(row));
}

}  // namespace

RoughRecording roughRecording(const QString& font, RoughGround ground, const QStringList& pictures,
                              std::uint64_t seed)
{
    cv::RNG random(seed * 7919 + 17);
    for (int i = 0; i < 8; ++i)
        random.next();
    const bool standard = random.uniform(0, 2) == 0;
    const OverlayLayout layout = loadOverlayLayout(resourcePath(
        standard ? QStringLiteral("overlays/mx-sd.json") : QStringLiteral("overlays/mx-hd.json")));
    const cv::Size size = standard ? cv::Size(720, 480) : cv::Size(1280, 720);
    Spoiling spoiling;
    spoiling.place = drawnPlace(layout, random);
    spoiling.contrast = random.uniform(25.0, 90.0);
    spoiling.linesLost = random.uniform(0, 2) == 0;
    spoiling.hasDegreeSign = random.uniform(0, 3) != 0;
    spoiling.jpegQuality = random.uniform(25, 45);

    const OverlayLayout moved = placed(layout, spoiling.place);
    OverlayStyle style = styleFor(moved, size, font);
    style.slashedZero = random.uniform(0, 2) == 0;
    style.darkEdge = standard && random.uniform(0, 2) == 0;
    const OverlayFlight flight = drawnFlight(standard, random);
    const cv::Mat photograph =
        pictures.isEmpty() ? cv::Mat()
                           : cv::imread(pictures[int(seed % std::uint64_t(pictures.size()))].toStdString());
    RoughRecording recording;
    recording.layout = layout.name;
    recording.placed = moved;
    recording.description = QStringLiteral("%1 at (%2, %3) x (%4, %5), %6 levels%7%8, quality %9")
                                .arg(layout.name)
                                .arg(spoiling.place.x(), 0, 'f', 3)
                                .arg(spoiling.place.y(), 0, 'f', 3)
                                .arg(spoiling.place.width(), 0, 'f', 3)
                                .arg(spoiling.place.height(), 0, 'f', 3)
                                .arg(spoiling.contrast, 0, 'f', 0)
                                .arg(spoiling.linesLost ? QStringLiteral(", lines lost") : QString(),
                                     spoiling.hasDegreeSign ? QString() : QStringLiteral(", no degree sign"))
                                .arg(spoiling.jpegQuality);
    for (int i = 0; i < frameCount; ++i) {
        Frame frame;
        frame.index = i;
        frame.timeSeconds = i * flight.interval;
        frame.picture = photograph.empty() ? drawnGround(ground, size, i) : photographed(photograph, size, i);
        // The letters are never brighter than white.
        const double mean = ground == RoughGround::Glare ? 170 : meanBrightness(frame.picture);
        const double brightness = std::min(mean, 245 - spoiling.contrast);
        frame.picture = evenlyLit(frame.picture, brightness);
        style.brightness = int(std::lround(brightness + spoiling.contrast));
        recording.texts.push_back(textsOf(flight.readingAt(i), standard, spoiling.hasDegreeSign));
        drawOverlay(frame.picture, moved, recording.texts.back(), style);
        if (spoiling.linesLost)
            loseEverySecondLine(frame.picture);
        frame.picture = jpegCompressed(frame.picture, spoiling.jpegQuality);
        recording.frames.push_back(frame);
    }
    return recording;
}

}  // namespace sheen::test
