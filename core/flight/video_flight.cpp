#include "video_flight.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <thread>

#include "base/error.h"
#include "frame_selector.h"
#include "opening_cancelled.h"
#include "recording_clock.h"

namespace sheen {

namespace {

struct VideoFlightText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::VideoFlight)
};

/** Nearer than this, decoding on is quicker than seeking. */
constexpr double nearAheadSeconds = 1.0;
/** Where the container's index lands too late, seeking is tried again from this much earlier. */
constexpr double stepsBackSeconds[] = {0, 2, 10, 60};
/** Pictures this long before the wanted one may be left out while seeking. */
constexpr double carefulSeconds = 0.5;

/** Pictures are missing where the time to the next is longer than this, and so many times longer than usual.
 */
constexpr double noticeableGapSeconds = 0.3;
constexpr double noticeableGapPeriods = 3;

/** Somebody waits for the picture, and a key frame may be many pictures away. */
int seekingThreads()
{
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4);
}

/** Times in a file are rounded to its clock's ticks, which may be as coarse as a picture's duration (AVI). */
double timeTolerance(const VideoReader& reader)
{
    const double rate = reader.framesPerSecond();
    const double period = rate > 0 ? 1 / rate : 0.04;
    return std::min(reader.clockTickSeconds(), period / 10) + 1e-6;
}

/**
 * From a few pictures of the whole recording; of its beginning where it cannot seek. Nothing where one of
 * them shows colours, or all are as ordinary recordings are.
 */
std::optional<GreyLevels> greyLevelsIn(const QString& path, int videoStream, double durationSeconds)
{
    constexpr int samples = 8;
    VideoReader reader(path, 0, videoStream);
    std::vector<cv::Mat> pictures;
    std::optional<double> begin;
    for (int i = 0; i < samples; ++i) {
        if (i > 0 && begin && durationSeconds > 0)
            reader.seekBefore(*begin + durationSeconds * i / samples);
        if (!reader.advance())
            continue;
        if (!begin)
            begin = reader.timeSeconds();
        pictures.push_back(reader.deepGrey());
        if (pictures.back().empty())
            return std::nullopt;
    }
    const std::optional<GreyLevels> levels = greyLevelsOf(pictures);
    return levels && !reader.isUsual(*levels) ? levels : std::nullopt;
}

/** "1: 720 x 480, h264; 2: ..." */
QString numbered(const QStringList& texts)
{
    QStringList parts;
    for (const QString& text : texts)
        parts << QStringLiteral("%1: %2").arg(parts.size() + 1).arg(text);
    return parts.join(QStringLiteral("; "));
}

class VideoFrameSource : public VideoSource
{
public:
    VideoFrameSource(const FlightInfo& info, const FrameSelection& selection,
                     std::shared_ptr<FrameSelector> selector, const VideoBegin& begin,
                     std::shared_ptr<KnownParts> parts, const std::optional<GreyLevels>& greyLevels)
        : m_parts(std::move(parts)),
          m_reader(info.path, 0, info.videoStream),
          m_clock(m_reader.framesPerSecond()),
          m_selector(std::move(selector)),
          m_begin(begin),
          m_expected(expectedSelection(selection, info.frameCount, info.framesPerSecond))
    {
        m_reader.setGreyLevels(greyLevels);
    }

    std::optional<Frame> next() override
    {
        while (!m_selector->isPast(m_begin.index + m_index + 1)) {
            if (!m_reader.advance()) {
                if (m_index < 0)
                    throw Error(
                        VideoFlightText::tr("No picture of \"%1\" can be decoded.").arg(m_reader.path()),
                        ErrorKind::Unreadable);
                m_parts->set(m_reader.parts());
                return std::nullopt;
            }
            ++m_index;
            const double time = m_clock.advance(m_reader.timeSeconds());
            notePeriod(time);
            if (m_selector->wants(m_begin.index + m_index, m_begin.timeSeconds + time))
                return currentFrame(time);
        }
        return std::nullopt;
    }

    int expectedFrames() const override { return m_expected; }
    int framesSeen() const override { return m_index + 1; }

private:
    /** Damaged parts of a container may be skipped without a word: then only the times tell. */
    void notePeriod(double timeSeconds)
    {
        const double period = timeSeconds - m_lastSeconds;
        if (m_index >= 2 && period > noticeableGapSeconds && period > noticeableGapPeriods * m_longestPeriod)
            m_gapSeconds += period;
        else if (m_index >= 1)
            m_longestPeriod = std::max(m_longestPeriod, period);
        m_lastSeconds = timeSeconds;
    }

