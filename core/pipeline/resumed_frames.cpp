#include "core/pipeline/resumed_frames.h"

#include <QCoreApplication>

#include "core/data/error.h"
#include "core/pipeline/time_filter.h"

namespace sheen {

const FrameRecord* ResumedFrames::next(const Frame& frame, const QString& flightPath)
{
    const std::size_t number = m_next++;
    if (number >= m_done.frames.size())
        return nullptr;
    const FrameRecord& record = m_done.frames[number];
    if (record.frame != frame.index)
        throw Error(
            QCoreApplication::translate("sheen::Run",
                                        "The run cannot be finished: \"%1\" is not the recording that "
                                        "it was begun with, its frames are others. Run the flight "
                                        "again.")
                .arg(flightPath),
            ErrorKind::Unreadable);
    return &record;
}

bool ResumedFrames::isNeighbour(const FrameRecord& done) const
{
    const auto number = static_cast<std::size_t>(&done - m_done.frames.data());
    return number + neighboursOnASide >= m_done.frames.size();
}

bool ResumedFrames::hasMask(const FrameRecord& done) const
{
    return m_done.hasMask && m_done.hasMask(done.frame);
}

}  // namespace sheen
