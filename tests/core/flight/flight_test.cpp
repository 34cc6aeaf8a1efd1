#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <thread>

#include "base/error.h"
#include "flight/flight.h"
#include "packet_timeline.h"
#include "support/geotagged_picture.h"
#include "support/video_writer.h"

using namespace sheen;
using namespace sheen::test;

namespace {

/** What is wrong with a frame, in words; empty where all is well. */
QString saidOf(const Frame& frame)
{
    return frame.issue ? sentenceOf(*frame.issue) : QString();
}

}  // namespace

/** Flights as they come: whole, cut short, turned, of changing size, and things that are no flights. */
class FlightTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsEveryContainer_data();
    void readsEveryContainer();
    void tellsTimeFromPresentationTimes();
    void takesSelectedFrames();
    void findsAFrameAgain_data();
    void findsAFrameAgain();
    void turnsPicturesUpright();
    void makesPixelsSquare();
    void keepsColours();
    void handsOutKlv();
    void opensPathsOfAllKinds();
    void openingCanBeCancelled_data();
    void openingCanBeCancelled();
    void openingAFolderEndsWhileItsPicturesAreRead();
    void endsCleanlyWhereARecordingIsCutShort();
    void goesOnAfterDamage();
    void noticesGaps();
    void refusesWhatIsNoVideo();

    void findsFramesOfJoinedRecordings_data();
    void findsFramesOfJoinedRecordings();
    void countsOnOverJoins();
    void stretchesDeepVideo();
    void sortsFramesByNumber();
    void stretchesGreyInAnyFormat_data();
    void stretchesGreyInAnyFormat();
    void stretchesDeepPictures();
    void readsPicturesOfAllKinds();
    void honoursExifOrientation();
    void reportsFramesThatCannotBeRead();
    void handsOutFramesOfAnotherSize();
    void refusesFoldersWithoutPictures();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

std::vector<Frame> readAll(const Flight& flight, const FrameSelection& selection = {})
{
    std::vector<Frame> frames;
    const auto source = flight.frames(selection);
    while (auto frame = source->next())
        frames.push_back(*frame);
    return frames;
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writePicture(const QString& path, const cv::Mat& picture)
{
    QVERIFY(cv::imwrite(QFile::encodeName(path).toStdString(), picture));
}

/** The sentence with which opening fails; empty where it does not. */
QString refusal(const QString& path)
{
    try {
        Flight::open(path);
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Unreadable ? error.sentence() : QString();
    }
    return {};
}

/** A camera's note that the picture must be turned clockwise to be upright (EXIF orientation 6). */
QByteArray withExifQuarterTurn(const QByteArray& jpeg)
{
    const char exif[] =
        "\xff\xe1\x00\x22"
        "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    return jpeg.left(2) + QByteArray(exif, sizeof exif - 1) + jpeg.mid(2);
}

}  // namespace

void FlightTest::readsEveryContainer_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("codec");
    QTest::addColumn<double>("rate");
    QTest::newRow("mp4") << "a.mp4"
                         << "mpeg4" << 10.0;
    QTest::newRow("mov") << "a.mov"
                         << "mjpeg" << 10.0;
    QTest::newRow("ts") << "a.ts"
                        << "mpeg2video" << 25.0;
    QTest::newRow("mpg") << "a.mpg"
                         << "mpeg2video" << 25.0;
    QTest::newRow("mkv") << "a.mkv"
                         << "ffv1" << 10.0;
    QTest::newRow("avi") << "a.avi"
                         << "mpeg4" << 10.0;
}

