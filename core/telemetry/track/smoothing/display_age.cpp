#include "display_age.h"

#include <algorithm>
#include <cmath>

namespace sheen {

std::vector<DisplayAge> displayAges(const std::vector<double>& times, const std::vector<bool>& changed,
                                    double periodSeconds)
{
    std::vector<DisplayAge> ages(times.size());
    double shownSince = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double sinceLast = i ? times[i] - times[i - 1] : periodSeconds;
        // A value that stands still for longer than a period was displayed anew all the same.
        const bool repeats = i > 0 && !changed[i] && times[i] - shownSince < 0.9 * periodSeconds;
        if (!repeats)
            shownSince = times[i];
        const double oldest = changed[i] ? std::min(sinceLast, periodSeconds) : periodSeconds;
        ages[i] = {oldest / 2, oldest * oldest / 12, repeats};
    }
    return ages;
}

bool sharpenAges(std::vector<DisplayAge>& ages, const std::vector<double>& behind, double doubtSeconds,
                 double periodSeconds)
{
    if (periodSeconds <= 0 || doubtSeconds > 0.15 * periodSeconds || behind.size() < 8)
        return false;
    // The freshest tenth marks what is not behind at all: a display refreshes in the instant of some frames.
    std::vector<double> sorted = behind;
    const auto fresh = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 10);
    std::nth_element(sorted.begin(), fresh, sorted.end());
    const double origin = *fresh;
    for (std::size_t i = 0; i < ages.size(); ++i) {
        const double age = behind[i] - origin;
        const double doubt = std::max(doubtSeconds, 0.02 * periodSeconds);
        ages[i].seconds = std::clamp(age < 2.5 * doubt ? 0 : age, 0.0, 1.2 * periodSeconds);
        ages[i].variance = ages[i].seconds > 0 ? 4 * doubt * doubt : 0;
        ages[i].repeats = ages[i].repeats && ages[i].seconds > 0;
    }
    return true;
}

namespace {

/** All within 5 % of one. */
std::vector<double> periodsAbout(double periodSeconds)
{
    constexpr double tolerance = 0.05;
    constexpr int count = 21;
    std::vector<double> periods(count);
    for (int i = 0; i < count; ++i)
        periods[std::size_t(i)] = periodSeconds * (1 - tolerance + 2 * tolerance * i / (count - 1));
    return periods;
}

/** By how much frames of a display that refreshes at `phase` are older than displayAges takes them to be. */
double meanAgeError(const std::vector<double>& times, double phase, double period)
{
    std::vector<double> ages(times.size());
    std::vector<bool> changed(times.size(), true);
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double since = times[i] - phase;
        ages[i] = since - period * std::floor(since / period);
        changed[i] = i == 0 || ages[i] < times[i] - times[i - 1];
    }
    const std::vector<DisplayAge> taken = displayAges(times, changed, period);
    double sum = 0;
    int fresh = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        sum += taken[i].repeats ? 0 : ages[i] - taken[i].seconds;
        fresh += !taken[i].repeats;
    }
    return fresh ? sum / fresh : 0;
}

}  // namespace

double commonAgeVariance(const std::vector<double>& times, double periodSeconds)
{
    constexpr int phases = 16;
    double worst = 0;
    for (const double period : periodsAbout(periodSeconds)) {
        double squares = 0;
        for (int i = 0; i < phases; ++i) {
            const double error = meanAgeError(times, times.front() + period * (i + 0.5) / phases, period);
            squares += error * error;
        }
        worst = std::max(worst, squares / phases);
    }
    return worst;
}

double oldestFreshestSeconds(const std::vector<double>& times, double periodSeconds)
{
    double longest = 0;
    std::vector<double> phases(times.size());
    for (const double period : periodsAbout(periodSeconds)) {
        if (times.empty())
            return 0;
        for (std::size_t k = 0; k < times.size(); ++k)
            phases[k] = times[k] - period * std::floor(times[k] / period);
        std::sort(phases.begin(), phases.end());
        double gap = phases.front() + period - phases.back();
        for (std::size_t k = 1; k < phases.size(); ++k)
            gap = std::max(gap, phases[k] - phases[k - 1]);
        longest = std::max(longest, gap);
    }
    return longest;
}

}  // namespace sheen
