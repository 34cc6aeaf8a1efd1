#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

#include "archive/catalogue.h"
#include "archive/slurm_jobs.h"
#include "archive/stac.h"
#include "base/error.h"
#include "flight/find_flights.h"
#include "support/some_slick.h"

using namespace sheen;

class ArchiveTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    void touch(const QString& name) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    static GroundMultiPolygon square(double west, double south)
    {
        return {{{{south, west}, {south, west + 0.1}, {south + 0.1, west + 0.1}, {south + 0.1, west}}}};
    }

    static FlightEntry entry(const QString& name, double west, double south, const QString& begin)
    {
        FlightEntry result;
        result.path = QStringLiteral("/recordings/") + name;
        result.workspace = result.path + QStringLiteral(".sheen/sheen.gpkg");
        result.name = name;
        result.state = FlightState::Done;
        result.frames = 48;
        result.framesPlaced = 47;
        result.footprint = square(west, south);
        result.firstUtc = QDateTime::fromString(begin, Qt::ISODate);
        result.lastUtc = result.firstUtc.addSecs(600);
        return result;
    }

    static QStringList names(const std::vector<FlightEntry>& entries)
    {
        QStringList result;
        for (const FlightEntry& one : entries)
            result << one.name;
        return result;
    }

    static CatalogueQuery within(double west, double south, double east, double north)
    {
        CatalogueQuery query;
        query.box = CatalogueQuery::Box{west, south, east, north};
        return query;
    }

    QJsonObject json(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

private Q_SLOTS:
    void recordingsBelowAFolder()
    {
        for (const char* name : {"all/b.mp4", "all/a.TS", "all/notes.txt", "all/parts/DJI_0001.MP4",
                                 "all/parts/DJI_0002.MP4", "all/day/frames/1.png", "all/day/frames/2.png",
                                 "all/b.sheen/sheen.gpkg", "all/b.sheen/mosaic.tif", "all/out/summary.json",
                                 "all/out/mosaic.tif", "all/.hidden/x.mp4", "all/empty/readme"})
            touch(QString::fromLatin1(name));
        QStringList found;
        for (const FoundFlight& flight : flightsBelow(path(QStringLiteral("all"))))
            found << QDir(path(QStringLiteral("all"))).relativeFilePath(flight.path) +
                         (flight.isVideo ? QStringLiteral(" video") : QStringLiteral(" frames"));
        QCOMPARE(found, (QStringList{QStringLiteral("a.TS video"), QStringLiteral("b.mp4 video"),
                                     QStringLiteral("day/frames frames"), QStringLiteral("parts video")}));
        QVERIFY(flightsBelow(path(QStringLiteral("nowhere"))).empty());
    }

    void flightsAreFoundByPlaceAndTime()
    {
        const auto catalogue = Catalogue::open(path(QStringLiteral("catalogue.gpkg")));
        FlightEntry north = entry(QStringLiteral("north"), 5, 60, QStringLiteral("2026-03-01T10:00:00Z"));
        north.slicks = {slickOfOne(7, square(5.02, 60.02))};
        north.totals.add(north.slicks.front());
        catalogue->put(north);
        catalogue->put(entry(QStringLiteral("south"), 5, 40, QStringLiteral("2026-02-01T10:00:00Z")));
        catalogue->put(entry(QStringLiteral("far"), 179.95, 0, QStringLiteral("2026-04-01T10:00:00Z")));
        catalogue->put(
            failedEntry(QStringLiteral("/recordings/broken.mp4"), QStringLiteral("It's no video.")));
        QCOMPARE(names(catalogue->find()), (QStringList{QStringLiteral("south"), QStringLiteral("north"),
                                                        QStringLiteral("far"), QStringLiteral("broken")}));
        QCOMPARE(names(catalogue->find(within(5.05, 60.05, 6, 61))), QStringList{QStringLiteral("north")});
        QCOMPARE(names(catalogue->find(within(5.2, 30, 6, 70))), QStringList());
        QCOMPARE(names(catalogue->find(within(179, -1, -179, 1))), QStringList{QStringLiteral("far")});

        CatalogueQuery query;
        query.from = QDateTime::fromString(QStringLiteral("2026-02-01T10:09:00Z"), Qt::ISODate);
        query.to = QDateTime::fromString(QStringLiteral("2026-03-01T10:00:00Z"), Qt::ISODate);
        QCOMPARE(names(catalogue->find(query)),
                 (QStringList{QStringLiteral("south"), QStringLiteral("north")}));
        query.withOilAlone = true;
        QCOMPARE(names(catalogue->find(query)), QStringList{QStringLiteral("north")});

        const FlightEntry read = catalogue->find(query).front();
        QCOMPARE(read.path, north.path);
        QCOMPARE(read.workspace, north.workspace);
        QCOMPARE(read.state, FlightState::Done);
        QCOMPARE(read.framesPlaced, 47);
        QCOMPARE(read.totals.count, 1);
        QCOMPARE(read.firstUtc, north.firstUtc);
        QVERIFY(read.notedUtc.isValid());
    }

    void aFlightIsThereOnceAndGoesWithItsRecording()
    {
        const QString file = path(QStringLiteral("once.gpkg"));
        FlightEntry flight = entry(QStringLiteral("it's one"), 5, 60, QStringLiteral("2026-03-01T10:00:00Z"));
        {
            const auto catalogue = Catalogue::open(file);
            catalogue->put(failedEntry(flight.path, QStringLiteral("At first it failed.")));
            catalogue->put(flight);
            catalogue->put(entry(QStringLiteral("other"), 5, 60, QStringLiteral("2026-03-02T10:00:00Z")));
        }
        const auto catalogue = Catalogue::open(file);
        QCOMPARE(catalogue->find().size(), std::size_t(2));
        QCOMPARE(catalogue->find().front().state, FlightState::Done);
        catalogue->keepOnly({flight.path});
        QCOMPARE(names(Catalogue::read(file)->find()), QStringList{flight.name});
    }

    void whatIsNoCatalogueIsTold()
    {
        touch(QStringLiteral("empty.gpkg"));
        for (const char* name : {"empty.gpkg", "missing.gpkg"})
            QVERIFY_EXCEPTION_THROWN(Catalogue::read(path(QString::fromLatin1(name))), Error);
        QVERIFY_EXCEPTION_THROWN(Catalogue::open(path(QStringLiteral("no/such/folder/catalogue.gpkg"))),
                                 Error);
    }

    void stacHasAnItemForEachFlightWithPlaceAndTime()
    {
        FlightEntry nowhere = entry(QStringLiteral("nowhere"), 0, 0, QStringLiteral("2026-03-01T10:00:00Z"));
        nowhere.footprint.clear();
        const FlightEntry flight =
            entry(QStringLiteral("a b"), 5, 60, QStringLiteral("2026-03-01T10:00:00Z"));
        const auto items = [this] {
            QStringList files =
                QDir(path(QStringLiteral("stac"))).entryList({QStringLiteral("*.json")}, QDir::Files);
            files.removeAll(QStringLiteral("catalog.json"));
            return files;
        };
        writeStac({flight, nowhere}, path(QStringLiteral("stac")));
        QCOMPARE(items().size(), 1);
        const QJsonObject item = json(QStringLiteral("stac/") + items().first());
        QCOMPARE(item.value(QStringLiteral("type")).toString(), QStringLiteral("Feature"));
        QCOMPARE(item.value(QStringLiteral("stac_version")).toString(), QStringLiteral("1.0.0"));
        const QJsonArray box = item.value(QStringLiteral("bbox")).toArray();
        QCOMPARE(box.at(0).toDouble(), 5.0);
        QCOMPARE(box.at(3).toDouble(), 60.1);
        const QJsonArray ring = item.value(QStringLiteral("geometry"))
                                    .toObject()
                                    .value(QStringLiteral("coordinates"))
                                    .toArray()
                                    .at(0)
                                    .toArray()
                                    .at(0)
                                    .toArray();
        QCOMPARE(ring.size(), 5);
        QCOMPARE(ring.first(), ring.last());
        const QJsonObject properties = item.value(QStringLiteral("properties")).toObject();
        QVERIFY(properties.value(QStringLiteral("datetime")).isNull());
        QCOMPARE(properties.value(QStringLiteral("start_datetime")).toString(),
                 QStringLiteral("2026-03-01T10:00:00.000Z"));
        QCOMPARE(json(QStringLiteral("stac/catalog.json")).value(QStringLiteral("links")).toArray().size(),
                 2);
        writeStac({}, path(QStringLiteral("stac")));
        QVERIFY(items().isEmpty());
    }

    void tasksAreReadAsTheyWereWritten()
    {
        const std::vector<ArchiveTask> tasks{{QStringLiteral("/a/it's \"one\".mp4")},
                                             {QStringLiteral("/a/long.ts"), 0, 2000},
                                             {QStringLiteral("/a/long.ts"), 2000, 1 << 30},
                                             {QStringLiteral("/a/long.ts"), 0, -1, true}};
        const SlurmJobs jobs = writeJobs(tasks, {QStringLiteral("/bin/echo"), QStringLiteral("it's $HOME")},
                                         path(QStringLiteral("slurm")));
        const std::vector<ArchiveTask> read = readTasks(jobs.tasks);
        QCOMPARE(read.size(), tasks.size());
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            QCOMPARE(read[i].flight, tasks[i].flight);
            QCOMPARE(read[i].firstFrame, tasks[i].firstFrame);
            QCOMPARE(read[i].endFrame, tasks[i].endFrame);
            QCOMPARE(read[i].joins, tasks[i].joins);
        }
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SLURM_ARRAY_TASK_ID"), QStringLiteral("2"));
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("/bin/sh"), {jobs.array});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), QByteArray("it's $HOME --task 2\n"));
        QFile list(jobs.tasks);
        QVERIFY(list.open(QIODevice::Append));
        list.write("not a task\n");
        list.close();
        QVERIFY_EXCEPTION_THROWN(readTasks(jobs.tasks), Error);
    }

    /** As sbatch is told, by one that writes it down. */
    void flightsAreJoinedWhenTheirPartsHaveEnded()
    {
        QDir().mkpath(path(QStringLiteral("bin")));
        const QString told = path(QStringLiteral("told"));
        QFile program(path(QStringLiteral("bin/sbatch")));
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write("#!/bin/sh\necho \"$@\" >> '" + QFile::encodeName(told) + "'\nwc -l < '" +
                      QFile::encodeName(told) + "'\n");
        program.close();
        QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const QByteArray paths = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(path(QStringLiteral("bin"))) + ':' + paths);
        const QString one = QStringLiteral("/a/one.ts"), other = QStringLiteral("/a/other.ts");
        const std::vector<ArchiveTask> tasks{{one, 0, 20},
                                             {other, 0, 10},
                                             {one, 20, 1 << 30},
                                             {other, 10, 1 << 30},
                                             {QStringLiteral("/a/short.ts")},
                                             {one, 0, -1, true},
                                             {other, 0, -1, true}};
        const SlurmJobs jobs = writeJobs(tasks, {QStringLiteral("/bin/echo")}, path(QStringLiteral("slurm")));
        const QString last = submit(jobs, tasks);
        qputenv("PATH", paths);
        QCOMPARE(last, QStringLiteral("4"));
        QFile script(jobs.array), lines(told);
        QVERIFY(script.open(QIODevice::ReadOnly) && lines.open(QIODevice::ReadOnly));
        QVERIFY(script.readAll().contains("--array=1-5\n"));
        const auto line = [](const QStringList& words) {
            return QFile::encodeName(words.join(QLatin1Char(' '))) + '\n';
        };
        QCOMPARE(
            lines.readAll(),
            line({QStringLiteral("--parsable"), jobs.array}) +
                line({QStringLiteral("--parsable --array=6 --dependency=afterany:1_1:1_3"), jobs.array}) +
                line({QStringLiteral("--parsable --array=7 --dependency=afterany:1_2:1_4"), jobs.array}) +
                line({QStringLiteral("--parsable --dependency=afterany:1:2:3"), jobs.rest}));
    }
};

QTEST_GUILESS_MAIN(ArchiveTest)
#include "archive_test.moc"