void FlightTest::readsEveryContainer()
{
    QFETCH(QString, name);
    QFETCH(QString, codec);
    QFETCH(double, rate);
    VideoOptions options;
    options.codec = codec;
    options.framesPerSecond = rate;
    writeNumberedVideo(path(name), 30, options);

    const auto flight = Flight::open(path(name));
    QCOMPARE(flight->info().kind, FlightInfo::Kind::Video);
    QCOMPARE(flight->info().name, QString("a"));
    QCOMPARE(flight->info().codec, codec);
    QCOMPARE(flight->info().pictureSize, cv::Size(160, 120));
    QVERIFY(!flight->info().hasKlv);
    const auto frames = readAll(*flight);
    QCOMPARE(frames.size(), std::size_t(30));  // the decoder's last ones too
    for (int i = 0; i < 30; ++i) {
        const Frame& frame = frames[static_cast<std::size_t>(i)];
        QCOMPARE(frame.index, i);
        QVERIFY2(!frame.issue, qPrintable(saidOf(frame)));
        QCOMPARE(frame.picture.type(), CV_8UC3);
        QCOMPARE(numberOf(frame.picture), i);
        QVERIFY(std::abs(frame.timeSeconds - i / rate) < 0.002);
    }
}

void FlightTest::tellsTimeFromPresentationTimes()
{
    const std::vector<double> times = {3.0, 3.1, 3.2, 5.0, 5.04, 9.7};
    VideoOptions options;
    options.codec = "ffv1";
    VideoWriter writer(path("gaps.mkv"), options);
    for (std::size_t i = 0; i < times.size(); ++i)
        writer.write(numberedPicture(static_cast<int>(i)), times[i]);
    writer.finish();

    const auto frames = readAll(*Flight::open(path("gaps.mkv")));
    QCOMPARE(frames.size(), times.size());
    for (std::size_t i = 0; i < times.size(); ++i)
        QVERIFY(std::abs(frames[i].timeSeconds - (times[i] - 3.0)) < 0.002);
}

void FlightTest::takesSelectedFrames()
{
    writeNumberedVideo(path("a.mp4"), 100);
    const auto flight = Flight::open(path("a.mp4"));
    FrameSelection selection;
    selection.everySeconds = 0.5;
    selection.firstFrame = 20;
    selection.endFrame = 41;
    const auto source = flight->frames(selection);
    QCOMPARE(source->expectedFrames(), 5);
    std::vector<int> numbers;
    while (const auto frame = source->next()) {
        QCOMPARE(numberOf(frame->picture), frame->index);
        numbers.push_back(frame->index);
    }
    QCOMPARE(numbers, (std::vector<int>{20, 25, 30, 35, 40}));
    QVERIFY(!source->next());  // and stays at its end
}

void FlightTest::findsAFrameAgain_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("codec");
    QTest::addColumn<int>("keyFrameDistance");
    QTest::newRow("mp4, few key frames") << "a.mp4"
                                         << "mpeg4" << 300;
    QTest::newRow("mp4") << "a.mp4"
                         << "mpeg4" << 12;
    QTest::newRow("ts") << "a.ts"
                        << "mpeg2video" << 50;
    QTest::newRow("mpg") << "a.mpg"
                         << "mpeg2video" << 12;
    QTest::newRow("mkv") << "a.mkv"
                         << "mpeg4" << 12;
    QTest::newRow("avi") << "a.avi"
                         << "mpeg4" << 12;
    QTest::newRow("no times at all") << "a.m4v"
                                     << "mpeg4" << 12;
}

void FlightTest::findsAFrameAgain()
{
    QFETCH(QString, name);
    QFETCH(QString, codec);
    QFETCH(int, keyFrameDistance);
    VideoOptions options;
    options.codec = codec;
    options.framesPerSecond = 25;
    options.keyFrameDistance = keyFrameDistance;
    writeNumberedVideo(path(name), 200, options);
    const auto flight = Flight::open(path(name));
    const auto frames = readAll(*flight);
    QCOMPARE(frames.size(), std::size_t(200));
    for (const int index : {150, 3, 151, 151, 152, 100, 199, 0, 77}) {
        const double time = frames[static_cast<std::size_t>(index)].timeSeconds;
        const Frame again = flight->frameAt(index, time);
        QVERIFY2(!again.issue, qPrintable(saidOf(again)));
        QCOMPARE(again.index, index);
        QCOMPARE(numberOf(again.picture), index);
    }
    // Between two pictures the earlier one is shown; after the end, the last.
    QCOMPARE(numberOf(flight->frameAt(60, frames[60].timeSeconds + 0.025).picture), 60);
    QCOMPARE(numberOf(flight->frameAt(500, 1000).picture), 199);
}

