#pragma once

#include <QString>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sheen {

/** What an ONNX file says of itself. */
struct OnnxFacts
{
    QString
        problem;  //!< a few words: why the bytes are no ONNX file, or none to be used; empty: they are one
    std::map<std::string, std::string> metadata;  //!< texts by name
    std::vector<std::string> outputs;             //!< of the network, in their order; at least one
};

/**
 * Looks through an ONNX file (onnx.proto3, IR version 10) without building the network: OpenCV believes what
 * it says of a tensor's length, also where fewer numbers came with it.
 */
OnnxFacts readOnnx(std::string_view bytes);

}  // namespace sheen
