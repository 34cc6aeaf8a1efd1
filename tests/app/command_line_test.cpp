#include <signal.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>

#include "core/detect/onnx_models.h"
#include "core/detect/test_models.h"
#include "outcome.h"
#include "ships/flight_window.h"
#include "support/geotagged_picture.h"
#include "support/video_writer.h"
#include "workspace/workspace.h"

using namespace sheen;
using sheen::test::finished;
using sheen::test::Outcome;

class CommandLineTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_outputs = 0;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString newOutput() { return path(QStringLiteral("out%1").arg(++m_outputs)); }

    /** `language`: of the system, "ko_KR.UTF-8"; empty: that of the test. */
    static Outcome sheen(const QStringList& arguments, const QString& language = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!language.isEmpty())
            environment.insert(QStringLiteral("LC_ALL"), language);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SHEEN_PROGRAM), arguments);
        return finished(process);
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

    /** Tables of telemetry as other programs write them, good and bad. */
    void writeTables() const
    {
        QByteArray airData =
            "time(millisecond),latitude,longitude,altitude_above_seaLevel(feet),gimbal_heading(degrees),"
            "gimbal_pitch(degrees)\n";
        QByteArray noUnit = "time_s,Latitude,Longitude,Altitude,HFOV\n";
        for (int i = 0; i < 10; ++i) {
            const QString latitude = QString::number(55 + i * 4e-5, 'f', 7);
            airData += QStringLiteral("%1,%2,5.0,3280.84,0,-90\n").arg(i * 1000).arg(latitude).toLatin1();
            noUnit += QStringLiteral("%1,%2,5.0,3280.84,20\n").arg(i).arg(latitude).toLatin1();
        }
        write(path(QStringLiteral("airdata.csv")), airData);
        write(path(QStringLiteral("nounit.csv")), noUnit);
        write(path(QStringLiteral("emptytable.csv")), "");
        write(path(QStringLiteral("binary.csv")), QByteArray("\x7f"
                                                             "ELF\0\1\2,\0",
                                                             9));
        write(path(QStringLiteral("noposition.csv")), "time_s,altitude_m\n0,100\n");
        write(path(QStringLiteral("text.csv")),
              airData.replace(QByteArray("55.0000400"), QByteArray("north")));
    }

    /** Pictures that carry their telemetry, straight down from 1000 m with 60 degrees of view. */
    QString makeGeotaggedFlight(const QString& name, int frames) const
    {
        QDir().mkpath(path(name));
        for (int i = 0; i < frames; ++i) {
            test::writeGeotagged(path(QStringLiteral("%1/DJI_%2.jpg").arg(name).arg(i)), picture(),
                                 test::djiTags(-33.9 + i * 4e-5, -18.2, 1000, 160,
                                               QStringLiteral("2023:05:01 12:11:%1").arg(10 + i)));
        }
        return path(name);
    }

    /** The numbers of a column of telemetry.csv. */
    QList<double> column(const QString& output, const QString& name) const
    {
        QFile file(output + QStringLiteral("/telemetry.csv"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QStringList lines = QString::fromUtf8(file.readAll()).trimmed().split(QLatin1Char('\n'));
        const int at = int(lines.first().split(QLatin1Char(',')).indexOf(name));
        QList<double> values;
        for (const QString& line : lines.mid(1))
            values << line.split(QLatin1Char(',')).value(at).toDouble();
        return values;
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
        test::saveOnnxDarkIsOil(path(QStringLiteral("dark.onnx")));
        test::saveModel(path(QStringLiteral("wrong.pt")), test::modelCard(7),
                        "    return torch.cat([-dark, dark], 1)");
        // LibTorch divides whole numbers by zero without asking.
        test::saveModel(path(QStringLiteral("crash.pt")), test::modelCard(2),
                        "    return torch.cat([-dark, dark], 1) * float(5 % (x.size(0) - 1))");
        QByteArray poses = "frame,t,lat,lon,alt,hdg,az,brg,dep,focal,hfov\n";
        for (int i = 0; i < 400; ++i)
            poses += QStringLiteral("%1,%1,%2,5.0,1000,0,0,0,90,179,20\n")
                         .arg(i)
                         .arg(55 + i * 4e-5, 0, 'f', 7)
                         .toLatin1();
        write(path(QStringLiteral("poses.csv")), poses);
        write(path(QStringLiteral("badposes.csv")), "frame,t,lat\n0,0,north\n");
        writeTables();
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
              QStringList{QStringLiteral("resume"), QStringLiteral("--help")},
              QStringList{QStringLiteral("model"), QStringLiteral("--help")},
              QStringList{QStringLiteral("teach"), QStringLiteral("--help")}}) {
            const Outcome outcome = sheen(arguments);
            QCOMPARE(outcome.status, 0);
            QVERIFY(!outcome.out.isEmpty());
            QVERIFY2(outcome.err.isEmpty(), qPrintable(outcome.err));
        }
    }

    void theVersionTellsWhatTheProgramRunsOn()
    {
        const QByteArray home = qgetenv("HOME");
        const QByteArray resources = qgetenv("SHEEN_RESOURCES");
        const auto restored = qScopeGuard([&] {
            qputenv("HOME", home);
            qputenv("SHEEN_RESOURCES", resources);
        });
        QTemporaryDir empty;
        qputenv("HOME", empty.path().toLocal8Bit());
        qputenv("SHEEN_RESOURCES", "/nowhere");
        const Outcome outcome = sheen({QStringLiteral("--version")});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.startsWith(QStringLiteral("sheen ")));
        for (const char* line :
             {"\ncommit: (unknown|[0-9a-f]{12}(-dirty)?)\n", "\nQt: [56]\\.", "\nQGIS: 3\\.",
              "\nLibTorch: \\d", "\nGDAL: 3\\.", "\ndevice: (cpu|cuda:0)\n$"})
            QVERIFY2(QRegularExpression(QString::fromLatin1(line)).match(outcome.out).hasMatch(),
                     qPrintable(QLatin1String(line) + outcome.out));
        // Neither QGIS, which makes a profile, nor a model was needed.
        QVERIFY(QDir(empty.path()).isEmpty());
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
        row("model that crashes", "--model", QStringLiteral("crash.pt"), 3);
        row("telemetry does not exist", "--telemetry", QStringLiteral("none.csv"), 3);
        row("telemetry is no table", "--telemetry", QStringLiteral("badposes.csv"), 3);
        row("telemetry table is empty", "--telemetry", QStringLiteral("emptytable.csv"), 3);
        row("telemetry table is binary", "--telemetry", QStringLiteral("binary.csv"), 3);
        row("telemetry table without positions", "--telemetry", QStringLiteral("noposition.csv"), 3);
        row("telemetry table without field of view", "--telemetry", QStringLiteral("airdata.csv"), 3);
        row("telemetry table with a text", "--telemetry", QStringLiteral("text.csv"), 3);
        row("telemetry table without a unit", "--telemetry", QStringLiteral("nounit.csv"), 3);
        row("no unit", "--units", QStringLiteral("Altitude"), 2);
        row("no shift", "--telemetry-shift", QStringLiteral("later"), 2);
        row("no field of view", "--hfov", QStringLiteral("190"), 2);
        row("no EXIF", "--telemetry", QStringLiteral("exif"), 3);
        row("no KLV", "--telemetry", QStringLiteral("klv"), 3);
        row("output is a file", "--out", QStringLiteral("notes.mp4"), 1);
        row("output below a file", "--out", QStringLiteral("notes.mp4/out"), 1);
        row("AIS that does not exist", "--ais", QStringLiteral("none.csv"), 3);
        row("AIS that is none", "--ais", QStringLiteral("notes.mp4"), 3);
        row("AIS that is a table of telemetry", "--ais", QStringLiteral("airdata.csv"), 3);
        row("template that does not exist", "--report-template", QStringLiteral("none.qpt"), 3);
        row("template that is none", "--report-template", QStringLiteral("notes.mp4"), 3);
        row("unknown product", "--products", QStringLiteral("masks,pictures"), 2);
        row("range backwards", "--range", QStringLiteral("9:3"), 2);
        row("no range", "--range", QStringLiteral("some"), 2);
        row("stride of nothing", "--stride", QStringLiteral("0"), 2);
        row("no number", "--every", QStringLiteral("often"), 2);
        row("filter over less than no time", "--time-filter", QStringLiteral("-1"), 2);
        row("no threads", "--threads", QStringLiteral("-1"), 2);
        row("unknown device", "--device", QStringLiteral("tpu"), 2);
        row("unknown CRS", "--crs", QStringLiteral("EPSG:999999"), 2);
        row("unknown completion", "--track", QStringLiteral("guess"), 2);
        row("no zone", "--zone", QStringLiteral("UTC"), 2);
        row("zone beyond the earth", "--zone", QStringLiteral("25"), 2);
        row("unknown reference of altitudes", "--altitude-reference", QStringLiteral("geoid"), 2);
        row("elevation model that is none", "--elevation", QStringLiteral("wrong.pt"), 3);
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

    void theWindowTakesADevice()
    {
        const QString option = QStringLiteral("--device");
        for (const char* device : {"cpu", "cuda:1"}) {
            const Outcome outcome = sheen({option, QString::fromLatin1(device), QStringLiteral("--help")});
            QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
            QVERIFY(outcome.out.contains(option));
        }
        const Outcome outcome = sheen({option, QStringLiteral("tpu")});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(QStringLiteral("\"tpu\" is no device")), qPrintable(outcome.err));
        hasOneSentence(outcome);
    }

    void telemetryTables()
    {
        const auto run = [this](const QString& table, const QStringList& more, QString* output) {
            *output = newOutput();
            QStringList arguments = runArguments(path(QStringLiteral("flight")), *output, more);
            arguments[arguments.indexOf(QStringLiteral("--telemetry")) + 1] = path(table);
            return sheen(arguments);
        };
        QString output;
        Outcome outcome = run(QStringLiteral("airdata.csv"),
                              {QStringLiteral("--hfov"), QStringLiteral("20"),
                               QStringLiteral("--telemetry-shift"), QStringLiteral("-2")},
                              &output);
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        const QList<double> latitudes = column(output, QStringLiteral("camera_latitude_deg"));
        QCOMPARE(latitudes.size(), 6);
        for (int i = 0; i < 6; ++i)
            QVERIFY2(std::abs(latitudes[i] - (55 + (i + 2) * 4e-5)) < 1e-6,
                     qPrintable(QString::number(latitudes[i], 'f', 8)));
        QVERIFY(std::abs(column(output, QStringLiteral("camera_height_m")).first() - 1000) < 0.5);

        outcome = run(QStringLiteral("nounit.csv"),
                      {QStringLiteral("--units"), QStringLiteral("Altitude=ft")}, &output);
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(QStringLiteral("straight down")), qPrintable(outcome.err));
        QCOMPARE(summary(output)
                     .value(QStringLiteral("frames"))
                     .toObject()
                     .value(QStringLiteral("issues"))
                     .toObject()
                     .value(QStringLiteral("assumed_straight_down"))
                     .toInt(),
                 1);
        QVERIFY(std::abs(column(output, QStringLiteral("camera_height_m")).first() - 1000) < 0.5);

        // Nothing of the recording lies within the table's times.
        outcome = run(QStringLiteral("nounit.csv"),
                      {QStringLiteral("--units"), QStringLiteral("Altitude=m"),
                       QStringLiteral("--telemetry-shift"), QStringLiteral("1000")},
                      &output);
        QCOMPARE(outcome.status, 5);
        QVERIFY2(outcome.err.contains(QStringLiteral("--telemetry-shift")), qPrintable(outcome.err));
    }

    void telemetryInPictures()
    {
        const QString flight = makeGeotaggedFlight(QStringLiteral("geotagged"), 4);
        for (const char* source : {"exif", "auto"}) {
            const QString output = newOutput();
            QStringList arguments = runArguments(flight, output);
            arguments[arguments.indexOf(QStringLiteral("--telemetry")) + 1] = QString::fromLatin1(source);
            const Outcome outcome = sheen(arguments);
            QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
            const QList<double> latitudes = column(output, QStringLiteral("camera_latitude_deg"));
            QCOMPARE(latitudes.size(), 4);
            for (int i = 0; i < 4; ++i)
                QVERIFY(std::abs(latitudes[i] - (-33.9 + i * 4e-5)) < 1e-6);
            QCOMPARE(column(output, QStringLiteral("time_s")), (QList<double>{0, 1, 2, 3}));
            QVERIFY(std::abs(column(output, QStringLiteral("horizontal_fov_deg")).first() - 60) < 1e-3);
        }
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

    void classesAreMapped()
    {
        write(path(QStringLiteral("classes.json")), R"([{"value": 1, "name": "bunker", "code": 5}])");
        const QString output = newOutput();
        Outcome outcome =
            sheen(runArguments(path(QStringLiteral("flight")), output,
                               {QStringLiteral("--classes"), path(QStringLiteral("classes.json"))}));
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        const auto slicksOf = [](const QString& folder) {
            return Workspace::open(folder + QStringLiteral("/sheen.gpkg"))->slicks();
        };
        QCOMPARE(slicksOf(output).front().areas[0].className, QStringLiteral("bunker"));
        QCOMPARE(slicksOf(output).front().areas[0].code, 5);

        // Run again from its workspace: the same model, so the same classes.
        const QString again = newOutput();
        outcome = sheen(runArguments(output + QStringLiteral("/sheen.gpkg"), again));
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QCOMPARE(slicksOf(again).front().areas[0].className, QStringLiteral("bunker"));

        for (const char* bad : {"nonesuch.json", "notes.mp4"})
            QCOMPARE(sheen(runArguments(path(QStringLiteral("flight")), newOutput(),
                                        {QStringLiteral("--classes"), path(QLatin1String(bad))}))
                         .status,
                     3);
    }

    void anUpdateReplacesTheShippedModel()
    {
        const QByteArray resources = qgetenv("SHEEN_RESOURCES");
        const auto restored = qScopeGuard([&] { qputenv("SHEEN_RESOURCES", resources); });
        qputenv("SHEEN_RESOURCES", path(QStringLiteral("resources")).toLocal8Bit());
        const QString shipped = path(QStringLiteral("resources/models/sheen-compact.pt"));
        QVERIFY(QDir().mkpath(QFileInfo(shipped).path()));
        test::saveDarkIsOil(shipped);
        write(path(QStringLiteral("mapped.json")), R"([{"value": 1, "name": "bunker", "code": 5}])");
        const auto run = [this](const QString& flight, const QString& output, const QStringList& more = {}) {
            QStringList arguments = runArguments(flight, output, more);
            const int at = int(arguments.indexOf(QStringLiteral("--model")));
            arguments.removeAt(at + 1);
            arguments.removeAt(at);
            return sheen(arguments);
        };
        const QString before = newOutput();
        Outcome outcome = run(path(QStringLiteral("flight")), before,
                              {QStringLiteral("--classes"), path(QStringLiteral("mapped.json"))});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));

        test::saveModel(shipped, test::modelCard(2), "    return torch.cat([-dark, dark], 1)");
        const QString after = newOutput();
        outcome = run(before + QStringLiteral("/sheen.gpkg"), after);
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(QStringLiteral("earlier version")), qPrintable(outcome.err));
        QVERIFY2(!outcome.err.contains(QStringLiteral("--model")), qPrintable(outcome.err));
        const auto slicks = Workspace::open(after + QStringLiteral("/sheen.gpkg"))->slicks();
        QVERIFY(!slicks.empty());
        QCOMPARE(slicks.front().areas[0].className, QStringLiteral("bunker"));
        QCOMPARE(slicks.front().areas[0].code, 5);
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

    void theLanguageIsTheReadersWhateverIsWritten()
    {
        const QString flight = makeFlight(QStringLiteral("language"), 2);
        write(path(QStringLiteral("positions.csv")),
              "frame,latitude,longitude,altitude_m,hfov\n0,55,5,300,40\n1,55,5,300,40\n");
        const QString output = newOutput();
        const QStringList table = {QStringLiteral("--telemetry"), path(QStringLiteral("positions.csv")),
                                   QStringLiteral("--products"), QStringLiteral("gpkg,csv")};
        const Outcome run = sheen(runArguments(flight, output, table), QStringLiteral("ko_KR.UTF-8"));
        QVERIFY2(run.status == 0, qPrintable(run.err));
        const auto noticeIn = [this](const QString& folder) {
            const QJsonArray notices = summary(folder).value(QStringLiteral("notices")).toArray();
            return notices.size() == 1 ? notices[0].toObject() : QJsonObject();
        };
        const QString kind = QStringLiteral("kind"), sentence = QStringLiteral("sentence");
        const QJsonObject korean = noticeIn(output);
        QCOMPARE(korean.value(kind).toString(), QStringLiteral("assumed_straight_down"));
        QVERIFY2(korean.value(sentence).toString().contains(QChar(0xB2C8)),
                 qPrintable(korean.value(sentence).toString()));
        // The same workspace, read by somebody else.
        const QString again = newOutput();
        const Outcome written =
            sheen({QStringLiteral("export"), output + QStringLiteral("/sheen.gpkg"), QStringLiteral("--out"),
                   again, QStringLiteral("--products"), QStringLiteral("csv")});
        QVERIFY2(written.status == 0, qPrintable(written.err));
        QCOMPARE(noticeIn(again).value(kind), korean.value(kind));
        QVERIFY(noticeIn(again).value(sentence).toString().startsWith(QStringLiteral("The telemetry")));
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
        QCOMPARE(facts.value(QStringLiteral("settings"))
                     .toObject()
                     .value(QStringLiteral("model_accepted"))
                     .toString(),
                 QStringLiteral("command line"));
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
                          runArguments(path(QStringLiteral("flight")), output,
                                       {QStringLiteral("--quiet"), QStringLiteral("--anew")}));
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

    /** As by a power cut: nothing is tidied up. */
    void aKilledRunSaysSoAndIsFinished()
    {
        const QString flight = makeFlight(QStringLiteral("killed"), 120);
        const QString output = newOutput();
        QProcess process;
        process.start(QStringLiteral(SHEEN_PROGRAM),
                      runArguments(flight, output, {QStringLiteral("--json")}));
        QByteArray seen;
        while (!seen.contains("\"frames_done\":5") && process.waitForReadyRead(60000))
            seen += process.readAllStandardOutput();
        process.kill();
        process.waitForFinished();
        const QString workspace = output + QStringLiteral("/sheen.gpkg");
        const RunFacts facts = Workspace::open(workspace)->facts();
        QVERIFY(facts.brokenOff);
        QVERIFY2(facts.framesDone >= 5 && facts.framesDone < 120,
                 qPrintable(QString::number(facts.framesDone)));

        const QString exported = newOutput();
        const Outcome outcome = sheen({QStringLiteral("export"), workspace, QStringLiteral("--out"), exported,
                                       QStringLiteral("--products"), QStringLiteral("masks,csv")});
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.err.contains(QStringLiteral("broken off after %1 frames").arg(facts.framesDone)),
                 qPrintable(outcome.err));
        QVERIFY(summary(exported).value(QStringLiteral("broken_off")).toBool());
        QCOMPARE(summary(exported)
                     .value(QStringLiteral("frames"))
                     .toObject()
                     .value(QStringLiteral("done"))
                     .toInt(),
                 facts.framesDone);

        QCOMPARE(sheen({QStringLiteral("resume"), workspace}).status, 3);  // nobody accepted this model here
        // A file of ships that is none ends it before it is begun.
        const QStringList finish{QStringLiteral("resume"), workspace, QStringLiteral("--model"),
                                 path(QStringLiteral("dark.pt")), QStringLiteral("--ais")};
        QCOMPARE(sheen(finish + QStringList{path(QStringLiteral("notes.mp4"))}).status, 3);
        QVERIFY(Workspace::open(workspace)->facts().brokenOff);
        const QString ais = path(QStringLiteral("ais.nmea"));
        write(ais, "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\n");
        const Outcome finishing = sheen(finish + QStringList{ais});
        QVERIFY2(finishing.status == 0, qPrintable(finishing.err));
        QCOMPARE(aisFilesFromJson(Workspace::open(workspace)->kept(keptAisName())), QStringList{ais});
        const QString whole = newOutput();
        QCOMPARE(sheen(runArguments(flight, whole)).status, 0);
        for (const char* name : {"slicks.geojson", "telemetry.csv", "masks/000100.tif"}) {
            QFile one(whole + QLatin1Char('/') + QLatin1String(name));
            QFile other(output + QLatin1Char('/') + QLatin1String(name));
            QVERIFY2(one.open(QIODevice::ReadOnly) && other.open(QIODevice::ReadOnly), name);
            QVERIFY2(one.readAll() == other.readAll(), name);
        }
        QVERIFY(!summary(output).value(QStringLiteral("broken_off")).toBool());
        const Outcome again = sheen({QStringLiteral("resume"), workspace});
        QCOMPARE(again.status, 0);
        QVERIFY2(again.err.contains(QStringLiteral("nothing to finish")), qPrintable(again.err));
    }

    void withoutAWorkspaceNothingIsLeftOfIt()
    {
        const QString output = newOutput();
        QStringList arguments = runArguments(path(QStringLiteral("flight")), output);
        arguments[arguments.indexOf(QStringLiteral("--products")) + 1] = QStringLiteral("masks,csv");
        QCOMPARE(sheen(arguments).status, 0);
        QCOMPARE(QDir(output + QStringLiteral("/masks")).entryList(QDir::Files).size(), 6);
        QCOMPARE(QDir(output).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 (QStringList{QStringLiteral("masks"), QStringLiteral("summary.json"),
                              QStringLiteral("telemetry.csv")}));
    }

    void interruptedWhileAModelIsTried()
    {
        const QString model = path(QStringLiteral("endless.pt"));
        test::saveModel(model, test::modelCard(2),
                        "    while bool(dark.numel() > 0):\n        dark = dark + 1\n    return dark");
        const QString output = newOutput();
        QProcess process;
        process.start(QStringLiteral(SHEEN_PROGRAM),
                      {QStringLiteral("run"), makeFlight(QStringLiteral("short"), 3), QStringLiteral("--out"),
                       output, QStringLiteral("--model"), model});
        QVERIFY(!process.waitForFinished(4000));
        ::kill(pid_t(process.processId()), SIGINT);
        const Outcome outcome = finished(process);
        QCOMPARE(outcome.status, 4);
        QVERIFY2(outcome.err.contains(QStringLiteral("cancelled")), qPrintable(outcome.err));
        QVERIFY(!QFile::exists(output + QStringLiteral("/sheen.gpkg")));
    }

    void modelCardIsPrinted()
    {
        for (const char* model : {"dark.pt", "dark.onnx"}) {
            const Outcome outcome = sheen(
                {QStringLiteral("model"), path(QString::fromLatin1(model)), QStringLiteral("--verify")});
            QCOMPARE(outcome.status, 0);
            QVERIFY(outcome.out.contains(QStringLiteral("sha256")));
            QVERIFY(outcome.out.contains(QStringLiteral("verified")));
        }
        QCOMPARE(sheen({QStringLiteral("model"), path(QStringLiteral("wrong.pt"))}).status, 0);
        QCOMPARE(
            sheen({QStringLiteral("model"), path(QStringLiteral("wrong.pt")), QStringLiteral("--verify")})
                .status,
            3);
        QCOMPARE(sheen({QStringLiteral("model"), path(QStringLiteral("notes.mp4"))}).status, 3);
    }

    void aModelThatCrashesIsToldOf()
    {
        for (const char* option : {"--verify", "--check"}) {
            const Outcome outcome = sheen(
                {QStringLiteral("model"), path(QStringLiteral("crash.pt")), QString::fromLatin1(option)});
            const bool isTrial = qstrcmp(option, "--check") == 0;
            QCOMPARE(outcome.status == 3, !isTrial);
            QCOMPARE(outcome.err.contains(QStringLiteral("crashed it")), !isTrial);
        }
    }

    void aModelIsTriedOnAPicture()
    {
        const QString picture = path(QStringLiteral("half dark.png"));
        const QString mask = path(QStringLiteral("mask.png"));
        cv::Mat image(90, 140, CV_8UC3, cv::Scalar::all(220));
        image.colRange(0, 70).setTo(cv::Scalar::all(20));
        QVERIFY(cv::imwrite(picture.toStdString(), image));
        const auto tryOn = [this](const QStringList& options) {
            return sheen(QStringList{QStringLiteral("model"), path(QStringLiteral("dark.pt"))} + options)
                .status;
        };
        QCOMPARE(tryOn({QStringLiteral("--picture"), picture, QStringLiteral("--mask"), mask}), 0);
        const cv::Mat classes = cv::imread(mask.toStdString(), cv::IMREAD_UNCHANGED);
        QCOMPARE(classes.size(), image.size());
        QCOMPARE(cv::countNonZero(classes.colRange(0, 64) != 1), 0);
        QCOMPARE(cv::countNonZero(classes.colRange(76, 140) != 0), 0);
        QCOMPARE(tryOn({QStringLiteral("--picture"), picture}), 2);
        QCOMPARE(tryOn({QStringLiteral("--picture"), path(QStringLiteral("notes.mp4")),
                        QStringLiteral("--mask"), mask}),
                 3);
        QCOMPARE(tryOn({QStringLiteral("--picture"), picture, QStringLiteral("--mask"),
                        path(QStringLiteral("no such folder/mask.png"))}),
                 1);
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