void FlightTest::turnsPicturesUpright()
{
    for (const int turns : {1, 2, 3}) {
        VideoOptions options;
        options.clockwiseQuarterTurns = turns;
        const QString name = path(QString("turned%1.mp4").arg(turns));
        VideoWriter writer(name, options);
        cv::Mat stored(120, 160, CV_8UC3, cv::Scalar::all(30));
        stored(cv::Rect(0, 0, 40, 30)).setTo(cv::Scalar(40, 40, 220));  // top left as stored
        writer.write(stored, 0);
        writer.finish();
        const auto flight = Flight::open(name);
        const cv::Size size = turns == 2 ? cv::Size(160, 120) : cv::Size(120, 160);
        QCOMPARE(flight->info().pictureSize, size);
        const auto frames = readAll(*flight);
        const cv::Mat picture = frames.at(0).picture;
        QCOMPARE(picture.size(), size);
        // A clockwise turn takes the top left to the top right.
        const cv::Point corner = turns == 1   ? cv::Point(size.width - 10, 10)
                                 : turns == 2 ? cv::Point(size.width - 10, size.height - 10)
                                              : cv::Point(10, size.height - 10);
        QVERIFY(picture.at<cv::Vec3b>(corner)[2] > 150);
        QVERIFY(cv::mean(picture)[2] < 80);
    }
}

void FlightTest::makesPixelsSquare()
{
    VideoOptions options;
    options.codec = "mpeg4";
    options.sampleAspect = {4, 3};
    writeNumberedVideo(path("wide.mkv"), 3, options);
    const auto flight = Flight::open(path("wide.mkv"));
    QCOMPARE(flight->info().pictureSize, cv::Size(213, 120));
    QCOMPARE(numberOf(readAll(*flight).at(2).picture), 2);
}

void FlightTest::keepsColours()
{
    // Unmarked SD is BT.601, limited range; motion JPEG is full range.
    for (const char* codec : {"mpeg4", "mjpeg"}) {
        VideoOptions options;
        options.codec = codec;
        const QString name = path(QString("%1.mkv").arg(codec));
        VideoWriter writer(name, options);
        const cv::Scalar colour(60, 120, 200);
        writer.write(cv::Mat(120, 160, CV_8UC3, colour), 0);
        writer.finish();
        const cv::Scalar mean = cv::mean(readAll(*Flight::open(name)).at(0).picture);
        for (int channel = 0; channel < 3; ++channel)
            QVERIFY2(std::abs(mean[channel] - colour[channel]) < 5, codec);
    }
}

void FlightTest::handsOutKlv()
{
    VideoOptions options;
    options.codec = "mpeg2video";
    options.framesPerSecond = 25;
    options.klv = true;
    VideoWriter writer(path("klv.ts"), options);
    const QByteArray packet = QByteArray::fromHex("060e2b34020b01010e0103010100000004010200ff");
    for (int i = 0; i < 50; ++i) {
        writer.write(numberedPicture(i), 1 + i / 25.0);
        if (i % 5 == 0)
            writer.writeKlv(packet + char(i), 1 + i / 25.0);
    }
    writer.finish();
    const auto flight = Flight::open(path("klv.ts"));
    QVERIFY(flight->info().hasKlv);
    FrameSelection selection;
    selection.stride = 10;
    int packets = 0;
    for (const Frame& frame : readAll(*flight, selection)) {
        for (const DataPacket& data : frame.data) {
            QVERIFY(data.bytes.startsWith(packet));
            QVERIFY(std::abs(data.timeSeconds - data.bytes.back() / 25.0) < 0.01);
            ++packets;
        }
    }
    QVERIFY(packets >= 8);
}

void FlightTest::opensPathsOfAllKinds()
{
    const QString folder = path(QStringLiteral("비행 기록 100%d"));
    QVERIFY(QDir().mkpath(folder));
    const QString video = folder + QStringLiteral("/동해 기름: 1 #2.mp4");
    writeNumberedVideo(video, 5);
    QCOMPARE(readAll(*Flight::open(video)).size(), std::size_t(5));

    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder));
    const auto flight = Flight::open(QFileInfo(video).fileName());
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(QDir::isAbsolutePath(flight->info().path));
    QCOMPARE(readAll(*flight).size(), std::size_t(5));

    writePicture(folder + "/1.png", numberedPicture(1));
    QCOMPARE(readAll(*Flight::open(folder)).size(), std::size_t(1));
}

