#include "folder_flight.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <limits>
#include <numeric>
#include <opencv2/imgcodecs.hpp>

#include "base/error.h"
#include "flight/picture_metadata.h"
#include "frame_selector.h"
#include "opening_cancelled.h"
#include "recording_parts.h"

namespace sheen {

namespace {

struct FolderFlightText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::FolderFlight)
};

/** So many unreadable pictures at the start of a folder, and it counts as unreadable. */
constexpr int mostUnreadableAtStart = 50;

/** So many pictures with a clock for each one without, and the clock gives order and times. */
constexpr int leastClocksForOneWithout = 4;

/** Beyond this no camera's picture goes; memory is for pictures. */
constexpr qint64 largestFileBytes = qint64(1) << 30;

/** libjpeg fills what is missing of a picture with grey and says nothing. */
bool isJpegCutShort(const QByteArray& bytes)
{
    if (!bytes.startsWith("\xff\xd8"))
        return false;
    return bytes.lastIndexOf("\xff\xd9") < bytes.lastIndexOf("\xff\xda");
}

/** What lies in a folder without pictures, for a better sentence; empty where nothing does. */
QString advice(const QDir& folder)
{
    const QStringList videos = videoFileNames(folder.path());
    constexpr int mostNamed = 4;
    if (videos.size() > 1)
        return FolderFlightText::tr(
                   "It holds %n video(s): \"%1\". Open them one after another. Parts of one recording, named "
                   "alike "
                   "but for a number of three digits or more, are one flight in a folder of their own.",
                   nullptr, static_cast<int>(videos.size()))
            .arg(QStringList(videos.mid(0, mostNamed)).join(QStringLiteral("\", \"")));
    if (!videos.isEmpty())
        return FolderFlightText::tr("Open the video \"%1\" in it instead.").arg(videos.first());
    const QStringList subfolders = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& subfolder : subfolders)
        if (!pictureFileNames(folder.filePath(subfolder)).isEmpty())
            return FolderFlightText::tr("Open its folder \"%1\" instead.").arg(subfolder);
    return FolderFlightText::tr("Choose a folder with the flight's frames, or a video file.");
}

Frame readFrame(const QString& folder, const QString& fileName, int index, double timeSeconds,
                const std::optional<GreyLevels>& levels)
{
    Frame frame;
    frame.index = index;
    frame.timeSeconds = timeSeconds;
    frame.fileName = fileName;
    frame.picture = readPictureFile(QDir(folder).filePath(fileName), frame.issue, levels);
    return frame;
}

class FolderFrameSource : public FrameSource
{
public:
    /** `times`: of each file, in seconds; empty where the pictures do not say. */
    FolderFrameSource(const QString& folder, const QStringList& fileNames, const std::vector<double>& times,
                      const FrameSelection& selection, const std::optional<GreyLevels>& levels)
        : m_folder(folder), m_greyLevels(levels)
    {
        FrameSelector selector(selection, 1e-6);
        for (int i = 0; i < static_cast<int>(fileNames.size()); ++i) {
            const double time =
                times.empty() ? i * selection.folderIntervalSeconds : times[static_cast<std::size_t>(i)];
            if (selector.wants(i, time))
                m_wanted.push_back({i, time, fileNames[i]});
        }
    }

    std::optional<Frame> next() override
    {
        if (m_next >= m_wanted.size())
            return std::nullopt;
        const Wanted& wanted = m_wanted[m_next++];
        return readFrame(m_folder, wanted.fileName, wanted.index, wanted.timeSeconds, m_greyLevels);
    }

    int expectedFrames() const override { return static_cast<int>(m_wanted.size()); }

private:
    struct Wanted
    {
        int index = 0;
        double timeSeconds = 0;
        QString fileName;
    };
    QString m_folder;
    std::optional<GreyLevels> m_greyLevels;
    std::vector<Wanted> m_wanted;
    std::size_t m_next = 0;
};

/** Seconds of each picture since the first, by the camera's clock; empty where that does not go on. */
std::vector<double> secondsOfClocks(const std::vector<QDateTime>& clocks)
{
    std::vector<double> seconds;
    for (const QDateTime& clock : clocks)
        seconds.push_back(static_cast<double>(clocks.front().msecsTo(clock)) / 1000);
    if (seconds.size() < 2 || seconds.back() <= 0)
        return {};
    // A clock of whole seconds gives several pictures the same: they share the second.
    for (std::size_t first = 0; first < seconds.size();) {
        std::size_t next = first + 1;
        while (next < seconds.size() && seconds[next] == seconds[first])
            ++next;
        const double until =
            next < seconds.size() ? std::min(seconds[next], seconds[first] + 1) : seconds[first] + 1;
        const double step = (until - seconds[first]) / static_cast<double>(next - first);
        for (std::size_t i = first + 1; i < next; ++i)
            seconds[i] = seconds[first] + step * static_cast<double>(i - first);
        first = next;
    }
    return seconds;
}

}  // namespace

