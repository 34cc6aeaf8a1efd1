#pragma once

#include <QString>
#include <chrono>
#include <map>
#include <mutex>

#include "platform/cpu_time.h"

namespace sheen {

/** Wall and CPU time of each stage, summed over frames and threads. Safe from many threads. */
class StageTimes
{
public:
    void add(const QString& stage, double wallSeconds, double cpuSeconds);
    void addCpu(const QString& stage, double cpuSeconds);

    std::map<QString, double> wallSeconds() const;
    std::map<QString, double> cpuSeconds() const;

private:
    mutable std::mutex m_mutex;
    std::map<QString, double> m_wall;
    std::map<QString, double> m_cpu;
};

/** Measures the calling thread from here to the end of the block. */
class StageTimer
{
public:
    enum class Cpu { Measured, Elsewhere };

    /** `Elsewhere`: the stage has threads of its own, whose CPU time is added by other means. */
    StageTimer(StageTimes& times, const char* stage, Cpu cpu = Cpu::Measured);
    ~StageTimer();
    StageTimer(const StageTimer&) = delete;
    StageTimer& operator=(const StageTimer&) = delete;

private:
    StageTimes& m_times;
    const char* m_stage;
    Cpu m_cpu;
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    double m_cpuAtBegin = threadCpuSeconds();
};

}  // namespace sheen
