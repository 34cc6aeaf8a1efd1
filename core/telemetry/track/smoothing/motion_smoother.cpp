#include "smoothing/motion_smoother.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <opencv2/core.hpp>

#include "base/median.h"

namespace sheen {

namespace {

using State = cv::Vec3d;  //!< value, rate, change of rate
using Covariance = cv::Matx33d;

/** How a motion may change: spectral density of the noise that drives its acceleration, or its jerk. */
struct MotionModel
{
    bool constantAcceleration = false;
    double density = 0;
};

Covariance transition(double seconds, const MotionModel& model)
{
    if (model.constantAcceleration)
        return {1, seconds, seconds * seconds / 2, 0, 1, seconds, 0, 0, 1};
    return {1, seconds, 0, 0, 1, 0, 0, 0, 0};
}

/** Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation, 6.2. */
Covariance whiteAcceleration(double t, double q)
{
    return {q * t * t * t / 3, q * t * t / 2, 0, q * t * t / 2, q * t, 0, 0, 0, 0};
}

Covariance whiteJerk(double t, double q)
{
    return {q * t * t * t * t * t / 20, q * t * t * t * t / 8, q * t * t * t / 6,
            q * t * t * t * t / 8,      q * t * t * t / 3,     q * t * t / 2,
            q * t * t * t / 6,          q * t * t / 2,         q * t};
}

/** One step of the filter: a time at which something was measured, or only asked for. */
struct Step
{
    double time = 0;
    double unseenDensity = 0;  //!< of the acceleration that nobody saw, since the step before
    const Measurement* measurement = nullptr;
    State predicted, filtered;
    Covariance predictedCovariance, filteredCovariance;
};

Covariance processNoise(double seconds, const MotionModel& model, const Step& step,
                        const MotionBounds& bounds)
{
    if (!model.constantAcceleration)
        return whiteAcceleration(seconds, model.density + step.unseenDensity);
    Covariance noise = whiteJerk(seconds, model.density);
    if (step.unseenDensity > 0) {
        constexpr double lasting = 10;  // s that an acceleration holds on
        noise += whiteAcceleration(seconds, step.unseenDensity) +
                 whiteJerk(seconds, 2 * bounds.acceleration * bounds.acceleration / lasting);
    }
    return noise;
}

/** Which steps lie where nothing was measured for long. */
void allowUnseen(std::vector<Step>& steps, const std::vector<Measurement>& measurements,
                 const MotionBounds& bounds)
{
    if (measurements.empty())
        return;
    std::vector<double> distances;
    for (std::size_t i = 1; i < measurements.size(); ++i)
        distances.push_back(measurements[i].time - measurements[i - 1].time);
    const double usual = distances.empty() ? 0 : median(std::move(distances));
    const double longGap = std::max(3.0, 4 * usual);
    const double squared = bounds.acceleration * bounds.acceleration;
    std::size_t next = 0;  // the first measurement not before the step
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const double middle = (steps[i - 1].time + steps[i].time) / 2;
        while (next < measurements.size() && measurements[next].time < middle)
            ++next;
        double away = std::numeric_limits<double>::infinity();
        if (next > 0)
            away = middle - measurements[next - 1].time;
        if (next < measurements.size())
            away = std::min(away, measurements[next].time - middle);
        // From one side alone a t^2 / 2; in the middle of a gap it is held from both.
        const double oneSided = 3 * squared * away;
        if (next == 0 || next == measurements.size()) {
            steps[i].unseenDensity = oneSided;
            continue;
        }
        const double gap = measurements[next].time - measurements[next - 1].time;
        if (gap > longGap)
            steps[i].unseenDensity = std::min(oneSided, 192.0 / 1024 * squared * gap);
    }
}

std::vector<Step> stepsOf(const std::vector<Measurement>& measurements, const std::vector<double>& times,
                          const MotionBounds& bounds)
{
    std::vector<Step> steps;
    steps.reserve(measurements.size() + times.size());
    for (const Measurement& measurement : measurements) {
        Step step;
        step.time = measurement.time;
        step.measurement = &measurement;
        steps.push_back(step);
    }
    for (const double time : times) {
        Step step;
        step.time = time;
        steps.push_back(step);
    }
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Step& a, const Step& b) { return a.time < b.time; });
    allowUnseen(steps, measurements, bounds);
    return steps;
}