QStringList pictureFileNames(const QString& folder)
{
    QStringList names = QDir(folder).entryList({"*.jpg", "*.jpeg", "*.jpe", "*.png", "*.tif", "*.tiff"},
                                               QDir::Files, QDir::Name);
    // The "C" locale compares by character code, without numbers: a language must be named.
    QCollator collator(QLocale(QLocale::English, QLocale::UnitedStates));
    collator.setNumericMode(true);
    std::stable_sort(names.begin(), names.end(),
                     [&collator](const QString& a, const QString& b) { return collator.compare(a, b) < 0; });
    return names;
}

namespace {

/** All bits of a picture; colours as BGR, turned as its EXIF data says. Empty where it cannot be decoded. */
cv::Mat decodedPicture(const QByteArray& bytes)
{
    const cv::Mat coded(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<char*>(bytes.constData()));
    // Some kinds are decoded only as they are: TIFF of floating point.
    for (const int flags : {cv::IMREAD_COLOR | cv::IMREAD_ANYDEPTH, int(cv::IMREAD_UNCHANGED)}) {
        try {
            if (cv::Mat picture = cv::imdecode(coded, flags); !picture.empty())
                return picture;
        } catch (const cv::Exception&) {
            continue;
        }
    }
    return {};
}

bool isDeep(const cv::Mat& picture)
{
    return !picture.empty() && picture.depth() != CV_8U;
}

/** As the file holds it; empty, with an issue, where it cannot be read. */
cv::Mat readDeepPicture(const QString& path, std::optional<Issue>& issue)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        issue = Issue{IssueKind::PictureNotOpened, {path, file.errorString()}};
        return {};
    }
    if (file.size() == 0 || file.size() > largestFileBytes) {
        issue = Issue{file.size() == 0 ? IssueKind::PictureEmpty : IssueKind::PictureTooLarge, {path}};
        return {};
    }
    const QByteArray bytes = file.readAll();
    cv::Mat picture = decodedPicture(bytes);
    if (picture.empty())
        issue = Issue{IssueKind::PictureUndecodable, {path}};
    else if (isJpegCutShort(bytes))
        issue = Issue{IssueKind::PictureCutShort, {path}};
    return picture;
}

}  // namespace

cv::Mat readPictureFile(const QString& path, std::optional<Issue>& issue,
                        const std::optional<GreyLevels>& levels)
{
    const cv::Mat picture = readDeepPicture(path, issue);
    if (picture.empty() || picture.type() == CV_8UC3)
        return picture;
    if (!isDeep(picture))
        return stretched(picture, {0, 255});
    const std::optional<GreyLevels> own = levels ? levels : greyLevelsOf({picture});
    return stretched(picture, own.value_or(GreyLevels{0, 65535}));
}

FolderFlight::FolderFlight(const QString& path, double intervalSeconds, const Cancel* cancel)
{
    const QFileInfo folder(path);
    m_info.kind = FlightInfo::Kind::Folder;
    m_info.path = QDir::cleanPath(folder.absoluteFilePath());
    m_info.name = QFileInfo(m_info.path).fileName();
    if (!folder.isReadable())
        throw Error(
            FolderFlightText::tr("The folder \"%1\" cannot be read. Check that you may open it.").arg(path),
            ErrorKind::Unreadable);
    m_fileNames = pictureFileNames(m_info.path);
    if (m_fileNames.isEmpty())
        throw Error(FolderFlightText::tr("The folder \"%1\" holds no JPEG, PNG or TIFF pictures. %2")
                        .arg(path, advice(QDir(m_info.path))),
                    ErrorKind::Unreadable);
    m_info.frameCount = static_cast<int>(m_fileNames.size());
    m_info.durationSeconds = m_info.frameCount * intervalSeconds;

    const int tries = std::min(m_info.frameCount, mostUnreadableAtStart);
    std::optional<Issue> issue;
    for (int i = 0; i < tries && m_info.pictureSize.empty(); ++i) {
        throwIfCancelled(cancel, m_info.path);
        const cv::Mat picture = readDeepPicture(QDir(m_info.path).filePath(m_fileNames[i]), issue);
        m_info.pictureSize = picture.size();
        if (isDeep(picture))
            findGreyLevels();
    }
    if (m_info.pictureSize.empty())
        throw Error(FolderFlightText::tr(
                        "None of the first %n picture(s) of the folder \"%1\" can be decoded: they are "
                        "damaged, or of a kind that is not read (JPEG, PNG and TIFF with 8 or 16 bits or "
                        "floating point are). Convert them, copy them again, or choose another folder.",
                        nullptr, tries)
                        .arg(path),
                    ErrorKind::Unreadable);
    readMetadata(cancel);
    const QString suffix = QFileInfo(m_fileNames.first()).suffix().toLower();
    m_info.codec = suffix.startsWith(QLatin1Char('j'))   ? QStringLiteral("jpeg")
                   : suffix.startsWith(QLatin1Char('t')) ? QStringLiteral("tiff")
                                                         : QStringLiteral("png");
}

