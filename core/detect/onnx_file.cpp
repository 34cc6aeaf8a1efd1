#include "onnx_file.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>
#include <stdexcept>

#include "detector_text.h"

namespace sheen {

namespace {

/** Why a file is not used; never leaves this one. */
class Refusal : public std::runtime_error
{
public:
    explicit Refusal(const QString& why) : std::runtime_error(why.toStdString()) {}
};

[[noreturn]] void refuseBroken()
{
    throw Refusal(DetectorText::tr("it is cut short, or no ONNX at all"));
}

/** A field of a message (Protocol Buffers, encoding). */
struct Field
{
    int number = 0;
    std::uint64_t value = 0;  //!< of a number
    std::string_view bytes;   //!< of all else
    bool isNumber = false;
};

/** The fields of a message, one after another. */
class Message
{
public:
    explicit Message(std::string_view bytes) : m_left(bytes) {}

    bool next(Field& field)
    {
        if (m_left.empty())
            return false;
        const std::uint64_t key = varint();
        field = {};
        field.number = int(std::min<std::uint64_t>(key >> 3, std::numeric_limits<int>::max()));
        switch (key & 7) {
            case 0:
                field.value = varint();
                field.isNumber = true;
                break;
            case 1:
                field.bytes = take(8);
                break;
            case 2:
                field.bytes = take(varint());
                break;
            case 5:
                field.bytes = take(4);
                break;
            default:
                refuseBroken();
        }
        if (field.number == 0)
            refuseBroken();
        return true;
    }

    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1).front());
            value |= std::uint64_t(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        refuseBroken();
    }

    bool atEnd() const { return m_left.empty(); }

private:
    std::string_view take(std::uint64_t length)
    {
        if (length > m_left.size())
            refuseBroken();
        const std::string_view taken = m_left.substr(0, length);
        m_left.remove_prefix(length);
        return taken;
    }

    std::string_view m_left;
};

/** Bytes of a number of a TensorProto.DataType; 0: none that OpenCV reads. */
std::uint64_t bytesOf(std::uint64_t dataType)
{
    switch (dataType) {
        case 2:  // UINT8
        case 3:  // INT8
        case 9:  // BOOL
            return 1;
        case 4:   // UINT16
        case 5:   // INT16
        case 10:  // FLOAT16
        case 16:  // BFLOAT16
            return 2;
        case 1:   // FLOAT
        case 6:   // INT32
        case 12:  // UINT32
            return 4;
        case 7:   // INT64
        case 11:  // DOUBLE
        case 13:  // UINT64
            return 8;
        default:
            return 0;
    }
}

/** How many numbers a repeated field has, packed or one by one. */
std::uint64_t numbersIn(const Field& field)
{
    if (field.isNumber)
        return 1;
    switch (field.number) {
        case 4:  // float_data
            return field.bytes.size() / 4;
        case 10:  // double_data
            return field.bytes.size() / 8;
        default:  // varints: as many as there are last bytes
            return std::uint64_t(std::count_if(field.bytes.begin(), field.bytes.end(),
                                               [](char byte) { return (byte & 0x80) == 0; }));
    }
}

/** A TensorProto. */
void checkTensor(std::string_view bytes)
{
    std::uint64_t wanted = 1;
    std::uint64_t dataType = 0;
    std::uint64_t given = 0;
    std::uint64_t raw = 0;
    const auto multiply = [&wanted](std::uint64_t by) {
        constexpr std::uint64_t most = std::uint64_t(1) << 40;
        if (by > most || (by > 0 && wanted > most / by))
            throw Refusal(DetectorText::tr("it holds a tensor that is larger than the whole file"));
        wanted *= by;
    };
    Message tensor(bytes);
    for (Field field; tensor.next(field);) {
        switch (field.number) {
            case 1:  // dims
                if (field.isNumber)
                    multiply(field.value);
                for (Message packed(field.bytes); !packed.atEnd();)
                    multiply(packed.varint());
                break;
            case 2:
                dataType = field.value;
                break;
            case 4:   // float_data
            case 5:   // int32_data
            case 7:   // int64_data
            case 10:  // double_data
            case 11:  // uint64_data
                given += numbersIn(field);
                break;
            case 9:
                raw = field.bytes.size();
                break;
            case 14:  // data_location
                if (field.value != 0)
                    throw Refusal(DetectorText::tr("it keeps numbers of its network in another file"));
                break;
            default:
                break;
        }
    }
    const std::uint64_t each = bytesOf(dataType);
    if (each > 0 && std::max(given, raw / each) < wanted)
        throw Refusal(DetectorText::tr("it holds a tensor that claims more numbers than the file has"));
}

