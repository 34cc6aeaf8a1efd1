#include <QTemporaryDir>
#include <QtTest>

#include "detect/detector.h"
#include "test_models.h"
#include "tile_plan.h"

Q_DECLARE_METATYPE(cv::Size)

using namespace sheen;
using namespace sheen::test;

namespace {

/** Blobs of any size, smooth. */
cv::Mat blobs(cv::Size size)
{
    cv::Mat picture(size, CV_8UC3, cv::Scalar::all(190));
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const double wave = std::sin(x / 37.0) * std::cos(y / 29.0) + 0.5 * std::sin((x + 2 * y) / 90.0);
            picture.at<cv::Vec3b>(y, x) = cv::Vec3b::all(uchar(128 + 70 * wave / 1.5));
        }
    }
    return picture;
}

double shareThatDiffers(const Segmentation& a, const Segmentation& b)
{
    return double(cv::countNonZero(a.classes != b.classes)) / double(a.classes.total());
}

/** What a network says whose answers go wrong towards the edges of what it sees, as padding with zeros does.
 */
const char* const edgesGoWrong = "    x0 = torch.avg_pool2d(dark + 2., [15, 15], [1, 1], [7, 7]) - 2.\n";

}  // namespace

class TilesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    std::unique_ptr<Detector> load(const char* name, int largestSide, int tileSide) const
    {
        DetectorSettings settings;
        settings.device = QStringLiteral("cpu");
        settings.threads = 2;
        settings.largestSide = largestSide;
        settings.tileSide = tileSide;
        return Detector::load(path(name), settings);
    }

