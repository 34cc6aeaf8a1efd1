#include <signal.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QtTest>
#include <algorithm>

#include "archive/catalogue.h"
#include "archive/slurm_jobs.h"
#include "dark_flight.h"
#include "ships/flight_window.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

class ArchiveCommandTest : public QObject
{
    Q_OBJECT

    DarkFlights m_flights;

    QStringList arguments(const QString& folder, const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("archive"), m_flights.path(folder)} + m_flights.options() + more;
    }

    /** Flights that differ, in folders within folders. */
    void addFlights(const QString& folder, int count, int frames = 6) const
    {
        for (int i = 0; i < count; ++i)
            m_flights.add(QStringLiteral("%1/day%2/flight%3").arg(folder).arg(i % 2).arg(i), frames, 3 * i);
    }

    QString resultsOf(const QString& folder, int number) const
    {
        return m_flights.path(
            QStringLiteral("%1/day%2/flight%3.sheen").arg(folder).arg(number % 2).arg(number));
    }

    std::vector<FlightEntry> catalogued(const QString& folder, const CatalogueQuery& query = {}) const
    {
        return Catalogue::read(m_flights.path(folder + QStringLiteral("/catalogue.gpkg")))->find(query);
    }

    /** All that is known of the slicks, for comparing. */
    static QStringList slicksOf(const QString& results)
    {
        QStringList texts;
        for (const Slick& slick : Workspace::open(results + QStringLiteral("/sheen.gpkg"))->slicks())
            texts << QStringLiteral("%1 %2 %3 %4 %5")
                         .arg(slick.id)
                         .arg(slick.oiledSquareMetres(), 0, 'f', 2)
                         .arg(slick.measures.inside.latitudeDegrees, 0, 'f', 8)
                         .arg(slick.seen.firstFrame)
                         .arg(slick.seen.lastFrame);
        return texts;
    }

    static void isTheSame(const QString& one, const QString& other)
    {
        QCOMPARE(slicksOf(one), slicksOf(other));
        QVERIFY(!slicksOf(one).isEmpty());
        for (const char* name :
             {"slicks.geojson", "appearances.geojson", "telemetry.csv", "masks/000002.tif"}) {
            const QByteArray bytes = DarkFlights::contents(one + QLatin1Char('/') + QLatin1String(name));
            QVERIFY2(!bytes.isEmpty(), name);
            QVERIFY2(bytes == DarkFlights::contents(other + QLatin1Char('/') + QLatin1String(name)), name);
        }
    }