void FlightTest::openingCanBeCancelled_data()
{
    QTest::addColumn<bool>("folder");
    QTest::newRow("a folder") << true;
    QTest::newRow("a video") << false;
}

void FlightTest::openingCanBeCancelled()
{
    QFETCH(bool, folder);
    QString flight = path("frames");
    if (folder) {
        QVERIFY(QDir().mkpath(flight));
        writePicture(path("frames/0.jpg"), numberedPicture(0));
    } else {
        flight = path("flight.mp4");
        VideoWriter writer(flight, {});
        writer.write(numberedPicture(0), 0);
        writer.finish();
    }
    Cancel cancel;
    QVERIFY(Flight::open(flight, 1, &cancel));
    cancel.request();
    try {
        Flight::open(flight, 1, &cancel);
        QFAIL("opened all the same");
    } catch (const Error& error) {
        QCOMPARE(int(error.kind()), int(ErrorKind::Cancelled));
        QVERIFY2(error.sentence().contains(flight), qPrintable(error.sentence()));
    }
}

void FlightTest::openingAFolderEndsWhileItsPicturesAreRead()
{
    QVERIFY(QDir().mkpath(path("frames")));
    writeGeotagged(path("frames/0.jpg"), numberedPicture(0),
                   djiTags(35, 129, 300, 320, "2026:05:01 10:00:00"));
    constexpr int pictures = 3000;
    for (int i = 1; i < pictures; ++i)
        QVERIFY(QFile::link(path("frames/0.jpg"), path(QStringLiteral("frames/%1.jpg").arg(i))));
    QElapsedTimer clock;
    clock.start();
    Flight::open(path("frames"));
    const qint64 whole = clock.elapsed();

    Cancel cancel;
    std::thread other([&] {
        QTest::qSleep(int(whole / 20));
        cancel.request();
    });
    clock.restart();
    QVERIFY_EXCEPTION_THROWN(Flight::open(path("frames"), 1, &cancel), Error);
    const qint64 cancelled = clock.elapsed();
    other.join();
    QVERIFY2(cancelled < whole / 2, qPrintable(QStringLiteral("%1 of %2 ms").arg(cancelled).arg(whole)));
}

void FlightTest::endsCleanlyWhereARecordingIsCutShort()
{
    VideoOptions options;
    options.codec = "mpeg2video";
    options.framesPerSecond = 25;
    writeNumberedVideo(path("whole.ts"), 100, options);
    options.codec = "mpeg4";
    writeNumberedVideo(path("whole.mkv"), 100, options);
    for (const QString& suffix : {QString("ts"), QString("mkv")}) {
        const QByteArray whole = readFile(path("whole." + suffix));
        writeFile(path("cut." + suffix), whole.left(whole.size() * 6 / 10));
        const auto frames = readAll(*Flight::open(path("cut." + suffix)));
        QVERIFY(frames.size() > 40 && frames.size() < 80);
        QCOMPARE(numberOf(frames[30].picture), 30);
    }
    writeNumberedVideo(path("whole.mp4"), 100, options);
    const QByteArray whole = readFile(path("whole.mp4"));
    writeFile(path("cut.mp4"), whole.left(whole.size() / 2));
    QVERIFY(refusal(path("cut.mp4")).contains("cut short"));
    QVERIFY(refusal(path("cut.mp4")).contains("cut.mp4"));
}

void FlightTest::goesOnAfterDamage()
{
    VideoOptions options;
    options.codec = "mjpeg";
    writeNumberedVideo(path("a.mkv"), 60, options);
    QByteArray bytes = readFile(path("a.mkv"));
    for (int i = bytes.size() * 4 / 10; i < bytes.size() * 5 / 10; ++i)
        bytes[i] = static_cast<char>(i * 37);
    writeFile(path("damaged.mkv"), bytes);
    const auto frames = readAll(*Flight::open(path("damaged.mkv")));
    QVERIFY(frames.size() > 40);
    QCOMPARE(numberOf(frames.front().picture), 0);
    QCOMPARE(numberOf(frames.back().picture), 59);
    // Some FFmpegs hand out what is left of the pictures, others skip them; either way it is said.
    QVERIFY(std::any_of(frames.begin(), frames.end(), [](const Frame& f) { return f.issue.has_value(); }));
}

