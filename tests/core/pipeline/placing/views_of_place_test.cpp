#include <QtTest>

#include "core/pipeline/placing/overlay_flight.h"
#include "placing/views_of_place.h"

using namespace sheen;
using namespace sheen::test;

class ViewsOfPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFrameThatShowsAPlaceTheBestFirst()
    {
        // Northwards, 30 m a frame, looking ahead and down: a place comes nearer from frame to frame, until
        // it leaves the picture below.
        const std::vector<FrameRecord> frames = OverlayFlight::frames(40, {});
        const GroundPoint place = OverlayFlight::at(700, 0);
        const std::vector<ViewOfPlace> views = viewsOfPlace(place, frames);
        std::set<int> seen;
        for (const ViewOfPlace& view : views) {
            seen.insert(view.frame);
            QVERIFY(view.pixelsFromEdge >= 0);
            // The pixel leads back to the place.
            const auto back = cameraOf(frames[std::size_t(view.frame)])->toGround(view.pixel);
            QVERIFY(back);
            QVERIFY(std::abs(back->latitudeDegrees - place.latitudeDegrees) < 1e-7);
            QVERIFY(std::abs(back->longitudeDegrees - place.longitudeDegrees) < 1e-7);
        }
        for (const FrameRecord& frame : frames) {
            const auto pixel = cameraOf(frame)->toPixel(place);
            const bool inside = pixel && cv::Rect2d(0, 0, 1280, 720).contains(*pixel);
            QCOMPARE(seen.count(frame.frame) > 0, inside);
        }
        QVERIFY(views.size() > 3);
        for (std::size_t i = 1; i < views.size(); ++i)
            QVERIFY(views[i - 1].metresPerPixel /
                        std::sin(views[i - 1].depressionDegrees * radiansPerDegree) <=
                    views[i].metresPerPixel / std::sin(views[i].depressionDegrees * radiansPerDegree));
        QCOMPARE(views.front().frame, *seen.rbegin());  // the last one before it passed was the nearest
        // 600 m up: the depression follows from the ground range.
        const double range = 700 - views.front().frame * OverlayFlight::metresPerFrame;
        const double expected = std::atan2(OverlayFlight::heightMetres, range) / radiansPerDegree;
        QVERIFY2(std::abs(views.front().depressionDegrees - expected) < 4,
                 qPrintable(QString::number(views.front().depressionDegrees)));
    }

    void nobodySawThis()
    {
        const std::vector<FrameRecord> frames = OverlayFlight::frames(10, {});
        QVERIFY(viewsOfPlace(OverlayFlight::at(0, 20000), frames).empty());
        QVERIFY(viewsOfPlace(OverlayFlight::at(500, 0), {}).empty());
        Cancel cancel;
        cancel.request();
        QVERIFY(viewsOfPlace(OverlayFlight::at(500, 0), frames, &cancel).empty());
    }
};

QTEST_GUILESS_MAIN(ViewsOfPlaceTest)
#include "views_of_place_test.moc"
