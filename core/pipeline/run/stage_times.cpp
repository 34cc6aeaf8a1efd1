#include "run/stage_times.h"

namespace sheen {

void StageTimes::add(const QString& stage, double wallSeconds, double cpuSeconds)
{
    const std::lock_guard<std::mutex> lock(m_mutex);
    m_wall[stage] += wallSeconds;
    m_cpu[stage] += cpuSeconds;
}

void StageTimes::addCpu(const QString& stage, double cpuSeconds)
{
    const std::lock_guard<std::mutex> lock(m_mutex);
    m_cpu[stage] += cpuSeconds;
}

std::map<QString, double> StageTimes::wallSeconds() const
{
    const std::lock_guard<std::mutex> lock(m_mutex);
    return m_wall;
}

std::map<QString, double> StageTimes::cpuSeconds() const
{
    const std::lock_guard<std::mutex> lock(m_mutex);
    return m_cpu;
}

StageTimer::StageTimer(StageTimes& times, const char* stage, Cpu cpu)
    : m_times(times), m_stage(stage), m_cpu(cpu)
{}

StageTimer::~StageTimer()
{
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - m_begun;
    const double cpu = m_cpu == Cpu::Measured ? threadCpuSeconds() - m_cpuAtBegin : 0;
    m_times.add(QString::fromLatin1(m_stage), wall.count(), cpu);
}

}  // namespace sheen
