#include "memory_fallback.h"

#include <ATen/ATen.h>
#include <c10/util/Exception.h>

#include <algorithm>
#include <exception>
#include <string>

namespace sheen {

MemoryFallback::MemoryFallback(Forward forward, std::function<Forward()> makeCpuForward, int batch)
    : m_forward(std::move(forward)), m_makeCpuForward(std::move(makeCpuForward)), m_batch(batch)
{}

std::vector<at::Tensor> MemoryFallback::run(const at::Tensor& pictures)
{
    const std::int64_t count = pictures.size(0);
    std::vector<at::Tensor> answers;
    while (std::int64_t(answers.size()) < count) {
        const std::int64_t from = std::int64_t(answers.size());
        const std::int64_t to = std::min(count, from + m_batch);
        at::Tensor answer;
        bool full = false;
        try {
            answer = forwardPart(pictures, from, to);
        } catch (const std::exception& error) {
            if (m_onCpu || !isOutOfMemory(error) || (m_batch == 1 && !m_makeCpuForward))
                throw;
            full = true;
        }
        if (full) {
            shrink();  // outside of the handler, which still holds what the failed call left
            continue;
        }
        if (count == 1 || m_batch == 1) {
            answers.push_back(answer);
            continue;
        }
        for (std::int64_t i = 0; i < to - from; ++i)
            answers.push_back(answer.slice(0, i, i + 1));
    }
    return answers;
}

at::Tensor MemoryFallback::forwardPart(const at::Tensor& pictures, std::int64_t from, std::int64_t to)
{
    at::Tensor part = pictures.slice(0, from, to);
    if (pictures.size(0) > 1 && to - from < m_batch) {
        const at::Tensor last = part.slice(0, to - from - 1, to - from);
        part = at::cat({part, last.expand({m_batch - (to - from), -1, -1, -1})});
    }
    return m_forward(part);
}

void MemoryFallback::shrink()
{
    if (m_batch > 1) {
        m_batch /= 2;
        return;
    }
    m_onCpu = true;
    m_forward = {};  // gives the device's memory back before the other one is made
    try {
        m_forward = m_makeCpuForward();
    } catch (...) {
        m_forward = [why = std::current_exception()](const at::Tensor&) -> at::Tensor {
            std::rethrow_exception(why);
        };
        throw;
    }
}

bool isOutOfMemory(const std::exception& error)
{
    if (dynamic_cast<const c10::OutOfMemoryError*>(&error))
        return true;
    const std::string text = error.what();
    return text.find("out of memory") != std::string::npos || text.find("ALLOC_FAILED") != std::string::npos;
}

}  // namespace sheen
