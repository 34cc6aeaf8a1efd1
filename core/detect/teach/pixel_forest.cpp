#include "teach/pixel_forest.h"

#include <QByteArray>
#include <QDataStream>
#include <QIODevice>
#include <QJsonValue>
#include <algorithm>
#include <cmath>
#include <opencv2/core/utility.hpp>
#include <opencv2/ml.hpp>

namespace sheen {

namespace {

const QString featuresKey = QStringLiteral("features");
const QString treesKey = QStringLiteral("trees");
const QString nodesKey = QStringLiteral("nodes");

/** Of a forest that comes from a file; grown ones have some hundred nodes a tree. */
constexpr int mostNodes = 4'000'000;

constexpr std::uint64_t seed = 1;

/** Whether answers differ so little from each other that what lies between them needs no asking. */
bool agree(float a, float b, float c, float d)
{
    constexpr float sure = 0.35F;
    const auto [least, most] = std::minmax({a, b, c, d});
    return most < sure || least > 1 - sure;
}

}  // namespace

PixelForest PixelForest::grown(const cv::Mat& samples, const cv::Mat& answers, const ForestShape& shape)
{
    const cv::Ptr<cv::ml::RTrees> trees = cv::ml::RTrees::create();
    trees->setMaxDepth(shape.depth);
    trees->setMinSampleCount(5);
    trees->setActiveVarCount(0);  // the root of their number
    trees->setTermCriteria({cv::TermCriteria::MAX_ITER, shape.trees, 0});
    // OpenCV draws from the thread's own numbers, which go on from wherever they are.
    const cv::RNG before = cv::theRNG();
    cv::theRNG() = cv::RNG(seed);
    trees->train(samples, cv::ml::ROW_SAMPLE, answers);
    cv::theRNG() = before;

    PixelForest forest;
    const std::vector<cv::ml::DTrees::Node>& nodes = trees->getNodes();
    const std::vector<cv::ml::DTrees::Split>& splits = trees->getSplits();
    // Depth first, so that a node's left one follows it; right ones wait for their place to be known.
    struct Waiting
    {
        int node;
        std::int64_t parent;  //!< whose right one it is; -1: a left one or a root
    };
    for (const int root : trees->getRoots()) {
        forest.m_roots.push_back(std::uint32_t(forest.m_nodes.size()));
        std::vector<Waiting> waiting = {{root, -1}};
        while (!waiting.empty()) {
            const Waiting next = waiting.back();
            waiting.pop_back();
            if (next.parent >= 0)
                forest.m_nodes[std::size_t(next.parent)].right = std::uint32_t(forest.m_nodes.size());
            const cv::ml::DTrees::Node& node = nodes[std::size_t(next.node)];
            if (node.split < 0) {
                forest.m_nodes.push_back({float(node.value), leaf, 0});
                continue;
            }
            const cv::ml::DTrees::Split& split = splits[std::size_t(node.split)];
            const auto place = std::int64_t(forest.m_nodes.size());
            forest.m_nodes.push_back({split.c, std::uint16_t(split.varIdx), 0});
            waiting.push_back({split.inversed ? node.left : node.right, place});
            waiting.push_back({split.inversed ? node.right : node.left, -1});
        }
    }
    return forest;
}

float PixelForest::answer(const float* features) const
{
    float sum = 0;
    for (std::uint32_t i : m_roots) {
        while (m_nodes[i].feature != leaf)
            i = features[m_nodes[i].feature] <= m_nodes[i].number ? i + 1 : m_nodes[i].right;
        sum += m_nodes[i].number;
    }
    return std::clamp(sum / float(m_roots.size()), 0.0F, 1.0F);
}

cv::Mat1f PixelForest::answers(const PixelFeatures& features) const
{
    const cv::Size size = features.size();
    cv::Mat1f result(size);
    const int evenRows = (size.height + 1) / 2;
    cv::parallel_for_(cv::Range(0, evenRows), [&](const cv::Range& rows) {
        for (int y = 2 * rows.start; y < 2 * rows.end; y += 2) {
            for (int x = 0; x < size.width; x += 2)
                result(y, x) = answer(features.at(x, y));
        }
    });
    const auto fill = [&](int x, int y) {
        const int left = x / 2 * 2;
        const int top = y / 2 * 2;
        const int right = x % 2 && x + 1 < size.width ? x + 1 : left;
        const int bottom = y % 2 && y + 1 < size.height ? y + 1 : top;
        const float a = result(top, left), b = result(top, right), c = result(bottom, left),
                    d = result(bottom, right);
        result(y, x) = agree(a, b, c, d) ? (a + b + c + d) / 4 : answer(features.at(x, y));
    };
    cv::parallel_for_(cv::Range(0, evenRows), [&](const cv::Range& rows) {
        for (int y = 2 * rows.start; y < std::min(2 * rows.end, size.height); ++y) {
            for (int x = y % 2 ? 0 : 1; x < size.width; x += y % 2 ? 1 : 2)
                fill(x, y);
        }
    });
    return result;
}

QJsonObject PixelForest::toJson() const
{
    QByteArray roots, nodes;
    QDataStream rootStream(&roots, QIODevice::WriteOnly);
    QDataStream nodeStream(&nodes, QIODevice::WriteOnly);
    nodeStream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    for (const std::uint32_t root : m_roots)
        rootStream << quint32(root);
    for (const Node& node : m_nodes)
        nodeStream << quint16(node.feature) << node.number << quint32(node.right);
    return {{featuresKey, QString::fromLatin1(PixelFeatures::version)},
            {treesKey, QString::fromLatin1(roots.toBase64())},
            {nodesKey, QString::fromLatin1(nodes.toBase64())}};
}

std::optional<PixelForest> PixelForest::fromJson(const QJsonObject& object)
{
    constexpr int bytesOfNode = 10;
    const QByteArray roots = QByteArray::fromBase64(object.value(treesKey).toString().toLatin1());
    const QByteArray nodes = QByteArray::fromBase64(object.value(nodesKey).toString().toLatin1());
    if (object.value(featuresKey).toString() != QLatin1String(PixelFeatures::version) ||
        roots.size() % 4 != 0 || nodes.size() % bytesOfNode != 0 || nodes.size() / bytesOfNode > mostNodes)
        return std::nullopt;
    PixelForest forest;
    QDataStream rootStream(roots);
    QDataStream nodeStream(nodes);
    nodeStream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    for (int i = 0; i < roots.size() / 4; ++i) {
        quint32 root = 0;
        rootStream >> root;
        forest.m_roots.push_back(root);
    }
    for (int i = 0; i < nodes.size() / bytesOfNode; ++i) {
        quint16 feature = 0;
        quint32 right = 0;
        Node node;
        nodeStream >> feature >> node.number >> right;
        node.feature = feature;
        node.right = right;
        forest.m_nodes.push_back(node);
    }
    if (!forest.isSound())
        return std::nullopt;
    return forest;
}

bool PixelForest::isSound() const
{
    const std::size_t count = m_nodes.size();
    // Each step leads on, so that none goes round for ever, and never beyond the last node.
    for (std::size_t i = 0; i < count; ++i) {
        const Node& node = m_nodes[i];
        if (!std::isfinite(node.number))
            return false;
        if (node.feature == leaf)
            continue;
        if (node.feature >= PixelFeatures::count || i + 1 >= count || node.right <= i || node.right >= count)
            return false;
    }
    return !m_roots.empty() &&
           std::all_of(m_roots.begin(), m_roots.end(), [count](std::uint32_t root) { return root < count; });
}

}  // namespace sheen
