#include "parts_flight.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include "base/error.h"
#include "frame_selector.h"

namespace sheen {

namespace {

struct PartsFlightText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::PartsFlight)
};

/** Creation times are of whole seconds, and a camera takes a while to begin a file. */
constexpr double leastGapSeconds = 3;
/** Files with more than this between them are recordings of their own. */
constexpr double mostGapSeconds = 3600;

/** Frames of one part after the other. */
class PartsFrameSource : public FrameSource
{
public:
    PartsFrameSource(const std::vector<PartsFlight::Part>& parts, const FrameSelection& selection,
                     const FlightInfo& info)
        : m_parts(parts),
          m_selection(selection),
          m_selector(std::make_shared<FrameSelector>(selection, parts.front().video->toleranceSeconds())),
          m_expected(expectedSelection(selection, info.frameCount, info.framesPerSecond))
    {}

    std::optional<Frame> next() override
    {
        while (m_part < m_parts.size() && !m_selector->isPast(m_begin.index)) {
            const PartsFlight::Part& part = m_parts[m_part];
            if (!m_source) {
                m_begin.timeSeconds = part.beginSeconds;
                m_source = part.video->frames(m_selection, m_selector, m_begin);
            }
            if (std::optional<Frame> frame = m_source->next()) {
                noteGap(*frame);
                return frame;
            }
            m_begin.index += m_source->framesSeen();
            m_source.reset();
            ++m_part;
        }
        return std::nullopt;
    }

    int expectedFrames() const override { return m_expected; }

private:
    /** The first frame after a gap: telemetry must not be carried over it. */
    void noteGap(Frame& frame)
    {
        const double gap = m_parts[m_part].gapSeconds;
        if (gap > 0 && m_gapSaidOf != m_part) {
            frame.isAfterJoin = true;
            if (!frame.issue)
                frame.issue = Issue{IssueKind::RecordingGap, {frame.index, roundedTo(gap, 1)}};
        }
        m_gapSaidOf = m_part;
    }

    const std::vector<PartsFlight::Part>& m_parts;
    const FrameSelection m_selection;
    const std::shared_ptr<FrameSelector> m_selector;
    const int m_expected;
    std::size_t m_part = 0;
    std::size_t m_gapSaidOf = 0;
    VideoBegin m_begin;
    std::unique_ptr<VideoSource> m_source;
};

}  // namespace

PartsFlight::PartsFlight(const QString& folder, const QStringList& names, const Cancel* cancel,
                         int videoStream)
{
    const QDir directory(QFileInfo(folder).absoluteFilePath());
    std::optional<GreyLevels> levels;
    for (const QString& name : names) {
        Part part;
        part.video = std::make_unique<VideoFlight>(directory.filePath(name), cancel, videoStream);
        const FlightInfo& info = part.video->info();
        if (!m_parts.empty()) {
            part.gapSeconds = gapBefore(*part.video);
            part.beginSeconds = m_info.durationSeconds + part.gapSeconds;
        }
        if (info.durationSeconds <= 0)
            throw Error(PartsFlightText::tr(
                            "The video \"%1\" does not say how long it is, so the parts of the recording "
                            "cannot be put together. Open them one after another.")
                            .arg(info.path),
                        ErrorKind::Unreadable);
        if (m_parts.empty())
            m_info = info;
        else
            m_info.frameCount += info.frameCount;
        if (const auto& own = part.video->greyLevels())
            levels =
                levels ? GreyLevels{std::min(levels->black, own->black), std::max(levels->white, own->white)}
                       : *own;
        m_info.hasKlv = m_info.hasKlv || info.hasKlv;
        m_info.durationSeconds = part.beginSeconds + info.durationSeconds;
        m_parts.push_back(std::move(part));
    }
    for (const Part& part : m_parts)
        part.video->stretchTo(levels);
    m_info.notices = m_parts.front().video->info().notices;
    m_info.path = QDir::cleanPath(directory.path());
    m_info.name = directory.dirName();
    m_info.notices.push_back(
        {IssueKind::RecordingInParts, {static_cast<int>(names.size()), names.first(), names.last()}});
}

/** Seconds between the end of what is known so far and a part, by the files' creation times. */
double PartsFlight::gapBefore(const VideoFlight& video) const
{
    const QDateTime begin = m_parts.front().video->info().recordedAt;
    const QDateTime end = m_parts.back().video->info().recordedAt;
    const QDateTime next = video.info().recordedAt;
    // Files that were all written, or copied, at one time say nothing.
    if (!begin.isValid() || !next.isValid() || next <= end)
        return 0;
    const double gap = static_cast<double>(begin.msecsTo(next)) / 1000 - m_info.durationSeconds;
    if (gap > mostGapSeconds)
        throw Error(PartsFlightText::tr(
                        "The videos in \"%1\" are named like parts of one recording, but were recorded at "
                        "different times. Open them one after another.")
                        .arg(QFileInfo(video.info().path).path()),
                    ErrorKind::Unreadable);
    return gap > leastGapSeconds ? gap : 0;
}

std::unique_ptr<FrameSource> PartsFlight::frames(const FrameSelection& selection) const
{
    return std::make_unique<PartsFrameSource>(m_parts, selection, m_info);
}

Frame PartsFlight::frameAt(int index, double timeSeconds) const
{
    const auto after = std::find_if(m_parts.begin() + 1, m_parts.end(), [timeSeconds](const Part& part) {
        return part.beginSeconds > timeSeconds + part.video->toleranceSeconds();
    });
    const Part& part = *(after - 1);
    Frame frame = part.video->frameAt(index, timeSeconds - part.beginSeconds);
    frame.timeSeconds = timeSeconds;
    return frame;
}

std::vector<VideoFile> PartsFlight::videoFiles() const
{
    std::vector<VideoFile> files;
    for (const Part& part : m_parts) {
        for (VideoFile file : part.video->videoFiles()) {
            file.beginSeconds = part.beginSeconds;
            files.push_back(file);
        }
    }
    return files;
}

}  // namespace sheen
