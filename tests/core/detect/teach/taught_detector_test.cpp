#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "core/detect/test_models.h"
#include "detect/detector.h"
#include "detect/model_file.h"
#include "painted_sea.h"
#include "teach/taught_card.h"

using namespace sheen;
using namespace sheen::test;

class TaughtDetectorTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    /** Teaches a model brown oil, and writes it; its base's card may lie beside its base. */
    void teachBrown(const QString& basePath, const QString& target, const QStringList& sensors = {}) const
    {
        const ModelFile base(basePath);
        const std::unique_ptr<Detector> detector = Detector::load(basePath);
        cv::Mat marks = noMarks();
        stroke(marks, {55, 60}, {120, 60}, anyOilMarked);
        stroke(marks, {60, 100}, {125, 95}, anyOilMarked);
        stroke(marks, {20, 180}, {90, 220}, 1);
        stroke(marks, {200, 150}, {260, 190}, 1);
        const cv::Mat3b sea = paintedSea();
        const Segmentation answer = detector->detect(sea);
        const ModelCard card = detector->card();
        const Lesson lesson = learn(
            {samplesOf(QStringLiteral("sea"), true, PixelFeatures(sea, answer, card), marks, answer)}, card);
        const TaughtModel model{taughtCard(card, lesson, {QStringLiteral("Brown"), {}, sensors, {}, {}}),
                                {base.sha256(), QFileInfo(basePath).fileName(), card.json},
                                lesson.forests};
        QFile file(target);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytesOf(model, base.bytes()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        // Its card lies beside it, and is not there any more when the taught model is used.
        saveModel(path(QStringLiteral("base.pt")), {}, "    return torch.cat([dark * 0 + 1, dark * 0], 1)\n");
        QFile card(path(QStringLiteral("base.json")));
        QVERIFY(card.open(QIODevice::WriteOnly));
        card.write(modelCard(2));
        card.close();
        teachBrown(path(QStringLiteral("base.pt")), path(QStringLiteral("taught.pt")));
        teachBrown(path(QStringLiteral("base.pt")), path(QStringLiteral("wide.pt")), {QStringLiteral("EOW")});
        QFile::remove(path(QStringLiteral("base.pt")));
        QFile::remove(path(QStringLiteral("base.json")));
    }

    void oneFileIsAllThatIsNeeded()
    {
        QCOMPARE(readModelCard(path(QStringLiteral("taught.pt"))).name, QStringLiteral("Brown"));
        const std::unique_ptr<Detector> detector = Detector::load(path(QStringLiteral("taught.pt")));
        QCOMPARE(detector->card().name, QStringLiteral("Brown"));
        QCOMPARE(detector->card().sha256, ModelFile(path(QStringLiteral("taught.pt"))).sha256());
        const Segmentation answer = detector->detect(paintedSea(2));
        QVERIFY(shareOfOil(answer, brownPatch, detector->card()) > 0.9);
        QVERIFY(shareOfOil(answer, bluePatch, detector->card()) < 0.05);
    }

    void picturesWithoutColourAreLeftToTheBase()
    {
        const std::unique_ptr<Detector> detector = Detector::load(path(QStringLiteral("taught.pt")));
        cv::Mat grey(240, 320, CV_8UC3, cv::Scalar::all(90));
        grey(brownPatch).setTo(cv::Scalar::all(60));
        const Segmentation answer = detector->detect(grey);
        QCOMPARE(cv::countNonZero(answer.classes), 0);
    }

    /** It holds for the sensor that it was taught on; where that is not known, for all that look alike. */
    void otherSensorsAreLeftToTheBase()
    {
        const std::unique_ptr<Detector> detector = Detector::load(path(QStringLiteral("wide.pt")));
        QCOMPARE(taughtSensors(detector->card()), QStringList{QStringLiteral("EOW")});
        const auto found = [&](const QString& sensor) {
            PictureHints hints;
            hints.sensor = sensor;
            return shareOfOil(detector->detect(paintedSea(2), hints), brownPatch, detector->card());
        };
        QVERIFY(found(QStringLiteral("EOW")) > 0.9);
        QVERIFY(found(QString()) > 0.9);
        QCOMPARE(found(QStringLiteral("EON")), 0.0);
        QCOMPARE(found(QStringLiteral("IR")), 0.0);
    }

    void aTaughtModelIsTaughtFurther()
    {
        teachBrown(path(QStringLiteral("taught.pt")), path(QStringLiteral("further.pt")));
        const std::unique_ptr<Detector> detector = Detector::load(path(QStringLiteral("further.pt")));
        QVERIFY(shareOfOil(detector->detect(paintedSea(2)), brownPatch, detector->card()) > 0.9);
        // The class that was added for oil of any looks is not added again.
        QCOMPARE(detector->card().classes.size(), std::size_t(3));
    }

    void anotherFileThanTheTrustedOneIsRefused()
    {
        DetectorSettings settings;
        settings.sha256 = QStringLiteral("00");
        QVERIFY_EXCEPTION_THROWN(Detector::load(path(QStringLiteral("taught.pt")), settings), Error);
    }

    void aDamagedFileIsRefused()
    {
        QFile whole(path(QStringLiteral("taught.pt")));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        QFile cut(path(QStringLiteral("cut.pt")));
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write(bytes.left(int(bytes.size()) - 100));
        cut.close();
        try {
            ModelFile file(cut.fileName());
            QFAIL("it was taken");
        } catch (const Error& error) {
            QVERIFY(error.sentence().contains(QStringLiteral("damaged or cut short")));
        }
    }
};

QTEST_GUILESS_MAIN(TaughtDetectorTest)
#include "taught_detector_test.moc"