private Q_SLOTS:
    void everyFlightIsRunAndNoneTwice()
    {
        addFlights(QStringLiteral("all"), 3);
        QFile broken(m_flights.path(QStringLiteral("all/broken.mp4")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("this is no video");
        broken.close();

        const Outcome first = DarkFlights::sheen(arguments(QStringLiteral("all")));
        QCOMPARE(first.status, 1);  // the broken one; it stopped no other
        std::vector<FlightEntry> entries = catalogued(QStringLiteral("all"));
        QCOMPARE(entries.size(), std::size_t(4));
        const auto failed = std::find_if(entries.begin(), entries.end(), [](const FlightEntry& entry) {
            return entry.state == FlightState::Failed;
        });
        QVERIFY(failed != entries.end());
        QVERIFY(failed->path.endsWith(QStringLiteral("broken.mp4")));
        QVERIFY2(failed->sentence.contains(QStringLiteral("broken.mp4")), qPrintable(failed->sentence));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(Workspace::open(resultsOf(QStringLiteral("all"), i) + QStringLiteral("/sheen.gpkg"))
                         ->slicks()
                         .size(),
                     std::size_t(2));

        const QString summary = resultsOf(QStringLiteral("all"), 1) + QStringLiteral("/summary.json");
        const QByteArray before = DarkFlights::contents(summary);
        QFile::remove(broken.fileName());
        const Outcome second =
            DarkFlights::sheen(arguments(QStringLiteral("all"), {QStringLiteral("--json")}));
        QVERIFY2(second.status == 0, qPrintable(second.err));
        QCOMPARE(second.out.count(QStringLiteral("\"kept\":true")), 3);
        QCOMPARE(DarkFlights::contents(summary), before);
        QCOMPARE(catalogued(QStringLiteral("all")).size(), std::size_t(3));

        // Other settings: run again, but from what is kept.
        QCOMPARE(DarkFlights::sheen(
                     arguments(QStringLiteral("all"), {QStringLiteral("--smallest"), QStringLiteral("1000")}))
                     .status,
                 0);
        QCOMPARE(catalogued(QStringLiteral("all")).front().totals.count, 1);
        QVERIFY(!DarkFlights::json(summary)
                     .value(QStringLiteral("stage_wall_s"))
                     .toObject()
                     .contains(QStringLiteral("detect")));
    }

    /** Files of ships are for all flights; one that was run without them is made with them, not detected
     * anew. */
    void shipsComeAlong()
    {
        addFlights(QStringLiteral("ships"), 2);
        QCOMPARE(DarkFlights::sheen(arguments(QStringLiteral("ships"))).status, 0);
        QFile ais(m_flights.path(QStringLiteral("ais.nmea")));
        QVERIFY(ais.open(QIODevice::WriteOnly));
        ais.write("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\n");
        ais.close();
        const QStringList with{QStringLiteral("--ais"), ais.fileName(), QStringLiteral("--json")};
        const Outcome first = DarkFlights::sheen(arguments(QStringLiteral("ships"), with));
        QVERIFY2(first.status == 0, qPrintable(first.err));
        QVERIFY(!first.out.contains(QStringLiteral("\"kept\":true")));
        for (int i = 0; i < 2; ++i) {
            const QString results = resultsOf(QStringLiteral("ships"), i);
            QCOMPARE(aisFilesFromJson(
                         Workspace::open(results + QStringLiteral("/sheen.gpkg"))->kept(keptAisName())),
                     QStringList{ais.fileName()});
            QVERIFY(!DarkFlights::json(results + QStringLiteral("/summary.json"))
                         .value(QStringLiteral("stage_wall_s"))
                         .toObject()
                         .contains(QStringLiteral("detect")));
        }
        const Outcome again = DarkFlights::sheen(arguments(QStringLiteral("ships"), with));
        QCOMPARE(again.out.count(QStringLiteral("\"kept\":true")), 2);
        QCOMPARE(DarkFlights::sheen(
                     arguments(QStringLiteral("ships"),
                               {QStringLiteral("--ais"), m_flights.path(QStringLiteral("poses.csv"))}))
                     .status,
                 3);
    }

    void placesAndStacAreThere()
    {
        addFlights(QStringLiteral("places"), 2);
        QCOMPARE(DarkFlights::sheen(arguments(QStringLiteral("places"))).status, 0);
        CatalogueQuery query;
        query.box = CatalogueQuery::Box{4.9, 54.9, 5.1, 55.1};
        QCOMPARE(catalogued(QStringLiteral("places"), query).size(), std::size_t(2));
        query.box = CatalogueQuery::Box{6, 54.9, 7, 55.1};
        QVERIFY(catalogued(QStringLiteral("places"), query).empty());
        const QJsonObject catalog =
            DarkFlights::json(m_flights.path(QStringLiteral("places/stac/catalog.json")));
        QCOMPARE(catalog.value(QStringLiteral("type")).toString(), QStringLiteral("Catalog"));
    }

    /** Killed with all that it started, again and again, as by power cuts. As many flights as
     * SHEEN_ARCHIVE_FLIGHTS says. */
    void killedAtRandomItComesToTheSame()
    {
        const bool many = qEnvironmentVariableIsSet("SHEEN_ARCHIVE_FLIGHTS");
        const int count = many ? qEnvironmentVariableIntValue("SHEEN_ARCHIVE_FLIGHTS") : 4;
        const int frames = many ? 8 : 40;
        const int mostKills = many ? 10 : 6;
        const int longestMilliseconds = many ? 150 * count : 3000;
        addFlights(QStringLiteral("killed"), count, frames);
        addFlights(QStringLiteral("whole"), count, frames);
        QRandomGenerator random(22);
        int kills = 0;
        for (int i = 0; i < mostKills; ++i) {
            QProcess process;
            process.start(QStringLiteral(SHEEN_PROGRAM), arguments(QStringLiteral("killed")));
            QVERIFY(process.waitForStarted());
            if (process.waitForFinished(200 + int(random.bounded(longestMilliseconds))))
                break;
            process.kill();
            process.waitForFinished();
            ++kills;
        }
        QVERIFY(kills > 0);
        qInfo("%d flights, killed %d times", count, kills);
        const Outcome rest = DarkFlights::sheen(arguments(QStringLiteral("killed")));
        QVERIFY2(rest.status == 0, qPrintable(rest.err));
        QCOMPARE(DarkFlights::sheen(arguments(QStringLiteral("whole"))).status, 0);
        for (int i = 0; i < count; ++i)
            isTheSame(resultsOf(QStringLiteral("killed"), i), resultsOf(QStringLiteral("whole"), i));
        QCOMPARE(catalogued(QStringLiteral("killed")).size(), std::size_t(count));
    }

    /** What the tasks of a job array do, one after another, and then the job after it. */
    void partsAreJoinedToTheSame()
    {
        addFlights(QStringLiteral("parts"), 1, 50);
        addFlights(QStringLiteral("onepiece"), 1, 50);
        const QString flight = m_flights.path(QStringLiteral("parts/day0/flight0"));
        const std::vector<ArchiveTask> tasks{
            {flight, 0, 12}, {flight, 12, 13}, {flight, 13, 40}, {flight, 40, 1 << 30}};
        writeJobs(tasks, {QStringLiteral(SHEEN_PROGRAM)}, m_flights.path(QStringLiteral("parts/slurm")));
        for (const int task : {4, 2, 1})  // in any order; the third is left to the job after
            QCOMPARE(DarkFlights::sheen(arguments(QStringLiteral("parts"),
                                                  {QStringLiteral("--task"), QString::number(task)}))
                         .status,
                     0);
        QVERIFY(!QFile::exists(resultsOf(QStringLiteral("parts"), 0) + QStringLiteral("/sheen.gpkg")));
        const Outcome rest = DarkFlights::sheen(arguments(QStringLiteral("parts")));
        QVERIFY2(rest.status == 0, qPrintable(rest.err));
        QVERIFY(!QFile::exists(resultsOf(QStringLiteral("parts"), 0) + QStringLiteral("/.parts")));
        QCOMPARE(DarkFlights::sheen(arguments(QStringLiteral("onepiece"))).status, 0);
        isTheSame(resultsOf(QStringLiteral("parts"), 0), resultsOf(QStringLiteral("onepiece"), 0));
        const auto framesOf = [this](const QString& folder) {
            return Workspace::open(resultsOf(folder, 0) + QStringLiteral("/sheen.gpkg"))->frames().size();
        };
        QCOMPARE(framesOf(QStringLiteral("parts")), framesOf(QStringLiteral("onepiece")));
    }

    /** By a task of its own, before the job after all others; also where one of its parts is missing. */
    void aTaskJoinsTheParts()
    {
        addFlights(QStringLiteral("joined"), 1, 30);
        addFlights(QStringLiteral("unparted"), 1, 30);
        const QString flight = m_flights.path(QStringLiteral("joined/day0/flight0"));
        writeJobs({{flight, 0, 12}, {flight, 12, 1 << 30}, {flight, 0, -1, true}},
                  {QStringLiteral(SHEEN_PROGRAM)}, m_flights.path(QStringLiteral("joined/slurm")));
        for (const int task : {2, 3, 3})
            QCOMPARE(DarkFlights::sheen(arguments(QStringLiteral("joined"),
                                                  {QStringLiteral("--task"), QString::number(task)}))
                         .status,
                     0);
        QVERIFY(!QFile::exists(resultsOf(QStringLiteral("joined"), 0) + QStringLiteral("/.parts")));
        QCOMPARE(DarkFlights::sheen(arguments(QStringLiteral("unparted"))).status, 0);
        isTheSame(resultsOf(QStringLiteral("joined"), 0), resultsOf(QStringLiteral("unparted"), 0));
    }

    void withoutSlurmASentenceSaysSo()
    {
        if (!QStandardPaths::findExecutable(QStringLiteral("sbatch")).isEmpty())
            QSKIP("Slurm is installed here.");
        addFlights(QStringLiteral("noslurm"), 1);
        const Outcome outcome =
            DarkFlights::sheen(arguments(QStringLiteral("noslurm"), {QStringLiteral("--slurm")}));
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("sbatch")), qPrintable(outcome.err));
        const QByteArray script =
            DarkFlights::contents(m_flights.path(QStringLiteral("noslurm/slurm/array.sh")));
        QVERIFY(script.contains("--array=1-1"));
    }

    void wrongLinesAreTold()
    {
        QCOMPARE(DarkFlights::sheen({QStringLiteral("archive")}).status, 2);
        QCOMPARE(DarkFlights::sheen({QStringLiteral("archive"), QStringLiteral("/nowhere")}).status, 3);
        QDir().mkpath(m_flights.path(QStringLiteral("nothing")));
        QCOMPARE(DarkFlights::sheen(arguments(QStringLiteral("nothing"))).status, 3);
        QCOMPARE(DarkFlights::sheen(arguments(QStringLiteral("nothing"),
                                              {QStringLiteral("--frames-per-task"), QStringLiteral("x")}))
                     .status,
                 2);
    }
};

QTEST_GUILESS_MAIN(ArchiveCommandTest)
#include "archive_command_test.moc"
