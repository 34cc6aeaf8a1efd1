#include "folder_flight.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <limits>
#include <opencv2/imgcodecs.hpp>

#include "base/error.h"
#include "flight/picture_metadata.h"
#include "frame_selector.h"
#include "opening_cancelled.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::FolderFlight)
};

/** So many unreadable pictures at the start of a folder, and it counts as unreadable. */
constexpr int mostUnreadableAtStart = 50;

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
    const QStringList videos =
        folder.entryList({"*.mp4", "*.ts", "*.mpg", "*.mpeg", "*.mkv", "*.avi", "*.mov"}, QDir::Files);
    if (!videos.isEmpty())
        return Text::tr("Open the video \"%1\" in it instead.").arg(videos.first());
    const QStringList subfolders = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& subfolder : subfolders)
        if (!pictureFileNames(folder.filePath(subfolder)).isEmpty())
            return Text::tr("Open its folder \"%1\" instead.").arg(subfolder);
    return Text::tr("Choose a folder with the flight's frames, or a video file.");
}

Frame readFrame(const QString& folder, const QString& fileName, int index, double timeSeconds)
{
    Frame frame;
    frame.index = index;
    frame.timeSeconds = timeSeconds;
    frame.fileName = fileName;
    frame.picture = readPictureFile(QDir(folder).filePath(fileName), frame.issue);
    return frame;
}

class FolderFrameSource : public FrameSource
{
public:
    /** `times`: of each file, in seconds; empty where the pictures do not say. */
    FolderFrameSource(const QString& folder, const QStringList& fileNames, const std::vector<double>& times,
                      const FrameSelection& selection)
        : m_folder(folder)
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
        return readFrame(m_folder, wanted.fileName, wanted.index, wanted.timeSeconds);
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
    std::vector<Wanted> m_wanted;
    std::size_t m_next = 0;
};

/** Seconds of each picture since the first, by the camera's clock; empty where that does not count on. */
std::vector<double> secondsOfClocks(const std::vector<PictureFacts>& pictures)
{
    std::vector<double> seconds;
    for (const PictureFacts& picture : pictures)
        seconds.push_back(static_cast<double>(pictures.front().clock.msecsTo(picture.clock)) / 1000);
    if (seconds.size() < 2 || !std::is_sorted(seconds.begin(), seconds.end()) || seconds.back() <= 0)
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

cv::Mat readPictureFile(const QString& path, std::optional<Issue>& issue)
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
    cv::Mat picture;
    try {
        const cv::Mat coded(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<char*>(bytes.constData()));
        // Converts grey, alpha and 16 bit to BGR 8 bit, and turns the picture as its EXIF data says.
        picture = cv::imdecode(coded, cv::IMREAD_COLOR);
    } catch (const cv::Exception&) {
        picture.release();
    }
    if (picture.empty())
        issue = Issue{IssueKind::PictureUndecodable, {path}};
    else if (isJpegCutShort(bytes))
        issue = Issue{IssueKind::PictureCutShort, {path}};
    return picture;
}

FolderFlight::FolderFlight(const QString& path, double intervalSeconds, const Cancel* cancel)
{
    const QFileInfo folder(path);
    m_info.kind = FlightInfo::Kind::Folder;
    m_info.path = QDir::cleanPath(folder.absoluteFilePath());
    m_info.name = QFileInfo(m_info.path).fileName();
    if (!folder.isReadable())
        throw Error(Text::tr("The folder \"%1\" cannot be read. Check that you may open it.").arg(path),
                    ErrorKind::Unreadable);
    m_fileNames = pictureFileNames(m_info.path);
    if (m_fileNames.isEmpty())
        throw Error(Text::tr("The folder \"%1\" holds no JPEG, PNG or TIFF pictures. %2")
                        .arg(path, advice(QDir(m_info.path))),
                    ErrorKind::Unreadable);
    m_info.frameCount = static_cast<int>(m_fileNames.size());
    m_info.durationSeconds = m_info.frameCount * intervalSeconds;

    const int tries = std::min(m_info.frameCount, mostUnreadableAtStart);
    std::optional<Issue> issue;
    for (int i = 0; i < tries && m_info.pictureSize.empty(); ++i) {
        throwIfCancelled(cancel, m_info.path);
        m_info.pictureSize = readPictureFile(QDir(m_info.path).filePath(m_fileNames[i]), issue).size();
    }
    if (m_info.pictureSize.empty())
        throw Error(Text::tr("None of the first %n picture(s) of the folder \"%1\" can be decoded. Copy them "
                             "again, or choose another folder.",
                             nullptr, tries)
                        .arg(path),
                    ErrorKind::Unreadable);
    readMetadata(cancel);
    const QString suffix = QFileInfo(m_fileNames.first()).suffix().toLower();
    m_info.codec = suffix.startsWith(QLatin1Char('j'))   ? QStringLiteral("jpeg")
                   : suffix.startsWith(QLatin1Char('t')) ? QStringLiteral("tiff")
                                                         : QStringLiteral("png");
}

void FolderFlight::readMetadata(const Cancel* cancel)
{
    std::vector<PictureFacts> pictures;
    for (const QString& name : m_fileNames) {
        throwIfCancelled(cancel, m_info.path);
        const PictureFacts facts = readPictureFacts(QDir(m_info.path).filePath(name));
        m_info.hasGeotags = m_info.hasGeotags || facts.hasPosition();
        if (!facts.clock.isValid())
            return;  // without all of them the clock is of no use
        pictures.push_back(facts);
    }
    m_times = secondsOfClocks(pictures);
    if (m_times.empty())
        return;
    m_info.durationSeconds = m_times.back();
    m_info.recordedAt = pictures.front().utc;
}

std::unique_ptr<FrameSource> FolderFlight::frames(const FrameSelection& selection) const
{
    return std::make_unique<FolderFrameSource>(m_info.path, m_fileNames, m_times, selection);
}

Frame FolderFlight::frameAt(int index, double timeSeconds) const
{
    if (index >= 0 && index < m_info.frameCount)
        return readFrame(m_info.path, m_fileNames[index], index, timeSeconds);
    Frame frame;
    frame.index = index;
    frame.timeSeconds = timeSeconds;
    frame.issue = Issue{IssueKind::NoSuchFrame, {index}};
    return frame;
}

}  // namespace sheen
