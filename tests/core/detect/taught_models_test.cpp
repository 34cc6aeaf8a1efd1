#include "detect/taught_models.h"

#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "core/detect/test_models.h"
#include "detect/model_file.h"
#include "teach/taught_model.h"

using namespace sheen;

class TaughtModelsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_taught;

    /** A taught model of the smallest forest, which says oil to everything. */
    void writeTaught(const QString& path)
    {
        const QString base = m_folder.filePath(QStringLiteral("dark.pt"));
        test::saveDarkIsOil(base);
        ModelFile file(base);
        TaughtModel model;
        model.card = file.card();
        model.card.name = QStringLiteral("Red bay");
        model.card.json.insert(QStringLiteral("name"), model.card.name);
        model.base = {file.sha256(), QStringLiteral("dark.pt"), model.card.json};
        cv::Mat1f samples(20, PixelFeatures::count, 0.0F), answers(20, 1, 0.0F);
        for (int i = 0; i < 10; ++i) {
            samples.row(i).setTo(1);
            answers(i) = 1;
        }
        model.forests.oil = PixelForest::grown(samples, answers);
        for (const ModelClass& one : model.card.classes)
            (one.oil ? model.forests.oilClass : model.forests.otherClass) = one.value;
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytesOf(model, file.bytes()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("SheenTest"));
        QCoreApplication::setApplicationName(QStringLiteral("taught_models"));
        QSettings().clear();
        m_taught = m_folder.filePath(QStringLiteral("taught-1.pt"));
        writeTaught(m_taught);
    }

    void handedOnAndTakenIn()
    {
        ModelCard card;
        card.name = QStringLiteral("Red bay");
        card.path = m_taught;
        card.sha256 = ModelFile(m_taught).sha256();
        rememberTaughtModel(card);
        rememberTaughtModel(card);
        QCOMPARE(taughtModels().size(), std::size_t(1));
        const QString handed = m_folder.filePath(QStringLiteral("handed.pt"));
        handOnTaughtModel(taughtModels()[0], handed);
        QCOMPARE(ModelFile(handed).sha256(), card.sha256);

        const ModelCard taken = takeInTaughtModel(handed);
        QCOMPARE(taken.name, QStringLiteral("Red bay"));
        QCOMPARE(taken.sha256, card.sha256);
        QVERIFY(taken.path != handed);
        QVERIFY(!isAcceptedModel(taken.sha256));  // whether it is trusted is another question
        QCOMPARE(taughtModels().size(), std::size_t(2));
        QCOMPARE(taughtModels()[0].path, taken.path);

        forgetTaughtModel(taken.path);
        QVERIFY(!QFile::exists(taken.path));
        forgetTaughtModel(m_taught);
        QVERIFY(QFile::exists(m_taught));  // it lies beside results
        QVERIFY(taughtModels().empty());
    }

    void whatIsNoneIsRefused()
    {
        QVERIFY_EXCEPTION_THROWN(takeInTaughtModel(m_folder.filePath(QStringLiteral("dark.pt"))), Error);
        QVERIFY_EXCEPTION_THROWN(takeInTaughtModel(m_folder.filePath(QStringLiteral("none.pt"))), Error);
        const QString target = m_folder.filePath(QStringLiteral("x.pt"));
        const UsedModel other{m_taught, QStringLiteral("00"), QStringLiteral("Red bay")};
        QVERIFY_EXCEPTION_THROWN(handOnTaughtModel(other, target), Error);
        QVERIFY(!QFile::exists(target));
        QVERIFY(taughtModels().empty());
    }
};

QTEST_GUILESS_MAIN(TaughtModelsTest)
#include "taught_models_test.moc"