/** From a few pictures of the whole folder. */
void FolderFlight::findGreyLevels()
{
    constexpr int samples = 9;
    std::vector<cv::Mat> pictures;
    const int count = std::min(samples, m_info.frameCount);
    for (int i = 0; i < count; ++i) {
        const int at = count > 1 ? i * (m_info.frameCount - 1) / (count - 1) : 0;
        std::optional<Issue> issue;
        if (const cv::Mat picture = readDeepPicture(QDir(m_info.path).filePath(m_fileNames[at]), issue);
            isDeep(picture))
            pictures.push_back(picture);
    }
    m_greyLevels = greyLevelsOf(pictures);
    if (m_greyLevels)
        m_info.notices.push_back(stretchNotice(*m_greyLevels));
}

void FolderFlight::readMetadata(const Cancel* cancel)
{
    std::vector<PictureFacts> pictures;
    int withoutClock = 0;
    for (const QString& name : m_fileNames) {
        throwIfCancelled(cancel, m_info.path);
        pictures.push_back(readPictureFacts(QDir(m_info.path).filePath(name)));
        m_info.hasGeotags = m_info.hasGeotags || pictures.back().hasPosition();
        withoutClock += pictures.back().clock.isValid() ? 0 : 1;
        // Unless nearly all have one the clock is of no use.
        if (withoutClock * (leastClocksForOneWithout + 1) > m_info.frameCount)
            return;
    }
    sortByClock(pictures);
}

/** A picture whose clock is not known stands with the one before it by name, or else after it. */
void FolderFlight::sortByClock(const std::vector<PictureFacts>& pictures)
{
    std::vector<QDateTime> clocks;
    const auto first = std::find_if(pictures.begin(), pictures.end(),
                                    [](const PictureFacts& facts) { return facts.clock.isValid(); });
    for (const PictureFacts& facts : pictures) {
        if (facts.clock.isValid())
            clocks.push_back(facts.clock);
        else
            clocks.push_back(clocks.empty() ? first->clock : clocks.back());
    }
    std::vector<std::size_t> order(pictures.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&clocks](std::size_t a, std::size_t b) { return clocks[a] < clocks[b]; });
    std::vector<QDateTime> sortedClocks;
    QStringList sortedNames;
    for (const std::size_t at : order) {
        sortedClocks.push_back(clocks[at]);
        sortedNames << m_fileNames[static_cast<int>(at)];
    }
    m_times = secondsOfClocks(sortedClocks);
    if (m_times.empty())
        return;
    if (sortedNames != m_fileNames)
        m_info.notices.push_back({IssueKind::PicturesInOrderOfClocks, {}});
    m_fileNames = sortedNames;
    m_info.durationSeconds = m_times.back();
    m_info.recordedAt = pictures[order.front()].utc;
}

std::unique_ptr<FrameSource> FolderFlight::frames(const FrameSelection& selection) const
{
    return std::make_unique<FolderFrameSource>(m_info.path, m_fileNames, m_times, selection, m_greyLevels);
}

Frame FolderFlight::frameAt(int index, double timeSeconds) const
{
    if (index >= 0 && index < m_info.frameCount)
        return readFrame(m_info.path, m_fileNames[index], index, timeSeconds, m_greyLevels);
    Frame frame;
    frame.index = index;
    frame.timeSeconds = timeSeconds;
    frame.issue = Issue{IssueKind::NoSuchFrame, {index}};
    return frame;
}

}  // namespace sheen
