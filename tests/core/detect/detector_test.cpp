#include "detect/detector.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <string>

#include "base/error.h"
#include "half_dark.h"
#include "test_models.h"

using namespace sheen;
using namespace sheen::test;

class DetectorTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    Error failure(const QString& file, const DetectorSettings& settings = {}) const
    {
        try {
            Detector::load(file, settings);
        } catch (const Error& error) {
            return error;
        }
        return Error(QStringLiteral("no error"), ErrorKind::Stopped);
    }

private Q_SLOTS:
    void findsDarkness_data()
    {
        QTest::addColumn<QByteArray>("card");
        QTest::addColumn<QByteArray>("body");
        const QByteArray both = "torch.cat([-dark, dark], 1)";
        QTest::newRow("tensor") << modelCard(2) << QByteArray("    return " + both);
        QTest::newRow("tuple") << modelCard(2) << QByteArray("    return (" + both + ", dark)");
        QTest::newRow("list") << modelCard(2) << QByteArray("    return [" + both + ", dark]");
        QTest::newRow("dictionary") << modelCard(2)
                                    << QByteArray("    return {\"aux\": dark, \"out\": " + both + "}");
        QTest::newRow("quarter") << modelCard(2)
                                 << QByteArray("    return torch.avg_pool2d(" + both + ", [4, 4])");
        QTest::newRow("eighth") << modelCard(2)
                                << QByteArray("    return torch.avg_pool2d(" + both + ", [8, 8])");
        QTest::newRow("half precision") << modelCard(2) << QByteArray("    return (" + both + ").half()");
        QTest::newRow("probabilities")
            << modelCard(2, "probabilities") << QByteArray("    return torch.softmax(" + both + ", 1)");
        QTest::newRow("one channel") << modelCard(2) << QByteArray("    return dark");
        QTest::newRow("one probability")
            << modelCard(2, "probabilities") << QByteArray("    return torch.sigmoid(dark)");
        QTest::newRow("class map") << modelCard(2, "classes")
                                   << QByteArray("    return torch.argmax(" + both + ", 1)");
        QTest::newRow("plain class map")
            << modelCard(2, "classes") << QByteArray("    return torch.argmax(" + both + ", 1)[0]");
        QTest::newRow("tuple in a list")
            << modelCard(2) << QByteArray("    return [(" + both + ", dark), (dark, dark)]");
        QTest::newRow("whole dictionary of lists")
            << modelCard(2) << QByteArray("    return {\"logits\": [" + both + "]}");
        QTest::newRow("a seventh") << modelCard(2)
                                   << QByteArray("    return torch.adaptive_avg_pool2d(" + both +
                                                 ", [x.size(2) // 7, x.size(3) // 7])");
        QTest::newRow("class map with a channel")
            << modelCard(2, "classes") << QByteArray("    return torch.argmax(" + both + ", 1, True).int()");
        QTest::newRow("class map at a quarter")
            << modelCard(2, "classes")
            << QByteArray("    return torch.argmax(torch.avg_pool2d(" + both + ", [4, 4]), 1).float()");
        QTest::newRow("255 classes") << modelCard(255)
                                     << QByteArray(
                                            "    return torch.cat([-dark, dark, torch.zeros([1, 253, "
                                            "x.size(2), x.size(3)]) - 20.], 1)");
        QTest::newRow("one size") << modelCard(2, "logits", 1, 96, 96) << QByteArray("    return " + both);
    }

    void findsDarkness()
    {
        QFETCH(QByteArray, card);
        QFETCH(QByteArray, body);
        saveModel(path("model.pt"), card, body.toStdString());
        verifyDarknessIsFound(*Detector::load(path("model.pt"), {QStringLiteral("cpu"), 1, {}}));
    }

    void temperatureMakesModest()
    {
        saveModel(path("sharp.pt"), modelCard(2, "logits", 1), "    return torch.cat([-dark, dark], 1)");
        saveModel(path("modest.pt"), modelCard(2, "logits", 20), "    return torch.cat([-dark, dark], 1)");
        const cv::Mat picture = halfDark();
        const Segmentation sharp = Detector::load(path("sharp.pt"))->detect(picture);
        const Segmentation modest = Detector::load(path("modest.pt"))->detect(picture);
        QVERIFY(modest.confidence.at<uchar>(60, 50) < sharp.confidence.at<uchar>(60, 50));
        QCOMPARE(cv::countNonZero(sharp.classes != modest.classes), 0);
    }

    void loadsAreCounted()
    {
        saveDarkIsOil(path("dark.pt"));
        const int before = Detector::loadCount();
        const auto detector = Detector::load(path("dark.pt"));
        QVERIFY(detector->deviceName().contains(QStringLiteral("CPU")) ||
                detector->deviceName().contains(QStringLiteral("CUDA")));
        failure(path("none.pt"));
        QCOMPARE(Detector::loadCount(), before + 1);
    }

    void badModels_data()
    {
        QTest::addColumn<QByteArray>("card");
        QTest::addColumn<QByteArray>("body");
        const QByteArray both = "    return torch.cat([-dark, dark], 1)";
        QTest::newRow("fewer classes in the card") << modelCard(1) << both;
        QTest::newRow("one channel, many classes") << modelCard(3) << QByteArray("    return dark");
        QTest::newRow("one channel, one class") << modelCard(1) << QByteArray("    return dark");
        QTest::newRow("not a map of planes") << modelCard(2) << QByteArray("    return dark.mean([2, 3])");
        QTest::newRow("planes promised, classes given")
            << modelCard(2) << QByteArray("    return torch.argmax(torch.cat([-dark, dark], 1), 1)");
        QTest::newRow("probabilities promised, logits given")
            << modelCard(2, "probabilities")
            << QByteArray("    return torch.cat([-dark - 7., dark + 7.], 1)");
        QTest::newRow("channels last")
            << modelCard(2) << QByteArray("    return torch.cat([-dark, dark], 1).permute([0, 2, 3, 1])");
        QTest::newRow("no numbers")
            << modelCard(2)
            << QByteArray("    return torch.cat([-dark, dark], 1) / torch.zeros_like(dark) * 0.");
        QTest::newRow("fails") << modelCard(2)
                               << QByteArray("    return torch.conv2d(x, torch.ones([2, 7, 3, 3]))");
        QTest::newRow("complex numbers") << modelCard(2)
                                         << QByteArray(
                                                "    return torch.complex(torch.cat([-dark, dark], 1), "
                                                "torch.cat([-dark, dark], 1))");
        QTest::newRow("more memory than there is")
            << modelCard(2) << QByteArray("    return torch.zeros([1, 2, 10000000, 10000000])");
        QTest::newRow("no tensor") << modelCard(2) << QByteArray("    return 3");
        QTest::newRow("card without classes") << QByteArray("{\"name\": \"x\"}") << both;
    }

    void badModels()
    {
        QFETCH(QByteArray, card);
        QFETCH(QByteArray, body);
        saveModel(path("bad.pt"), card, body.toStdString());
        const Error error = failure(path("bad.pt"));
        QCOMPARE(error.kind(), ErrorKind::Unreadable);
        QVERIFY2(error.sentence().contains(QStringLiteral("bad.pt")), qPrintable(error.sentence()));
        QVERIFY2(error.sentence().size() < 500 && !error.sentence().contains(QLatin1Char('\n')),
                 qPrintable(error.sentence()));
    }

    void filesThatAreNoTorchScript()
    {
        saveCheckpoint(path("checkpoint.pt"));
        saveDarkIsOil(path("late.pt"));
        QFile late(path("late.pt"));
        QVERIFY(late.resize(late.size() - 30));  // the directory's end
        for (const char* name : {"checkpoint.pt", "late.pt"}) {
            const Error error = failure(path(name));
            QCOMPARE(error.kind(), ErrorKind::Unreadable);
            QVERIFY2(error.sentence().size() < 500 && !error.sentence().contains(QLatin1Char('\n')),
                     qPrintable(error.sentence()));
        }
    }

    void damagedBytesNeverCrash()
    {
        saveDarkIsOil(path("whole.pt"));
        QFile whole(path("whole.pt"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        for (int i = 0; i < 40; ++i) {
            QByteArray damaged = bytes;
            for (int k = 0; k < 8; ++k)
                damaged[(i * 7919 + k * 104729) % damaged.size()] = char(i * 37 + k);
            QFile file(path("damaged.pt"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(damaged);
            file.close();
            failure(path("damaged.pt"));
        }
    }

    void directoryThatLies_data()
    {
        QTest::addColumn<int>("field");  // of a directory's entry (APPNOTE 4.3.12)
        QTest::newRow("packed size") << 20;
        QTest::newRow("size") << 24;
        QTest::newRow("offset") << 42;
        QTest::newRow("method") << 10;
        QTest::newRow("length of the name") << 28;
    }

    void directoryThatLies()
    {
        QFETCH(int, field);
        saveDarkIsOil(path("whole.pt"));
        QFile whole(path("whole.pt"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        const QByteArray signature("PK\1\2", 4);
        for (int entry = int(bytes.indexOf(signature)); entry >= 0;
             entry = int(bytes.indexOf(signature, entry + 1))) {
            QByteArray damaged = bytes;
            damaged.replace(entry + field, field < 20 || field == 28 ? 2 : 4,
                            QByteArray("\xf0\xff\xff\x7f", 4).left(field < 20 || field == 28 ? 2 : 4));
            QFile file(path("lies.pt"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(damaged);
            file.close();
            const Error error = failure(path("lies.pt"));
            QCOMPARE(error.kind(), ErrorKind::Unreadable);
            QVERIFY2(error.sentence().contains(QStringLiteral("lies.pt")), qPrintable(error.sentence()));
        }
    }

    void whatANewerPyTorchWroteIsRefusedWithWhatToDo()
    {
        saveOfNewerTorch(path("version.pt"));
        saveWithUnknownOperator(path("operator.pt"));
        for (const char* name : {"version.pt", "operator.pt"}) {
            const Error error = failure(path(name));
            QCOMPARE(error.kind(), ErrorKind::Unreadable);
            for (const char* word : {name, "PyTorch", "ONNX", "packaging/export"})
                QVERIFY2(error.sentence().contains(QString::fromLatin1(word)), qPrintable(error.sentence()));
        }
        QVERIFY(failure(path("operator.pt")).sentence().contains(QStringLiteral("cat_of_tomorrow")));
    }

    void tensorsThatLie()
    {
        saveWithShortTensor(path("short.pt"));
        saveWithEndlessTensor(path("endless.pt"));
        saveWithTensorBeyondItsStorage(path("beyond.pt"));
        for (const char* name : {"short.pt", "endless.pt", "beyond.pt"}) {
            const Error error = failure(path(name));
            QCOMPARE(error.kind(), ErrorKind::Unreadable);
            QVERIFY2(error.sentence().contains(QStringLiteral("tensor")), qPrintable(error.sentence()));
        }
    }

    void answersToFramesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("card");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no numbers") << modelCard(2)
                                    << QByteArray("    return torch.cat([-dark, torch.sqrt(0.1 - dark)], 1)");
        QTest::newRow("a class without a name")
            << modelCard(1, "classes")
            << QByteArray("    return torch.argmax(torch.cat([-dark, dark], 1), 1)");
        QTest::newRow("a map of no numbers")
            << modelCard(2, "classes") << QByteArray("    return torch.sqrt(0.1 - dark[:, 0]) * 0.");
    }

    void answersToFramesThatAreNone()
    {
        QFETCH(QByteArray, card);
        QFETCH(QByteArray, body);
        saveModel(path("late.pt"), card, body.toStdString());
        const auto detector = Detector::load(path("late.pt"), {QStringLiteral("cpu"), 1, {}});
        detector->detect(cv::Mat(64, 64, CV_8UC3, cv::Scalar::all(128)));
        QVERIFY_EXCEPTION_THROWN(detector->detect(halfDark()), Error);
    }

    void placesThatAClassMapDidNotSeeStayUnseen()
    {
        saveModel(path("unseen.pt"), modelCard(1, "classes"),
                  "    return torch.argmax(torch.cat([-dark, dark], 1), 1) * 255");
        const auto detector = Detector::load(path("unseen.pt"), {QStringLiteral("cpu"), 1, {}});
        QCOMPARE(int(detector->detect(halfDark()).classes.at<uchar>(60, 50)), 255);
    }

    void otherPrecisions()
    {
        for (const bool half : {true, false}) {
            saveInPrecision(path("precise.pt"), half);
            const Segmentation result =
                Detector::load(path("precise.pt"), {QStringLiteral("cpu"), 1, {}})->detect(halfDark());
            QCOMPARE(int(result.classes.at<uchar>(60, 50)), 1);
            QCOMPARE(int(result.classes.at<uchar>(60, 180)), 0);
        }
    }

    void devicesThatAreNotThere()
    {
        saveDarkIsOil(path("dark.pt"));
        QCOMPARE(failure(path("dark.pt"), {QStringLiteral("cuda:77"), 0, {}}).kind(), ErrorKind::Usage);
        QCOMPARE(failure(path("dark.pt"), {QStringLiteral("tpu"), 0, {}}).kind(), ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(DetectorTest)
#include "detector_test.moc"
