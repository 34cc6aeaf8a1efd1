#include "detect/load_trial.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>
#include <cstdlib>
#include <functional>
#include <thread>

#include "base/cancel.h"
#include "base/error.h"
#include "detect/model_file.h"
#include "test_models.h"

using namespace sheen;

namespace {

/** What this program does where a trial starts it: what the model's file name says. */
int behaveAs(const QString& path)
{
    if (path.contains(QStringLiteral("hangs")))
        std::this_thread::sleep_for(std::chrono::minutes(10));
    if (path.contains(QStringLiteral("crashes")))
        std::abort();
    if (path.contains(QStringLiteral("refused"))) {
        std::fputs("It is refused, and why.\n", stderr);
        return 3;
    }
    return 0;
}

}  // namespace

class LoadTrialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        enableLoadTrials();
    }

    void crashAndRefusalAreErrors_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("said");
        QTest::newRow("crashes") << QStringLiteral("crashes.pt") << QStringLiteral("crashed it");
        QTest::newRow("refused") << QStringLiteral("refused.pt") << QStringLiteral("It is refused, and why.");
    }

    void crashAndRefusalAreErrors()
    {
        QFETCH(QString, name);
        QFETCH(QString, said);
        const QString sentence = sentenceOf(model(name), Cancel());
        QVERIFY2(sentence.contains(said), qPrintable(sentence));
    }

    void cancellingEndsAHangingTrial()
    {
        const ModelFile file = model(QStringLiteral("hangs.pt"));
        Cancel cancel;
        std::thread analyst([&cancel] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            cancel.request();
        });
        QElapsedTimer timer;
        timer.start();
        const QString sentence = sentenceOf(file, cancel);
        analyst.join();
        QVERIFY2(sentence.contains(QStringLiteral("cancelled")), qPrintable(sentence));
        QVERIFY(timer.elapsed() < 60 * 1000);  // it would have had two minutes
    }

    void anotherModelDoesNotWaitForAHangingOne()
    {
        const ModelFile hanging = model(QStringLiteral("hangs.pt"));
        Cancel cancel;
        QString sentence;
        std::thread first([&] { sentence = sentenceOf(hanging, cancel); });
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        const QString second = sentenceOf(model(QStringLiteral("good.pt")), Cancel());
        cancel.request();
        first.join();
        QCOMPARE(second, QString());
        QVERIFY2(sentence.contains(QStringLiteral("cancelled")), qPrintable(sentence));
    }

    void contentThatWasGoodIsNotTriedAgain()
    {
        QCOMPARE(sentenceOf(model(QStringLiteral("good.pt")), Cancel()), QString());
        QCOMPARE(sentenceOf(model(QStringLiteral("crashes.pt")), Cancel()), QString());
    }

private:
    /** All have the same content. */
    ModelFile model(const QString& name) const
    {
        const QString saved = m_folder.filePath(QStringLiteral("saved.pt"));  // its name is in the file
        if (!QFile::exists(saved))
            test::saveDarkIsOil(saved);
        const QString path = m_folder.filePath(name);
        QFile::copy(saved, path);
        return ModelFile(path);
    }

    static QString sentenceOf(const ModelFile& file, const Cancel& cancel)
    {
        try {
            tryInOwnProcess(file, cancel);
        } catch (const Error& error) {
            return error.sentence();
        }
        return {};
    }

    QTemporaryDir m_folder;
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("model"))
        return behaveAs(arguments.last());
    LoadTrialTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "load_trial_test.moc"
