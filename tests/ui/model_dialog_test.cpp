#include "ui/model/model_dialog.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTextBrowser>

#include "core/detect/detector.h"
#include "tests/ui/qgis_test_main.h"
#include "tests/ui/tiny_model.h"
#include "ui/model/accepted_models.h"

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr int patience = 120000;  //!< milliseconds; the machine may be busy

cv::Mat halfDark()
{
    cv::Mat picture(120, 200, CV_8UC3, cv::Scalar::all(200));
    picture.colRange(0, 100).setTo(cv::Scalar::all(20));
    return picture;
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
        return part<QTextBrowser>(dialog, "card")->toPlainText().contains(QStringLiteral("test oil"));
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
        const ModelDialog dialog(m_model, halfDark);
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
            ModelDialog dialog(m_model, {});
            QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
            part<QCheckBox>(dialog, "trust")->setChecked(true);
            QVERIFY(!part<QPushButton>(dialog, "try")->isEnabled());  // no frame
            QSignalSpy chosen(&dialog, &ModelDialog::modelChosen);
            part<QPushButton>(dialog, "use")->click();
            QCOMPARE(chosen.size(), 1);
            QCOMPARE(chosen.first().first().toString(), m_model);
        }
        ModelDialog again(m_model, {});
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
        ModelCard card = readModelCard(Detector::defaultModelPath());
        QVERIFY(isAcceptedModel(card));
        card.path = m_model;
        QVERIFY(!isAcceptedModel(card));
        acceptModel(card);
        QVERIFY(isAcceptedModel(card));
    }

    void aModelIsTriedOnTheFrame()
    {
        ModelDialog dialog(m_model, halfDark);
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        part<QCheckBox>(dialog, "trust")->setChecked(true);
        part<QPushButton>(dialog, "try")->click();
        QVERIFY(!part<QPushButton>(dialog, "use")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>(dialog, "use")->isEnabled(), patience);
        const QString state = part<QLabel>(dialog, "state")->text();
        QVERIFY2(state.contains(QStringLiteral("50.0")), qPrintable(state));
    }

    void badFilesAreSaid()
    {
        const QString path = m_folder.filePath(QStringLiteral("bad.pt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no model");
        file.close();
        ModelDialog dialog(path, halfDark);
        QTRY_VERIFY_WITH_TIMEOUT(
            part<QLabel>(dialog, "state")->text().contains(QStringLiteral("no TorchScript")), patience);
        QVERIFY(!part<QPushButton>(dialog, "use")->isEnabled());
        dialog.showModel(m_model);
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
    }

    void framesThatCannotBeDecodedAreSaid()
    {
        ModelDialog dialog(m_model, [] { return cv::Mat(); });
        QTRY_VERIFY_WITH_TIMEOUT(hasCard(dialog), patience);
        part<QCheckBox>(dialog, "trust")->setChecked(true);
        part<QPushButton>(dialog, "try")->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            part<QLabel>(dialog, "state")->text().contains(QStringLiteral("cannot be decoded")), patience);
    }
};

SHEEN_QGIS_TEST_MAIN(ModelDialogTest)
#include "model_dialog_test.moc"