void FlightTest::noticesGaps()
{
    VideoWriter writer(path("gap.mkv"), VideoOptions());
    for (int i = 0; i < 40; ++i)
        writer.write(numberedPicture(i), 0.1 * i + (i >= 20 ? 1.5 : 0));
    writer.finish();
    const auto frames = readAll(*Flight::open(path("gap.mkv")));
    QCOMPARE(frames.size(), std::size_t(40));
    for (const Frame& frame : frames)
        QCOMPARE(saidOf(frame).contains(QLatin1String("gap of 1.6 s")), frame.index == 20);
    // Of a selection, the frame after the gap tells.
    FrameSelection selection;
    selection.everySeconds = 0.7;
    const auto some = readAll(*Flight::open(path("gap.mkv")), selection);
    QCOMPARE(std::count_if(some.begin(), some.end(), [](const Frame& f) { return f.issue.has_value(); }), 1);
}

void FlightTest::refusesWhatIsNoVideo()
{
    writeFile(path("empty.mp4"), {});
    QVERIFY(refusal(path("empty.mp4")).contains("empty"));
    writeFile(path("text.mp4"), QByteArray("These are notes of a flight.\n").repeated(100));
    QVERIFY(refusal(path("text.mp4")).contains("text.mp4"));
    writeFile(path("notes.txt"), QByteArray("These are notes of a flight.\n").repeated(100));
    QVERIFY(refusal(path("notes.txt")).contains("notes.txt"));
    QByteArray noise;
    for (int i = 0; i < 50000; ++i)
        noise.append(static_cast<char>((i * 7919) >> 3));
    writeFile(path("noise.ts"), noise);
    QVERIFY(refusal(path("noise.ts")).contains("noise.ts"));
    writeFile(path("list.mp4"), "ffconcat version 1.0\nfile /etc/passwd\n");
    QVERIFY(!refusal(path("list.mp4")).isEmpty());
    QVERIFY(refusal(path("nowhere.mp4")).contains("nowhere.mp4"));
    QVERIFY(!refusal(QString()).isEmpty());
    QVERIFY(QDir().mkpath(path("folder.mp4")));
    QVERIFY(refusal(path("folder.mp4")).contains("folder.mp4"));
}

void FlightTest::findsFramesOfJoinedRecordings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("keyFrameDistance");
    QTest::newRow("ts") << "joined.ts" << 12;
    QTest::newRow("ts, few key frames") << "joined.ts" << 60;
    QTest::newRow("mpg") << "joined.mpg" << 12;
}

void FlightTest::findsFramesOfJoinedRecordings()
{
    QFETCH(QString, name);
    QFETCH(int, keyFrameDistance);
    // The recorder was started anew: times begin again, and each occurs twice or thrice.
    VideoOptions options;
    options.codec = QStringLiteral("mpeg2video");
    options.framesPerSecond = 25;
    options.keyFrameDistance = keyFrameDistance;
    QByteArray joined;
    int number = 0;
    for (const int count : {80, 50, 100}) {
        const QString part = path(QStringLiteral("part.") + QFileInfo(name).suffix());
        VideoWriter writer(part, options);
        for (int i = 0; i < count; ++i)
            writer.write(numberedPicture(number++), i / options.framesPerSecond);
        writer.finish();
        joined += readFile(part);
    }
    writeFile(path(name), joined);
    // By a flight that was gone through, and by one that was only opened.
    const auto flight = Flight::open(path(name));
    const auto frames = readAll(*flight);
    QCOMPARE(frames.size(), std::size_t(number));
    const auto opened = Flight::open(path(name));
    for (const int index : {0, 79, 80, 81, 129, 130, 200, 229, 40, 100, 5, 150}) {
        const Frame& frame = frames[std::size_t(index)];
        QCOMPARE(frame.isAfterJoin, index == 80 || index == 130);
        QCOMPARE(numberOf(flight->frameAt(index, frame.timeSeconds).picture), index);
        QCOMPARE(numberOf(opened->frameAt(index, frame.timeSeconds).picture), index);
    }
}

