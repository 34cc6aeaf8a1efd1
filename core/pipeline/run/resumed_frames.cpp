#include "resumed_frames.h"

#include <QCoreApplication>

#include "base/error.h"
#include "run/neighbours.h"

namespace sheen {

const FrameRecord* ResumedFrames::next(const Frame& frame, const QString& flightPath)
{
    const std::size_t number = m_next++;
    if (number >= m_done.size())
        return nullptr;
    const FrameRecord& record = m_done[number];
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
    const auto number = static_cast<std::size_t>(&done - m_done.data());
    return number + neighboursOnASide >= m_done.size();
}

}  // namespace sheen
