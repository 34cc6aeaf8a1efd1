// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/klv_recording.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>
#include <cmath>
#include <map>
#include <opencv2/imgcodecs.hpp>

#include "base/error.h"
#include "geo/angles.h"
#include "geo/geodesy.h"
#include "klv/klv_encoding.h"
#include "klv/klv_reader.h"
#include "output/products.h"
#include "stream/klv_sets.h"
#include "support/camera_poses.h"
#include "support/video_writer.h"
#include "video_container.h"
#include "video_reader.h"

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr int frameCount = 40;
constexpr int every = 5;
const cv::Size pictureSize(320, 180);

/** A turn to the right over the sea, looking ahead and down, every fifth frame of a video of ten a second. */
FrameRecord recordAt(int frame)
{
    FrameRecord record;
    record.frame = frame;
    record.timeSeconds = frame / 10.0;
    record.pictureSize = pictureSize;
    CameraPose pose =
        poseAt(34.5 + 1e-4 * frame, 128.25 - 1e-4 * frame, 912.4 + frame, 341.7 + frame, 12.3 + frame, 21.37);
    pose.rollDegrees = -1.75;
    record.telemetry.pose = pose;
    record.telemetry.utc = QDateTime(QDate(2026, 6, 7), QTime(1, 30, 0), Qt::UTC).addMSecs(frame * 100 + 123);
    record.telemetry.sensor = QStringLiteral("EOW");
    record.telemetry.values[indexOf(OverlayField::PlatformHeading)] = 77.123 + frame;
    return record;
}

std::vector<FrameRecord> records()
{
    std::vector<FrameRecord> all;
    for (int frame = 0; frame < frameCount; frame += every)
        all.push_back(recordAt(frame));
    return all;
}

QString videoIn(const QTemporaryDir& folder, const QString& codec, const QString& extension)
{
    VideoOptions options;
    options.codec = codec;
    options.size = pictureSize;
    const QString path = folder.filePath(codec + QLatin1Char('.') + extension);
    writeNumberedVideo(path, frameCount, options);
    return path;
}

QStringList writeKlv(const QString& video, const QString& folder,
                     const std::vector<FrameRecord>& frames = records(), const Cancel* cancel = nullptr)
{
    const PartFolder parts(folder);
    return writeKlvRecording(frames, {}, *Flight::open(video), QStringLiteral("flight"), parts, {}, cancel);
}

QString klvFile(const QTemporaryDir& folder)
{
    return folder.filePath(QStringLiteral("flight_klv.ts"));
}

std::vector<Frame> framesOf(const QString& path)
{
    std::vector<Frame> frames;
    const auto flight = Flight::open(path);
    const auto source = flight->frames({});
    while (std::optional<Frame> frame = source->next())
        frames.push_back(std::move(*frame));
    return frames;
}

std::vector<DataPacket> dataOf(const std::vector<Frame>& frames)
{
    std::vector<DataPacket> data;
    for (const Frame& frame : frames)
        data.insert(data.end(), frame.data.begin(), frame.data.end());
    return data;
}

/** Units of an H.264 packet but those that every container lays before pictures: delimiters, parameters. */
QList<QByteArray> pictureUnits(const QByteArray& packet, bool lengths)
{
    QList<QByteArray> units;
    if (lengths) {
        for (int at = 0; at + 4 <= packet.size();) {
            const auto size = static_cast<int>(qFromBigEndian<quint32>(packet.constData() + at));
            units << packet.mid(at + 4, size);
            at += 4 + size;
        }
    } else {
        QByteArray rest = packet;
        rest.replace(QByteArray::fromHex("00000001"), QByteArray::fromHex("000001"));
        const QByteArray start = QByteArray::fromHex("000001");
        for (int at = int(rest.indexOf(start)); at >= 0;) {
            const int next = int(rest.indexOf(start, at + 3));
            units << rest.mid(at + 3, next < 0 ? -1 : next - at - 3);
            at = next;
        }
    }
    QList<QByteArray> pictures;
    for (const QByteArray& unit : units) {
        const int type = unit.isEmpty() ? 0 : unit[0] & 0x1f;
        if (type != 7 && type != 8 && type != 9)
            pictures << unit;
    }
    return pictures;
}