void FlightTest::countsOnOverJoins()
{
    const auto timesOf = [](const std::vector<double>& container, PacketTimeline& timeline) {
        std::vector<double> times;
        for (std::size_t i = 0; i < container.size(); ++i)
            times.push_back(container[i] + timeline.add(container[i], container[i], std::int64_t(100 * i)));
        return times;
    };
    PacketTimeline joined(0.5);
    QCOMPARE(timesOf({10, 10.5, 11, 2, 2.5, 3, 3.5}, joined),
             (std::vector<double>{10, 10.5, 11, 11.5, 12, 12.5, 13}));
    QCOMPARE(joined.parts().size(), std::size_t(2));
    QCOMPARE(joined.parts()[1].position, std::int64_t(300));
    QCOMPARE(joined.parts()[1].offsetSeconds, 9.5);
    QCOMPARE(joined.parts()[1].endSeconds, 13.0);
    QCOMPARE(PacketTimeline::partAt(joined.parts(), 299)->offsetSeconds, 0.0);
    // A single wrong time is none of another recording, nor is a gap.
    PacketTimeline once(0.5);
    QCOMPARE(timesOf({10, 10.5, 2, 11.5, 12, 60, 60.5}, once),
             (std::vector<double>{10, 10.5, 11, 11.5, 12, 60, 60.5}));
    QCOMPARE(once.parts().size(), std::size_t(1));
}

/** A picture whose content fills a small part of 16 bits, with one hot pixel. */
cv::Mat deepPicture(int number)
{
    cv::Mat grey;
    cv::cvtColor(numberedPicture(number), grey, cv::COLOR_BGR2GRAY);
    cv::Mat deep;
    grey.convertTo(deep, CV_16U, 5, 51000);
    deep.at<unsigned short>(3, 70) = 65535;
    return deep;
}

void FlightTest::stretchesDeepVideo()
{
    VideoOptions options;
    options.codec = QStringLiteral("ffv1");
    options.deepGrey = true;
    VideoWriter writer(path("deep.mkv"), options);
    for (int i = 0; i < 40; ++i)
        writer.write(deepPicture(i), i / 10.0);
    writer.finish();
    const auto flight = Flight::open(path("deep.mkv"));
    QCOMPARE(flight->info().notices.size(), std::size_t(1));
    QCOMPARE(flight->info().notices[0].kind, IssueKind::PicturesStretched);
    // The darkest but for a thousandth, and a twentieth of the range beyond.
    const double black = flight->info().notices[0].values[0].toDouble();
    QVERIFY2(black > 51030 && black < 51060, qPrintable(QString::number(black)));
    const auto frames = readAll(*flight);
    QCOMPARE(frames.size(), std::size_t(40));
    for (const int index : {0, 7, 39, 20}) {
        const Frame& frame = frames[std::size_t(index)];
        QCOMPARE(frame.picture.type(), CV_8UC3);
        QCOMPARE(numberOf(frame.picture), index);
        // Reached by seeking it is the same picture.
        const cv::Mat again = flight->frameAt(index, frame.timeSeconds).picture;
        QCOMPARE(cv::norm(again, frame.picture, cv::NORM_INF), 0.0);
    }
}

void FlightTest::stretchesGreyInAnyFormat_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("isNarrow");
    QTest::addColumn<bool>("isStretched");
    for (const char* format :
         {"gray16le", "gray12le", "yuv444p16le", "yuv422p12le", "yuv420p10le", "gbrp16le", "rgb48le"})
        QTest::addRow("%s, a part of its range", format) << QString::fromLatin1(format) << true << true;
    // As televisions have it, and in colour.
    QTest::newRow("yuv420p10le, all of its range") << QStringLiteral("yuv420p10le") << false << false;
    QTest::newRow("yuv444p16le, in colour") << QStringLiteral("yuv444p16le") << false << false;
}