    Frame currentFrame(double timeSeconds)
    {
        Frame frame;
        frame.index = m_begin.index + m_index;
        frame.timeSeconds = m_begin.timeSeconds + timeSeconds;
        frame.picture = m_reader.picture();
        const int undecodable = m_reader.takeUndecodable();
        if (frame.picture.empty())
            frame.issue = Issue{IssueKind::FrameNotConverted, {frame.index}};
        else if (m_reader.isDamaged())
            frame.issue = Issue{IssueKind::FrameDamaged, {frame.index}};
        else if (undecodable > 0)
            frame.issue = Issue{IssueKind::PicturesMissing, {frame.index, undecodable}};
        else if (m_gapSeconds > 0)
            frame.issue = Issue{IssueKind::RecordingGap, {frame.index, roundedTo(m_gapSeconds, 1)}};
        m_gapSeconds = 0;
        const std::size_t part = partOfCurrent();
        frame.isAfterJoin = part > m_part;
        m_part = std::max(m_part, part);
        frame.data = m_reader.takeData();
        for (DataPacket& packet : frame.data)
            packet.timeSeconds = m_begin.timeSeconds + m_clock.at(packet.timeSeconds);
        return frame;
    }

    /** How many recordings have been joined on before the current picture. */
    std::size_t partOfCurrent() const
    {
        const std::vector<RecordingPart>& parts = m_reader.parts();
        const double time = m_reader.timeSeconds().value_or(0) + 1e-6;
        return static_cast<std::size_t>(
            std::count_if(parts.begin(), parts.end(),
                          [time](const RecordingPart& part) { return part.firstPictureSeconds <= time; }));
    }

    std::shared_ptr<KnownParts> m_parts;
    VideoReader m_reader;
    RecordingClock m_clock;
    std::shared_ptr<FrameSelector> m_selector;
    VideoBegin m_begin;
    int m_expected;
    int m_index = -1;  //!< in this file
    std::size_t m_part = 1;
    double m_lastSeconds = 0;
    double m_longestPeriod = 0;  //!< between two pictures so far, gaps left out
    double m_gapSeconds = 0;     //!< since the last frame handed out
};

}  // namespace

void KnownParts::set(std::vector<RecordingPart> parts)
{
    const std::lock_guard lock(m_mutex);
    m_parts = std::move(parts);
    if (m_parts.empty())
        m_parts.emplace_back();
}

std::vector<RecordingPart> KnownParts::of(const QString& path, int videoStream)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_parts.empty())
            return m_parts;
    }
    VideoReader reader(path, 0, videoStream);
    set(reader.mayBeJoined() ? reader.findParts() : std::vector<RecordingPart>());
    const std::lock_guard lock(m_mutex);
    return m_parts;
}

VideoFlight::VideoFlight(const QString& path, const Cancel* cancel, int videoStream)
{
    const QFileInfo file(path);
    VideoReader reader(file.absoluteFilePath(), 0, videoStream);
    cv::Mat picture;
    while (picture.empty() && reader.advance()) {
        throwIfCancelled(cancel, reader.path());
        if (!m_firstPictureSeconds)
            m_firstPictureSeconds = reader.timeSeconds();
        picture = reader.picture();
    }
    if (picture.empty())
        throw Error(VideoFlightText::tr(
                        "No picture of the video \"%1\" can be decoded. It may be damaged or cut short: "
                        "copy the recording again.")
                        .arg(path),
                    ErrorKind::Unreadable);
    if (reader.isDeep())
        stretchTo(greyLevelsIn(reader.path(), reader.videoStream(), reader.durationSeconds()));
    m_info.kind = FlightInfo::Kind::Video;
    m_info.path = reader.path();
    m_info.name = file.completeBaseName();
    m_info.pictureSize = picture.size();
    m_info.durationSeconds = reader.durationSeconds();
    m_info.frameCount = reader.frameCount();
    m_info.framesPerSecond = reader.framesPerSecond();
    m_info.videoStream = reader.videoStream();
    m_info.videoStreams = reader.videoStreams();
    if (m_info.videoStreams.size() > 1)
        m_info.notices.push_back(
            {IssueKind::SeveralVideos, {numbered(m_info.videoStreams), m_info.videoStream}});
    m_info.hasKlv = reader.hasKlv();
    m_info.codec = reader.codecName();
    m_info.recordedAt = reader.recordedAt();
    m_toleranceSeconds = timeTolerance(reader);
}

