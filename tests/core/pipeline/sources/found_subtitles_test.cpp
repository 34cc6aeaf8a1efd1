#include "found_subtitles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "flight/subtitle_track.h"
#include "support/video_writer.h"

using namespace sheen;
using namespace sheen::test;

/** Telemetry in subtitles that lie beside a video. */
class FoundSubtitlesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void takenWhereTheyFit();
    void onlyNamedWhereTheyDoNot();
    void ofThisNameAlone();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, int subtitles, const QByteArray& content)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < subtitles; ++i)
            file.write(QByteArray::number(i + 1) + "\n00:00:" + QByteArray::number(i).rightJustified(2, '0') +
                       ",000 --> 00:00:" + QByteArray::number(i + 1).rightJustified(2, '0') + ",000\n" +
                       content + "\n\n");
    }
    FlightInfo video(const QString& name, int frames)
    {
        writeNumberedVideo(path(name), frames);
        return Flight::open(path(name))->info();
    }

    const QByteArray m_telemetry = "[focal_len: 24.0] [latitude: 35.2] [longitude: 129.45] [abs_alt: 900.0]";
    std::unique_ptr<QTemporaryDir> m_folder;
};

void FoundSubtitlesTest::takenWhereTheyFit()
{
    const FlightInfo flight = video(QStringLiteral("DJI_0001.MP4"), 50);
    write(QStringLiteral("dji_0001.SRT"), 5, m_telemetry);
    const FoundSubtitles found = findSubtitles(flight, {});
    QVERIFY(found.source);
    QVERIFY(found.notice == (Issue{IssueKind::SubtitlesTaken, {QStringLiteral("dji_0001.SRT")}}));
    Frame frame;
    frame.timeSeconds = 2.5;
    frame.picture = cv::Mat(120, 160, CV_8UC3);
    const TelemetryReading reading = found.source->read(frame);
    QCOMPARE(reading[OverlayField::PlatformLatitude].value, std::optional<double>(35.2));
}

void FoundSubtitlesTest::onlyNamedWhereTheyDoNot()
{
    const FlightInfo flight = video(QStringLiteral("a.mp4"), 20);
    write(QStringLiteral("a.srt"), 59, m_telemetry);
    FoundSubtitles found = findSubtitles(flight, {});
    QVERIFY(!found.source);
    QVERIFY(found.notice == (Issue{IssueKind::SubtitlesOfOtherLength, {QStringLiteral("a.srt")}}));
    write(QStringLiteral("a.srt"), 3, "Good evening.");
    found = findSubtitles(flight, {});
    QVERIFY(!found.source);
    QVERIFY(found.notice && found.notice->kind == IssueKind::SubtitlesNotTaken);
}

void FoundSubtitlesTest::ofThisNameAlone()
{
    const FlightInfo flight = video(QStringLiteral("a.mp4"), 20);
    write(QStringLiteral("b.srt"), 3, m_telemetry);
    QVERIFY(!findSubtitles(flight, {}).notice);
    QVERIFY(subtitlesBeside(flight.path).isEmpty());
    QVERIFY(subtitlesWithin(flight.path).isEmpty());
    QVERIFY(subtitlesWithin(path(QStringLiteral("none.mp4"))).isEmpty());
}

QTEST_GUILESS_MAIN(FoundSubtitlesTest)
#include "found_subtitles_test.moc"