void FlightTest::stretchesGreyInAnyFormat()
{
    QFETCH(QString, format);
    QFETCH(bool, isNarrow);
    QFETCH(bool, isStretched);
    VideoOptions options;
    options.codec = QStringLiteral("ffv1");
    options.deepGrey = isNarrow;
    options.pixelFormat = format;
    VideoWriter writer(path("deep.mkv"), options);
    for (int i = 0; i < 12; ++i)
        writer.write(isNarrow ? deepPicture(i) : numberedPicture(i), i / 10.0);
    writer.finish();
    const auto flight = Flight::open(path("deep.mkv"));
    QCOMPARE(!flight->info().notices.empty(), isStretched);
    const auto frames = readAll(*flight);
    QCOMPARE(frames.size(), std::size_t(12));
    for (const Frame& frame : frames) {
        QCOMPARE(numberOf(frame.picture), frame.index);
        double least = 0;
        double most = 0;
        cv::minMaxLoc(frame.picture.reshape(1), &least, &most);
        QVERIFY2(!isStretched || (least < 20 && most == 255), qPrintable(format));
        const cv::Mat again = flight->frameAt(frame.index, frame.timeSeconds).picture;
        QCOMPARE(cv::norm(again, frame.picture, cv::NORM_INF), 0.0);
    }
}

void FlightTest::stretchesDeepPictures()
{
    cv::Mat floating;
    deepPicture(44).convertTo(floating, CV_32F, 0.01, -500);
    for (const int number : {41, 42, 43})
        writePicture(path(QStringLiteral("%1.png").arg(number)), deepPicture(number));
    const auto flight = Flight::open(m_folder->path());
    QCOMPARE(flight->info().notices.size(), std::size_t(1));
    const auto frames = readAll(*flight);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        QCOMPARE(frames[i].picture.type(), CV_8UC3);
        QCOMPARE(numberOf(frames[i].picture), 41 + int(i));
        QCOMPARE(cv::norm(flight->frameAt(int(i), 0).picture, frames[i].picture, cv::NORM_INF), 0.0);
    }
    // What is the same in all of them looks the same in all of them.
    const cv::Rect mark(0, 0, 40, 15);
    QCOMPARE(cv::norm(frames[0].picture(mark), frames[2].picture(mark), cv::NORM_INF), 0.0);

    QTemporaryDir other;
    writePicture(other.filePath("44.tif"), floating);
    const auto floats = readAll(*Flight::open(other.path()));
    QVERIFY(!floats.at(0).issue);
    QCOMPARE(numberOf(floats.at(0).picture), 44);
}

void FlightTest::sortsFramesByNumber()
{
    for (const int number : {10, 9, 100, 1, 2})
        writePicture(path(QString("frame_%1.png").arg(number)), numberedPicture(number));
    writeFile(path("notes.txt"), "not a picture");
    const auto flight = Flight::open(m_folder->path(), 2.0);
    QCOMPARE(flight->info().kind, FlightInfo::Kind::Folder);
    QCOMPARE(flight->info().frameCount, 5);
    QCOMPARE(flight->info().durationSeconds, 10.0);
    QCOMPARE(flight->info().codec, QString("png"));
    FrameSelection selection;
    selection.folderIntervalSeconds = 2.0;
    const auto frames = readAll(*flight, selection);
    const std::vector<int> expected = {1, 2, 9, 10, 100};
    QCOMPARE(frames.size(), expected.size());
    for (std::size_t i = 0; i < frames.size(); ++i) {
        QCOMPARE(numberOf(frames[i].picture), expected[i]);
        QCOMPARE(frames[i].index, static_cast<int>(i));
        QCOMPARE(frames[i].timeSeconds, 2.0 * static_cast<double>(i));
        QCOMPARE(frames[i].fileName, QString("frame_%1.png").arg(expected[i]));
    }
    QCOMPARE(numberOf(flight->frameAt(3, 6).picture), 10);
    QVERIFY(flight->frameAt(7, 14).issue);
}