void VideoFlight::stretchTo(const std::optional<GreyLevels>& levels)
{
    auto& notices = m_info.notices;
    notices.erase(
        std::remove_if(notices.begin(), notices.end(),
                       [](const Issue& issue) { return issue.kind == IssueKind::PicturesStretched; }),
        notices.end());
    m_greyLevels = levels;
    if (levels)
        notices.push_back(stretchNotice(*levels));
}

std::unique_ptr<FrameSource> VideoFlight::frames(const FrameSelection& selection) const
{
    return frames(selection, std::make_shared<FrameSelector>(selection, m_toleranceSeconds), {});
}

std::unique_ptr<VideoSource> VideoFlight::frames(const FrameSelection& selection,
                                                 std::shared_ptr<FrameSelector> selector,
                                                 const VideoBegin& begin) const
{
    return std::make_unique<VideoFrameSource>(m_info, selection, std::move(selector), begin, m_parts,
                                              m_greyLevels);
}

Frame VideoFlight::frameAt(int index, double timeSeconds) const
{
    Frame frame;
    frame.index = index;
    frame.timeSeconds = timeSeconds;
    try {
        std::unique_lock<std::mutex> lock(m_seekerMutex, std::try_to_lock);
        std::unique_ptr<VideoReader> own;
        std::unique_ptr<VideoReader>& reader = lock.owns_lock() ? m_seeker : own;
        const bool seekable = m_firstPictureSeconds.has_value();
        if (!reader && seekable) {
            reader = std::make_unique<VideoReader>(m_info.path, seekingThreads(), m_info.videoStream);
            reader->setParts(m_parts->of(m_info.path, m_info.videoStream));
            reader->setGreyLevels(m_greyLevels);
        }
        if (!seekable || !seekTo(*reader, timeSeconds, frame.picture))
            frame.picture = readTo(timeSeconds);
        if (frame.picture.empty())
            frame.issue = Issue{IssueKind::FrameUndecodable, {index}};
    } catch (const Error& error) {
        frame.issue = Issue{IssueKind::Text, {error.sentence()}};
    }
    return frame;
}

std::vector<VideoFile> VideoFlight::videoFiles() const
{
    return {{m_info.path, m_info.videoStream, 0, m_firstPictureSeconds.value_or(0)}};
}

/** The picture shown at this time, by seeking; false where the file's times or index are of no use. */
bool VideoFlight::seekTo(VideoReader& reader, double timeSeconds, cv::Mat& picture) const
{
    const double wanted = *m_firstPictureSeconds + timeSeconds;
    const auto isWanted = [&](std::optional<double> time) {
        return time && std::abs(*time - wanted) <= m_toleranceSeconds;
    };
    // Goes on from a picture at or before the wanted one; true when the wanted one was found.
    const auto decodeOn = [&] {
        reader.hurryTo(wanted - carefulSeconds);
        while (!isWanted(reader.timeSeconds())) {
            if (!reader.advance()) {  // after the end: the last picture
                picture = reader.picture();
                return !picture.empty();
            }
            if (!reader.timeSeconds())
                return false;
            if (*reader.timeSeconds() > wanted + m_toleranceSeconds) {
                picture = reader.pictureBefore();
                return !picture.empty();
            }
        }
        picture = reader.picture();
        return !picture.empty();
    };

    const std::optional<double> now = reader.timeSeconds();
    if (now && *now <= wanted + m_toleranceSeconds && wanted < *now + nearAheadSeconds && decodeOn())
        return true;
    for (const double back : stepsBackSeconds) {
        if (!reader.seekBefore(wanted - back))
            continue;
        if (decodeOn())
            return true;
    }
    return false;
}

/** Likewise by decoding from the start, for files that cannot seek. */
cv::Mat VideoFlight::readTo(double timeSeconds) const
{
    VideoReader reader(m_info.path, 0, m_info.videoStream);
    reader.setGreyLevels(m_greyLevels);
    RecordingClock clock(reader.framesPerSecond());
    while (reader.advance()) {
        const double time = clock.advance(reader.timeSeconds());
        if (time >= timeSeconds - m_toleranceSeconds)
            return time <= timeSeconds + m_toleranceSeconds ? reader.picture() : reader.pictureBefore();
    }
    return reader.picture();
}

}  // namespace sheen
