#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "detect/detector.h"
#include "half_dark.h"
#include "onnx_file.h"
#include "onnx_models.h"
#include "test_models.h"

using namespace sheen;
using namespace sheen::test;

using Nodes = std::vector<OnnxNode>;
Q_DECLARE_METATYPE(Nodes)

namespace {

const OnnxNode both{"Conv", {"x", "two"}, "both"};

}  // namespace

/** What is ONNX files' own; model_kinds_test asks what holds of every kind. */
class OnnxTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    static DetectorSettings onCpu(int largestSide = 2048, int tileSide = 1024)
    {
        DetectorSettings settings;
        settings.device = QStringLiteral("cpu");
        settings.threads = 2;
        settings.largestSide = largestSide;
        settings.tileSide = tileSide;
        return settings;
    }

    /** The error is one sentence that names the file. */
    Error failure(const char* name, const DetectorSettings& settings = onCpu()) const
    {
        try {
            Detector::load(path(name), settings);
        } catch (const Error& error) {
            const QString sentence = error.sentence();
            if (sentence.size() < 600 && !sentence.contains(QLatin1Char('\n')) &&
                sentence.contains(QString::fromLatin1(name)))
                return error;
            qWarning("%s", qPrintable(sentence));
        }
        return Error(QStringLiteral("no error"), ErrorKind::Stopped);
    }

    QByteArray bytesOf(const char* name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void findsDarkness_data()
    {
        QTest::addColumn<QByteArray>("card");
        QTest::addColumn<Nodes>("nodes");
        const std::map<std::string, std::vector<std::int64_t>> quarter{{"kernel_shape", {4, 4}},
                                                                       {"strides", {4, 4}}};
        QTest::newRow("logits") << modelCard(2) << Nodes{{"Conv", {"x", "two"}, "out"}};
        QTest::newRow("quarter") << modelCard(2)
                                 << Nodes{both, {"AveragePool", {"both"}, "out", {}, quarter}};
        QTest::newRow("probabilities")
            << modelCard(2, "probabilities") << Nodes{both, {"Softmax", {"both"}, "out", {{"axis", 1}}}};
        QTest::newRow("one channel") << modelCard(2) << Nodes{{"Conv", {"x", "one"}, "out"}};
        QTest::newRow("one probability")
            << modelCard(2, "probabilities")
            << Nodes{{"Conv", {"x", "one"}, "dark"}, {"Sigmoid", {"dark"}, "out"}};
        QTest::newRow("class map") << modelCard(2, "classes")
                                   << Nodes{both,
                                            {"ArgMax", {"both"}, "out", {{"axis", 1}, {"keepdims", 1}}}};
        QTest::newRow("one size") << modelCard(2, "logits", 1, 96, 96)
                                  << Nodes{{"Conv", {"x", "two"}, "out"}};
    }

    void findsDarkness()
    {
        QFETCH(QByteArray, card);
        QFETCH(Nodes, nodes);
        saveOnnx(path("model.onnx"), card, nodes);
        verifyDarknessIsFound(*Detector::load(path("model.onnx"), onCpu()));
    }

    void answersAsTheSameTorchScriptDoes()
    {
        saveOnnx(path("same.onnx"), modelCard(2), {{"Conv", {"x", "two"}, "out"}});
        saveModel(path("same.pt"), modelCard(2), "    return torch.cat([-dark, dark], 1)");
        cv::Mat picture(361, 643, CV_8UC3);
        cv::theRNG().state = 5;
        cv::randu(picture, cv::Scalar::all(0), cv::Scalar::all(255));
        const Segmentation onnx = Detector::load(path("same.onnx"), onCpu())->detect(picture);
        const Segmentation torch = Detector::load(path("same.pt"), onCpu())->detect(picture);
        // Where both classes are as likely the last bit of a sum decides.
        const cv::Mat sure = torch.confidence > 129;
        QVERIFY(cv::countNonZero(sure) > 0.9 * double(picture.total()));
        QCOMPARE(cv::countNonZero((onnx.classes != torch.classes) & sure), 0);
        cv::Mat difference;
        cv::absdiff(onnx.confidence, torch.confidence, difference);
        QCOMPARE(cv::countNonZero(difference > 1), 0);
    }

    void ofSeveralAnswersTheNamedOneCounts()
    {
        saveOnnx(path("aux.onnx"), modelCard(2),
                 {{"Conv", {"x", "one"}, "aux"}, {"Conv", {"x", "two"}, "logits"}}, {"aux", "logits"});
        const Segmentation result = Detector::load(path("aux.onnx"), onCpu())->detect(halfDark());
        QCOMPARE(int(result.classes.at<uchar>(60, 50)), 1);
    }

    void tilesAreNotSeen()
    {
        saveOnnxDarkIsOil(path("dark.onnx"));
        const cv::Mat picture = halfDark({803, 601});
        const Segmentation whole = Detector::load(path("dark.onnx"), onCpu(4096, 256))->detect(picture);
        const Segmentation tiled = Detector::load(path("dark.onnx"), onCpu(512, 256))->detect(picture);
        QCOMPARE(cv::countNonZero(whole.classes != tiled.classes), 0);
    }

    void cancelledBetweenTiles()
    {
        saveOnnxDarkIsOil(path("dark.onnx"));
        Cancel cancel;
        cancel.request();
        const auto detector = Detector::load(path("dark.onnx"), onCpu(512, 256));
        QVERIFY(detector->detect(halfDark({1000, 700}), {}, cancel).classes.empty());
    }

    void anOperatorThatOpenCvDoesNotKnowIsNamed()
    {
        saveOnnx(path("newer.onnx"), modelCard(2), {both, {"GridSampleOfTomorrow", {"both"}, "out"}});
        const Error error = failure("newer.onnx");
        QCOMPARE(error.kind(), ErrorKind::Unreadable);
        for (const char* word : {"GridSampleOfTomorrow", "OpenCV", "TorchScript", "packaging/export"})
            QVERIFY2(error.sentence().contains(QString::fromLatin1(word)), qPrintable(error.sentence()));
    }

    void badModels_data()
    {
        QTest::addColumn<QByteArray>("card");
        QTest::addColumn<Nodes>("nodes");
        QTest::newRow("one channel, many classes") << modelCard(3) << Nodes{{"Conv", {"x", "one"}, "out"}};
        QTest::newRow("an output that nothing makes") << modelCard(2) << Nodes{both};
        QTest::newRow("a weight that is not there") << modelCard(2) << Nodes{{"Conv", {"x", "six"}, "out"}};
    }

    void badModels()
    {
        QFETCH(QByteArray, card);
        QFETCH(Nodes, nodes);
        saveOnnx(path("bad.onnx"), card, nodes);
        QCOMPARE(failure("bad.onnx").kind(), ErrorKind::Unreadable);
    }

    void tensorsThatLie()
    {
        const Nodes nodes{{"Conv", {"x", "two"}, "out"}};
        saveOnnx(path("short.onnx"), modelCard(2), nodes, {"out"}, OnnxFault::ShortTensor);
        QVERIFY(failure("short.onnx").sentence().contains(QStringLiteral("tensor")));
        saveOnnx(path("elsewhere.onnx"), modelCard(2), nodes, {"out"}, OnnxFault::Elsewhere);
        QVERIFY(failure("elsewhere.onnx").sentence().contains(QStringLiteral("another file")));
    }

    void damagedBytesAreReadWithoutHarm()
    {
        saveOnnxDarkIsOil(path("whole.onnx"));
        const QByteArray bytes = bytesOf("whole.onnx");
        int refused = 0;
        for (int i = 0; i < 2000; ++i) {
            QByteArray damaged = bytes;
            for (int k = 0; k < 4; ++k)
                damaged[(i * 7919 + k * 104729) % damaged.size()] = char(i * 37 + k);
            refused += readOnnx({damaged.constData(), std::size_t(damaged.size())}).problem.isEmpty() ? 0 : 1;
        }
        QVERIFY(refused > 500);
        QVERIFY(refused < 2000);
    }

    void graphicsCardsAreForTorchScript()
    {
        saveOnnxDarkIsOil(path("dark.onnx"));
        DetectorSettings settings = onCpu();
        settings.device = QStringLiteral("cuda:0");
        QCOMPARE(failure("dark.onnx", settings).kind(), ErrorKind::Usage);
        settings.device = QStringLiteral("auto");
        QVERIFY(Detector::load(path("dark.onnx"), settings)->deviceName().startsWith(QStringLiteral("CPU")));
    }
};

QTEST_GUILESS_MAIN(OnnxTest)
#include "onnx_test.moc"
