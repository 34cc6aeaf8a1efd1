#include <QJsonArray>
#include <QtTest>
#include <map>
#include <set>

#include "dark_flight.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

/** What a run has done is not done again, and where the time goes. */
class KeptRunTest : public QObject
{
    Q_OBJECT

    DarkFlights m_flights;
    QString m_flight;
    int m_outputs = 0;

    QString newOutput() { return m_flights.path(QStringLiteral("out%1").arg(++m_outputs)); }

    Outcome run(const QString& flight, const QString& output, const QStringList& more = {}) const
    {
        return DarkFlights::sheen(
            QStringList{QStringLiteral("run"), flight, QStringLiteral("--out"), output} +
            m_flights.options() + more);
    }

    static QStringList stagesOf(const QString& output)
    {
        return DarkFlights::json(output + QStringLiteral("/summary.json"))
            .value(QStringLiteral("stage_wall_s"))
            .toObject()
            .keys();
    }

    static QString workspaceOf(const QString& output) { return output + QStringLiteral("/sheen.gpkg"); }

    static double areaOf(const QString& output)
    {
        double area = 0;
        for (const Slick& slick : Workspace::open(workspaceOf(output))->slicks())
            area += slick.oiledSquareMetres();
        return area;
    }

private Q_SLOTS:
    void initTestCase() { m_flight = m_flights.add(QStringLiteral("flight"), 8); }

    void anotherSmallestAreaRunsTheLastStageAlone()
    {
        const QString output = newOutput();
        QCOMPARE(run(m_flight, output).status, 0);
        QVERIFY(stagesOf(output).contains(QStringLiteral("detect")));
        QCOMPARE(Workspace::open(workspaceOf(output))->slicks().size(), std::size_t(2));

        const QStringList larger{QStringLiteral("--smallest"), QStringLiteral("1000")};
        const Outcome outcome = run(m_flight, output, larger);
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(QStringLiteral("--anew")), qPrintable(outcome.err));
        const QStringList stages = stagesOf(output);
        QVERIFY2(!stages.contains(QStringLiteral("detect")) && !stages.contains(QStringLiteral("decode")) &&
                     !stages.contains(QStringLiteral("georeference")),
                 qPrintable(stages.join(QLatin1Char(' '))));
        QVERIFY(!QFile::exists(output + QStringLiteral("/sheen.1.gpkg")));

