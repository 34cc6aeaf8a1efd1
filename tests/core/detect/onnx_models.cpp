#include "onnx_models.h"

#include <QFile>
#include <cstring>

#include "test_models.h"

namespace sheen::test {

namespace {

/** A message of Protocol Buffers, as onnx.proto3 numbers its fields. */
class Message
{
public:
    Message& number(int field, std::uint64_t value)
    {
        varint(std::uint64_t(field) << 3);
        varint(value);
        return *this;
    }
    Message& bytes(int field, const std::string& value)
    {
        varint(std::uint64_t(field) << 3 | 2);
        varint(value.size());
        m_bytes += value;
        return *this;
    }
    Message& part(int field, const Message& message) { return bytes(field, message.m_bytes); }
    const std::string& all() const { return m_bytes; }

private:
    void varint(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes += char(value | 0x80);
        m_bytes += char(value);
    }

    std::string m_bytes;
};

Message tensor(const std::string& name, const std::vector<float>& values, std::int64_t outputs,
               OnnxFault fault)
{
    std::string raw(values.size() * sizeof(float), '\0');
    std::memcpy(raw.data(), values.data(), raw.size());
    Message message;
    for (const std::int64_t side : {fault == OnnxFault::ShortTensor ? 1000000 : outputs, std::int64_t(3),
                                    std::int64_t(1), std::int64_t(1)})
        message.number(1, std::uint64_t(side));
    message.number(2, 1).bytes(8, name);
    if (fault == OnnxFault::Elsewhere)
        return message.part(13, Message().bytes(1, "location").bytes(2, "weights.bin")).number(14, 1);
    return message.bytes(9, raw);
}

/** A tensor of 1 x channels x height x width; channels: 0 where they are not said. */
Message valueOfAnySize(const std::string& name, std::uint64_t channels)
{
    Message shape;
    shape.part(1, Message().number(1, 1));
    shape.part(1, channels > 0 ? Message().number(1, channels) : Message().bytes(2, "channels"));
    shape.part(1, Message().bytes(2, "height")).part(1, Message().bytes(2, "width"));
    return Message().bytes(1, name).part(2, Message().part(1, Message().number(1, 1).part(2, shape)));
}

Message nodeOf(const OnnxNode& given)
{
    constexpr int number = 2;
    constexpr int list = 7;
    Message node;
    for (const std::string& input : given.inputs)
        node.bytes(1, input);
    node.bytes(2, given.output).bytes(3, "make " + given.output).bytes(4, given.operation);
    for (const auto& [name, value] : given.numbers)
        node.part(5, Message().bytes(1, name).number(3, std::uint64_t(value)).number(20, number));
    auto lists = given.lists;
    if (given.operation == "Conv")  // exporters always write it, and OpenCV asks for it
        lists["kernel_shape"] = {1, 1};
    for (const auto& [name, values] : lists) {
        Message attribute;
        attribute.bytes(1, name);
        for (const std::int64_t value : values)
            attribute.number(8, std::uint64_t(value));
        node.part(5, attribute.number(20, list));
    }
    return node;
}

}  // namespace

void saveOnnx(const QString& path, const QByteArray& card, const std::vector<OnnxNode>& nodes,
              const std::vector<std::string>& outputs, OnnxFault fault)
{
    const float each = 8.0F / 3;
    Message graph;
    for (const OnnxNode& node : nodes)
        graph.part(1, nodeOf(node));
    graph.bytes(2, "test");
    graph.part(5, tensor("two", {each, each, each, -each, -each, -each}, 2, fault));
    graph.part(5, tensor("one", {-each, -each, -each}, 1, OnnxFault::None));
    graph.part(11, valueOfAnySize("x", 3));
    for (const std::string& output : outputs)
        graph.part(12, valueOfAnySize(output, 0));
    Message model;
    model.number(1, 7).part(7, graph).part(8, Message().bytes(1, "").number(2, 11));
    if (!card.isEmpty())
        model.part(14, Message().bytes(1, "model.json").bytes(2, card.toStdString()));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(model.all().data(), qint64(model.all().size()));
}

void saveOnnxDarkIsOil(const QString& path)
{
    saveOnnx(path, modelCard(2), {{"Conv", {"x", "two"}, "out"}});
}

}  // namespace sheen::test
