#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QThread>
#include <cstdio>
#include <random>

#include <ogrsf_frmts.h>
#include <qgsapplication.h>

#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/support/flight_that_was_run.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/review_scene.h"
#include "ui/support/seeded_analyst.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

const QString reviewArgument = QStringLiteral("--review");
constexpr int killsOnOneWorkspace = 10;

void openIn(Session& session, const QString& path)
{
    QSignalSpy opened(&session, &Session::workspaceOpened);
    session.open(path);
    QVERIFY(opened.wait(patience));
}

/** Reviews until it is killed, and says after each act how many edits there are. */
int reviewUntilKilled(const QString& path, unsigned seed)
{
    Session session;
    openIn(session, path);
    SeededAnalyst analyst(session, seed);
    for (;;) {
        std::printf("%zu\n", session.workspace()->edits().size());
        std::fflush(stdout);
        analyst.act();
    }
}

QByteArray integrityOf(const QString& path)
{
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    OGRLayer* answer = dataset ? dataset->ExecuteSQL("PRAGMA integrity_check", nullptr, nullptr) : nullptr;
    if (!answer)
        return "cannot be opened";
    QByteArray text;
    while (const OGRFeatureUniquePtr row{answer->GetNextFeature()})
        text += row->GetFieldAsString(0);
    dataset->ReleaseResultSet(answer);
    return text;
}

std::vector<Slick> byNumber(std::vector<Slick> slicks)
{
    std::sort(slicks.begin(), slicks.end(), [](const Slick& a, const Slick& b) { return a.id < b.id; });
    return slicks;
}

}  // namespace

/** A review that is killed at any moment has lost nothing that was said to be there. */
class KilledReviewTest : public QObject
{
    Q_OBJECT

    /** Reviews in another process, kills it, and gives the number of edits that it had told of. */
    static std::size_t killedReview(const QString& path, unsigned seed, unsigned long milliseconds)
    {
        QProcess review;
        review.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        review.start(QCoreApplication::applicationFilePath(), {reviewArgument, path, QString::number(seed)});
        if (!review.waitForReadyRead(patience))
            return 0;
        QThread::msleep(milliseconds);
        review.kill();
        review.waitForFinished(patience);
        const QList<QByteArray> lines = review.readAllStandardOutput().split('\n');
        // What follows the last end of a line was not said in full.
        return lines.size() < 2 ? 0 : lines[lines.size() - 2].toULongLong();
    }

    /** Opens it as the window does, and gives its slicks; nothing is asked or warned of. */
    static void openQuietly(const QString& path, std::vector<Slick>& slicks)
    {
        Session session;
        QSignalSpy warned(&session, &Session::warning);
        QSignalSpy failed(&session, &Session::failed);
        openIn(session, path);
        QCOMPARE(warned.count(), 0);
        QCOMPARE(failed.count(), 0);
        QVERIFY(!session.slicks()->isReadOnly());
        QVERIFY(!session.canFinishRun());
        QCOMPARE(session.frames().size(), std::size_t(40));
        slicks = byNumber(session.slicks()->slicks());
    }

    /** The same review from the same beginning, to that many edits; nothing kills this one. */
    static void reviewAgain(const QString& copy, unsigned seed, std::size_t edits, std::vector<Slick>& slicks)
    {
        Session session;
        openIn(session, copy);
        SeededAnalyst analyst(session, seed);
        while (session.workspace()->edits().size() < edits)
            analyst.act();
        slicks = byNumber(session.slicks()->slicks());
    }

private Q_SLOTS:
    /** SHEEN_KILLS says how often, SHEEN_KILL_SEED from which seed. */
    void nothingThatWasSaidToBeThereIsLost()
    {
        const int kills = std::max(3, qEnvironmentVariableIntValue("SHEEN_KILLS"));
        const auto firstSeed = unsigned(std::max(1, qEnvironmentVariableIntValue("SHEEN_KILL_SEED")));
        std::mt19937 random(firstSeed);
        std::unique_ptr<FlightThatWasRun> flight;
        std::size_t told = 0, ahead = 0;
        for (int i = 0; i < kills; ++i) {
            if (i % killsOnOneWorkspace == 0)
                flight = std::make_unique<FlightThatWasRun>();
            const QTemporaryDir folder;
            const QString copy = folder.filePath(QStringLiteral("sheen.gpkg"));
            QVERIFY(QFile::copy(flight->path(), copy));
            const std::size_t before = flight->onDisk()->edits().size();
            const unsigned seed = firstSeed + unsigned(i);
            const std::size_t acknowledged = killedReview(flight->path(), seed, random() % 1500);
            if (QTest::currentTestFailed())
                return;

            std::vector<Slick> slicks, expected;
            openQuietly(flight->path(), slicks);
            QCOMPARE(integrityOf(flight->path()), QByteArray("ok"));
            const std::size_t edits = flight->onDisk()->edits().size();
            qInfo("killed after %zu edits, %zu of them told of", edits - before, acknowledged - before);
            QVERIFY(acknowledged >= before);
            QVERIFY2(edits >= acknowledged, "edits that were told of are lost");
            QVERIFY2(edits <= acknowledged + 1, "edits that nobody made");
            told += acknowledged - before;
            ahead += edits - acknowledged;
            reviewAgain(copy, seed, edits, expected);
            QVERIFY2(sameSlicks(slicks, expected), "the slicks are not what the edits make");
        }
        qInfo("%d kills: %zu edits told of, all there; %zu more were", kills, told, ahead);
        QVERIFY(told > 0);
    }
};

int main(int argc, char** argv)
{
    const bool reviews = argc == 4 && QString::fromLocal8Bit(argv[1]) == reviewArgument;
    std::unique_ptr<QTemporaryDir> home;  // of the test; the reviews that are killed use it, too
    if (!reviews) {
        home = std::make_unique<QTemporaryDir>();
        for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            qputenv(variable, home->path().toLocal8Bit());
    }
    QgsApplication application(argc, argv, false, qEnvironmentVariable("HOME"));
    if (!qEnvironmentVariableIsSet("QGIS_PREFIX_PATH"))
        QgsApplication::setPrefixPath(QStringLiteral(SHEEN_QGIS_PREFIX), true);
    QgsApplication::initQgis();
    if (reviews)
        return reviewUntilKilled(QString::fromLocal8Bit(argv[2]), QString::fromLatin1(argv[3]).toUInt());
    int status = 0;
    {
        KilledReviewTest test;
        status = QTest::qExec(&test, argc, argv);
    }
    QgsApplication::exitQgis();
    return status;
}
#include "killed_review_test.moc"
