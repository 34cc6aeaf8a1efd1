#include "overlay_score.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <numeric>

namespace sheen::test {

namespace {

/** Processor time of this thread alone: the decoder's threads work ahead meanwhile. */
double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

}  // namespace

void OverlayScore::read(OverlayReader& reader, const Frame& frame, const OverlayTexts& texts, bool verbose)
{
    const int readBefore = reader.linesRead();
    const double before = threadMilliseconds();
    const TelemetryReading reading = reader.read(frame);
    m_milliseconds.push_back(threadMilliseconds() - before);
    m_linesRead += reader.linesRead() - readBefore;
    m_fields += static_cast<int>(reader.layout().fields.size());
    m_ghosts += texts.empty() && reading.source != Quality::None;
    for (const auto& [field, text] : texts) {
        const FieldReading& seen = reading[field];
        const bool exact = seen.confidence > 0 && seen.text == text;
        ++m_shown[field];
        m_exact[field] += exact;
        m_wrong[field] += seen.confidence > 0 && !exact;
        if (!exact && verbose) {
            std::printf("  frame %d %s: %s \"%s\" (%.2f), shown \"%s\"\n", frame.index,
                        qPrintable(overlayFieldName(field)), seen.confidence > 0 ? "read" : "refused",
                        qPrintable(seen.text), seen.confidence, qPrintable(text));
        }
    }
}

int OverlayScore::sum(const Counts& counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0,
                           [](int all, const auto& each) { return all + each.second; });
}

double OverlayScore::percent(const Counts& counts) const
{
    return 100.0 * sum(counts) / std::max(1, sum(m_shown));
}

double OverlayScore::readPercent() const
{
    return 100.0 * m_linesRead / std::max(1, m_fields);
}

double OverlayScore::meanMilliseconds() const
{
    return std::accumulate(m_milliseconds.begin(), m_milliseconds.end(), 0.0) /
           static_cast<double>(std::max<std::size_t>(1, m_milliseconds.size()));
}

double OverlayScore::percentileMilliseconds(double share) const
{
    std::vector<double> sorted = m_milliseconds;
    std::sort(sorted.begin(), sorted.end());
    if (sorted.empty())
        return 0;
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void OverlayScore::print() const
{
    std::printf("%-20s %8s %8s %8s\n", "field", "shown", "exact %", "wrong %");
    for (const auto& [field, shown] : m_shown) {
        std::printf("%-20s %8d %8.2f %8.2f\n", qPrintable(overlayFieldName(field)), shown,
                    100.0 * m_exact.at(field) / shown, 100.0 * m_wrong.at(field) / shown);
    }
    std::printf("%-20s %8d %8.2f %8.2f\n", "all fields", sum(m_shown), exactPercent(), wrongPercent());
    std::printf("%zu frames, %d of them said to have an overlay that is not there\n", m_milliseconds.size(),
                m_ghosts);
    std::printf("CPU ms per frame: mean %.1f, median %.1f, p99 %.1f, most %.1f\n", meanMilliseconds(),
                percentileMilliseconds(0.5), percentileMilliseconds(0.99), percentileMilliseconds(1));
    std::printf("%.1f %% of fields were read by the network\n", readPercent());
}

}  // namespace sheen::test
