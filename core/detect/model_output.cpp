#include "model_output.h"

#include <ATen/ATen.h>

#include <cmath>
#include <cstring>

#include "base/error.h"
#include "class_decoding.h"
#include "detector_text.h"

namespace sheen {

namespace {

[[noreturn]] void doesNotFit(const ModelCard& card, const QString& what)
{
    throw Error(DetectorText::tr(
                    "The model \"%1\" does not fit its card: %2. Correct the card, or choose another model.")
                    .arg(card.path, what),
                ErrorKind::Unreadable);
}

QString shapeText(const at::Tensor& tensor)
{
    QStringList sizes;
    for (const std::int64_t size : tensor.sizes())
        sizes << QString::number(size);
    return sizes.join(QStringLiteral(" x "));
}

/** Channels x height x width of a batch of one; undefined where the shape is none of that. */
at::Tensor withoutBatch(const at::Tensor& output, const ModelCard& card)
{
    at::Tensor planes = output;
    if (planes.dim() == 4 && planes.size(0) == 1)
        planes = planes.squeeze(0);
    if (card.givesClassMap() && planes.dim() == 2)
        planes = planes.unsqueeze(0);
    const bool good =
        planes.dim() == 3 && planes.numel() > 0 && (!card.givesClassMap() || planes.size(0) == 1);
    return good ? planes : at::Tensor();
}

void checkSize(const at::Tensor& planes, const ModelCard& card, cv::Size input)
{
    // Any fraction of the input will do, the same in both directions up to a pixel of rounding.
    const double across = double(planes.size(2)) / input.width;
    const double down = double(planes.size(1)) / input.height;
    const double rounding = 2.0 / std::min(planes.size(1), planes.size(2));
    if (std::abs(across - down) > std::max(across, down) * std::max(0.1, rounding))
        doesNotFit(card, DetectorText::tr("for a picture of %1 x %2 pixels it answers with planes of %3 x %4")
                             .arg(input.width)
                             .arg(input.height)
                             .arg(planes.size(2))
                             .arg(planes.size(1)));
}

void checkChannels(const at::Tensor& planes, const ModelCard& card)
{
    const int channels = int(planes.size(0));
    const int lastValue = card.classes.back().value;
    if (channels == 1) {
        if (lastValue != 1)
            doesNotFit(card,
                       DetectorText::tr(
                           "it answers with one channel, which tells two classes (0 and 1) apart, but the "
                           "last class that the card names is %1")
                           .arg(lastValue));
    } else if (lastValue >= channels) {
        doesNotFit(card, DetectorText::tr("it answers with %1 classes, but the card names class %2 (%3)")
                             .arg(channels)
                             .arg(lastValue)
                             .arg(card.classes.back().name));
    } else if (int(card.classes.size()) < channels) {
        doesNotFit(card, DetectorText::tr("it answers with %1 classes, but the card names only %2 of them")
                             .arg(channels)
                             .arg(card.classes.size()));
    }
}

void checkNumbers(const at::Tensor& planes, const ModelCard& card)
{
    const at::Tensor numbers = planes.to(at::kFloat);
    if (!at::isfinite(numbers).all().item<bool>())
        doesNotFit(card, DetectorText::tr("its answer to an empty picture holds values that are no numbers"));
    const float least = numbers.min().item<float>();
    const float greatest = numbers.max().item<float>();
    if (card.givesClassMap()) {
        if (least < 0 || greatest > 254 || !card.findClass(int(greatest)))
            doesNotFit(card, DetectorText::tr("it answers with class %1, which the card does not name")
                                 .arg(double(least < 0 ? least : greatest)));
    } else if (card.outputKind == QLatin1String("probabilities") && (least < -0.001F || greatest > 1.001F)) {
        doesNotFit(card, DetectorText::tr("the card promises probabilities, but its values go from %1 to %2")
                             .arg(double(least))
                             .arg(double(greatest)));
    }
}

/** Whether none is infinite or none at all. Done for every frame, and several times as fast as at::isfinite.
 */
bool areNumbers(const at::Tensor& planes)
{
    constexpr std::uint32_t exponent = 0x7f800000;  // all of its bits are set in those that are none
    const auto* values = static_cast<const float*>(planes.data_ptr());
    std::uint32_t greatest = 0;
    for (std::int64_t i = 0; i < planes.numel(); ++i) {
        std::uint32_t bits = 0;
        std::memcpy(&bits, values + i, sizeof bits);
        greatest = std::max(greatest, bits & exponent);
    }
    return greatest < exponent;
}

/**
 * The values of a class map; 255 is kept, by which training data mark what belongs to no class. Another one
 * that nobody named would be taken for water without a word.
 */
at::Tensor classBytes(const at::Tensor& planes, const ModelCard& card)
{
    const at::Tensor bytes = planes.clamp(0, Segmentation::notSeen).to(at::kByte).contiguous();
    const at::Tensor counts = at::bincount(bytes.flatten());
    for (int value = 0; value < int(counts.numel()); ++value) {
        if (value != Segmentation::notSeen && !card.findClass(value) &&
            counts[value].item<std::int64_t>() > 0)
            throw Error(
                DetectorText::tr("The model \"%1\" answered with class %2, which its card does not name.")
                    .arg(card.path, QString::number(value)));
    }
    return bytes;
}

}  // namespace

at::Tensor firstTensor(const c10::IValue& output)
{
    if (output.isTensor())
        return output.toTensor();
    if (output.isTensorList()) {
        const auto list = output.toTensorList();
        return list.empty() ? at::Tensor() : at::Tensor(list.get(0));
    }
    if (output.isTuple()) {
        for (const c10::IValue& element : output.toTupleRef().elements()) {
            const at::Tensor found = firstTensor(element);
            if (found.defined())
                return found;
        }
    }
    if (output.isList()) {
        for (const c10::IValue& element : output.toListRef()) {
            const at::Tensor found = firstTensor(element);
            if (found.defined())
                return found;
        }
    }
    if (output.isGenericDict()) {
        const auto dictionary = output.toGenericDict();
        for (const char* key : answerNames) {
            const c10::IValue name{std::string(key)};
            if (dictionary.contains(name))
                return firstTensor(dictionary.at(name));
        }
        for (const auto& entry : dictionary) {
            const at::Tensor found = firstTensor(entry.value());
            if (found.defined())
                return found;
        }
    }
    return {};
}

void checkOutput(const at::Tensor& output, const ModelCard& card, cv::Size input)
{
    if (!output.defined())
        doesNotFit(card, DetectorText::tr("its answer holds no tensor"));
    const at::Tensor planes = withoutBatch(output, card);
    if (!planes.defined())
        doesNotFit(card,
                   card.givesClassMap()
                       ? DetectorText::tr(
                             "the card promises a map of classes (1 x height x width), but its answer has "
                             "the shape %1")
                             .arg(shapeText(output))
                       : DetectorText::tr(
                             "the card promises a plane per class (1 x classes x height x width), but its "
                             "answer has the shape %1")
                             .arg(shapeText(output)));
    if (planes.is_complex() || planes.is_quantized())
        doesNotFit(card, DetectorText::tr("its answer is of a kind of number that Sheen does not take"));
    if (!card.givesClassMap() && !at::isFloatingType(planes.scalar_type()))
        doesNotFit(card, DetectorText::tr(
                             "the card promises %1, but it answers with whole numbers (a map of classes?)")
                             .arg(card.outputKind));
    if (!card.givesClassMap())
        checkChannels(planes, card);
    checkSize(planes, card, input);
    checkNumbers(planes, card);
}

at::Tensor planesOf(const at::Tensor& output, const ModelCard& card)
{
    const at::Tensor answer = output.defined() ? withoutBatch(output, card) : at::Tensor();
    const int needed = card.classes.back().value + 1;
    const bool twoInOne = answer.defined() && answer.size(0) == 1 && needed == 2;
    if (!answer.defined() || (!card.givesClassMap() && answer.size(0) < needed && !twoInOne))
        throw Error(
            DetectorText::tr("The model \"%1\" answered with another shape than before.").arg(card.path));
    const at::Tensor planes = answer.to(at::kCPU, at::kFloat).contiguous();
    if (!areNumbers(planes))
        throw Error(
            DetectorText::tr("The model \"%1\" answered with values that are no numbers.").arg(card.path));
    return planes;
}

ClassPlanes classPlanesOf(const at::Tensor& planes, const ModelCard& card)
{
    ClassPlanes result;
    result.values = static_cast<const float*>(planes.data_ptr());
    result.channels = int(planes.size(0));
    result.size = {int(planes.size(2)), int(planes.size(1))};
    result.kind =
        card.outputKind == QLatin1String("probabilities") ? PlaneKind::Probabilities : PlaneKind::Logits;
    result.temperature = card.temperature;
    return result;
}

Segmentation decodeOutput(const at::Tensor& output, const ModelCard& card, const InputGeometry& geometry,
                          cv::Size picture)
{
    const at::Tensor planes = planesOf(output, card);
    const cv::Size size(int(planes.size(2)), int(planes.size(1)));
    const PlaneScale scale = geometry.planeScale(size, picture);
    if (!card.givesClassMap())
        return decodePlanes(classPlanesOf(planes, card), picture, scale);
    const at::Tensor bytes = classBytes(planes, card);
    return decodeClassMap(cv::Mat(size, CV_8UC1, bytes.data_ptr()), picture, scale);
}

}  // namespace sheen
