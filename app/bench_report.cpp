#include "bench_report.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>
#include <algorithm>
#include <array>

namespace sheen {

namespace {

struct BenchReportText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::BenchReport)
};

/** Stages that take one frame after another. */
bool isSerial(const StageMeasure& stage)
{
    constexpr std::array serial{"decode", "detect", "telemetry", "time_filter"};
    return !stage.ofWholeFlight && std::any_of(serial.begin(), serial.end(), [&stage](const char* name) {
        return stage.stage == QLatin1String(name);
    });
}

/** The least that the frames can take on so many cores, seconds. */
double boundOf(const RunMeasures& measures)
{
    double bound = measures.run.framesCpuSeconds / std::max(1, measures.threads);
    for (const StageMeasure& stage : measures.run.stages) {
        if (isSerial(stage))
            bound = std::max(bound, stage.wallSeconds);
    }
    return bound;
}

double cpuOfFrame(const RunMeasures& measures)
{
    return measures.frames > 0 ? measures.run.framesCpuSeconds / measures.frames : 0;
}

double overNetwork(const RunMeasures& measures)
{
    return measures.networkCpuSeconds > 0 ? cpuOfFrame(measures) / measures.networkCpuSeconds : 0;
}

/** Stages of the run, and what comes before and after it, in the order of time. */
std::vector<StageMeasure> rowsOf(const RunMeasures& measures)
{
    const auto once = [](const char* stage, double wallSeconds, double cpuSeconds = 0) {
        return StageMeasure{QString::fromLatin1(stage), true, 1, wallSeconds, cpuSeconds, wallSeconds};
    };
    std::vector<StageMeasure> rows{once("open", measures.openSeconds), once("load", measures.loadSeconds),
                                   once("warm_up", measures.warmUpSeconds)};
    rows.insert(rows.end(), measures.run.stages.begin(), measures.run.stages.end());
    rows.push_back(once("workspace", measures.workspaceSeconds));
    rows.push_back(once("output", measures.outputSeconds, measures.outputCpuSeconds));
    return rows;
}

QString number(double value, int decimals, int width)
{
    return QString::number(value, 'f', decimals).rightJustified(width);
}

