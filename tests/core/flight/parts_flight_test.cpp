#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "flight/flight.h"
#include "flight/identity.h"
#include "recording_parts.h"
#include "support/video_writer.h"

using namespace sheen;
using namespace sheen::test;

/** A recording whose camera began a new file every now and then. */
class PartsFlightTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    void touch(const QString& name)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    /** 25 pictures in three files, numbered from 0 on through all of them. */
    void writeParts()
    {
        int number = 0;
        for (const int count : {10, 10, 5}) {
            VideoWriter writer(m_folder->filePath(QStringLiteral("DJI_000%1.mp4").arg(number / 10 + 1)), {});
            for (int i = 0; i < count; ++i)
                writer.write(numberedPicture(number++), i / 10.0);
            writer.finish();
        }
    }

    static std::vector<std::pair<int, double>> taken(const Flight& flight, const FrameSelection& selection)
    {
        std::vector<std::pair<int, double>> frames;
        const std::unique_ptr<FrameSource> source = flight.frames(selection);
        while (const std::optional<Frame> frame = source->next()) {
            if (numberOf(frame->picture) == frame->index && !frame->isAfterJoin)
                frames.emplace_back(frame->index, std::round(frame->timeSeconds * 10) / 10);
        }
        return frames;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void namesTellWhatIsInParts_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char* name, const QStringList& names, const QStringList& parts) {
            QTest::addRow("%s", name) << names << parts;
        };
        row("counted", {"DJI_0002.MP4", "DJI_0001.MP4", "notes.txt"}, {"DJI_0001.MP4", "DJI_0002.MP4"});
        row("one missing", {"a_001.ts", "a_003.ts"}, {"a_001.ts", "a_003.ts"});
        row("chapters", {"GH020042.mp4", "GH010042.mp4"}, {"GH010042.mp4", "GH020042.mp4"});
        row("tail", {"x_001_ir.mkv", "x_002_ir.mkv"}, {"x_001_ir.mkv", "x_002_ir.mkv"});
        row("one alone", {"DJI_0001.MP4"}, {});
        row("takes", {"sea 1.mp4", "sea 2.mp4"}, {});
        row("another recording beside", {"DJI_0001.MP4", "DJI_0002.MP4", "coast_0001.MP4"}, {});
        row("the same in two kinds", {"DJI_0001.MP4", "DJI_0001.mov"}, {});
        row("no number", {"DJI_0001.MP4", "DJI_0002.MP4", "coast.MP4"}, {});
    }

    void namesTellWhatIsInParts()
    {
        QFETCH(QStringList, names);
        QFETCH(QStringList, parts);
        for (const QString& name : names)
            touch(name);
        QCOMPARE(recordingParts(m_folder->path()), parts);
    }

    void framesCountOnThroughTheParts()
    {
        writeParts();
        const std::unique_ptr<Flight> flight = Flight::open(m_folder->path());
        QCOMPARE(flight->info().frameCount, 25);
        QVERIFY(std::abs(flight->info().durationSeconds - 2.5) < 0.02);
        QCOMPARE(flight->info().notices.back().kind, IssueKind::RecordingInParts);

        std::vector<std::pair<int, double>> all;
        for (int i = 0; i < 25; ++i)
            all.emplace_back(i, i / 10.0);
        QCOMPARE(taken(*flight, {}), all);
        FrameSelection everySeconds;
        everySeconds.everySeconds = 0.7;
        QCOMPARE(taken(*flight, everySeconds),
                 (std::vector<std::pair<int, double>>{{0, 0}, {7, 0.7}, {14, 1.4}, {21, 2.1}}));
        FrameSelection strided;
        strided.stride = 8;
        QCOMPARE(taken(*flight, strided),
                 (std::vector<std::pair<int, double>>{{0, 0}, {8, 0.8}, {16, 1.6}, {24, 2.4}}));
        FrameSelection range;
        range.firstFrame = 9;
        range.endFrame = 12;
        QCOMPARE(taken(*flight, range), (std::vector<std::pair<int, double>>{{9, 0.9}, {10, 1}, {11, 1.1}}));
    }

    void aFrameIsFoundAgainInItsPart()
    {
        writeParts();
        const std::unique_ptr<Flight> flight = Flight::open(m_folder->path());
        for (const int number : {0, 9, 10, 19, 20, 24, 3}) {
            const Frame frame = flight->frameAt(number, number / 10.0);
            QCOMPARE(numberOf(frame.picture), number);
            QCOMPARE(frame.index, number);
        }
    }

    void theRecordingIsKnownByItsParts()
    {
        writeParts();
        const RecordingIdentity before = identityOf(m_folder->path());
        QVERIFY(before.bytes > 0);
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("DJI_0003.mp4"))));
        QVERIFY(!(identityOf(m_folder->path()) == before));
    }

    void aBrokenPartIsNamed()
    {
        writeParts();
        touch(QStringLiteral("DJI_0002.mp4"));
        try {
            Flight::open(m_folder->path());
            QFAIL("opened");
        } catch (const Error& error) {
            QVERIFY2(error.sentence().contains(QStringLiteral("DJI_0002.mp4")), qPrintable(error.sentence()));
        }
    }
};

QTEST_GUILESS_MAIN(PartsFlightTest)
#include "parts_flight_test.moc"
