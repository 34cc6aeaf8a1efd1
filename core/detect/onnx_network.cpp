#include "onnx_network.h"

#include <ATen/ATen.h>

#include <QRegularExpression>
#include <algorithm>

#include "detect/model_file.h"
#include "model_output.h"
#include "onnx_file.h"

namespace sheen {

namespace {

std::string outputThatCounts(const std::vector<std::string>& outputs)
{
    for (const char* name : answerNames) {
        if (std::find(outputs.begin(), outputs.end(), name) != outputs.end())
            return name;
    }
    return outputs.front();
}

}  // namespace

OnnxNetwork::OnnxNetwork(ModelFile& file)
    : m_net(cv::dnn::readNetFromONNX(file.bytes().data(), file.bytes().size())),
      m_output(outputThatCounts(readOnnx(file.bytes()).outputs))
{
    m_net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    m_net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
}

at::Tensor OnnxNetwork::forward(const at::Tensor& input)
{
    const std::vector<int> shape(input.sizes().begin(), input.sizes().end());
    m_net.setInput(cv::Mat(shape, CV_32FC1, input.data_ptr()));
    const cv::Mat answer = m_net.forward(m_output);
    cv::Mat numbers;
    answer.convertTo(numbers, CV_32F);
    const std::vector<std::int64_t> sizes(numbers.size.p, numbers.size.p + numbers.dims);
    return at::from_blob(numbers.data, sizes, at::kFloat).clone();
}

QString unreadableOperator(const std::exception& error)
{
    static const QRegularExpression node(QStringLiteral("Node \\[(\\w+)@"));
    return node.match(QString::fromUtf8(error.what())).captured(1);
}

}  // namespace sheen
