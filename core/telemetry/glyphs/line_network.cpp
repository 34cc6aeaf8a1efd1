#include "glyphs/line_network.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <cmath>
#include <map>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include "base/error.h"
#include "base/resources.h"

namespace sheen {

namespace {

constexpr int seenRows = 32;        //!< of which
constexpr double seenCapital = 18;  //!< are a capital's
constexpr int columnStep = 4;       //!< pixels that the network sees for each column that it tells of
constexpr int widthStep = 32;       //!< pictures are made so much wider that few widths occur
constexpr int widest = 1024;

/** The line's rows as the network wants them; its columns are the picture's, and some more of the last one.
 */
cv::Mat seenLine(const cv::Mat& brightness, double scale, double middleRow)
{
    const int width = std::min(widest, std::max(1, int(std::lround(brightness.cols * scale))));
    const int padded = (width + widthStep - 1) / widthStep * widthStep;
    const double top = middleRow - seenRows / 2 / scale;
    // Of pixels' middles, as resizing has it.
    const cv::Matx23d place(scale, 0, 0.5 * scale - 0.5, 0, scale, (0.5 - top) * scale - 0.5);
    cv::Mat source = brightness;
    if (scale < 1)  // letters larger than the network's lose nothing but noise
        cv::GaussianBlur(brightness, source, {}, 0.35 / scale);
    cv::Mat line;
    cv::warpAffine(source, line, place, {padded, seenRows}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return line;
}

/** Mean 0, spread 1, as samples.py has it. */
cv::Mat normalised(const cv::Mat& line)
{
    constexpr double leastSpread = 3;
    constexpr double most = 4;
    cv::Scalar mean, spread;
    cv::meanStdDev(line, mean, spread);
    cv::Mat values;
    line.convertTo(values, CV_32FC1, 1 / (spread[0] + leastSpread), -mean[0] / (spread[0] + leastSpread));
    cv::min(values, most, values);
    cv::max(values, -most, values);
    return values;
}

}  // namespace

class LineNetwork::Private
{
public:
    /** The same network for each width: to change that of one costs more than to read a line. */
    std::map<int, cv::dnn::Net> nets;
    std::vector<unsigned char> file;
    QString path;

    cv::dnn::Net& ofWidth(int width);
};

cv::dnn::Net& LineNetwork::Private::ofWidth(int width)
{
    const auto known = nets.find(width);
    if (known != nets.end())
        return known->second;
    try {
        return nets.emplace(width, cv::dnn::readNetFromONNX(file)).first->second;
    } catch (const cv::Exception& exception) {
        throw Error(QCoreApplication::translate(
                        "LineNetwork", "%1 cannot be read (%2). It comes with Sheen: install Sheen again.")
                        .arg(path, QString::fromStdString(exception.err)));
    }
}

LineNetwork::LineNetwork() : d(std::make_unique<Private>())
{
    d->path = resourcePath(QStringLiteral("overlays/letters/lines.onnx"));
    QFile file(d->path);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray bytes = file.readAll();
        d->file.assign(bytes.begin(), bytes.end());
    }
    d->ofWidth(widthStep);
}

LineNetwork::~LineNetwork() = default;

LineOdds LineNetwork::read(const cv::Mat& brightness, double capitalPixels, double middleRow)
{
    if (brightness.empty() || capitalPixels <= 0)
        return {};
    const double scale = seenCapital / capitalPixels;
    const cv::Mat line = normalised(seenLine(brightness, scale, middleRow));
    cv::dnn::Net& net = d->ofWidth(line.cols);
    net.setInput(cv::dnn::blobFromImage(line));
    const cv::Mat scores = net.forward();  // 1 x characters x 1 x columns
    const cv::Mat byCharacter(scores.size[1], scores.size[3], CV_32FC1, const_cast<uchar*>(scores.data));
    LineOdds odds;
    odds.shares = byCharacter.t();
    odds.columnPixels = columnStep / scale;
    const int seen = std::max(1, int(std::ceil(brightness.cols * scale / columnStep)));
    if (seen < odds.shares.rows)
        odds.shares = odds.shares.rowRange(0, seen).clone();
    return odds;
}

}  // namespace sheen
