#include "ui/model/model_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSettings>
#include <QTextBrowser>
#include <QThread>
#include <memory>

#include "class_table.h"
#include "detect/accepted_models.h"
#include "detect/detector.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/tiny_model.h"

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr int patience = 120000;  //!< milliseconds; the machine may be busy

/** The tiny model takes what is dark for oil. */
TrialFrame halfDark()
{
    TrialFrame frame{cv::Mat(120, 200, CV_8UC3, cv::Scalar::all(200)), {}};
    frame.picture.colRange(0, 100).setTo(cv::Scalar::all(20));
    return frame;
}

ModelChoice fileAt(const QString& path)
{
    return {path, {}, {}};
}

}  // namespace

class ModelDialogTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_model;

    template <typename Widget>
    static Widget* part(const ModelDialog& dialog, const char* name)
    {
        return dialog.findChild<Widget*>(QLatin1String(name));
    }
    static bool hasCard(const ModelDialog& dialog)
    {
        return part<ClassTable>(dialog, "classes")->rowCount() == 2;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("SheenTest"));
        m_model = m_folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(m_model);
    }
    void init() { QSettings().clear(); }

    void aCardIsReadBeforeAnythingRuns()
    {
        const int loads = Detector::loadCount();
        const ModelDialog dialog(fileAt(m_model), halfDark);
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        const QString text = part<QTextBrowser>(dialog, "card")->toPlainText();
        QVERIFY(text.contains(readModelCard(m_model).sha256));
        QVERIFY(!part<QPushButton>(dialog, "use")->isEnabled());
        QVERIFY(!part<QPushButton>(dialog, "try")->isEnabled());
        QCOMPARE(Detector::loadCount(), loads);
    }

    void trustIsAskedForOnceForEachFile()
    {
        {
            ModelDialog dialog(fileAt(m_model), {});
            QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
            part<QCheckBox>(dialog, "trust")->setChecked(true);
            QVERIFY(!part<QPushButton>(dialog, "try")->isEnabled());  // no frame
            ModelChoice chosen;
            connect(&dialog, &ModelDialog::modelChosen, this,
                    [&chosen](const ModelChoice& choice) { chosen = choice; });
            part<QPushButton>(dialog, "use")->click();
            QCOMPARE(chosen.path, m_model);
            QCOMPARE(chosen.sha256, readModelCard(m_model).sha256);
            QVERIFY(chosen.classes.empty());
        }
        ModelDialog again(fileAt(m_model), {});
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(again), patience);
        QVERIFY(part<QPushButton>(again, "use")->isEnabled());

        const QString other = m_folder.filePath(QStringLiteral("other.pt"));
        writeTinyModel(other, 1);
        again.showModel(other);
        QVERIFY(!part<QPushButton>(again, "use")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(again), patience);
        QVERIFY(!part<QCheckBox>(again, "trust")->isChecked());
        QVERIFY(!part<QPushButton>(again, "use")->isEnabled());
    }

    void theShippedModelIsAccepted()
    {
        const ModelCard shipped = readModelCard(Detector::defaultModelPath());
        QVERIFY(isShippedModel(shipped.sha256));
        QVERIFY(isAcceptedModel(shipped.sha256));
        const QString copy = m_folder.filePath(QStringLiteral("copy.pt"));
        QVERIFY(QFile::copy(shipped.path, copy));
        QVERIFY(isAcceptedModel(readModelCard(copy).sha256));
        QVERIFY(acceptedModelFile(copy, shipped.sha256));
    }

    void whatLiesInThePlaceOfTheShippedModelIsNot()
    {
        const QByteArray resources = qgetenv("SHEEN_RESOURCES");
        const auto restored = qScopeGuard([&] { qputenv("SHEEN_RESOURCES", resources); });
        const QDir place(m_folder.filePath(QStringLiteral("resources/models")));
        QVERIFY(place.mkpath(QStringLiteral(".")));
        qputenv("SHEEN_RESOURCES", m_folder.filePath(QStringLiteral("resources")).toLocal8Bit());
        const QString path = place.filePath(QStringLiteral("sheen-compact.pt"));
        writeTinyModel(path);
        QCOMPARE(shippedModelPath(), path);
        QVERIFY(isShippedModel(readModelCard(path).sha256));

        // The link is switched after its file was read.
        ModelCard read = readModelCard(m_model);
        read.path = path;
        QVERIFY(isShippedPath(read.path));
        QVERIFY(!isAcceptedModel(read.sha256));
        acceptModel(read);
        QVERIFY(isAcceptedModel(read.sha256));
        QVERIFY(!acceptedModelFile(path, read.sha256));
    }

    void aModelIsTriedOnTheFrame()
    {
        ModelDialog dialog(fileAt(m_model), halfDark);
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        part<QCheckBox>(dialog, "trust")->setChecked(true);
        part<QPushButton>(dialog, "try")->click();
        QVERIFY(!part<QPushButton>(dialog, "use")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>(dialog, "use")->isEnabled(), patience);
        const QString state = part<QLabel>(dialog, "state")->text();
        QVERIFY2(state.contains(QStringLiteral("50.0")), qPrintable(state));
    }

    void aCardBesideTheModelCounts()
    {
        const auto tried = [](ModelDialog& dialog) {
            const bool read = QTest::qWaitFor([&] { return hasCard(dialog); }, patience);
            part<QCheckBox>(dialog, "trust")->setChecked(read);
            part<QPushButton>(dialog, "try")->click();
            const bool done =
                QTest::qWaitFor([&] { return part<QPushButton>(dialog, "try")->isEnabled(); }, patience);
            return done ? part<QLabel>(dialog, "state")->text() : QString();
        };
        const QString path = m_folder.filePath(QStringLiteral("beside.pt"));
        writeTinyModelAndCard(path);
        ModelDialog dialog(fileAt(path), halfDark);
        QString state = tried(dialog);
        QVERIFY2(state.contains(QStringLiteral(" 50.0")), qPrintable(state));

        writeTinyCard(path, 200);
        dialog.showModel(path);
        state = tried(dialog);
        QVERIFY2(state.contains(QStringLiteral(" 100.0")), qPrintable(state));

        const QString copy = m_folder.filePath(QStringLiteral("copy of beside.pt"));
        QVERIFY(QFile::copy(path, copy));
        writeTinyCard(copy, 0);
        dialog.showModel(copy);
        state = tried(dialog);
        QVERIFY2(state.contains(QStringLiteral(" 50.0")), qPrintable(state));
    }

    void aModelIsTriedOnTheDeviceThatWasGiven()
    {
        ModelDialog dialog(fileAt(m_model), halfDark);
        dialog.setDevice(QStringLiteral("cuda:99"));
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        part<QCheckBox>(dialog, "trust")->setChecked(true);
        part<QPushButton>(dialog, "try")->click();
        QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>(dialog, "state")->text().contains(QStringLiteral("cuda:99")),
                                 patience);
    }

    void closingWaitsForNoTrial()
    {
        const auto threads = [] {
            return qApp->findChildren<QThread*>(QStringLiteral("model trial")).size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(int(threads()), 0, patience);
        const auto begun = std::make_shared<QSemaphore>();
        const auto goOn = std::make_shared<QSemaphore>();
        auto dialog = std::make_unique<ModelDialog>(fileAt(m_model), [begun, goOn] {
            begun->release();
            goOn->tryAcquire(1, patience);
            return halfDark();
        });
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(*dialog), patience);
        part<QCheckBox>(*dialog, "trust")->setChecked(true);
        part<QPushButton>(*dialog, "try")->click();
        QVERIFY(begun->tryAcquire(1, patience));
        dialog.reset();
        QCOMPARE(int(threads()), 1);  // still at it
        goOn->release();
        QTRY_COMPARE_WITH_TIMEOUT(int(threads()), 0, patience);
    }

    void anotherModelEndsTheTrialOfTheOneBefore()
    {
        const auto begun = std::make_shared<QSemaphore>();
        const auto goOn = std::make_shared<QSemaphore>();
        ModelDialog dialog(fileAt(m_model), [begun, goOn] {
            begun->release();
            goOn->tryAcquire(1, patience);
            return halfDark();
        });
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        part<QCheckBox>(dialog, "trust")->setChecked(true);
        part<QPushButton>(dialog, "try")->click();
        QVERIFY(begun->tryAcquire(1, patience));
        const QString other = m_folder.filePath(QStringLiteral("next.pt"));
        writeTinyModel(other, 4);
        dialog.showModel(other);
        goOn->release();
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        QVERIFY(part<QTextBrowser>(dialog, "card")->toPlainText().contains(readModelCard(other).sha256));
        QVERIFY(!part<QLabel>(dialog, "preview")->text().isEmpty());  // no mask took its place
    }

    void classesAreMapped()
    {
        ModelChoice current{m_model, readModelCard(m_model).sha256, readModelCard(m_model).classes};
        current.classes.erase(current.classes.begin());
        current.classes.front().name = QStringLiteral("bunker oil");
        ModelDialog dialog(current, halfDark);
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        auto* table = part<ClassTable>(dialog, "classes");
        QCOMPARE(table->classes().back().name, QStringLiteral("bunker oil"));
        QCOMPARE(table->item(1, 1)->text(), QStringLiteral("bunker oil"));

        table->setCode(0, 2);
        QVERIFY(table->classes().front().oil);
        table->setOil(1, false);
        QCOMPARE(table->classes().back().code, 0);
        table->setColour(0, QColor(1, 2, 3));
        part<QCheckBox>(dialog, "trust")->setChecked(true);
        ModelChoice chosen;
        connect(&dialog, &ModelDialog::modelChosen, this,
                [&chosen](const ModelChoice& choice) { chosen = choice; });
        part<QPushButton>(dialog, "use")->click();
        QCOMPARE(chosen.classes.size(), std::size_t(2));
        QCOMPARE(chosen.classes.front().code, 2);
        QCOMPARE(int(chosen.classes.front().rgb[2]), 3);
        QVERIFY(!chosen.classes.back().oil);

        part<QPushButton>(dialog, "reset")->click();
        QCOMPARE(table->classes().back().name, QStringLiteral("test oil"));
        QVERIFY(!part<QPushButton>(dialog, "reset")->isEnabled());
    }

    void aTrialShowsTheClassesAsTheyAreMapped()
    {
        ModelDialog dialog(fileAt(m_model), halfDark);
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        part<QCheckBox>(dialog, "trust")->setChecked(true);
        part<QPushButton>(dialog, "try")->click();
        const auto shows = [&dialog](const char* share) {
            return part<QLabel>(dialog, "state")->text().contains(QLatin1String(share));
        };
        QTRY_VERIFY_WITH_TIMEOUT(shows("50.0"), patience);
        part<ClassTable>(dialog, "classes")->setOil(1, false);
        QVERIFY(shows(" 0.0"));
        part<ClassTable>(dialog, "classes")->setCode(0, 1);
        QVERIFY(shows("50.0"));
    }

    void whatLiesOverThePictureIsNoOil()
    {
        const auto withReticle = [] {
            TrialFrame frame{cv::Mat(120, 200, CV_8UC3, cv::Scalar::all(200)), {}};
            frame.picture(cv::Rect(90, 55, 20, 3)).setTo(cv::Scalar::all(0));
            frame.picture(cv::Rect(90, 59, 20, 1)).setTo(cv::Scalar::all(255));
            frame.hints.overlay = {{QRectF(0.4, 0.4, 0.2, 0.2), true}};
            return frame;
        };
        ModelDialog dialog(fileAt(m_model), withReticle);
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        part<QCheckBox>(dialog, "trust")->setChecked(true);
        part<QPushButton>(dialog, "try")->click();
        QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>(dialog, "state")->text().contains(QStringLiteral(" 0.0")),
                                 patience);
    }

    void modelsUsedBeforeAreOffered()
    {
        const QString gone = m_folder.filePath(QStringLiteral("gone.pt"));
        ModelCard card = readModelCard(m_model);
        rememberUsedModel(card);
        card.path = gone;
        rememberUsedModel(card);
        QCOMPARE(int(usedModels().size()), 2);
        const ModelDialog dialog(fileAt(Detector::defaultModelPath()), {});
        const auto* models = part<QComboBox>(dialog, "models");
        QCOMPARE(models->count(), 2);
        QCOMPARE(models->itemData(0).toString(), Detector::defaultModelPath());
        QCOMPARE(models->itemData(1).toString(), m_model);
    }

    void aFileThatChangedIsAskedAboutAgain()
    {
        const QString path = m_folder.filePath(QStringLiteral("changing.pt"));
        writeTinyModel(path);
        acceptModel(readModelCard(path));
        rememberUsedModel(readModelCard(path));
        writeTinyModel(path, 2);
        ModelDialog dialog(fileAt(path), {});
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        QVERIFY(!part<QPushButton>(dialog, "use")->isEnabled());
        QVERIFY(part<QLabel>(dialog, "state")->text().contains(QStringLiteral("has changed")));
    }

    void aFileThatIsReplacedBeforeItsTrialIsNotRun()
    {
        const QString path = m_folder.filePath(QStringLiteral("replaced.pt"));
        writeTinyModel(path);
        ModelDialog dialog(fileAt(path), halfDark);
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        part<QCheckBox>(dialog, "trust")->setChecked(true);
        writeTinyModel(path, 3);
        const int loads = Detector::loadCount();
        part<QPushButton>(dialog, "try")->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            part<QLabel>(dialog, "state")->text().contains(QStringLiteral("has changed")), patience);
        QCOMPARE(Detector::loadCount(), loads);
    }

    void badFilesAreSaid()
    {
        const QString path = m_folder.filePath(QStringLiteral("bad.pt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no model");
        file.close();
        ModelDialog dialog(fileAt(path), halfDark);
        QTRY_VERIFY_WITH_TIMEOUT(
            part<QLabel>(dialog, "state")->text().contains(QStringLiteral("no TorchScript")), patience);
        QVERIFY(!part<QPushButton>(dialog, "use")->isEnabled());
        dialog.showModel(m_model);
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
    }

    void framesThatCannotBeDecodedAreSaid()
    {
        ModelDialog dialog(fileAt(m_model), [] { return TrialFrame(); });
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        part<QCheckBox>(dialog, "trust")->setChecked(true);
        part<QPushButton>(dialog, "try")->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            part<QLabel>(dialog, "state")->text().contains(QStringLiteral("cannot be decoded")), patience);
    }
};

SHEEN_QGIS_TEST_MAIN(ModelDialogTest)
#include "model_dialog_test.moc"
