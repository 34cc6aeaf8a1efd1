#include <QDir>
#include <QSettings>
#include <QSignalSpy>

#include "detect/accepted_models.h"
#include "detect/detector.h"
#include "ui/session/model_memory.h"
#include "ui/session/session.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/session_opening.h"
#include "ui/support/small_flight.h"
#include "ui/support/tiny_model.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr int patience = 120000;  //!< milliseconds; the machine may be busy

}  // namespace

/** What flights remember of the shipped model when an update of Sheen brings another one. */
class ShippedModelTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_resources;
    QString m_shipped;

    /** Its oil called something else, and a class that it does not have. */
    static ModelChoice mapped(const ModelCard& card)
    {
        ModelClass oil = *card.findClass(1);
        oil.name = QStringLiteral("bunker oil");
        ModelClass gone = oil;
        gone.value = 7;
        return {card.path, card.sha256, {oil, gone}, true};
    }

    static bool usesTheShippedOne(const Session& session)
    {
        const ModelCard* card = session.model();
        return card && card->path == shippedModelPath() && card->sha256 == shippedModelSha256() &&
               card->findClass(1)->name == QStringLiteral("bunker oil");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("SheenTest"));
        m_resources = qgetenv("SHEEN_RESOURCES");
        const QString resources = m_folder.filePath(QStringLiteral("resources"));
        QVERIFY(QDir().mkpath(resources + QStringLiteral("/models")));
        const QDir whole(QString::fromLocal8Bit(m_resources));
        for (const QString& folder : whole.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (folder != QLatin1String("models"))
                QVERIFY(QFile::link(whole.absoluteFilePath(folder), resources + QLatin1Char('/') + folder));
        }
        m_shipped = resources + QStringLiteral("/models/sheen-compact.pt");
        qputenv("SHEEN_RESOURCES", resources.toLocal8Bit());
    }
    void cleanupTestCase() { qputenv("SHEEN_RESOURCES", m_resources); }
    void init()
    {
        QSettings().clear();
        writeTinyModel(m_shipped);
        QCOMPARE(shippedModelPath(), m_shipped);
    }

    void anUpdateTakesThePlaceOfTheOneBefore_data()
    {
        QTest::addColumn<bool>("told");    // that it was the shipped one
        QTest::addColumn<bool>("moved");   // Sheen is installed elsewhere by now
        QTest::addColumn<bool>("update");  // the model is another one
        QTest::newRow("replaced") << true << false << true;
        QTest::newRow("remembered by an earlier Sheen") << false << false << true;
        QTest::newRow("replaced and moved") << true << true << true;
        QTest::newRow("moved") << false << true << false;
    }

    void anUpdateTakesThePlaceOfTheOneBefore()
    {
        QFETCH(bool, told);
        QFETCH(bool, moved);
        QFETCH(bool, update);
        const SmallFlight flight =
            writeSmallFlight(m_folder.path(), 3, QString::fromLatin1(QTest::currentDataTag()));
        ModelChoice choice = mapped(readModelCard(m_shipped));
        choice.shipped = told;
        if (moved)
            choice.path = QStringLiteral("/opt/earlier/sheen-compact.pt");
        rememberModel({flight.frames, nullptr, QString()}, choice);
        if (update)
            writeTinyModel(m_shipped, 1);
        QVERIFY(isShippedModel(choice.sha256) != update);

        const QString other = m_folder.filePath(QStringLiteral("other.pt"));
        writeTinyModel(other, 2);
        Session session;
        QSignalSpy loaded(&session, &Session::modelLoaded);
        session.chooseModel({other, {}, {}});
        QVERIFY(loaded.wait(patience));
        QSignalSpy notices(&session, &Session::notice);
        openIn(session, flight.frames);
        QTRY_VERIFY_WITH_TIMEOUT(usesTheShippedOne(session), patience);
        QCOMPARE(int(session.mappedClasses().size()), 1);
        QCOMPARE(notices.count(), update ? 1 : 0);
        if (update)
            QVERIFY(notices.first().first().toString().contains(QStringLiteral("earlier version")));
    }

    void aWorkspaceTellsThatItWasTheShippedOne()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 6, QStringLiteral("run"));
        QString workspace;
        {
            Session session;
            session.loadModel({});
            openIn(session, flight.frames);
            RunSettings settings = session.settings();
            settings.telemetry = flight.poses;
            session.setSettings(settings);
            QSignalSpy finished(&session, &Session::runFinished);
            workspace = session.defaultWorkspacePath();
            session.run(workspace);
            QVERIFY(finished.wait(patience));
        }
        QVERIFY(modelChoiceOf(*Workspace::open(workspace))->shipped);
        writeTinyModel(m_shipped, 1);
        Session session;
        session.loadModel({});
        QSignalSpy notices(&session, &Session::notice);
        openIn(session, workspace);
        QTRY_VERIFY_WITH_TIMEOUT(session.model() && !session.isLoadingModel(), patience);
        QCOMPARE(notices.count(), 1);
        QVERIFY(notices.first().first().toString().contains(QStringLiteral("earlier version")));
        QCOMPARE(session.model()->sha256, shippedModelSha256());
    }
};

SHEEN_QGIS_TEST_MAIN(ShippedModelTest)
#include "shipped_model_test.moc"