void checkGraph(std::string_view bytes, int depth);

/** An AttributeProto: tensors may lie in it too, or whole graphs. */
void checkAttribute(std::string_view bytes, int depth)
{
    Message attribute(bytes);
    for (Field field; attribute.next(field);) {
        if (field.number == 5 || field.number == 10)  // t, tensors
            checkTensor(field.bytes);
        else if (field.number == 6 || field.number == 11)  // g, graphs
            checkGraph(field.bytes, depth + 1);
    }
}

std::string textOf(std::string_view bytes, int number);

/** Stops where a node takes what neither a node before it nor the graph has: OpenCV would go on with nothing.
 */
void checkNames(std::string_view graphBytes)
{
    std::set<std::string> known = {""};  // an input that is left out
    Message given(graphBytes);
    for (Field field; given.next(field);) {
        if (field.number == 5)  // initializer: TensorProto, whose name is field 8
            known.insert(textOf(field.bytes, 8));
        else if (field.number == 11)  // input: ValueInfoProto
            known.insert(textOf(field.bytes, 1));
    }
    Message graph(graphBytes);
    for (Field field; graph.next(field);) {
        if (field.number != 1)
            continue;
        Message node(field.bytes);
        for (Field part; node.next(part);) {
            if (part.number == 1 && known.count(std::string(part.bytes)) == 0)
                throw Refusal(DetectorText::tr("a part of its network takes \"%1\", which nothing gives")
                                  .arg(QString::fromUtf8(part.bytes.data(), int(part.bytes.size()))));
            if (part.number == 2)
                known.insert(std::string(part.bytes));
        }
    }
}

/** A GraphProto. */
void checkGraph(std::string_view bytes, int depth)
{
    constexpr int deepest = 8;
    if (depth > deepest)
        refuseBroken();
    Message graph(bytes);
    for (Field field; graph.next(field);) {
        if (field.number == 5) {  // initializer
            checkTensor(field.bytes);
        } else if (field.number == 1) {  // node
            Message node(field.bytes);
            for (Field part; node.next(part);) {
                if (part.number == 5)  // attribute
                    checkAttribute(part.bytes, depth);
            }
        }
    }
}

/** The field of a message that is a text. */
std::string textOf(std::string_view bytes, int number)
{
    std::string text;
    Message message(bytes);
    for (Field field; message.next(field);) {
        if (field.number == number)
            text = field.bytes;
    }
    return text;
}

std::vector<std::string> outputsOf(std::string_view graphBytes)
{
    std::vector<std::string> outputs;
    Message graph(graphBytes);
    for (Field field; graph.next(field);) {
        if (field.number == 12)  // output: ValueInfoProto, whose name is field 1
            outputs.push_back(textOf(field.bytes, 1));
    }
    return outputs;
}

/** A ModelProto. */
OnnxFacts factsOf(std::string_view bytes)
{
    OnnxFacts facts;
    Message model(bytes);
    for (Field field; model.next(field);) {
        if (field.number == 7) {  // graph
            checkGraph(field.bytes, 0);
            checkNames(field.bytes);
            facts.outputs = outputsOf(field.bytes);
        } else if (field.number == 14) {  // metadata_props: StringStringEntryProto
            facts.metadata[textOf(field.bytes, 1)] = textOf(field.bytes, 2);
        }
    }
    if (facts.outputs.empty())
        throw Refusal(DetectorText::tr("it holds no network that has an output"));
    return facts;
}

}  // namespace

OnnxFacts readOnnx(std::string_view bytes)
{
    try {
        return factsOf(bytes);
    } catch (const Refusal& refusal) {
        OnnxFacts facts;
        facts.problem = QString::fromUtf8(refusal.what());
        return facts;
    }
}

}  // namespace sheen