        const QString anew = newOutput();
        QCOMPARE(run(m_flight, anew, larger).status, 0);
        QCOMPARE(Workspace::open(workspaceOf(anew))->slicks().size(), std::size_t(1));
        QCOMPARE(areaOf(output), areaOf(anew));
        for (const char* name :
             {"slicks.geojson", "appearances.geojson", "telemetry.csv", "masks/000003.tif"})
            QVERIFY2(DarkFlights::contents(output + QLatin1Char('/') + QLatin1String(name)) ==
                         DarkFlights::contents(anew + QLatin1Char('/') + QLatin1String(name)),
                     name);
    }

    void aWorkspaceIsRunIntoAnotherFolder()
    {
        const QString output = newOutput();
        QCOMPARE(run(m_flight, output).status, 0);
        const QByteArray before = DarkFlights::contents(output + QStringLiteral("/slicks.geojson"));
        const QString other = newOutput();
        const Outcome outcome =
            run(workspaceOf(output), other, {QStringLiteral("--gap"), QStringLiteral("1000")});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY(!stagesOf(other).contains(QStringLiteral("detect")));
        QCOMPARE(Workspace::open(workspaceOf(other))->slicks().size(), std::size_t(1));
        QCOMPARE(Workspace::open(workspaceOf(output))->slicks().size(), std::size_t(2));
        QCOMPARE(DarkFlights::contents(output + QStringLiteral("/slicks.geojson")), before);
        const QJsonObject merge = DarkFlights::json(other + QStringLiteral("/summary.json"))
                                      .value(QStringLiteral("settings"))
                                      .toObject()
                                      .value(QStringLiteral("merge"))
                                      .toObject();
        QCOMPARE(merge.value(QStringLiteral("gap_m")).toDouble(), 1000.0);
    }

    void whatTheAnalystDidStays()
    {
        const QString output = newOutput();
        QCOMPARE(run(m_flight, output).status, 0);
        std::int64_t accepted = 0;
        {
            const auto workspace = Workspace::open(workspaceOf(output));
            std::vector<Slick> slicks = workspace->slicks();
            slicks.front().decision = Decision::Accepted;
            slicks.front().note = QStringLiteral("seen from the ship");
            accepted = slicks.front().id;
            workspace->applyEdit(Edit(), {slicks.front()}, {});
        }
        QCOMPARE(run(m_flight, output, {QStringLiteral("--smallest"), QStringLiteral("1e6")}).status, 0);
        const std::vector<Slick> now = Workspace::open(workspaceOf(output))->slicks();
        QCOMPARE(now.size(), std::size_t(1));
        QCOMPARE(now.front().id, accepted);
        QCOMPARE(now.front().note, QStringLiteral("seen from the ship"));
        // What came back has the number that it had.
        QCOMPARE(run(m_flight, output).status, 0);
        std::set<std::int64_t> ids;
        for (const Slick& slick : Workspace::open(workspaceOf(output))->slicks())
            ids.insert(slick.id);
        QCOMPARE(ids, (std::set<std::int64_t>{1, 2}));
    }

    void otherFramesOrAnotherModelAreRun()
    {
        const QString output = newOutput();
        QCOMPARE(run(m_flight, output).status, 0);
        QCOMPARE(run(m_flight, output, {QStringLiteral("--stride"), QStringLiteral("2")}).status, 0);
        QVERIFY(stagesOf(output).contains(QStringLiteral("detect")));
        QCOMPARE(run(m_flight, output, {QStringLiteral("--stride"), QStringLiteral("2")}).status, 0);
        QVERIFY(!stagesOf(output).contains(QStringLiteral("detect")));
        QCOMPARE(
            run(m_flight, output, {QStringLiteral("--stride"), QStringLiteral("2"), QStringLiteral("--anew")})
                .status,
            0);
        QVERIFY(stagesOf(output).contains(QStringLiteral("detect")));
        saveModel(m_flights.path(QStringLiteral("other.pt")), modelCard(2),
                  "    return torch.cat([-dark, dark * 2], 1)");
        QCOMPARE(run(m_flight, output,
                     {QStringLiteral("--stride"), QStringLiteral("2"), QStringLiteral("--model"),
                      m_flights.path(QStringLiteral("other.pt"))})
                     .status,
                 0);
        QVERIFY(stagesOf(output).contains(QStringLiteral("detect")));
        // Another flight that lies in the same place.
        QCOMPARE(run(m_flights.add(QStringLiteral("moved"), 8, 20), output,
                     {QStringLiteral("--stride"), QStringLiteral("2")})
                     .status,
                 0);
        QVERIFY(stagesOf(output).contains(QStringLiteral("detect")));
    }

    void benchTellsWhereTheTimeGoes()
    {
        const QStringList arguments = QStringList{QStringLiteral("bench"), m_flight} + m_flights.options();
        const Outcome table = DarkFlights::sheen(arguments);
        QVERIFY2(table.status == 0, qPrintable(table.err));
        for (const char* word : {"detect", "telemetry", "warm_up", "overlap", "first oil"})
            QVERIFY2(table.out.contains(QLatin1String(word)), word);

        const Outcome outcome = DarkFlights::sheen(arguments + QStringList{QStringLiteral("--json")});
        QCOMPARE(outcome.status, 0);
        const QJsonObject bench = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
        QCOMPARE(bench.value(QStringLiteral("frames")).toInt(), 8);
        std::map<QString, QJsonObject> perFrame;
        const QJsonArray stages = bench.value(QStringLiteral("stages")).toArray();
        for (const QJsonValue& stage : stages) {
            if (!stage.toObject().value(QStringLiteral("whole_flight")).toBool())
                perFrame[stage.toObject().value(QStringLiteral("stage")).toString()] = stage.toObject();
        }
        for (const char* name : {"decode", "detect", "telemetry", "georeference", "slicks"}) {
            const QJsonObject stage = perFrame[QLatin1String(name)];
            const int calls = stage.value(QStringLiteral("calls")).toInt();
            QVERIFY2(calls == 8 || (calls == 9 && QLatin1String(name) == QLatin1String("decode")), name);
            const double mean = stage.value(QStringLiteral("mean_ms")).toDouble();
            const double wall = stage.value(QStringLiteral("wall_s")).toDouble();
            QVERIFY2(std::abs(mean * calls - 1e3 * wall) < 1e-6 * (1 + wall), name);
            QVERIFY2(stage.value(QStringLiteral("p99_ms")).toDouble() >= mean, name);
        }
        const double wall = bench.value(QStringLiteral("wall_s")).toDouble();
        QVERIFY(bench.value(QStringLiteral("first_slick_s")).toDouble(-1) > 0);
        QVERIFY(bench.value(QStringLiteral("first_slick_s")).toDouble() < wall);
        QVERIFY(bench.value(QStringLiteral("after_last_frame_s")).toDouble() < wall);
        QVERIFY(bench.value(QStringLiteral("overlap")).toDouble() >= 1);
        QVERIFY(bench.value(QStringLiteral("network_cpu_ms")).toDouble() > 0);
        QVERIFY(bench.value(QStringLiteral("peak_memory_mib")).toDouble() > 10);
    }
};

QTEST_GUILESS_MAIN(KeptRunTest)
#include "kept_run_test.moc"