/** Runs the filter forward; gives the log-likelihood of the measurements. */
double filterForward(std::vector<Step>& steps, const MotionModel& model, const MotionBounds& bounds,
                     double firstValue)
{
    State state(firstValue, 0, 0);
    // Hardly anything is known before the first measurement.
    const double rate = bounds.rate * bounds.rate;
    const double acceleration = bounds.acceleration * bounds.acceleration;
    Covariance covariance(1e8, 0, 0, 0, rate, 0, 0, 0, model.constantAcceleration ? 4 * acceleration : 0);
    double logLikelihood = 0;
    double time = steps.empty() ? 0 : steps.front().time;
    for (Step& step : steps) {
        const double seconds = step.time - time;
        time = step.time;
        const Covariance f = transition(seconds, model);
        state = f * state;
        covariance = f * covariance * f.t() + processNoise(seconds, model, step, bounds);
        step.predicted = state;
        step.predictedCovariance = covariance;
        if (step.measurement) {
            const double variance = covariance(0, 0) + step.measurement->variance;
            const double innovation = step.measurement->value - state[0];
            const State gain(covariance(0, 0) / variance, covariance(1, 0) / variance,
                             covariance(2, 0) / variance);
            state += gain * innovation;
            for (int row = 0; row < 3; ++row) {
                for (int column = row; column < 3; ++column) {
                    const double value = covariance(row, column) - gain[row] * gain[column] * variance;
                    covariance(row, column) = covariance(column, row) = value;
                }
            }
            logLikelihood -= 0.5 * (std::log(variance) + innovation * innovation / variance);
        }
        step.filtered = state;
        step.filteredCovariance = covariance;
    }
    return logLikelihood;
}

void smoothBackward(std::vector<Step>& steps, const MotionModel& model)
{
    for (std::size_t i = steps.size(); i-- > 1;) {
        const Step& next = steps[i];
        Step& step = steps[i - 1];
        const Covariance f = transition(next.time - step.time, model);
        Covariance inverse = Covariance::zeros();
        if (model.constantAcceleration) {
            inverse = next.predictedCovariance.inv(cv::DECOMP_SVD);
        } else {
            const cv::Matx22d small = next.predictedCovariance.get_minor<2, 2>(0, 0).inv(cv::DECOMP_SVD);
            for (int row = 0; row < 2; ++row) {
                for (int column = 0; column < 2; ++column)
                    inverse(row, column) = small(row, column);
            }
        }
        const Covariance gain = step.filteredCovariance * f.t() * inverse;
        step.filtered += gain * (next.filtered - next.predicted);
        step.filteredCovariance += gain * (next.filteredCovariance - next.predictedCovariance) * gain.t();
    }
}

std::vector<MotionModel> candidateModels()
{
    std::vector<MotionModel> models;
    for (double density = 1e-5; density < 2e3; density *= 10)
        models.push_back({false, density});
    for (double density = 1e-6; density < 2e2; density *= 10)
        models.push_back({true, density});
    return models;
}

}  // namespace

std::vector<std::vector<SmoothedValue>> smoothMotion(const std::vector<std::vector<Measurement>>& axes,
                                                     const std::vector<double>& times,
                                                     const MotionBounds& bounds)
{
    MotionModel best;
    double bestLikelihood = -std::numeric_limits<double>::infinity();
    std::vector<std::vector<Step>> measured;
    for (const auto& axis : axes)
        measured.push_back(stepsOf(axis, {}, bounds));
    for (const MotionModel& model : candidateModels()) {
        double likelihood = 0;
        for (std::size_t axis = 0; axis < axes.size(); ++axis) {
            if (!axes[axis].empty())
                likelihood += filterForward(measured[axis], model, bounds, axes[axis].front().value);
        }
        if (likelihood > bestLikelihood) {
            bestLikelihood = likelihood;
            best = model;
        }
    }

    std::vector<std::vector<SmoothedValue>> result(axes.size());
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
        if (axes[axis].empty())
            continue;
        std::vector<Step> steps = stepsOf(axes[axis], times, bounds);
        filterForward(steps, best, bounds, axes[axis].front().value);
        smoothBackward(steps, best);
        for (const Step& step : steps) {
            if (!step.measurement)
                result[axis].push_back(
                    {step.filtered[0], step.filtered[1], std::max(0.0, step.filteredCovariance(0, 0))});
        }
    }
    return result;
}

}  // namespace sheen
