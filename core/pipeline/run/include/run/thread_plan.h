#pragma once

namespace sheen {

/** The number of threads of each library, decided in one place. Call once, before anything is loaded. */
struct ThreadPlan
{
    int total = 0;   //!< cores to use
    int detect = 0;  //!< LibTorch's
    int others = 0;  //!< OpenCV's and oneTBB's
};
ThreadPlan planThreads(int wanted = 0);

}  // namespace sheen
