#pragma once

#include <QString>
#include <exception>
#include <opencv2/dnn.hpp>
#include <string>

#include "network.h"

namespace sheen {

/** A network of an ONNX file, run by OpenCV on the CPU. */
class OnnxNetwork : public Network
{
public:
    explicit OnnxNetwork(ModelFile& file);

    at::Tensor forward(const at::Tensor& input) override;

private:
    cv::dnn::Net m_net;
    std::string m_output;  //!< the one that counts
};

/** The operator that OpenCV's words on a file name as the one that it cannot read; empty where they do not.
 */
QString unreadableOperator(const std::exception& error);

}  // namespace sheen
