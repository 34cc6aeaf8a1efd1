#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>

#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>

#include "actions.h"
#include "ui/map/map_view.h"
#include "ui/review/review_actions.h"
#include "ui/session/slick_store.h"
#include "ui/session/waiting_writes.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/review_scene.h"
#include "ui/support/tiny_model.h"
#include "ui/support/window_steps.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

/** While it lives no file grows beyond so many bytes, as on a disk that is full. */
class FullDisk
{
public:
    explicit FullDisk(qint64 bytes)
    {
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, limit(rlim_t(bytes)));
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, limit(RLIM_INFINITY)); }

private:
    const rlimit* limit(rlim_t bytes)
    {
        m_limit = {bytes, RLIM_INFINITY};
        return &m_limit;
    }
    rlimit m_limit{};
};

QString allMessages(const MainWindow& window)
{
    return messagesOf(window).join(QLatin1Char('\n'));
}

std::vector<Slick> byNumber(std::vector<Slick> slicks)
{
    std::sort(slicks.begin(), slicks.end(), [](const Slick& a, const Slick& b) { return a.id < b.id; });
    return slicks;
}

}  // namespace

/** A disk that is full, a folder that is gone, a drive that is away, while a flight is reviewed. */
class UnwrittenTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    WindowOptions m_options;

    static void openResults(MainWindow& window, const QString& path)
    {
        QSignalSpy opened(&window.session(), &Session::workspaceOpened);
        window.open(path);
        QVERIFY(opened.wait(patience));
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().isListingRuns(), patience);
    }

    static void saveAs(MainWindow& window, const QString& path)
    {
        QSignalSpy moved(&window.session(), &Session::resultsMoved);
        window.session().saveAs(path);
        QVERIFY2(window.session().isSaving(), qPrintable(allMessages(window)));
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().isSaving(), patience);
        QVERIFY2(moved.count() == 1, qPrintable(allMessages(window)));
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().isListingRuns(), patience);
    }

    /** Edits, of which the disk gets nothing. */
    static void editOn(SlickStore& store)
    {
        store.setDecision({1}, Decision::Accepted);
        store.setNote(2, QStringLiteral("kept in memory"));
        QVERIFY(store.draw({{OverlayFlight::square(600, -150, 20)}}, 1) > 0);
        store.undo();
        store.redo();
    }

    /** What is on disk in that file is what the window shows, and the history has every step. */
    static void verifyWhole(MainWindow& window, const QString& path, std::size_t edits)
    {
        QCOMPARE(window.session().slicks()->writes().count(), 0);
        const auto onDisk = Workspace::open(path);
        QCOMPARE(onDisk->edits().size(), edits);
        QVERIFY(sameSlicks(byNumber(onDisk->slicks()), byNumber(window.session().slicks()->slicks())));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_options.modelPath = m_folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(m_options.modelPath);
    }

    void aFullDiskIsSaidAndWrittenWhenThereIsRoom()
    {
        const FlightThatWasRun flight;
        MainWindow window(m_options);
        openResults(window, flight.path());
        SlickStore& store = *window.session().slicks();
        store.setDecision({3}, Decision::Rejected);
        {
            const FullDisk full(QFileInfo(flight.path() + QStringLiteral("-wal")).size());
            editOn(store);
            QVERIFY(store.writes().count() >= 5);
            QVERIFY2(allMessages(window).contains(flight.path()), qPrintable(allMessages(window)));
            QVERIFY(window.findChild<QPushButton*>(QStringLiteral("saveUnwritten")));
            QCOMPARE(store.slicks().size(), std::size_t(4));
            QVERIFY(window.session().hasUnwritten());

            // Nothing else is done meanwhile that would lose it.
            QSignalSpy refused(&window.session(), &Session::openFailed);
            window.session().open(m_options.modelPath);
            QCOMPARE(refused.count(), 1);
            TrackSettings settings = window.session().trackSettings();
            settings.seaLevelMetres = 3;
            window.session().setTrackSettings(settings);
            QTRY_VERIFY_WITH_TIMEOUT(!window.session().isPlacingAgain(), patience);
            QCOMPARE(window.session().trackSettings().seaLevelMetres, 0.0);
        }
        QTRY_VERIFY_WITH_TIMEOUT(store.writes().count() == 0, patience);  // by itself
        QVERIFY(!window.session().hasUnwritten());
        QVERIFY2(allMessages(window).contains(QLatin1String("on disk again")),
                 qPrintable(allMessages(window)));
        verifyWhole(window, flight.path(), 6);
    }

    void aFolderThatIsGoneIsSaidAndResultsAreSavedElsewhere()
    {
        const FlightThatWasRun flight;
        MainWindow window(m_options);
        openResults(window, flight.path());
        SlickStore& store = *window.session().slicks();
        store.setDecision({3}, Decision::Rejected);
        QVERIFY(QDir(QFileInfo(flight.path()).absolutePath()).removeRecursively());
        editOn(store);
        QVERIFY2(allMessages(window).contains(QLatin1String("is gone")), qPrintable(allMessages(window)));

        const QString elsewhere = m_folder.filePath(QStringLiteral("elsewhere.gpkg"));
        saveAs(window, elsewhere);
        verifyWhole(window, elsewhere, 6);
        QCOMPARE(window.session().workspace()->path(), elsewhere);
        QVERIFY2(!allMessages(window).contains(QLatin1String("is gone")), qPrintable(allMessages(window)));
        store.setDecision({2}, Decision::Accepted);
        TrackSettings settings = window.session().trackSettings();
        settings.seaLevelMetres = 3;
        window.session().setTrackSettings(settings);
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().isPlacingAgain(), patience);
        verifyWhole(window, elsewhere, 8);
        while (store.undoStack()->canUndo()) {
            store.undo();
            QTRY_VERIFY_WITH_TIMEOUT(!window.session().isPlacingAgain(), patience);
        }
        QCOMPARE(store.slicks().size(), std::size_t(3));
        window.map().canvas()->waitWhileRendering();
    }

    void aFileThatCannotBeReadAnyMoreIsSavedFromMemory()
    {
        const FlightThatWasRun flight;
        MainWindow window(m_options);
        openResults(window, flight.path());
        SlickStore& store = *window.session().slicks();
        QVERIFY(QDir(QFileInfo(flight.path()).absolutePath()).removeRecursively());
        editOn(store);
        {
            // What the window has open, by the names that the system gives it: emptied.
            const QDir descriptors(QStringLiteral("/proc/self/fd"));
            for (const QString& name : descriptors.entryList(QDir::Files | QDir::System)) {
                const QByteArray link = descriptors.filePath(name).toLocal8Bit();
                char target[4096] = {};
                if (readlink(link.constData(), target, sizeof target - 1) > 0 &&
                    QByteArray(target).contains("sheen.gpkg") && !QByteArray(target).contains("-shm"))
                    QCOMPARE(truncate(link.constData(), 0), 0);
            }
        }
        const QString elsewhere = m_folder.filePath(QStringLiteral("from-memory.gpkg"));
        saveAs(window, elsewhere);
        QVERIFY(sameSlicks(byNumber(Workspace::open(elsewhere)->slicks()), byNumber(store.slicks())));
        QCOMPARE(Workspace::open(elsewhere)->frames().size(), std::size_t(40));
        QVERIFY(Workspace::open(elsewhere)->edits().size() >= 5);
        QCOMPARE(store.writes().count(), 0);
    }

    void aDriveThatFillsAndGoesAway()
    {
        QTemporaryDir drive;
        if (geteuid() != 0 || mount("none", drive.path().toLocal8Bit(), "tmpfs", 0, "size=1500k") != 0)
            QSKIP("A file system of its own takes root.");
        const FlightThatWasRun flight;
        const QString path = drive.filePath(QStringLiteral("sheen.gpkg"));
        QVERIFY(QFile::copy(flight.path(), path));
        MainWindow window(m_options);
        openResults(window, path);
        SlickStore& store = *window.session().slicks();
        QFile filler(drive.filePath(QStringLiteral("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) == 4096) {
        }
        filler.close();
        editOn(store);
        QVERIFY(store.writes().count() >= 5);
        QVERIFY2(allMessages(window).contains(QLatin1String("full")), qPrintable(allMessages(window)));
        QVERIFY(QFile::remove(filler.fileName()));
        QTRY_VERIFY_WITH_TIMEOUT(store.writes().count() == 0, patience);
        verifyWhole(window, path, 5);

        QCOMPARE(umount2(drive.path().toLocal8Bit(), MNT_DETACH), 0);
        store.setDecision({2}, Decision::Accepted);
        QCOMPARE(store.writes().count(), 1);
        QVERIFY2(allMessages(window).contains(QLatin1String("is gone")), qPrintable(allMessages(window)));
        const QString elsewhere = m_folder.filePath(QStringLiteral("drive.gpkg"));
        saveAs(window, elsewhere);
        verifyWhole(window, elsewhere, 6);
    }

    void closingAsksBeforeSomethingIsLost()
    {
        const FlightThatWasRun flight;
        MainWindow window(m_options);
        window.show();
        openResults(window, flight.path());
        window.session().slicks()->setDecision({1}, Decision::Accepted);
        QVERIFY(!window.findChild<QMessageBox*>(QStringLiteral("unwrittenQuestion")));
        QVERIFY(QDir(QFileInfo(flight.path()).absolutePath()).removeRecursively());
        window.session().slicks()->setDecision({2}, Decision::Accepted);
        QVERIFY(!window.close());
        auto* question = window.findChild<QMessageBox*>(QStringLiteral("unwrittenQuestion"));
        QVERIFY(question);
        question->reject();
        QTRY_VERIFY(!window.findChild<QMessageBox*>(QStringLiteral("unwrittenQuestion")));
        QVERIFY(window.session().hasUnwritten());
        QVERIFY(!window.close());
        question = window.findChild<QMessageBox*>(QStringLiteral("unwrittenQuestion"));
        question->findChild<QPushButton*>(QStringLiteral("loseUnwritten"))->click();
        QTRY_VERIFY(!window.isVisible());
    }

    void resultsThatCanOnlyBeReadAreChangedInACopy()
    {
        const FlightThatWasRun flight;
        Session first;
        flight.openIn(first);
        MainWindow window(m_options);
        openResults(window, flight.path());
        QVERIFY(window.session().slicks()->isReadOnly());
        const QString copy = m_folder.filePath(QStringLiteral("copy.gpkg"));
        saveAs(window, copy);
        window.session().slicks()->setDecision({1}, Decision::Accepted);
        QCOMPARE(Workspace::open(copy)->edits().size(), std::size_t(1));
        QVERIFY(flight.onDisk()->edits().empty());
    }
};

SHEEN_QGIS_TEST_MAIN(UnwrittenTest)
#include "unwritten_test.moc"
