#pragma once

#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "data/frame.h"
#include "data/frame_record.h"
#include "frame_branches.h"
#include "run/run.h"
#include "time_filter.h"

namespace sheen {

/** A frame under way. */
struct Item
{
    Frame frame;
    int number = 0;                                          //!< among the frames that are selected
    const FrameRecord* done = nullptr;                       //!< what an earlier run made of it
    std::future<DetectionOutcome> detection;                 //!< invalid where there is none
    std::future<std::optional<TelemetryOutcome>> telemetry;  //!< nothing: cancelled before it was read
    FrameResult result;
    std::shared_ptr<SeenFrame> seen;  //!< what was found, until it is outlined; nullptr without detection
    bool dropped = false;
};

/** Owns the frames under way. oneTBB's pipeline does not give back what is in it when a stage throws. */
class ItemsUnderWay
{
public:
    Item* add()
    {
        auto item = std::make_unique<Item>();
        Item* const borrowed = item.get();
        const std::lock_guard lock(m_mutex);
        m_items.emplace(borrowed, std::move(item));
        return borrowed;
    }

    void remove(Item* item)
    {
        const std::lock_guard lock(m_mutex);
        m_items.erase(item);
    }

private:
    std::mutex m_mutex;
    std::map<Item*, std::unique_ptr<Item>> m_items;
};

}  // namespace sheen