private Q_SLOTS:
    void plansCoverThePicture_data()
    {
        QTest::addColumn<cv::Size>("picture");
        QTest::addColumn<int>("tile");
        QTest::addColumn<double>("scale");
        QTest::newRow("a photo") << cv::Size(8192, 5460) << 1024 << 1.0;
        QTest::newRow("uneven") << cv::Size(2051, 1999) << 500 << 1.0;
        QTest::newRow("smaller than a tile") << cv::Size(300, 200) << 512 << 1.0;
        QTest::newRow("long and thin") << cv::Size(9000, 3) << 512 << 1.0;
        QTest::newRow("reduced") << cv::Size(4000, 3000) << 512 << 0.3;
        QTest::newRow("exactly one") << cv::Size(512, 512) << 512 << 1.0;
    }

    void plansCoverThePicture()
    {
        QFETCH(cv::Size, picture);
        QFETCH(int, tile);
        QFETCH(double, scale);
        ModelCard card;
        card.stride = 32;
        const TilePlan plan = planTiles(picture, card, tile, scale);
        QCOMPARE(plan.tile.width % 32, 0);
        QVERIFY(plan.scaled.width <= plan.padded.width && plan.scaled.height <= plan.padded.height);
        for (const auto& [starts, side, whole] :
             {std::tuple(plan.lefts, plan.tile.width, plan.padded.width),
              std::tuple(plan.tops, plan.tile.height, plan.padded.height)}) {
            QCOMPARE(starts.front(), 0);
            QCOMPARE(starts.back() + side, whole);
            for (std::size_t i = 1; i < starts.size(); ++i) {
                QCOMPARE(starts[i] % 32, 0);
                QVERIFY(starts[i] > starts[i - 1] && starts[i - 1] + side - starts[i] >= plan.overlap - 32);
            }
        }
    }

    void tilesAreWantedWhereThePictureIsLarge()
    {
        ModelCard card;
        QVERIFY(!needsTiles({1920, 1080}, card, 2048));
        QVERIFY(needsTiles({4096, 100}, card, 2048));
        card.tile = 512;
        QVERIFY(needsTiles({1280, 720}, card, 2048));
        QVERIFY(!needsTiles({512, 512}, card, 2048));
        card.inputWidth = card.inputHeight = 640;
        QVERIFY(needsTiles({1280, 720}, card, 2048));
        card.tile = 0;
        QVERIFY(!needsTiles({1280, 720}, card, 2048));
        card.groundSampleDistances = {1, 1};
        QVERIFY(needsTiles({100, 100}, card, 2048));  // in a network of one size
        card.inputWidth = card.inputHeight = 0;
        QVERIFY(!needsTiles({1280, 720}, card, 2048));
        QVERIFY(needsTiles({4096, 100}, card, 2048));
    }

    void cancelledBetweenTiles()
    {
        saveDarkIsOil(path("dark.pt"));
        Cancel cancel;
        cancel.request();
        QVERIFY(load("dark.pt", 512, 256)->detect(blobs({1000, 700}), {}, cancel).classes.empty());
    }

    void noSeams_data()
    {
        QTest::addColumn<QByteArray>("card");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<double>("allowed");
        const QByteArray both = "torch.cat([-x0, x0], 1)";
        const QByteArray wrong(edgesGoWrong);
        QTest::newRow("full size") << modelCard(2) << wrong + "    return " + both << 0.01;
        QTest::newRow("a quarter") << modelCard(2)
                                   << wrong + "    return torch.avg_pool2d(" + both + ", [4, 4])" << 0.01;
        QTest::newRow("a 32nd") << modelCard(2)
                                << wrong + "    return torch.avg_pool2d(" + both + ", [32, 32])" << 0.02;
        QTest::newRow("no whole fraction") << modelCard(2)
                                           << wrong + "    return torch.adaptive_avg_pool2d(" + both +
                                                  ", [x.size(2) * 3 // 10, x.size(3) * 3 // 10])"
                                           << 0.02;
        QTest::newRow("probabilities")
            << modelCard(2, "probabilities") << wrong + "    return torch.softmax(" + both + ", 1)" << 0.01;
        QTest::newRow("one channel") << modelCard(2) << wrong + "    return x0" << 0.01;
        QTest::newRow("class map") << modelCard(2, "classes")
                                   << wrong + "    return torch.argmax(" + both + ", 1)" << 0.01;
    }

    void noSeams()
    {
        QFETCH(QByteArray, card);
        QFETCH(QByteArray, body);
        QFETCH(double, allowed);
        saveModel(path("net.pt"), card, body.toStdString());
        const cv::Mat picture = blobs({803, 601});
        const Segmentation whole = load("net.pt", 4096, 256)->detect(picture);
        const Segmentation tiled = load("net.pt", 512, 256)->detect(picture);
        QCOMPARE(tiled.classes.size(), picture.size());
        QCOMPARE(tiled.confidence.size(), picture.size());
        const double differs = shareThatDiffers(whole, tiled);
        QVERIFY2(differs < allowed, qPrintable(QString::number(differs)));
    }

    void aPixelwiseNetworkDoesNotSeeTiles()
    {
        saveModel(path("plain.pt"), modelCard(2), "    return torch.cat([-dark, dark], 1)");
        const cv::Mat picture = blobs({1500, 900});
        const Segmentation whole = load("plain.pt", 4096, 256)->detect(picture);
        const Segmentation tiled = load("plain.pt", 512, 256)->detect(picture);
        QVERIFY(shareThatDiffers(whole, tiled) < 1e-5);
        cv::Mat difference;
        cv::absdiff(whole.confidence, tiled.confidence, difference);
        QCOMPARE(cv::countNonZero(difference > 1), 0);
    }

    void theNetworkSeesOneShape()
    {
        // It fails on any other size than its own.
        saveModel(path("one.pt"), modelCard(2),
                  "    return torch.cat([-dark, dark], 1) + torch.zeros([1, 2, 256, 256])");
        const auto detector = load("one.pt", 200, 256);
        for (const cv::Size size : {cv::Size(300, 900), cv::Size(1280, 720), cv::Size(257, 256)})
            QCOMPARE(detector->detect(blobs(size)).classes.size(), size);
    }

    void fixedInputInTiles()
    {
        QByteArray card = modelCard(2, "logits", 1, 250, 130);
        card.replace("\"stride\"", "\"tile\": 1, \"stride\"");
        saveModel(path("fixed.pt"), card,
                  "    return torch.cat([-dark, dark], 1) + torch.zeros([1, 2, 130, 250])");
        saveModel(path("plain.pt"), modelCard(2), "    return torch.cat([-dark, dark], 1)");
        const cv::Mat picture = blobs({700, 500});
        QVERIFY(shareThatDiffers(load("fixed.pt", 4096, 256)->detect(picture),
                                 load("plain.pt", 4096, 256)->detect(picture)) < 1e-5);
    }

    void scaledToTheGround()
    {
        // Oil is what is dark in squares of 16 pixels; the model was made for 1 m.
        QByteArray card = modelCard(2);
        card.replace("\"stride\"", "\"ground_sample_distance_m\": 1, \"stride\"");
        saveModel(
            path("metric.pt"), card,
            "    y = torch.max_pool2d(-dark, [9, 9], [1, 1], [4, 4])\n    return torch.cat([y, -y], 1)");
        cv::Mat picture(400, 600, CV_8UC3, cv::Scalar::all(220));
        picture(cv::Rect(100, 100, 20, 200)).setTo(cv::Scalar::all(20));  // 20 m wide at 1 m, 5 m at 0.25 m
        const auto detector = load("metric.pt", 4096, 256);
        PictureHints hints;
        hints.groundSampleDistanceMetres = 1;
        QVERIFY(cv::countNonZero(detector->detect(picture, hints).classes) > 1000);
        hints.groundSampleDistanceMetres = 0.25;
        const Segmentation fine = detector->detect(picture, hints);
        QCOMPARE(fine.classes.size(), picture.size());
        QCOMPARE(cv::countNonZero(fine.classes), 0);
    }

    void textNeverBecomesOil()
    {
        // Oil is what is bright.
        saveModel(path("bright.pt"), modelCard(2), "    return torch.cat([dark, -dark], 1)");
        cv::Mat picture(720, 1280, CV_8UC3, cv::Scalar::all(90));
        picture(cv::Rect(700, 300, 200, 100)).setTo(cv::Scalar::all(200));
        cv::Mat covered = picture.clone();
        for (int x = 60; x < 400; x += 12)
            covered(cv::Rect(x, 600, 3, 20)).setTo(cv::Scalar::all(255));
        PictureHints hints;
        hints.overlay = {{QRectF(50 / 1280.0, 590 / 720.0, 370 / 1280.0, 40 / 720.0), false}};
        const auto detector = load("bright.pt", 4096, 256);
        const Segmentation expected = detector->detect(picture);
        QCOMPARE(cv::countNonZero(expected.classes), 200 * 100);
        QVERIFY(cv::countNonZero(detector->detect(covered).classes) > 200 * 100);
        QCOMPARE(cv::countNonZero(detector->detect(covered, hints).classes != expected.classes), 0);
    }

    void colouredTextNeverBecomesOil()
    {
        // Oil is what is bright: magenta letters on a dark sea. And what is not: holes in it where it is.
        saveModel(path("bright.pt"), modelCard(2), "    return torch.cat([dark, -dark], 1)");
        const auto detector = load("bright.pt", 4096, 256);
        PictureHints hints;
        hints.overlay = {{QRectF(50 / 1280.0, 590 / 720.0, 370 / 1280.0, 40 / 720.0), false}};
        for (const int sea : {60, 110, 150, 210}) {
            const cv::Mat picture(720, 1280, CV_8UC3, cv::Scalar::all(sea));
            const cv::Mat1b expected = detector->detect(picture).classes;
            for (const cv::Scalar& colour :
                 {cv::Scalar(255, 0, 0), cv::Scalar(0, 0, 255), cv::Scalar(255, 0, 255)}) {
                cv::Mat covered = picture.clone();
                for (int x = 60; x < 400; x += 12)
                    covered(cv::Rect(x, 600, 3, 20)).setTo(colour);
                const cv::Mat1b found = detector->detect(covered, hints).classes;
                QCOMPARE(cv::countNonZero(found != expected), 0);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TilesTest)
#include "tiles_test.moc"