void FlightTest::readsPicturesOfAllKinds()
{
    const cv::Mat colour = numberedPicture(42);
    cv::Mat grey, alpha, deep, deepGrey;
    cv::cvtColor(colour, grey, cv::COLOR_BGR2GRAY);
    cv::cvtColor(colour, alpha, cv::COLOR_BGR2BGRA);
    colour.convertTo(deep, CV_16U, 257);
    grey.convertTo(deepGrey, CV_16U, 257);
    writePicture(path("1.JPG"), colour);
    writePicture(path("2.png"), grey);
    writePicture(path("3.png"), alpha);
    writePicture(path("4.png"), deep);
    writePicture(path("5.tif"), colour);
    writePicture(path("6.tiff"), deep);
    writePicture(path("7.tif"), deepGrey);
    writePicture(path("8.tif"), alpha);
    const auto frames = readAll(*Flight::open(m_folder->path()));
    QCOMPARE(frames.size(), std::size_t(8));
    for (const Frame& frame : frames) {
        QVERIFY2(!frame.issue, qPrintable(saidOf(frame)));
        QCOMPARE(frame.picture.type(), CV_8UC3);
        QVERIFY2(numberOf(frame.picture) == 42, qPrintable(frame.fileName));
    }
}

void FlightTest::honoursExifOrientation()
{
    cv::Mat stored(120, 160, CV_8UC3, cv::Scalar::all(30));
    stored(cv::Rect(0, 0, 40, 30)).setTo(cv::Scalar(40, 40, 220));
    writePicture(path("a.jpg"), stored);
    writeFile(path("a.jpg"), withExifQuarterTurn(readFile(path("a.jpg"))));
    const auto frames = readAll(*Flight::open(m_folder->path()));
    QCOMPARE(frames.at(0).picture.size(), cv::Size(120, 160));
    QVERIFY(frames.at(0).picture.at<cv::Vec3b>(10, 110)[2] > 150);
}

void FlightTest::reportsFramesThatCannotBeRead()
{
    for (int i = 1; i <= 4; ++i)
        writePicture(path(QString("%1.jpg").arg(i)), numberedPicture(i));
    writeFile(path("1.jpg"), {});
    writeFile(path("3.jpg"), "no picture");
    const QByteArray whole = readFile(path("4.jpg"));
    writeFile(path("4.jpg"), whole.left(whole.size() * 3 / 4));
    const auto flight = Flight::open(m_folder->path());
    QCOMPARE(flight->info().pictureSize, cv::Size(160, 120));
    const auto frames = readAll(*flight);
    QCOMPARE(frames.size(), std::size_t(4));
    QVERIFY(frames[0].picture.empty() && saidOf(frames[0]).contains("1.jpg"));
    QVERIFY(!frames[1].issue);
    QVERIFY(frames[2].picture.empty() && saidOf(frames[2]).contains("3.jpg"));
    QVERIFY(saidOf(frames[3]).contains("4.jpg"));
    QVERIFY(saidOf(flight->frameAt(2, 2)).contains("3.jpg"));
}

void FlightTest::handsOutFramesOfAnotherSize()
{
    writePicture(path("1.png"), numberedPicture(1));
    writePicture(path("2.png"), numberedPicture(2, {320, 200}));
    writePicture(path("3.png"), numberedPicture(3));
    const auto frames = readAll(*Flight::open(m_folder->path()));
    QCOMPARE(frames.size(), std::size_t(3));
    QCOMPARE(frames[1].picture.size(), cv::Size(320, 200));
    QVERIFY(!frames[1].issue);
}

void FlightTest::refusesFoldersWithoutPictures()
{
    QVERIFY(refusal(m_folder->path()).contains(m_folder->path()));
    writeFile(path("notes.txt"), "nothing to see");
    QVERIFY(refusal(m_folder->path()).contains("no JPEG, PNG or TIFF"));
    QVERIFY(QDir().mkpath(path("frames")));
    writePicture(path("frames/1.png"), numberedPicture(1));
    QVERIFY(refusal(m_folder->path()).contains("\"frames\""));
    writeFile(path("flight.mp4"), "x");
    QVERIFY(refusal(m_folder->path()).contains("flight.mp4"));
    writeFile(path("1.png"), "x");
    QVERIFY(refusal(m_folder->path()).contains("can be decoded"));
}

QTEST_GUILESS_MAIN(FlightTest)
#include "flight_test.moc"
