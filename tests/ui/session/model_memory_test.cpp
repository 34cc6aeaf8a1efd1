#include "ui/session/model_memory.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QSignalSpy>

#include "detect/accepted_models.h"
#include "detect/detector.h"
#include "detect/model_file.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/session_opening.h"
#include "ui/support/small_flight.h"
#include "ui/support/tiny_model.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr int patience = 120000;  //!< milliseconds; the machine may be busy

/** The tiny model, accepted, its oil called something else. */
ModelChoice mappedModel(const QString& path, int code = 5)
{
    const ModelCard card = readModelCard(path);
    acceptModel(card);
    ModelClass oil = *card.findClass(1);
    oil.name = QStringLiteral("bunker oil");
    oil.code = code;
    return {card.path, card.sha256, {oil}};
}

}  // namespace

/** The model and its classes are remembered for each flight. */
class ModelMemoryTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_model;

    static bool isMapped(const Session& session)
    {
        return session.model() && session.model()->findClass(1) &&
               session.model()->findClass(1)->name == QStringLiteral("bunker oil");
    }

    static void choose(Session& session, const ModelChoice& choice)
    {
        QSignalSpy loaded(&session, &Session::modelLoaded);
        session.chooseModel(choice);
        QTRY_VERIFY_WITH_TIMEOUT(loaded.count() > 0, patience);
        QVERIFY(isMapped(session));
    }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setOrganizationName(QStringLiteral("SheenTest")); }
    void init()
    {
        QSettings().clear();
        m_model = m_folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(m_model);
    }

    void beforeTheFirstRun()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 3, QStringLiteral("before"));
        const SmallFlight other = writeSmallFlight(m_folder.path(), 3, QStringLiteral("other"));
        {
            Session session;
            openIn(session, flight.frames);
            choose(session, mappedModel(m_model));
            openIn(session, other.frames);
            QVERIFY(session.model());
            QVERIFY(!isMapped(session));
            QCOMPARE(session.model()->findClass(1)->name, QStringLiteral("test oil"));
        }
        Session session;
        openIn(session, flight.frames);
        QTRY_VERIFY_WITH_TIMEOUT(isMapped(session), patience);
        QCOMPARE(session.model()->path, m_model);
        QCOMPARE(int(usedModels().size()), 1);
    }

    void aRunUsesThemAndItsWorkspaceKeepsThem()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 6, QStringLiteral("run"));
        QString workspace;
        {
            Session session;
            openIn(session, flight.frames);
            choose(session, mappedModel(m_model));
            RunSettings settings = session.settings();
            settings.telemetry = flight.poses;
            session.setSettings(settings);
            QSignalSpy finished(&session, &Session::runFinished);
            workspace = session.defaultWorkspacePath();
            session.run(workspace);
            QVERIFY(finished.wait(patience));
            QCOMPARE(session.card().findClass(1)->name, QStringLiteral("bunker oil"));
            QCOMPARE(int(session.slicks()->slicks().size()), 1);
            QCOMPARE(session.slicks()->slicks().front().areas.front().code, 5);
            QCOMPARE(session.slicks()->slicks().front().areas.front().className,
                     QStringLiteral("bunker oil"));
        }
        QSettings().remove(QStringLiteral("models/flights"));
        for (const QString& path : {workspace, flight.frames}) {
            Session session;
            openIn(session, path);
            QTRY_VERIFY_WITH_TIMEOUT(isMapped(session), patience);
        }
        // Another choice for results that are there holds for the next run; they stay as they are.
        {
            Session session;
            openIn(session, workspace);
            QTRY_VERIFY_WITH_TIMEOUT(isMapped(session), patience);
            choose(session, mappedModel(m_model, 1));
            QTRY_COMPARE_WITH_TIMEOUT(
                Workspace::open(workspace)->kept(QStringLiteral("model_choice")).isEmpty(), false, patience);
            QCOMPARE(session.card().findClass(1)->code, 5);
        }
        Session session;
        openIn(session, flight.frames);
        QTRY_VERIFY_WITH_TIMEOUT(isMapped(session), patience);
        QCOMPARE(session.model()->findClass(1)->code, 1);
    }

    void aModelThatChangedOrWasNeverAcceptedHereIsNotUsed_data()
    {
        QTest::addColumn<bool>("changed");
        QTest::newRow("changed") << true;
        QTest::newRow("never accepted") << false;
    }

    void aModelThatChangedOrWasNeverAcceptedHereIsNotUsed()
    {
        QFETCH(bool, changed);
        const SmallFlight flight = writeSmallFlight(
            m_folder.path(), 3, changed ? QStringLiteral("changed") : QStringLiteral("unknown"));
        const QString model = m_folder.filePath(QStringLiteral("once.pt"));
        writeTinyModel(model);
        rememberModel({flight.frames, nullptr, QString()}, mappedModel(model));
        if (changed)
            writeTinyModel(model, 1);
        else
            QSettings().remove(QStringLiteral("models/accepted"));
        Session session;
        QSignalSpy notices(&session, &Session::notice);
        QSignalSpy failures(&session, &Session::failed);
        const int reads = ModelFile::readCount();
        openIn(session, flight.frames);
        QTRY_COMPARE_WITH_TIMEOUT(notices.count() + failures.count(), 1, patience);
        const QSignalSpy& said = changed ? failures : notices;
        QVERIFY(said.first().first().toString().contains(model));
        QVERIFY(!session.isLoadingModel());
        QVERIFY(!session.model());
        QCOMPARE(ModelFile::readCount() - reads, changed ? 1 : 0);
    }

    void anotherModelStaysInUseWhereTheRememberedOneHasChanged()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 3, QStringLiteral("stays"));
        const QString model = m_folder.filePath(QStringLiteral("then.pt"));
        writeTinyModel(model);
        rememberModel({flight.frames, nullptr, QString()}, mappedModel(model));
        writeTinyModel(model, 1);
        writeTinyModel(m_model, 2);
        Session session;
        QSignalSpy loaded(&session, &Session::modelLoaded);
        session.chooseModel({m_model, {}, {}});
        QVERIFY(loaded.wait(patience));
        QSignalSpy notices(&session, &Session::notice);
        QSignalSpy finished(&session, &Session::runFinished);
        openIn(session, flight.frames);
        session.run(session.defaultWorkspacePath());  // at once, as the option --start does
        QVERIFY(finished.wait(patience));
        QVERIFY(notices.count() > 0);
        QCOMPARE(session.model()->path, m_model);
        QCOMPARE(session.facts().model.path, m_model);
    }

    void aModelIsReadOnce()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 3, QStringLiteral("once"));
        rememberModel({flight.frames, nullptr, QString()}, mappedModel(m_model));
        Session session;
        const int reads = ModelFile::readCount();
        openIn(session, flight.frames);
        QTRY_VERIFY_WITH_TIMEOUT(isMapped(session), patience);
        QCOMPARE(ModelFile::readCount() - reads, 1);

        // In use already: another flight with it reads nothing.
        const SmallFlight other = writeSmallFlight(m_folder.path(), 3, QStringLiteral("twice"));
        rememberModel({other.frames, nullptr, QString()}, mappedModel(m_model));
        const int before = ModelFile::readCount();
        openIn(session, other.frames);
        QTRY_VERIFY_WITH_TIMEOUT(isMapped(session) && !session.isLoadingModel(), patience);
        QCOMPARE(ModelFile::readCount(), before);
    }

    void aCardThatWasEditedIsLoadedAgain()
    {
        const QString path = m_folder.filePath(QStringLiteral("beside.pt"));
        writeTinyModelAndCard(path);
        const auto chosen = [](Session& session, const QString& file) {
            const ModelCard card = readModelCard(file);
            acceptModel(card);
            QSignalSpy loaded(&session, &Session::modelLoaded);
            session.chooseModel({card.path, card.sha256, {}, false, card.json});
            return loaded.count() > 0 || loaded.wait(patience) ? session.model()->mean[0] : -1;
        };
        Session session;
        QCOMPARE(chosen(session, path), 0.0);
        writeTinyCard(path, 200);
        QCOMPARE(chosen(session, path), 200.0);
        const int loads = Detector::loadCount();
        QCOMPARE(chosen(session, path), 200.0);
        QCOMPARE(Detector::loadCount(), loads);  // nothing has changed

        // The same file elsewhere, which another flight remembers.
        const QString copy = m_folder.filePath(QStringLiteral("copy of beside.pt"));
        QVERIFY(QFile::copy(path, copy));
        writeTinyCard(copy, 40);
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 3, QStringLiteral("copy"));
        rememberModel({flight.frames, nullptr, QString()}, mappedModel(copy));
        openIn(session, flight.frames);
        QTRY_VERIFY_WITH_TIMEOUT(isMapped(session), patience);
        QCOMPARE(session.model()->mean[0], 40.0);
    }

    void aModelThatWasMovedStaysInUse()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 3, QStringLiteral("moved"));
        const QString moved = m_folder.filePath(QStringLiteral("moved/tiny.pt"));
        QVERIFY(QDir().mkpath(QFileInfo(moved).path()));
        rememberModel({flight.frames, nullptr, QString()}, mappedModel(m_model));
        QVERIFY(QFile::rename(m_model, moved));
        Session session;
        choose(session, mappedModel(moved));
        openIn(session, flight.frames);
        QTRY_VERIFY_WITH_TIMEOUT(isMapped(session), patience);
        QCOMPARE(session.model()->path, moved);
    }

    void modelsRunOnTheDeviceThatWasGiven()
    {
        Session session;
        QSignalSpy failed(&session, &Session::failed);
        session.setDevice(QStringLiteral("cuda:99"));
        session.loadModel(m_model);
        QVERIFY(failed.wait(patience));
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("cuda:99")));
        session.setDevice(QStringLiteral("cpu"));
        session.loadModel(m_model);
        QTRY_VERIFY_WITH_TIMEOUT(session.model(), patience);
        QVERIFY(session.deviceName().startsWith(QStringLiteral("CPU")));
    }

    void aFileThatIsReplacedAfterItsCardWasReadIsRefused()
    {
        const ModelChoice choice = mappedModel(m_model);
        writeTinyModel(m_model, 1);
        Session session;
        QSignalSpy failed(&session, &Session::failed);
        session.chooseModel(choice);
        QVERIFY(failed.wait(patience));
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("has changed")));
        QVERIFY(!session.model());
        QVERIFY(usedModels().empty());
    }

    void theOneNamedOnTheCommandLineStays()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 3, QStringLiteral("named"));
        rememberModel({flight.frames, nullptr, QString()}, mappedModel(m_model));
        const QString named = m_folder.filePath(QStringLiteral("named.pt"));
        writeTinyModel(named, 1);
        Session session;
        session.loadModel(named);
        openIn(session, flight.frames);
        QTRY_VERIFY_WITH_TIMEOUT(session.model(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isLoadingModel(), patience);
        QCOMPARE(session.model()->path, named);
    }
};

SHEEN_QGIS_TEST_MAIN(ModelMemoryTest)
#include "model_memory_test.moc"
