#include "glyphs/glyph_network.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include "base/error.h"
#include "base/resources.h"

namespace sheen {

class GlyphNetwork::Private
{
public:
    cv::dnn::Net net;
};

namespace {

std::vector<double> probabilities(const cv::Mat& logits)
{
    const auto* logit = logits.ptr<float>();
    const double most = *std::max_element(logit, logit + logits.cols);
    std::vector<double> result;
    for (int i = 0; i < logits.cols; ++i)
        result.push_back(std::exp(double(logit[i]) - most));
    const double sum = std::accumulate(result.begin(), result.end(), 0.0);
    for (double& each : result)
        each /= sum;
    return result;
}

}  // namespace

cv::Mat glyphCell(const StrokeLine& line, const cv::Rect& glyph)
{
    constexpr int side = 2 * glyphCellSide;
    cv::Mat canvas = cv::Mat::zeros(side, side, CV_8UC1);
    const cv::Point middle(glyph.x + glyph.width / 2, (line.top + line.bottom) / 2);
    const cv::Rect wanted(middle - cv::Point(side / 2, side / 2), cv::Size(side, side));
    const cv::Rect seen = wanted & cv::Rect(0, 0, line.soft.cols, line.soft.rows);
    if (!seen.empty())
        line.soft(seen).copyTo(canvas(seen - wanted.tl()));
    cv::Mat small;
    cv::resize(canvas, small, {glyphCellSide, glyphCellSide}, 0, 0, cv::INTER_AREA);
    cv::Mat cell;
    small.convertTo(cell, CV_32FC1, 1.0 / std::max(1.0, line.level));
    return cell;
}

QString glyphNetworkCharacters()
{
    return QStringLiteral("0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ:.+-");
}

GlyphNetwork::GlyphNetwork() : d(std::make_unique<Private>())
{
    const QString path = resourcePath(QStringLiteral("overlays/glyphs/glyphs.onnx"));
    try {
        d->net = cv::dnn::readNetFromONNX(path.toStdString());
    } catch (const cv::Exception& exception) {
        throw Error(QCoreApplication::translate(
                        "GlyphNetwork", "%1 cannot be read (%2). It comes with Sheen: install Sheen again.")
                        .arg(path, QString::fromStdString(exception.err)));
    }
}

GlyphNetwork::~GlyphNetwork() = default;

std::vector<std::vector<GlyphCandidate>> GlyphNetwork::read(const StrokeLine& line, const QString& alphabet)
{
    constexpr double leastProbability = 0.002;
    std::vector<std::vector<GlyphCandidate>> result;
    if (line.empty())
        return result;
    std::vector<cv::Mat> cells;
    for (const cv::Rect& glyph : line.glyphs)
        cells.push_back(glyphCell(line, glyph));
    d->net.setInput(cv::dnn::blobFromImages(cells));
    const cv::Mat scores = d->net.forward();  // logits: a row for each cell
    const QString characters = glyphNetworkCharacters();
    for (int row = 0; row < scores.rows; ++row) {
        const std::vector<double> shares = probabilities(scores.row(row));
        std::vector<GlyphCandidate> candidates;
        for (int i = 0; i < characters.size(); ++i) {
            const bool allowed = alphabet.contains(characters[i]) ||
                                 (characters[i] == QLatin1Char('0') && alphabet.contains(QLatin1Char('O')));
            if (allowed)
                candidates.push_back({characters[i], shares[std::size_t(i)]});
        }
        std::sort(candidates.begin(), candidates.end(), [](const GlyphCandidate& a, const GlyphCandidate& b) {
            return a.probability > b.probability;
        });
        while (candidates.size() > 1 && candidates.back().probability < leastProbability)
            candidates.pop_back();
        result.push_back(candidates);
    }
    return result;
}

}  // namespace sheen