struct CodedPicture
{
    QByteArray bytes;
    std::optional<double> seconds;  //!< since the first; not every container tells it of every picture
};

std::vector<CodedPicture> codedPictures(const QString& path)
{
    std::vector<CodedPicture> pictures;
    VideoReader reader(path);
    std::optional<double> first;
    while (const AVPacket* packet = reader.nextPacket()) {
        CodedPicture picture{QByteArray(reinterpret_cast<const char*>(packet->data), packet->size), {}};
        if (packet->pts != AV_NOPTS_VALUE) {
            const double seconds = static_cast<double>(packet->pts) * av_q2d(reader.stream().time_base);
            first = first.value_or(seconds);
            picture.seconds = seconds - *first;
        }
        pictures.push_back(picture);
    }
    return pictures;
}

double largestUnsignedStep(double range, int bytes)
{
    return range / (std::ldexp(1.0, 8 * bytes) - 1);
}

}  // namespace

class KlvRecordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!avcodec_find_encoder_by_name("libx264"))
            QSKIP("FFmpeg cannot make H.264 here.");
    }

    void readsBackWhatWasWritten()
    {
        const QTemporaryDir folder;
        const std::vector<FrameRecord> written = records();
        QCOMPARE(writeKlv(videoIn(folder, QStringLiteral("libx264"), QStringLiteral("mp4")), folder.path()),
                 QStringList());
        const std::vector<DataPacket> data = dataOf(framesOf(klvFile(folder)));
        QCOMPARE(data.size(), written.size());
        for (std::size_t i = 0; i < data.size(); ++i) {
            const KlvDecoding decoding = decodeKlv(data[i].bytes);
            QCOMPARE(decoding.packets.size(), std::size_t(1));
            QCOMPARE(decoding.faults.damaged, 0);
            const KlvPacket& packet = decoding.packets.front();
            QCOMPARE(packet.checksum, KlvChecksum::Good);
            const CameraPose& pose = *written[i].telemetry.pose;
            QVERIFY(std::abs(data[i].timeSeconds - written[i].timeSeconds) < 1e-4);
            QVERIFY(data[i].hasOwnTime);
            QCOMPARE(packet.precisionTimeStamp, written[i].telemetry.utc);
            QCOMPARE(packet.version, 19);
            const auto near = [](const std::optional<double>& value, double wanted, double step) {
                return value && std::abs(*value - wanted) <= step / 2 * (1 + 1e-6);
            };
            QVERIFY(near(packet.sensorLatitudeDegrees, pose.latitudeDegrees, 180 / 4294967294.0));
            QVERIFY(near(packet.sensorLongitudeDegrees, pose.longitudeDegrees, 360 / 4294967294.0));
            QVERIFY(near(packet.sensorTrueAltitudeMetres, pose.heightMetres, largestUnsignedStep(19900, 2)));
            QVERIFY(
                near(packet.platformHeadingDegrees, 77.123 + written[i].frame, largestUnsignedStep(360, 2)));
            const double bearing = wrappedTurn(*packet.platformHeadingDegrees +
                                               packet.sensorRelativeAzimuthDegrees.value_or(999));
            QVERIFY(std::abs(shortestTurn(bearing, pose.bearingDegrees)) <= largestUnsignedStep(360, 4));
            QVERIFY(
                near(packet.sensorRelativeElevationDegrees, -pose.depressionDegrees, 2 * 360 / 4294967294.0));
            QVERIFY(near(packet.sensorRelativeRollDegrees, 360 + pose.rollDegrees,
                         2 * largestUnsignedStep(360, 4)));
            QVERIFY(near(packet.sensorHorizontalFovDegrees, pose.horizontalFovDegrees,
                         largestUnsignedStep(180, 2)));
            const double vertical =
                2 * std::atan(std::tan(pose.horizontalFovDegrees / 2 * radiansPerDegree) * 180 / 320) /
                radiansPerDegree;
            QVERIFY(near(packet.sensorVerticalFovDegrees, vertical, largestUnsignedStep(180, 2)));
            const CameraModel camera(pose, pictureSize);
            const GroundPoint centre = *camera.toGround({160, 90});
            QVERIFY(near(packet.frameCentreLatitudeDegrees, centre.latitudeDegrees, 180 / 4294967294.0));
            QVERIFY(near(packet.frameCentreLongitudeDegrees, centre.longitudeDegrees, 360 / 4294967294.0));
            QVERIFY(near(packet.frameCentreElevationMetres, 0, largestUnsignedStep(19900, 2)));
            QVERIFY(near(packet.slantRangeMetres,
                         cv::norm(toEcef(centre) -
                                  toEcef({pose.latitudeDegrees, pose.longitudeDegrees}, pose.heightMetres)),
                         2 * largestUnsignedStep(5e6, 4)));
            for (std::size_t corner = 0; corner < 4; ++corner) {
                const double x = corner == 1 || corner == 2 ? 320 : 0;
                const std::optional<GroundPoint> place = camera.toGround({x, corner < 2 ? 0.0 : 180.0});
                QCOMPARE(packet.corners[corner].has_value(), place.has_value());
                QVERIFY(!place || (near(packet.corners[corner]->latitudeDegrees, place->latitudeDegrees,
                                        180 / 4294967294.0) &&
                                   near(packet.corners[corner]->longitudeDegrees, place->longitudeDegrees,
                                        360 / 4294967294.0)));
            }
        }
    }

    /** What Sheen takes from the file is the pose that it wrote. */
    void isReadAsThePoseThatItWas()
    {
        const QTemporaryDir folder;
        std::vector<FrameRecord> written = records();
        // Straight down a bearing is told by nothing but the angles.
        written[2].telemetry.pose->depressionDegrees = 90;
        written[2].telemetry.pose->rollDegrees = 0;
        writeKlv(videoIn(folder, QStringLiteral("libx264"), QStringLiteral("mp4")), folder.path(), written);
        KlvReader reader;
        std::map<int, TelemetryReading> readings;
        for (const Frame& frame : framesOf(klvFile(folder))) {
            readings[frame.index] = reader.read(frame);
            for (const TelemetryReading& amended : reader.takeAmended())
                readings[amended.frame] = amended;
        }
        QCOMPARE(readings.size(), std::size_t(frameCount));
        for (const FrameRecord& record : written) {
            const TelemetryReading& reading = readings.at(record.frame);
            const CameraPose& pose = *record.telemetry.pose;
            QVERIFY(reading.cameraBearingDegrees && reading.cameraDepressionDegrees);
            QVERIFY(std::abs(*reading.cameraDepressionDegrees - pose.depressionDegrees) < 1e-5);
            QVERIFY(
                std::abs(shortestTurn(*reading.cameraBearingDegrees + reading.cameraRollDegrees.value_or(0),
                                      pose.bearingDegrees + pose.rollDegrees)) < 1e-4);
            QVERIFY(std::abs(*reading.horizontalFovDegrees - pose.horizontalFovDegrees) < 0.0014);
        }
        QCOMPARE(reader.faults().damaged, 0);
        QCOMPARE(reader.uncheckedSets(), 0);
    }

    void picturesAreUntouched_data()
    {
        QTest::addColumn<QString>("codec");
        QTest::addColumn<QString>("extension");
        QTest::newRow("H.264 in MP4") << "libx264"
                                      << "mp4";
        QTest::newRow("H.264 in Matroska") << "libx264"
                                           << "mkv";
        QTest::newRow("H.264 in a transport stream") << "libx264"
                                                     << "ts";
        QTest::newRow("HEVC in MP4") << "libx265"
                                     << "mp4";
        QTest::newRow("MPEG-2 in a transport stream") << "mpeg2video"
                                                      << "ts";
        QTest::newRow("MPEG-2 in a programme stream") << "mpeg2video"
                                                      << "mpg";
    }
    void picturesAreUntouched()
    {
        QFETCH(QString, codec);
        QFETCH(QString, extension);
        if (!avcodec_find_encoder_by_name(codec.toLatin1().constData()))
            QSKIP("FFmpeg has no such encoder here.");
        const QTemporaryDir folder;
        const QString video = videoIn(folder, codec, extension);
        QCOMPARE(writeKlv(video, folder.path()), QStringList());
        const std::vector<Frame> before = framesOf(video);
        const std::vector<Frame> after = framesOf(klvFile(folder));
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            QCOMPARE(cv::norm(before[i].picture, after[i].picture, cv::NORM_INF), 0.0);
            QVERIFY(std::abs(before[i].timeSeconds - after[i].timeSeconds) < 2e-5 + 1e-9);
        }
        const std::vector<CodedPicture> coded = codedPictures(video);
        const std::vector<CodedPicture> copied = codedPictures(klvFile(folder));
        QCOMPARE(copied.size(), coded.size());
        const bool isH264 = codec == QLatin1String("libx264");
        const bool lengths = extension != QLatin1String("ts");
        for (std::size_t i = 0; i < coded.size(); ++i) {
            if (coded[i].seconds)
                QVERIFY(copied[i].seconds && std::abs(*coded[i].seconds - *copied[i].seconds) < 1.0 / 45000);
            if (isH264)
                QCOMPARE(pictureUnits(copied[i].bytes, false), pictureUnits(coded[i].bytes, lengths));
            else if (codec == QLatin1String("mpeg2video"))
                QCOMPARE(copied[i].bytes, coded[i].bytes);
        }
    }

    /** As ffprobe shows it. */
    void streamIsRegisteredAsKlv()
    {
        const QTemporaryDir folder;
        const QString video = folder.filePath(QStringLiteral("late.ts"));
        VideoOptions options;
        options.codec = QStringLiteral("libx264");
        options.size = pictureSize;
        VideoWriter writer(video, options);
        for (int i = 0; i < frameCount; ++i)
            writer.write(numberedPicture(i, pictureSize), 5 + i / 10.0);
        writer.finish();
        writeKlv(video, folder.path());
        const auto source = openContainer(video);
        const auto format = openContainer(klvFile(folder));
        QCOMPARE(format->nb_streams, 2U);
        const AVStream* klv = format->streams[1];
        QCOMPARE(klv->codecpar->codec_type, AVMEDIA_TYPE_DATA);
        QCOMPARE(klv->codecpar->codec_id, AV_CODEC_ID_SMPTE_KLV);
        QCOMPARE(klv->codecpar->codec_tag, unsigned(MKTAG('K', 'L', 'V', 'A')));
        // A transport stream's own times are kept to the tick.
        QCOMPARE(format->streams[0]->start_time, source->streams[0]->start_time);
        QCOMPARE(klv->start_time, source->streams[0]->start_time);
    }

    void framesWithoutPlaceHaveNoSet()
    {
        const QTemporaryDir folder;
        std::vector<FrameRecord> frames = records();
        frames[1].telemetry.pose.reset();
        frames[3].telemetry.values[indexOf(OverlayField::PlatformHeading)].reset();
        frames[4].telemetry.utc = QDateTime();
        frames[5].telemetry.pose->depressionDegrees = -20;  // nothing but sky
        const QStringList notes = writeKlv(
            videoIn(folder, QStringLiteral("mpeg2video"), QStringLiteral("ts")), folder.path(), frames);
        QCOMPARE(notes.size(), 1);
        QVERIFY(notes.first().contains(QLatin1String("no time stamp")));
        const std::vector<DataPacket> data = dataOf(framesOf(klvFile(folder)));
        QCOMPARE(data.size(), frames.size() - 1);
        const auto decoded = [&data](std::size_t at) { return decodeKlv(data[at].bytes).packets.at(0); };
        QVERIFY(std::abs(data[1].timeSeconds - frames[2].timeSeconds) < 1e-4);
        QVERIFY(!decoded(2).platformHeadingDegrees && !decoded(2).sensorRelativeAzimuthDegrees);
        QVERIFY(decoded(2).frameCentreLatitudeDegrees && decoded(2).sensorRelativeElevationDegrees);
        QVERIFY(!decoded(3).precisionTimeStamp.isValid() && !decoded(3).hasUnsetClock);
        QVERIFY(decoded(4).sensorLatitudeDegrees && !decoded(4).frameCentreLatitudeDegrees);
        QVERIFY(!decoded(4).corners[0] && !decoded(4).slantRangeMetres);
    }

    void enteredFactsAreSaid()
    {
        EnteredFacts entered;
        entered.set(EnteredFact::CaseNumber, QStringLiteral("2026-117"));
        entered.set(EnteredFact::Aircraft, QStringLiteral("\uCE74\uC0AC CN-235"));
        entered.set(EnteredFact::Registration, QString(200, QChar(0xAC00)));
        const KlvPacket packet = *klvPacketOf(recordAt(5), entered);
        QCOMPARE(packet.missionId, QStringLiteral("2026-117"));
        entered.set(EnteredFact::Mission, QStringLiteral("Patrol 3"));
        const KlvPacket decoded =
            decodeKlv(encodeKlvPacket(*klvPacketOf(recordAt(5), entered))).packets.at(0);
        QCOMPARE(decoded.missionId, QStringLiteral("Patrol 3"));
        QCOMPARE(decoded.platformDesignation, entered.of(EnteredFact::Aircraft));
        QCOMPARE(decoded.platformTailNumber, QString(42, QChar(0xAC00)));  // 126 bytes
        QCOMPARE(decoded.imageSourceSensor, QStringLiteral("EOW"));
    }

    /** Joined as the camera's parts are: the second file's sets stand at its own pictures. */
    void partsAreWrittenAsOne()
    {
        const QTemporaryDir folder;
        const QDir parts(folder.filePath(QStringLiteral("parts")));
        QVERIFY(parts.mkpath(QStringLiteral(".")));
        VideoOptions options;
        options.codec = QStringLiteral("libx264");
        options.size = pictureSize;
        for (int part = 0; part < 2; ++part)
            writeNumberedVideo(parts.filePath(QStringLiteral("DJI_000%1.mp4").arg(part + 1)), 20, options);
        QCOMPARE(writeKlv(parts.path(), folder.path()), QStringList());
        const std::vector<Frame> before = framesOf(parts.path());
        const std::vector<Frame> after = framesOf(klvFile(folder));
        QCOMPARE(after.size(), std::size_t(frameCount));
        for (std::size_t i = 0; i < after.size(); ++i) {
            QCOMPARE(numberOf(after[i].picture), int(i % 20));
            QVERIFY(std::abs(before[i].timeSeconds - after[i].timeSeconds) < 1e-4);
        }
        QCOMPARE(dataOf(after).size(), records().size());
    }

    void saysWhyThereIsNone_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("a coding that does not fit") << "mjpeg"
                                                    << "coded as mjpeg";
        QTest::newRow("a folder") << "folder"
                                  << "folder of pictures";
        QTest::newRow("turned") << "turned"
                                << "turned";
        QTest::newRow("no place") << "no place"
                                  << "no frame has a place";
    }
    void saysWhyThereIsNone()
    {
        QFETCH(QString, kind);
        QFETCH(QString, words);
        const QTemporaryDir folder;
        std::vector<FrameRecord> frames = records();
        VideoOptions options;
        options.size = pictureSize;
        QString path = folder.filePath(QStringLiteral("flight.mp4"));
        options.codec = kind == QLatin1String("mjpeg") ? kind : QStringLiteral("libx264");
        options.clockwiseQuarterTurns = kind == QLatin1String("turned") ? 1 : 0;
        if (kind == QLatin1String("mjpeg"))
            path.replace(QStringLiteral("mp4"), QStringLiteral("avi"));
        if (kind == QLatin1String("folder")) {
            path = folder.filePath(QStringLiteral("frames"));
            QVERIFY(QDir().mkpath(path));
            cv::imwrite(path.toStdString() + "/1.png", numberedPicture(1));
        } else {
            writeNumberedVideo(path, 12, options);
        }
        if (kind == QLatin1String("no place"))
            frames = {FrameRecord()};
        const QStringList notes = writeKlv(path, folder.path(), frames);
        QCOMPARE(notes.size(), 1);
        QVERIFY2(notes.first().contains(words), qPrintable(notes.first()));
        QVERIFY(!QFile::exists(klvFile(folder)));
    }

    void cancelledLeavesNothing()
    {
        const QTemporaryDir folder;
        const QString video = videoIn(folder, QStringLiteral("mpeg2video"), QStringLiteral("ts"));
        Cancel cancel;
        cancel.request();
        writeKlv(video, folder.path(), records(), &cancel);
        QCOMPARE(
            QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::Dirs | QDir::NoDotAndDotDot),
            QStringList({QFileInfo(video).fileName()}));
    }

    void nameIsNoPath()
    {
        QCOMPARE(klvRecordingName(QStringLiteral("../../etc/x\n")), QStringLiteral(".._.._etc_x__klv.ts"));
    }

    /** What others make of it; skipped where they are not installed (pip: klvdata). */
    void othersReadTheSame()
    {
        const QString script = QStringLiteral(
            "import sys, klvdata\n"
            "for packet in klvdata.StreamParser(open(sys.argv[1], 'rb').read()):\n"
            "    m = packet.MetadataList()\n"
            "    print(*[m[k][3] for k in (2, 13, 14, 15, 5, 16, 18, 19, 21, 23, 24)], sep=';')\n");
        QProcess probe;
        probe.start(QStringLiteral("python3"), {QStringLiteral("-c"), QStringLiteral("import klvdata")});
        if (!probe.waitForFinished(60000) || probe.exitCode() != 0)
            QSKIP("klvdata is not installed for python3.");
        const QTemporaryDir folder;
        const std::vector<FrameRecord> written = records();
        writeKlv(videoIn(folder, QStringLiteral("mpeg2video"), QStringLiteral("ts")), folder.path());
        QByteArray all;
        for (const DataPacket& packet : dataOf(framesOf(klvFile(folder))))
            all += packet.bytes;
        QFile file(folder.filePath(QStringLiteral("sets.klv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(all);
        file.close();
        QProcess reader;
        reader.start(QStringLiteral("python3"), {QStringLiteral("-c"), script, file.fileName()});
        QVERIFY(reader.waitForFinished(60000));
        QVERIFY2(reader.exitCode() == 0, reader.readAllStandardError().constData());
        const QList<QByteArray> lines = reader.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(lines.size(), int(written.size()));
        for (std::size_t i = 0; i < written.size(); ++i) {
            const QList<QByteArray> values = lines[int(i)].split(';');
            const CameraPose& pose = *written[i].telemetry.pose;
            QVERIFY2(
                values[0].startsWith(
                    written[i].telemetry.utc.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")).toLatin1()),
                values[0].constData());
            QVERIFY(std::abs(values[1].toDouble() - pose.latitudeDegrees) < 1e-6);
            QVERIFY(std::abs(values[2].toDouble() - pose.longitudeDegrees) < 1e-6);
            QVERIFY(std::abs(values[3].toDouble() - pose.heightMetres) < 0.31);
            QVERIFY(std::abs(shortestTurn(values[4].toDouble() + values[6].toDouble(), pose.bearingDegrees)) <
                    0.006);
            QVERIFY(std::abs(values[5].toDouble() - pose.horizontalFovDegrees) < 0.003);
            QVERIFY(std::abs(values[7].toDouble() + pose.depressionDegrees) < 1e-4);
        }
    }
};

QTEST_GUILESS_MAIN(KlvRecordingTest)
#include "klv_recording_test.moc"
