#include "run/stage_times.h"

#include <algorithm>
#include <numeric>

namespace sheen {

namespace {

double sum(const std::vector<float>& seconds)
{
    return std::accumulate(seconds.begin(), seconds.end(), 0.0);
}

/** Nearest rank: of a hundred the second longest. */
double percentile99(std::vector<float> seconds)
{
    if (seconds.empty())
        return 0;
    const std::size_t rank = (seconds.size() * 99 + 99) / 100;
    const auto at = seconds.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(seconds.begin(), at, seconds.end());
    return *at;
}

}  // namespace

void StageTimes::add(const QString& stage, Of of, double wallSeconds, double cpuSeconds)
{
    const std::lock_guard<std::mutex> lock(m_mutex);
    Calls& calls = m_calls[{of, stage}];
    calls.wallSeconds.push_back(static_cast<float>(wallSeconds));
    calls.cpuSeconds += cpuSeconds;
}

void StageTimes::addCpu(const QString& stage, double cpuSeconds)
{
    const std::lock_guard<std::mutex> lock(m_mutex);
    m_calls[{Of::Frame, stage}].cpuSeconds += cpuSeconds;
}

std::map<QString, double> StageTimes::wallSeconds() const
{
    const std::lock_guard<std::mutex> lock(m_mutex);
    std::map<QString, double> seconds;
    for (const auto& [key, calls] : m_calls) {
        if (!calls.wallSeconds.empty())
            seconds[key.second] += sum(calls.wallSeconds);
    }
    return seconds;
}

std::map<QString, double> StageTimes::cpuSeconds() const
{
    const std::lock_guard<std::mutex> lock(m_mutex);
    std::map<QString, double> seconds;
    for (const auto& [key, calls] : m_calls)
        seconds[key.second] += calls.cpuSeconds;
    return seconds;
}

std::vector<StageMeasure> StageTimes::measures() const
{
    const std::lock_guard<std::mutex> lock(m_mutex);
    std::vector<StageMeasure> measures;
    for (const auto& [key, calls] : m_calls)
        measures.push_back({key.second, key.first == Of::WholeFlight,
                            static_cast<int>(calls.wallSeconds.size()), sum(calls.wallSeconds),
                            calls.cpuSeconds, percentile99(calls.wallSeconds)});
    return measures;
}

StageTimer::StageTimer(StageTimes& times, const char* stage, Cpu cpu)
    : StageTimer(times, stage, StageTimes::Of::Frame, cpu)
{}

StageTimer::StageTimer(StageTimes& times, const char* stage, StageTimes::Of of, Cpu cpu)
    : m_times(times), m_stage(stage), m_of(of), m_cpu(cpu), m_cpuAtBegin(cpuSeconds())
{}

double StageTimer::cpuSeconds() const
{
    switch (m_cpu) {
        case Cpu::OfThread:
            return threadCpuSeconds();
        case Cpu::OfProcess:
            return processCpuSeconds();
        case Cpu::Elsewhere:
            break;
    }
    return 0;
}

StageTimer::~StageTimer()
{
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - m_begun;
    m_times.add(QString::fromLatin1(m_stage), m_of, wall.count(), cpuSeconds() - m_cpuAtBegin);
}

}  // namespace sheen
