#include "run/thread_plan.h"

#include <algorithm>
#include <opencv2/core/utility.hpp>
#include <thread>

namespace sheen {

ThreadPlan planThreads(int wanted)
{
    ThreadPlan plan;
    plan.total = wanted > 0 ? wanted : int(std::max(1U, std::thread::hardware_concurrency()));
    // Detection is by far the longest stage and gets all there is; what lies beside it are short bursts, and
    // more than a few threads for them only take turns with it.
    plan.detect = plan.total;
    plan.others = std::min(plan.total, 4);
    cv::setNumThreads(plan.others);
    return plan;
}

}  // namespace sheen
