#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "workspace/run_summary.h"
#include "workspace/workspace.h"
#include "workspace/workspace_lock.h"

using namespace sheen;

namespace {

RunFacts factsOf(const QDateTime& begun)
{
    RunFacts facts;
    facts.flightName = QStringLiteral("test");
    facts.startedAt = begun;
    facts.framesDone = 7;
    return facts;
}

Slick slickOf(std::int64_t id)
{
    AppearanceArea area;
    area.outline = {{{{55, 5}, {55.001, 5}, {55.001, 5.002}, {55, 5.002}}}};
    Slick slick;
    slick.id = id;
    slick.areas = {area};
    return slick;
}

}  // namespace

class RunSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOfAFlightAreListedWithTheirReview()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sheen.gpkg"));
        const QDateTime first(QDate(2026, 6, 7), QTime(9, 0), Qt::UTC);
        QVERIFY(runsBeside(path).empty());
        {
            const auto workspace = Workspace::create(path, factsOf(first));
            workspace->finish(factsOf(first), {}, {slickOf(1), slickOf(2), slickOf(3)});
            Slick accepted = slickOf(2);
            accepted.decision = Decision::Accepted;
            workspace->applyEdit({first.addSecs(600),
                                  QStringLiteral("Ann"),
                                  QStringLiteral("accept"),
                                  {2},
                                  QStringLiteral("Accept slick 2")},
                                 {accepted}, {});
        }
        QString aside;
        Workspace::create(path, factsOf(first.addDays(1)), &aside)->finish(factsOf(first.addDays(1)), {}, {});
        QFile stranger(folder.filePath(QStringLiteral("sheen.9.gpkg")));
        QVERIFY(stranger.open(QIODevice::WriteOnly));
        stranger.write("no database");
        stranger.close();

        const std::vector<RunSummary> runs = runsBeside(path);
        QCOMPARE(runs.size(), std::size_t(2));
        QCOMPARE(runs[0].path, path);
        QVERIFY(!runs[0].isReviewed());
        QCOMPARE(runs[1].path, aside);
        QVERIFY(runs[1].isReviewed());
        QCOMPARE(runs[1].slicks, 3);
        QCOMPARE(runs[1].accepted, 1);
        QCOMPARE(runs[1].rejected, 0);
        QCOMPARE(runs[1].edits, 1);
        QCOMPARE(runs[1].lastEdit, first.addSecs(600));
        QCOMPARE(runs[1].facts.framesDone, 7);
        QCOMPARE(runsBeside(aside).size(), std::size_t(2));  // whichever of them is named
        // A new run finds nobody in the way.
        QVERIFY(Workspace::create(path, factsOf(first.addDays(2))));
    }

    void oneWindowAtATime()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sheen.gpkg"));
        QVERIFY(!WorkspaceLock::holderOf(path));
        auto lock = WorkspaceLock::take(path);
        QVERIFY(lock);
        const std::optional<WorkspaceHolder> holder = WorkspaceLock::holderOf(path);
        QVERIFY(holder);
        QCOMPARE(holder->process, QCoreApplication::applicationPid());
        QVERIFY(!holder->host.isEmpty());
        QVERIFY(holder->since.isValid());
        QVERIFY(!WorkspaceLock::take(path));
        lock.reset();
        QVERIFY(!WorkspaceLock::holderOf(path));
        QVERIFY(WorkspaceLock::take(path));
    }

    void whatADeadProgramLeftIsTakenOver()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sheen.gpkg"));
        QProcess gone;
        gone.start(QStringLiteral("true"), QStringList());
        const qint64 number = gone.processId();
        QVERIFY(gone.waitForFinished());
        QFile left(path + QStringLiteral(".lock"));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write(QByteArray::number(number) + "\nsheen\n" + QSysInfo::machineHostName().toUtf8() + '\n');
        left.close();
        QVERIFY(!WorkspaceLock::holderOf(path));
        QVERIFY(WorkspaceLock::take(path));
    }
};

QTEST_GUILESS_MAIN(RunSummaryTest)
#include "run_summary_test.moc"
