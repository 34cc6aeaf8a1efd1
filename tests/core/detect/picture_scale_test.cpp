#include "detect/picture_scale.h"

#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgproc.hpp>

#include "detect/detector.h"
#include "test_models.h"

Q_DECLARE_METATYPE(cv::Size)

using namespace sheen;
using namespace sheen::test;

namespace {

ModelCard madeFor(double finest, double coarsest)
{
    ModelCard card;
    card.groundSampleDistances = {finest, coarsest};
    return card;
}

/** A card with one more field of its input. */
QByteArray cardWith(const char* field)
{
    QByteArray card = modelCard(2);
    return card.replace("\"stride\"", QByteArray(field) + ", \"stride\"");
}

/**
 * Oil is what is dark on squares of 9 to 24 pixels. Of what is dark on larger ones the network says that it
 * is water, and is not sure.
 */
const char* const onlySmallSquares =
    "    darkest = -torch.max_pool2d(-dark, [9, 9], [1, 1], [4, 4])\n"
    "    small = torch.max_pool2d(darkest, [9, 9], [1, 1], [4, 4])\n"
    "    darkest = -torch.max_pool2d(-dark, [25, 25], [1, 1], [12, 12])\n"
    "    large = torch.max_pool2d(darkest, [25, 25], [1, 1], [12, 12])\n"
    "    oil = torch.where(large > 0., -0.5 * torch.ones_like(dark), small)\n"
    "    return torch.cat([-oil, oil], 1)\n";

}  // namespace

class PictureScaleTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    std::unique_ptr<Detector> load(const QByteArray& card, const char* body) const
    {
        const QString path = m_folder.filePath(QStringLiteral("model.pt"));
        saveModel(path, card, body);
        DetectorSettings settings;
        settings.device = QStringLiteral("cpu");
        settings.threads = 2;
        return Detector::load(path, settings);
    }

