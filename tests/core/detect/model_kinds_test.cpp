// What holds of a model file of every kind; detector_test and onnx_test ask what is a kind's own.

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <thread>

#include "base/error.h"
#include "detect/detector.h"
#include "half_dark.h"
#include "onnx_models.h"
#include "test_models.h"

using namespace sheen;
using namespace sheen::test;

class ModelKindsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static bool isOnnx()
    {
        QFETCH_GLOBAL(QString, suffix);
        return suffix == QLatin1String("onnx");
    }

    QString path(const char* name) const
    {
        QFETCH_GLOBAL(QString, suffix);
        return m_folder.filePath(QLatin1String(name) + QLatin1Char('.') + suffix);
    }

    /** A model that finds class 1 where the picture is dark. */
    static void save(const QString& path, const QByteArray& card)
    {
        if (isOnnx())
            saveOnnx(path, card, {{"Conv", {"x", "two"}, "out"}});
        else
            saveModel(path, card, "    return torch.cat([-dark, dark], 1)");
    }

    static DetectorSettings onCpu()
    {
        DetectorSettings settings;
        settings.device = QStringLiteral("cpu");
        settings.threads = 2;
        return settings;
    }

    /** The error is one sentence that names the file. */
    static Error failure(const QString& file, const DetectorSettings& settings = onCpu())
    {
        try {
            Detector::load(file, settings);
        } catch (const Error& error) {
            const QString sentence = error.sentence();
            if (sentence.size() < 600 && !sentence.contains(QLatin1Char('\n')) && sentence.contains(file))
                return error;
            qWarning("%s", qPrintable(sentence));
        }
        return Error(QStringLiteral("no error"), ErrorKind::Stopped);
    }

    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::newRow("TorchScript") << QStringLiteral("pt");
        QTest::newRow("ONNX") << QStringLiteral("onnx");
    }

    void samePictureAnyThreadAnySize()
    {
        save(path("dark"), modelCard(2));
        const auto detector = Detector::load(path("dark"), onCpu());
        verifyDarknessIsFound(*detector);
        const Segmentation first = detector->detect(halfDark());
        Segmentation second;
        std::thread([&] {
            detector->detect(cv::Mat(50, 70, CV_8UC3, cv::Scalar::all(0)));
            second = detector->detect(halfDark());
        }).join();
        QCOMPARE(cv::countNonZero(first.classes != second.classes), 0);
    }

    void cardInsideOrBeside()
    {
        save(path("bare"), {});
        QCOMPARE(failure(path("bare")).kind(), ErrorKind::Unreadable);
        QVERIFY(failure(path("bare")).sentence().contains(QStringLiteral("card")));
        write(m_folder.filePath(QStringLiteral("bare.json")), modelCard(2));
        const ModelCard read = readModelCard(path("bare"));
        QCOMPARE(read.name, QStringLiteral("Test"));
        QCOMPARE(read.sha256.size(), 64);
        QCOMPARE(read.path, path("bare"));
        QCOMPARE(Detector::load(path("bare"), onCpu())->card().sha256, read.sha256);
        QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("bare.json"))));
    }

    void aFileThatIsNotTheAcceptedOneIsRefused()
    {
        save(path("swapped"), modelCard(2));
        DetectorSettings settings = onCpu();
        settings.sha256 = readModelCard(path("swapped")).sha256;
        Detector::load(path("swapped"), settings);
        const int loads = Detector::loadCount();
        save(path("swapped"), modelCard(2, "logits", 2));
        const Error error = failure(path("swapped"), settings);
        QCOMPARE(error.kind(), ErrorKind::Unreadable);
        QVERIFY2(error.sentence().contains(QStringLiteral("has changed")), qPrintable(error.sentence()));
        QCOMPARE(Detector::loadCount(), loads);
    }

    void filesThatAreNone()
    {
        save(path("whole"), modelCard(2));
        QFile whole(path("whole"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        write(path("text"), "this is no model\n");
        write(path("empty"), {});
        write(path("cut"), bytes.left(bytes.size() / 2));
        write(path("early"), bytes.left(100));
        QVERIFY(QDir(m_folder.path()).mkpath(path("folder")));
        for (const char* name : {"text", "empty", "cut", "early", "missing", "folder"})
            QCOMPARE(failure(path(name)).kind(), ErrorKind::Unreadable);
    }

    void moreOrFewerClassesThanInTheCard()
    {
        save(path("bad"), modelCard(5));
        QCOMPARE(failure(path("bad")).kind(), ErrorKind::Unreadable);
        save(path("bad"), QByteArray("[]"));
        QCOMPARE(failure(path("bad")).kind(), ErrorKind::Unreadable);
        save(path("bad"), QByteArray(2 << 20, ' ') + modelCard(2));
        QCOMPARE(failure(path("bad")).kind(), ErrorKind::Unreadable);
        save(path("bad"), modelCard(2, "classes"));
        QCOMPARE(failure(path("bad")).kind(), ErrorKind::Unreadable);
    }
};

QTEST_GUILESS_MAIN(ModelKindsTest)
#include "model_kinds_test.moc"
