#include <signal.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>

#include "core/workspace/workspace.h"
#include "tests/core/detect/test_models.h"
#include "tests/support/video_writer.h"

using namespace sheen;

struct Outcome
{
    int status = -1;
    QString out;
    QString err;
};

class CommandLineTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_outputs = 0;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString newOutput() { return path(QStringLiteral("out%1").arg(++m_outputs)); }

    static Outcome sheen(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(SHEEN_PROGRAM), arguments);
        return finished(process);
    }

    static Outcome finished(QProcess& process)
    {
        Outcome outcome;
        if (!process.waitForFinished(240000)) {
            process.kill();
            return outcome;
        }
        outcome.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        outcome.out = QString::fromLocal8Bit(process.readAllStandardOutput());
        outcome.err = QString::fromLocal8Bit(process.readAllStandardError()).trimmed();
        return outcome;
    }

    static cv::Mat picture(cv::Size size = {160, 120})
    {
        cv::Mat result(size, CV_8UC3, cv::Scalar::all(190));
        result(cv::Rect(size.width / 4, size.height / 4, size.width / 4, size.height / 4))
            .setTo(cv::Scalar::all(20));
        return result;
    }

    /** A folder of frames. */
    QString makeFlight(const QString& name, int frames)
    {
        QDir().mkpath(path(name));
        for (int i = 0; i < frames; ++i)
            cv::imwrite(path(QStringLiteral("%1/frame_%2.png").arg(name).arg(i)).toStdString(), picture());
        return path(name);
    }

    void write(const QString& file, const QByteArray& bytes) const
    {
        QFile target(file);
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write(bytes);
    }

    QJsonObject summary(const QString& output) const
    {
        QFile file(output + QStringLiteral("/summary.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    /** `sheen run` with the small model and poses, no report (which needs QGIS). */
    QStringList runArguments(const QString& flight, const QString& output, const QStringList& more = {}) const
    {
        return QStringList{
                   QStringLiteral("run"),         flight,
                   QStringLiteral("--out"),       output,
                   QStringLiteral("--model"),     path(QStringLiteral("dark.pt")),
                   QStringLiteral("--telemetry"), path(QStringLiteral("poses.csv")),
                   QStringLiteral("--products"),  QStringLiteral("masks,shapefile,gpkg,geojson,csv")} +
               more;
    }

    static void hasOneSentence(const Outcome& outcome)
    {
        QVERIFY2(!outcome.err.isEmpty(), "nothing on stderr");
        QVERIFY2(!outcome.err.contains(QLatin1Char('\n')), qPrintable(outcome.err));
        QVERIFY2(outcome.err.endsWith(QLatin1Char('.')), qPrintable(outcome.err));
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::saveDarkIsOil(path(QStringLiteral("dark.pt")));
        test::saveModel(path(QStringLiteral("wrong.pt")), test::modelCard(7),
                        "    return torch.cat([-dark, dark], 1)");
        QByteArray poses = "frame,t,lat,lon,alt,hdg,az,brg,dep,focal,hfov\n";
        for (int i = 0; i < 400; ++i)
            poses += QStringLiteral("%1,%1,%2,5.0,1000,0,0,0,90,179,20\n")
                         .arg(i)
                         .arg(55 + i * 4e-5, 0, 'f', 7)
                         .toLatin1();
        write(path(QStringLiteral("poses.csv")), poses);
        write(path(QStringLiteral("badposes.csv")), "frame,t,lat\n0,0,north\n");
        makeFlight(QStringLiteral("flight"), 6);
        QDir().mkpath(path(QStringLiteral("empty")));
        QDir().mkpath(path(QStringLiteral("texts")));
        write(path(QStringLiteral("texts/readme.txt")), "no picture");
        write(path(QStringLiteral("notes.mp4")), "this is no video, although its name says so\n");
        // Headers of an MP4, then nothing: what an interrupted copy leaves.
        write(path(QStringLiteral("cut.mp4")),
              QByteArray::fromHex("000000206674797069736f6d0000020069736f6d69736f32617663316d703431") +
                  QByteArray::fromHex("000000086672656500100000") + QByteArray("mdat") +
                  QByteArray(2000, 'x'));
    }

    void helpAndVersion()
    {
        for (const QStringList& arguments :
             {QStringList{QStringLiteral("--help")}, QStringList{QStringLiteral("--version")},
              QStringList{QStringLiteral("run"), QStringLiteral("--help")},
              QStringList{QStringLiteral("export"), QStringLiteral("--help")},
              QStringList{QStringLiteral("model"), QStringLiteral("--help")}}) {
            const Outcome outcome = sheen(arguments);
            QCOMPARE(outcome.status, 0);
            QVERIFY(!outcome.out.isEmpty());
            QVERIFY2(outcome.err.isEmpty(), qPrintable(outcome.err));
        }
    }

    void badInput_data()
    {
        QTest::addColumn<QStringList>("replaced");  // option, value: in place of what a good run has
        QTest::addColumn<int>("status");
        const auto row = [this](const char* name, const char* option, const QString& value, int status) {
            const bool file = value.contains(QLatin1Char('.')) || value.contains(QLatin1Char('/')) ||
                              value == QLatin1String("empty") || value == QLatin1String("texts");
            QTest::newRow(name) << QStringList{QString::fromLatin1(option), file ? path(value) : value}
                                << status;
        };
        row("flight does not exist", "FLIGHT", QStringLiteral("none.mp4"), 3);
        row("empty folder", "FLIGHT", QStringLiteral("empty"), 3);
        row("folder of texts", "FLIGHT", QStringLiteral("texts"), 3);
        row("text with a video's name", "FLIGHT", QStringLiteral("notes.mp4"), 3);
        row("video cut short", "FLIGHT", QStringLiteral("cut.mp4"), 3);
        row("model does not exist", "--model", QStringLiteral("none.pt"), 3);
        row("model that is none", "--model", QStringLiteral("notes.mp4"), 3);
        row("model of the wrong shape", "--model", QStringLiteral("wrong.pt"), 3);
        row("telemetry does not exist", "--telemetry", QStringLiteral("none.csv"), 3);
        row("telemetry is no table", "--telemetry", QStringLiteral("badposes.csv"), 3);
        row("no KLV", "--telemetry", QStringLiteral("klv"), 3);
        row("output is a file", "--out", QStringLiteral("notes.mp4"), 1);
        row("output below a file", "--out", QStringLiteral("notes.mp4/out"), 1);
        row("unknown product", "--products", QStringLiteral("masks,pictures"), 2);
        row("range backwards", "--range", QStringLiteral("9:3"), 2);
        row("no range", "--range", QStringLiteral("some"), 2);
        row("stride of nothing", "--stride", QStringLiteral("0"), 2);
        row("no number", "--every", QStringLiteral("often"), 2);
        row("no threads", "--threads", QStringLiteral("-1"), 2);
        row("unknown device", "--device", QStringLiteral("tpu"), 2);
        row("unknown CRS", "--crs", QStringLiteral("EPSG:999999"), 2);
        row("unknown completion", "--track", QStringLiteral("guess"), 2);
        row("no zone", "--zone", QStringLiteral("UTC"), 2);
        row("zone beyond the earth", "--zone", QStringLiteral("25"), 2);
        row("no shift of the clock", "--clock-shift", QStringLiteral("late"), 2);
        row("unknown option", "--colour", QStringLiteral("red"), 2);
        row("range beyond the flight", "--range", QStringLiteral("100:200"), 2);
    }

    void badInput()
    {
        QFETCH(QStringList, replaced);
        QFETCH(int, status);
        const QString output = newOutput();
        QStringList arguments = runArguments(path(QStringLiteral("flight")), output);
        const int at = int(arguments.indexOf(replaced[0]));
        if (replaced[0] == QLatin1String("FLIGHT"))
            arguments[1] = replaced[1];
        else if (at >= 0)
            arguments[at + 1] = replaced[1];
        else
            arguments += replaced;
        const Outcome outcome = sheen(arguments);
        QVERIFY2(outcome.status == status,
                 qPrintable(QStringLiteral("status %1: %2").arg(outcome.status).arg(outcome.err)));
        hasOneSentence(outcome);
        QVERIFY(!QFile::exists(output + QStringLiteral("/sheen.gpkg")));
    }

    void commandLinesThatAreWrong()
    {
        QCOMPARE(sheen({QStringLiteral("run")}).status, 2);
        QCOMPARE(sheen({QStringLiteral("run"), path(QStringLiteral("flight"))}).status, 2);
        QCOMPARE(sheen({QStringLiteral("export"), path(QStringLiteral("flight"))}).status, 2);
        QCOMPARE(sheen({QStringLiteral("model")}).status, 2);
        QCOMPARE(sheen({QStringLiteral("fly"), QStringLiteral("away")}).status, 2);
    }

    void wholeRunThenExport()
    {
        const QString output = newOutput();
        const Outcome outcome =
            sheen(runArguments(path(QStringLiteral("flight")), output, {QStringLiteral("--quiet")}));
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.err.isEmpty(), qPrintable(outcome.err));
        for (const char* name :
             {"sheen.gpkg", "slicks.shp", "slicks.geojson", "telemetry.csv", "summary.json"})
            QVERIFY2(QFile::exists(output + QLatin1Char('/') + QLatin1String(name)), name);
        QCOMPARE(QDir(output + QStringLiteral("/masks")).entryList({QStringLiteral("*.tif")}).size(), 6);
        const auto workspace = Workspace::open(output + QStringLiteral("/sheen.gpkg"));
        QCOMPARE(workspace->frames().size(), std::size_t(6));
        QCOMPARE(workspace->slicks().size(), std::size_t(1));

        const QString again = newOutput();
        const Outcome exported =
            sheen({QStringLiteral("export"), output + QStringLiteral("/sheen.gpkg"), QStringLiteral("--out"),
                   again, QStringLiteral("--products"), QStringLiteral("masks,mosaic,geojson,gpkg,csv")});
        QVERIFY2(exported.status == 0, qPrintable(exported.err));
        for (const char* name :
             {"sheen.gpkg", "slicks.geojson", "telemetry.csv", "mosaic.tif", "summary.json"})
            QVERIFY2(QFile::exists(again + QLatin1Char('/') + QLatin1String(name)), name);
        QCOMPARE(sheen({QStringLiteral("export"), path(QStringLiteral("notes.mp4")), QStringLiteral("--out"),
                        again})
                     .status,
                 3);
    }

    void jsonLines()
    {
        const Outcome outcome =
            sheen(runArguments(path(QStringLiteral("flight")), newOutput(), {QStringLiteral("--json")}));
        QCOMPARE(outcome.status, 0);
        QStringList events;
        const QStringList lines = outcome.out.trimmed().split(QLatin1Char('\n'));
        for (const QString& line : lines) {
            const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8());
            QVERIFY2(document.isObject(), qPrintable(line));
            events << document.object().value(QStringLiteral("event")).toString();
        }
        QCOMPARE(events.first(), QStringLiteral("start"));
        QCOMPARE(events.last(), QStringLiteral("done"));
        QCOMPARE(events.count(QStringLiteral("frame")), 6);
    }

    void anOlderKlvStandardIsNamed()
    {
        const QString flight = path(QStringLiteral("older.ts"));
        test::VideoOptions options;
        options.klv = true;
        test::VideoWriter writer(flight, options);
        for (int i = 0; i < 10; ++i) {
            writer.writeKlv(QByteArray::fromHex("060e2b34020101010e0101020101000003aabbcc"), i / 10.0);
            writer.write(picture(), i / 10.0);
        }
        writer.finish();
        const QString output = newOutput();
        const Outcome outcome =
            sheen(runArguments(flight, output, {QStringLiteral("--telemetry"), QStringLiteral("auto")}));
        QCOMPARE(outcome.status, 5);
        QVERIFY2(outcome.err.count(QStringLiteral("ST 0104")) == 1, qPrintable(outcome.err));
        const QJsonObject facts = summary(output);
        const QJsonObject issues =
            facts.value(QStringLiteral("frames")).toObject().value(QStringLiteral("issues")).toObject();
        QCOMPARE(issues.value(QStringLiteral("klv_older_set")).toInt(), 1);
        QCOMPARE(facts.value(QStringLiteral("notices")).toArray().size(), 1);
    }

    void withoutTelemetryStatusFive()
    {
        const QString output = newOutput();
        QStringList arguments =
            runArguments(path(QStringLiteral("flight")), output, {QStringLiteral("--quiet")});
        arguments[arguments.indexOf(QStringLiteral("--telemetry")) + 1] = QStringLiteral("auto");
        const Outcome outcome = sheen(arguments);
        QCOMPARE(outcome.status, 5);
        hasOneSentence(outcome);
        QVERIFY(QFile::exists(output + QStringLiteral("/sheen.gpkg")));
        QCOMPARE(
            summary(output).value(QStringLiteral("frames")).toObject().value(QStringLiteral("done")).toInt(),
            6);
    }

    void brokenFrameAndFrameOfAnotherSize()
    {
        const QString flight = makeFlight(QStringLiteral("mixed"), 7);
        write(flight + QStringLiteral("/frame_2.png"), "broken");
        cv::imwrite((flight + QStringLiteral("/frame_4.png")).toStdString(), picture({96, 72}));
        const QString output = newOutput();
        const Outcome outcome = sheen(runArguments(flight, output));
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        const QJsonObject frames = summary(output).value(QStringLiteral("frames")).toObject();
        QCOMPARE(frames.value(QStringLiteral("done")).toInt(), 7);
        QCOMPARE(frames.value(QStringLiteral("placed")).toInt(), 6);
        QCOMPARE(
            frames.value(QStringLiteral("issues")).toObject().value(QStringLiteral("undecodable")).toInt(),
            1);
    }

    void anEarlierRunIsKept()
    {
        const QString output = newOutput();
        QCOMPARE(sheen(runArguments(path(QStringLiteral("flight")), output)).status, 0);
        const Outcome outcome = sheen(runArguments(path(QStringLiteral("flight")), output,
                                                   {QStringLiteral("--range"), QStringLiteral("0:2")}));
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.err.contains(QStringLiteral("sheen.1.gpkg")), qPrintable(outcome.err));
        QCOMPARE(Workspace::open(output + QStringLiteral("/sheen.1.gpkg"))->frames().size(), std::size_t(6));
        QCOMPARE(Workspace::open(output + QStringLiteral("/sheen.gpkg"))->frames().size(), std::size_t(2));
    }

    void diskFullKeepsWhatWasThere()
    {
        const QString output = newOutput();
        QCOMPARE(sheen(runArguments(path(QStringLiteral("flight")), output)).status, 0);
        QFile before(output + QStringLiteral("/summary.json"));
        QVERIFY(before.open(QIODevice::ReadOnly));
        const QByteArray summaryBefore = before.readAll();
        // No file may grow beyond 40 KiB: the workspace cannot be written.
        QProcess process;
        process.start(QStringLiteral("bash"),
                      QStringList{QStringLiteral("-c"), QStringLiteral("ulimit -f 40; exec \"$@\""),
                                  QStringLiteral("bash"), QStringLiteral(SHEEN_PROGRAM)} +
                          runArguments(path(QStringLiteral("flight")), output, {QStringLiteral("--quiet")}));
        const Outcome outcome = finished(process);
        QVERIFY2(outcome.status == 1,
                 qPrintable(QStringLiteral("%1 %2").arg(outcome.status).arg(outcome.err)));
        hasOneSentence(outcome);
        QFile after(output + QStringLiteral("/summary.json"));
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), summaryBefore);
        const QString kept = QFile::exists(output + QStringLiteral("/sheen.1.gpkg"))
                                 ? output + QStringLiteral("/sheen.1.gpkg")
                                 : output + QStringLiteral("/sheen.gpkg");
        QCOMPARE(Workspace::open(kept)->frames().size(), std::size_t(6));
    }

    void interruptedHalfWay()
    {
        const QString flight = makeFlight(QStringLiteral("long"), 400);
        const QString output = newOutput();
        QProcess process;
        process.start(QStringLiteral(SHEEN_PROGRAM),
                      runArguments(flight, output, {QStringLiteral("--json")}));
        QByteArray seen;
        while (!seen.contains("\"frames_done\":3") && process.waitForReadyRead(60000))
            seen += process.readAllStandardOutput();
        ::kill(pid_t(process.processId()), SIGINT);
        const Outcome outcome = finished(process);
        QCOMPARE(outcome.status, 4);
        const int done =
            summary(output).value(QStringLiteral("frames")).toObject().value(QStringLiteral("done")).toInt();
        QVERIFY2(done >= 3 && done < 400, qPrintable(QString::number(done)));
        QVERIFY(summary(output).value(QStringLiteral("cancelled")).toBool());
        QCOMPARE(int(Workspace::open(output + QStringLiteral("/sheen.gpkg"))->frames().size()), done);
        QCOMPARE(QDir(output + QStringLiteral("/masks")).entryList({QStringLiteral("*.tif")}).size(), done);
        QVERIFY(QFile::exists(output + QStringLiteral("/slicks.shp")));
    }

    void modelCardIsPrinted()
    {
        const Outcome outcome =
            sheen({QStringLiteral("model"), path(QStringLiteral("dark.pt")), QStringLiteral("--verify")});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.contains(QStringLiteral("sha256")));
        QVERIFY(outcome.out.contains(QStringLiteral("verified")));
        QCOMPARE(sheen({QStringLiteral("model"), path(QStringLiteral("wrong.pt"))}).status, 0);
        QCOMPARE(
            sheen({QStringLiteral("model"), path(QStringLiteral("wrong.pt")), QStringLiteral("--verify")})
                .status,
            3);
        QCOMPARE(sheen({QStringLiteral("model"), path(QStringLiteral("notes.mp4"))}).status, 3);
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
