#pragma once

#include <QString>
#include <chrono>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "platform/cpu_time.h"

namespace sheen {

/** What one stage of a run took. */
struct StageMeasure
{
    QString stage;
    bool ofWholeFlight = false;  //!< done once all frames are through; else a call is a frame
    int calls = 0;
    double wallSeconds = 0;          //!< of all calls, which may overlap
    double cpuSeconds = 0;           //!< likewise
    double percentile99Seconds = 0;  //!< of a call's wall time
    double meanSeconds() const { return calls > 0 ? wallSeconds / calls : 0; }
};

/** What the stages of a run took, and all frames together. */
struct RunTimes
{
    std::vector<StageMeasure> stages;  //!< those of frames first, each by name
    double framesWallSeconds = 0;      //!< from the first frame's decoding to the last one's delivery
    double framesCpuSeconds = 0;       //!< of the whole process meanwhile
    std::chrono::steady_clock::time_point framesEnded;
};

/** Wall and CPU time of each stage, by frames and for the whole flight. Safe from many threads. */
class StageTimes
{
public:
    enum class Of { Frame, WholeFlight };

    /** One call of a stage. */
    void add(const QString& stage, Of of, double wallSeconds, double cpuSeconds);
    /** CPU time of a stage's own threads, of all its frames together. */
    void addCpu(const QString& stage, double cpuSeconds);

    // By stage, frames and whole flight together.
    std::map<QString, double> wallSeconds() const;
    std::map<QString, double> cpuSeconds() const;

    std::vector<StageMeasure> measures() const;

private:
    struct Calls
    {
        std::vector<float> wallSeconds;
        double cpuSeconds = 0;
    };

    mutable std::mutex m_mutex;
    std::map<std::pair<Of, QString>, Calls> m_calls;
};

/** Measures the calling thread from here to the end of the block. */
class StageTimer
{
public:
    /** `Elsewhere`: the stage has threads of its own, whose CPU time is added by other means. `OfProcess`: it
     * has, and nothing else goes on. */
    enum class Cpu { OfThread, OfProcess, Elsewhere };

    StageTimer(StageTimes& times, const char* stage, Cpu cpu = Cpu::OfThread);
    /** Of the whole flight. */
    static StageTimer ofWholeFlight(StageTimes& times, const char* stage)
    {
        return {times, stage, StageTimes::Of::WholeFlight, Cpu::OfProcess};
    }
    ~StageTimer();
    StageTimer(const StageTimer&) = delete;
    StageTimer& operator=(const StageTimer&) = delete;

private:
    StageTimer(StageTimes& times, const char* stage, StageTimes::Of of, Cpu cpu);
    double cpuSeconds() const;

    StageTimes& m_times;
    const char* m_stage;
    StageTimes::Of m_of;
    Cpu m_cpu;
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    double m_cpuAtBegin;
};

}  // namespace sheen
