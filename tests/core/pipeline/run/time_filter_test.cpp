#include "time_filter.h"

#include <QtTest>
#include <opencv2/imgproc.hpp>
#include <vector>

using namespace sheen;

namespace {

const cv::Size usualPicture(640, 360);
constexpr GroundPoint blobPlace{54.001, 7.0};
constexpr double blobMetres = 20;
constexpr double metresInADegree = 111320;

/** Where the aircraft is at a time: it flies north over the blob and looks straight down. */
FrameRecord recordAt(double seconds, cv::Size picture = usualPicture)
{
    FrameRecord record;
    record.timeSeconds = seconds;
    record.pictureSize = picture;
    record.telemetry.quality = Quality::Read;
    record.telemetry.sensor = QStringLiteral("EOW");
    CameraPose pose;
    pose.latitudeDegrees = 54.0006 + seconds * 40 / metresInADegree;
    pose.longitudeDegrees = 7.0;
    pose.heightMetres = 500;
    pose.bearingDegrees = 20;
    pose.depressionDegrees = 90;
    pose.horizontalFovDegrees = 30;
    pose.source = Quality::Read;
    record.telemetry.pose = pose;
    return record;
}

Segmentation water(cv::Size picture = usualPicture)
{
    return {cv::Mat(picture, CV_8UC1, cv::Scalar(0)), cv::Mat(picture, CV_8UC1, cv::Scalar(230))};
}

/** A round slick of class 1 where a place on the sea is seen. */
Segmentation withBlob(const FrameRecord& record, const GroundPoint& place = blobPlace)
{
    Segmentation segmentation = water();
    const CameraModel camera(*record.telemetry.pose, usualPicture);
    const double radius = blobMetres / *camera.groundSampleDistance({320, 180});
    cv::circle(segmentation.classes, cv::Point(*camera.toPixel(place)), cvRound(radius), cv::Scalar(1),
               cv::FILLED);
    return segmentation;
}

struct Flight
{
    std::vector<FrameRecord> records;
    std::vector<Segmentation> found;

    explicit Flight(int count, double interval = 0.5)
    {
        for (int i = 0; i < count; ++i) {
            records.push_back(recordAt(i * interval));
            found.push_back(withBlob(records.back()));
        }
    }

    std::vector<std::shared_ptr<SeenFrame>> filtered(double seconds) const
    {
        TimeFilter filter(seconds);
        std::vector<std::shared_ptr<SeenFrame>> frames;
        for (std::size_t i = 0; i < records.size(); ++i) {
            const Segmentation own{found[i].classes.clone(), found[i].confidence.clone()};
            frames.push_back(std::make_shared<SeenFrame>(records[i], own));
            filter.push(frames.back());
        }
        filter.finish();
        return frames;
    }
};

double iou(const cv::Mat& a, const cv::Mat& b)
{
    const double either = cv::countNonZero((a == 1) | (b == 1));
    return either > 0 ? cv::countNonZero((a == 1) & (b == 1)) / either : 1;
}

bool equal(const cv::Mat& a, const cv::Mat& b)
{
    return cv::countNonZero(a != b) == 0;
}

}  // namespace

class TimeFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offChangesNothing()
    {
        Flight flight(5);
        flight.found[2] = water();
        const auto frames = flight.filtered(0);
        for (std::size_t i = 0; i < frames.size(); ++i) {
            QVERIFY(frames[i]->settled);
            QVERIFY(equal(frames[i]->segmentation.classes, flight.found[i].classes));
        }
    }

    void whatAllAgreeOnStays()
    {
        const Flight flight(6);
        const auto frames = flight.filtered(2);
        for (std::size_t i = 0; i < frames.size(); ++i)
            QVERIFY(iou(frames[i]->segmentation.classes, flight.found[i].classes) > 0.93);
    }

    void aDropoutIsFilledWhereTheAircraftHasMovedTo()
    {
        Flight flight(7);
        const cv::Mat truth = flight.found[3].classes;
        flight.found[3] = water();
        const auto frames = flight.filtered(2);
        QVERIFY(iou(frames[3]->segmentation.classes, truth) > 0.9);
        // The neighbours' own place would be elsewhere: the aircraft flies a blob's radius in a frame.
        QVERIFY(iou(flight.found[2].classes, truth) < 0.5);
        QVERIFY(int(cv::mean(frames[3]->segmentation.confidence, truth)[0]) > 100);
    }

    void whatWasNotSeenStaysSo()
    {
        // A strip whose borders fall between pixels of the reduced grid, through the blob that is filled in.
        constexpr int strip = 9;
        Flight flight(7);
        const cv::Mat1b blob = flight.found[3].classes == 1;
        const cv::Rect box = cv::boundingRect(blob);
        for (int column = 0; column < 4; ++column) {
            const int seam = box.x + box.width / 2 + column;
            Flight cut = flight;
            cut.found[3] = water();
            cut.found[3].classes.colRange(seam - strip, seam).setTo(Segmentation::notSeen);
            const cv::Mat classes = cut.filtered(2)[3]->segmentation.classes;
            QVERIFY(cv::countNonZero(classes == 1) > 0);
            QCOMPARE(cv::countNonZero(classes.colRange(seam - strip, seam) != Segmentation::notSeen), 0);
            QCOMPARE(cv::countNonZero(classes.colRange(0, seam - strip) == Segmentation::notSeen), 0);
            QCOMPARE(cv::countNonZero(classes.colRange(seam, classes.cols) == Segmentation::notSeen), 0);
        }
    }

    void aFalseBlobIsRemoved()
    {
        Flight flight(7);
        for (std::size_t i = 0; i < flight.found.size(); ++i)
            flight.found[i] = i == 3 ? withBlob(flight.records[i]) : water();
        const auto frames = flight.filtered(2);
        QCOMPARE(cv::countNonZero(frames[3]->segmentation.classes), 0);
    }

    void whatIsSureWinsOverWhatIsNot()
    {
        Flight flight(3);
        flight.found[1] = water();
        flight.found[1].confidence.setTo(255);
        for (const std::size_t i : {0, 2})
            flight.found[i].confidence.setTo(60);
        QCOMPARE(cv::countNonZero(flight.filtered(2)[1]->segmentation.classes), 0);
    }

    void onlyThoseWhoLookedThereAreAsked()
    {
        Flight flight(5);
        const GroundPoint ahead{54.0006 + 140 / metresInADegree, 7.0};  // comes into sight
        for (std::size_t i = 0; i < flight.found.size(); ++i)
            flight.found[i] = withBlob(flight.records[i], ahead);
        QCOMPARE(cv::countNonZero(flight.found[0].classes), 0);
        QVERIFY(cv::countNonZero(flight.found[3].classes) > 500);
        const auto frames = flight.filtered(2);
        for (std::size_t i = 0; i < frames.size(); ++i) {
            if (cv::countNonZero(flight.found[i].classes) > 500)
                QVERIFY(iou(frames[i]->segmentation.classes, flight.found[i].classes) > 0.85);
        }
    }

    void nothingCrossesAGap_data()
    {
        QTest::addColumn<QString>("gap");
        for (const char* gap : {"time", "sensor", "no pose", "not read"})
            QTest::newRow(gap) << QString::fromLatin1(gap);
    }

    void nothingCrossesAGap()
    {
        QFETCH(QString, gap);
        Flight flight(5, gap == QLatin1String("time") ? 3 : 0.5);
        for (FrameRecord& record : flight.records)
            record.telemetry.pose = recordAt(0).telemetry.pose;
        for (std::size_t i = 0; i < flight.found.size(); ++i)
            flight.found[i] = i == 2 ? water() : withBlob(flight.records[i]);
        TelemetryRecord& middle = flight.records[2].telemetry;
        if (gap == QLatin1String("sensor"))
            middle.sensor = QStringLiteral("IR");
        else if (gap == QLatin1String("no pose"))
            middle.pose.reset();
        else if (gap == QLatin1String("not read"))
            middle.quality = Quality::Interpolated;
        const auto frames = flight.filtered(2);
        for (std::size_t i = 0; i < frames.size(); ++i)
            QVERIFY(equal(frames[i]->segmentation.classes, flight.found[i].classes));
    }

    void framesWithoutAPictureAndOfOtherSizes()
    {
        Flight flight(5);
        flight.found[2] = {};
        cv::resize(flight.found[3].classes, flight.found[3].classes, {320, 180}, 0, 0, cv::INTER_NEAREST);
        cv::resize(flight.found[3].confidence, flight.found[3].confidence, {320, 180});
        flight.records[3].pictureSize = {320, 180};
        const cv::Mat truth = flight.found[1].classes.clone();
        flight.found[1] = water();
        const auto frames = flight.filtered(2);
        QVERIFY(frames[2]->segmentation.classes.empty());
        QVERIFY(iou(frames[1]->segmentation.classes, truth) > 0.85);
        QCOMPARE(frames[3]->segmentation.classes.size(), cv::Size(320, 180));
    }

    void picturesOfAnySize_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1, 1), QSize(2, 1), QSize(7, 5), QSize(21, 21), QSize(1, 400),
                                 QSize(320, 2), QSize(20000, 100)})
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
    }

    /** All see the same sea, and in every other frame the upper half of it is oil. */
    void picturesOfAnySize()
    {
        QFETCH(QSize, size);
        const cv::Size picture(size.width(), size.height());
        Flight flight(0);
        for (int i = 0; i < 6; ++i) {
            FrameRecord record = recordAt(0, picture);
            record.timeSeconds = i * 0.5;
            flight.records.push_back(record);
            flight.found.push_back(water(picture));
            if (i % 2 == 1)
                flight.found.back().classes.rowRange(0, (picture.height + 1) / 2).setTo(1);
        }
        for (const auto& frame : flight.filtered(2)) {
            QVERIFY(frame->settled);
            QCOMPARE(frame->segmentation.classes.size(), picture);
            QCOMPARE(cv::countNonZero(frame->segmentation.classes > 1), 0);
        }
    }
};

QTEST_APPLESS_MAIN(TimeFilterTest)
#include "time_filter_test.moc"