QString tableOfStages(const RunMeasures& measures)
{
    constexpr int nameWidth = 28;
    QStringList lines{BenchReportText::tr("stage").leftJustified(nameWidth) +
                      BenchReportText::tr("calls").rightJustified(7) +
                      BenchReportText::tr("mean, ms").rightJustified(12) +
                      BenchReportText::tr("99 %, ms").rightJustified(12) +
                      BenchReportText::tr("CPU, s").rightJustified(10) +
                      BenchReportText::tr("of the wall").rightJustified(14)};
    for (const StageMeasure& row : rowsOf(measures)) {
        const bool twice = row.ofWholeFlight && (row.stage == QLatin1String("telemetry") ||
                                                 row.stage == QLatin1String("georeference") ||
                                                 row.stage == QLatin1String("slicks"));
        const QString name = twice ? BenchReportText::tr("%1, whole flight").arg(row.stage) : row.stage;
        const double share = measures.wallSeconds > 0 ? 100 * row.wallSeconds / measures.wallSeconds : 0;
        lines << name.leftJustified(nameWidth) + number(row.calls, 0, 7) +
                     number(1e3 * row.meanSeconds(), 1, 12) + number(1e3 * row.percentile99Seconds, 1, 12) +
                     (row.cpuSeconds > 0 ? number(row.cpuSeconds, 2, 10)
                                         : QStringLiteral("-").rightJustified(10)) +
                     number(share, 1, 12) + QStringLiteral(" %");
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

double overlapOf(const RunMeasures& measures)
{
    const double bound = boundOf(measures);
    return bound > 0 ? measures.run.framesWallSeconds / bound : 0;
}

QJsonObject benchJson(const RunMeasures& measures)
{
    QJsonArray stages;
    for (const StageMeasure& row : rowsOf(measures)) {
        stages << QJsonObject{
            {QStringLiteral("stage"), row.stage},
            {QStringLiteral("whole_flight"), row.ofWholeFlight},
            {QStringLiteral("calls"), row.calls},
            {QStringLiteral("mean_ms"), 1e3 * row.meanSeconds()},
            {QStringLiteral("p99_ms"), 1e3 * row.percentile99Seconds},
            {QStringLiteral("wall_s"), row.wallSeconds},
            {QStringLiteral("cpu_s"), row.cpuSeconds > 0 ? QJsonValue(row.cpuSeconds) : QJsonValue()},
            {QStringLiteral("wall_share"),
             measures.wallSeconds > 0 ? row.wallSeconds / measures.wallSeconds : 0}};
    }
    return {{QStringLiteral("flight"), measures.flight},
            {QStringLiteral("device"), measures.device},
            {QStringLiteral("threads"), measures.threads},
            {QStringLiteral("frames"), measures.frames},
            {QStringLiteral("stages"), stages},
            {QStringLiteral("frames_wall_s"), measures.run.framesWallSeconds},
            {QStringLiteral("frames_cpu_s"), measures.run.framesCpuSeconds},
            {QStringLiteral("frames_bound_s"), boundOf(measures)},
            {QStringLiteral("overlap"), overlapOf(measures)},
            {QStringLiteral("network_wall_ms"), 1e3 * measures.networkWallSeconds},
            {QStringLiteral("network_cpu_ms"), 1e3 * measures.networkCpuSeconds},
            {QStringLiteral("cpu_over_network"), overNetwork(measures)},
            {QStringLiteral("first_slick_s"),
             measures.firstSlickSeconds ? QJsonValue(*measures.firstSlickSeconds) : QJsonValue()},
            {QStringLiteral("after_last_frame_s"), measures.afterLastFrameSeconds},
            {QStringLiteral("wall_s"), measures.wallSeconds},
            {QStringLiteral("cpu_s"), measures.cpuSeconds},
            {QStringLiteral("peak_memory_mib"), measures.peakMemoryMiB}};
}

QString benchTable(const RunMeasures& measures)
{
    const auto seconds = [](double value) { return QString::number(value, 'f', 2); };
    const auto milliseconds = [](double value) { return QString::number(1e3 * value, 'f', 1); };
    QStringList lines{
        BenchReportText::tr("%n frame(s) of \"%1\", %2", nullptr, measures.frames)
            .arg(measures.flight, measures.device),
        tableOfStages(measures),
        BenchReportText::tr(
            "frames: %1 s of wall time, %2 s of CPU time; overlap %3 (1 is the least with %4 threads)")
            .arg(seconds(measures.run.framesWallSeconds), seconds(measures.run.framesCpuSeconds),
                 seconds(overlapOf(measures)), QString::number(measures.threads))};
    if (measures.networkCpuSeconds > 0)
        lines << BenchReportText::tr("a frame: %1 ms of CPU time, %2 times that of the model alone (%3 ms)")
                     .arg(milliseconds(cpuOfFrame(measures)), seconds(overNetwork(measures)),
                          milliseconds(measures.networkCpuSeconds));
    lines << (measures.firstSlickSeconds ? BenchReportText::tr("first oil after %1 s, the model loaded")
                                               .arg(seconds(*measures.firstSlickSeconds))
                                         : BenchReportText::tr("no oil was found"));
    lines << BenchReportText::tr("after the last frame: %1 s").arg(seconds(measures.afterLastFrameSeconds))
          << BenchReportText::tr("in all: %1 s of wall time, %2 s of CPU time, %3 MiB of memory at most")
                 .arg(seconds(measures.wallSeconds), seconds(measures.cpuSeconds),
                      QString::number(measures.peakMemoryMiB, 'f', 0));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace sheen