private Q_SLOTS:
    void broughtToTheModelsGroundSampleDistance()
    {
        const cv::Size picture(1280, 720);
        const ModelCard one = madeFor(1, 1);
        QCOMPARE(scaleForGround(one, 1, picture), 1.0);
        QCOMPARE(scaleForGround(one, 0.5, picture), 0.5);
        QCOMPARE(scaleForGround(one, 1.0 / 64, picture), 1.0 / 64);  // by any factor
        QCOMPARE(scaleForGround(one, 1e9, picture), 4.0);
        QCOMPARE(scaleForGround(one, 0, picture), 1.0);
        QCOMPARE(scaleForGround(ModelCard(), 0.5, picture), 1.0);
        const ModelCard range = madeFor(0.25, 1);
        for (const double known : {0.25, 0.3, 0.9, 1.0})
            QCOMPARE(scaleForGround(range, known, picture), 1.0);
        QCOMPARE(scaleForGround(range, 0.125, picture), 0.5);
        QCOMPARE(scaleForGround(range, 2, picture), 2.0);
    }

    void largePicturesAreReducedAsFarAsTheCardAllows()
    {
        const ModelCard range = madeFor(0.25, 1);
        const double scale = scaleForGround(range, 0.25, {3840, 2160});
        QVERIFY(scale > 0.45 && scale < 0.55);
        QCOMPARE(scaleForGround(range, 1, {3840, 2160}), 1.0);
    }

    void theScaleIsNeverFarFromTheWish()
    {
        const ModelCard one = madeFor(0.4, 0.4);
        for (double distance = 0.01; distance < 1.5; distance *= 1.013) {
            const double seen = distance / scaleForGround(one, distance, {1280, 720});
            QVERIFY2(std::abs(seen / 0.4 - 1) < 0.03, qPrintable(QString::number(distance)));
        }
    }

    void withoutAPlaceTheSizeTells_data()
    {
        QTest::addColumn<cv::Size>("picture");
        QTest::addColumn<int>("width");
        QTest::newRow("small") << cv::Size(896, 504) << 896;
        QTest::newRow("usual") << cv::Size(1280, 720) << 1280;
        QTest::newRow("hardly larger") << cv::Size(1440, 1080) << 1440;
        QTest::newRow("twice") << cv::Size(1792, 1008) << 896;
        QTest::newRow("full HD") << cv::Size(1920, 1080) << 960;
        QTest::newRow("UHD is looked at as HD") << cv::Size(3840, 2160) << 1280;
        QTest::newRow("a photo") << cv::Size(4000, 3000) << 1000;
        QTest::newRow("upright") << cv::Size(3000, 4000) << 750;
        QTest::newRow("the largest camera") << cv::Size(8064, 6048) << 1152;
        QTest::newRow("100 megapixels") << cv::Size(11648, 8736) << 1165;
    }

    void withoutAPlaceTheSizeTells()
    {
        QFETCH(cv::Size, picture);
        QFETCH(int, width);
        const std::vector<double> scales = scalesFor(ModelCard(), 0, picture);
        QCOMPARE(int(scales.size()), 1);
        QCOMPARE(scaledSize(picture, scales.front()).width, width);
        QCOMPARE(scalesFor(ModelCard(), 0.1, picture), scales);  // the card does not say what to do with it
        QCOMPARE(scaleIssue(ModelCard(), 0, picture).has_value(), width < picture.width);
    }

    void theCardSaysWhatIsLarge()
    {
        ModelCard card;
        card.longestSide = 4096;
        QCOMPARE(scaleForSize(card, {4000, 3000}), 1.0);
        QCOMPARE(scaleForSize(card, {8064, 6048}), 0.5);
        card = {};
        card.tile = 512;
        QCOMPARE(scaleForSize(card, {8064, 6048}), 1.0);
        QCOMPARE(scaleIssue(card, 0, {8064, 6048}),
                 std::optional(Issue{IssueKind::TilesOfAnyScale, {QStringLiteral("8064 x 6048"), 512}}));
        QVERIFY(!scaleIssue(card, 0, {1280, 720}));
        card.longestSide = 8192;
        QVERIFY(!scaleIssue(card, 0, {8064, 6048}));
        card = {};
        card.inputWidth = card.inputHeight = 512;  // scaled to fit
        QCOMPARE(scaleForSize(card, {8064, 6048}), 1.0);
    }

    void severalLooksWhereTheScaleIsNotKnown()
    {
        QCOMPARE(scalesFor(madeFor(0.4, 0.4), 0, {1280, 720}), (std::vector<double>{1, 0.5, 0.25}));
        QCOMPARE(scalesFor(madeFor(0.1, 0.8), 0, {1280, 720}), (std::vector<double>{1, 0.25}));
        QCOMPARE(int(scalesFor(madeFor(0.4, 0.4), 0.1, {1280, 720}).size()), 1);
        QCOMPARE(scalesFor(madeFor(0.4, 0.4), 0, {2560, 1440}).front(), 0.5);
    }

    void whatIsTooCoarseIsTold()
    {
        const ModelCard card = madeFor(0.2, 0.8);
        QVERIFY(!scaleIssue(card, 3, {1280, 720}));
        const std::optional<Issue> issue = scaleIssue(card, 5.04, {1280, 720});
        QCOMPARE(issue, std::optional(Issue{IssueKind::PicturesTooCoarse, {5, 0.2, 0.8}}));
        QVERIFY(isOfWholeFlight(issue->kind));
        QVERIFY(sentenceOf(*issue).contains(QStringLiteral("5 m a pixel")));
        QCOMPARE(scaleIssue(card, 123.4, {1280, 720})->values.at(0).toDouble(), 123.0);
    }

    void oneSeaHasOneAnswerAtAnySize()
    {
        // A square of 12 of 800 pixels, enlarged: as it is, it is too large for the network from 1800 on.
        const auto detector = load(modelCard(2), onlySmallSquares);
        cv::Mat sea(450, 800, CV_8UC3, cv::Scalar::all(220));
        sea(cv::Rect(300, 200, 12, 12)).setTo(cv::Scalar::all(20));
        const double share = 12.0 * 12 / double(sea.total());
        for (const int width : {800, 1800, 3200, 6400}) {
            cv::Mat picture;
            cv::resize(sea, picture, {width, width * 9 / 16}, 0, 0, cv::INTER_LINEAR);
            const Segmentation result = detector->detect(picture);
            QCOMPARE(result.classes.size(), picture.size());
            QCOMPARE(result.confidence.size(), picture.size());
            const double found = cv::countNonZero(result.classes == 1) / double(picture.total());
            QVERIFY2(std::abs(found / share - 1) < 0.1, qPrintable(QString::number(width)));
        }
    }

    void theSurerOfSeveralAnswersCounts()
    {
        // Squares of 16 and of 64 pixels: the one is seen at full size, the other in a quarter of it.
        const auto detector = load(cardWith("\"ground_sample_distance_m\": 0.5"), onlySmallSquares);
        cv::Mat picture(720, 1280, CV_8UC3, cv::Scalar::all(220));
        picture(cv::Rect(200, 200, 16, 16)).setTo(cv::Scalar::all(20));
        picture(cv::Rect(800, 320, 64, 64)).setTo(cv::Scalar::all(20));
        const Segmentation result = detector->detect(picture);
        QCOMPARE(result.classes.size(), picture.size());
        QCOMPARE(int(result.classes.at<uchar>(208, 208)), 1);
        QCOMPARE(int(result.classes.at<uchar>(352, 832)), 1);
        QCOMPARE(int(result.classes.at<uchar>(600, 600)), 0);
        // With a place it is looked at once: at the model's 0.5 m, where the large one is none of its kind.
        PictureHints hints;
        hints.groundSampleDistanceMetres = 0.5;
        QCOMPARE(int(detector->detect(picture, hints).classes.at<uchar>(352, 832)), 0);
    }

    void cancelledBetweenLooks()
    {
        const auto detector = load(cardWith("\"ground_sample_distance_m\": 0.5"), onlySmallSquares);
        Cancel cancel;
        cancel.request();
        const cv::Mat picture(360, 640, CV_8UC3, cv::Scalar::all(220));
        QVERIFY(detector->detect(picture, {}, cancel).classes.empty());
    }
};

QTEST_GUILESS_MAIN(PictureScaleTest)
#include "picture_scale_test.moc"
