#pragma once

#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "data/slick.h"

namespace sheen {

/**
 * Carries slicks along when their frames are placed again: all areas of one from the sea into the picture of
 * one frame by the pose that it had, and back to the sea by the pose that it has now. That frame is the
 * slick's best one, else the finest that shows it. Borrows the frames (the same ones in both lists, in
 * ascending order); safe from many threads.
 */
class SlickCarrier
{
public:
    SlickCarrier(const std::vector<FrameRecord>& before, const std::vector<FrameRecord>& after);

    /** Measured anew. A slick that no frame shows both before and after stays where it is; a part of it
     * that cannot be carried moves as the rest does. */
    Slick carried(const Slick& slick) const;
    std::vector<Slick> carried(const std::vector<Slick>& slicks, const Cancel* cancel = nullptr) const;

private:
    int carryingFrame(const Slick& slick) const;
    bool hasBothPoses(std::size_t index) const;

    const std::vector<FrameRecord>& m_before;
    const std::vector<FrameRecord>& m_after;
};

/** Whether the analyst has said or done anything about a slick: it is kept then, and not merged anew. */
bool isTouched(const Slick& slick);

/** What becomes of a flight's slicks. */
struct SlicksAgain
{
    std::vector<Slick> slicks;
    /** That are there no more because places or detections changed: where they come back, they get their ids
     * back. */
    std::vector<Slick> retired;
};

/**
 * The slicks of a flight after it was placed and merged again. `earlier`, `deleted` and `retired` have been
 * carried along. Those that the analyst touched come first, as they are; then the merged ones, except those
 * that are what an earlier touched or deleted slick was made from, or that such slicks cover by more than
 * half. What is left of a merged slick lies outside of all touched and deleted ones; parts below the smallest
 * area go. It has the id of the untouched earlier slick that it overlaps most, else of such a retired one,
 * else 0.
 */
SlicksAgain slicksAgain(const std::vector<Slick>& earlier, const std::vector<Slick>& deleted,
                        const std::vector<Slick>& retired, const std::vector<Slick>& merged,
                        double smallestSquareMetres);

}  // namespace sheen
