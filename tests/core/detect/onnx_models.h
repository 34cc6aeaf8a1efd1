#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sheen::test {

struct OnnxNode
{
    std::string operation;
    std::vector<std::string> inputs;
    std::string output;
    std::map<std::string, std::int64_t> numbers = {};             //!< attributes
    std::map<std::string, std::vector<std::int64_t>> lists = {};  //!< likewise
};

/** What is wrong with a file. */
enum class OnnxFault {
    None,
    ShortTensor,  //!< a weight claims a million numbers
    Elsewhere,    //!< a weight's numbers lie in another file
};

/**
 * An ONNX file, whose input `x` is 1 x 3 x height x width of any size. At hand are the weights of two 1 x 1
 * convolutions: `two` makes logits of water and oil, where oil is what is darker than grey, and `one` that of
 * oil alone. No card inside where `card` is empty.
 */
void saveOnnx(const QString& path, const QByteArray& card, const std::vector<OnnxNode>& nodes,
              const std::vector<std::string>& outputs = {"out"}, OnnxFault fault = OnnxFault::None);

/** Two classes: oil where the picture is dark. */
void saveOnnxDarkIsOil(const QString& path);

}  // namespace sheen::test
