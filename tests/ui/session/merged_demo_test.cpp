#include <QSignalSpy>
#include <algorithm>
#include <array>
#include <cmath>

#include "base/resources.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/session_opening.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr int patience = 300000;  //!< milliseconds; the machine may be busy

/** What a slick is, whatever its number. */
using Place = std::array<double, 4>;

std::vector<Place> placesOf(const std::vector<Slick>& slicks)
{
    std::vector<Place> places;
    for (const Slick& slick : slicks)
        places.push_back({slick.oiledSquareMetres(), slick.measures.inside.latitudeDegrees,
                          slick.measures.inside.longitudeDegrees, double(slick.seen.firstFrame)});
    std::sort(places.begin(), places.end());
    return places;
}

}  // namespace

/** The demo flight, with the shipped model: what the slider gives is what a run gives. */
class MergedDemoTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void run(Session& session, const QString& name, double smallestSquareMetres)
    {
        session.loadModel({});
        openIn(session, resourcePath(QStringLiteral("demo/flight.mp4")));
        RunSettings settings = session.settings();
        settings.selection.everySeconds = 2;
        settings.merge.smallestAreaSquareMetres = smallestSquareMetres;
        session.setSettings(settings);
        QSignalSpy finished(&session, &Session::runFinished);
        session.run(m_folder.filePath(name));
        QVERIFY(finished.wait(patience));
        QVERIFY(!session.slicks()->slicks().empty());
    }

private Q_SLOTS:
    void slicksAreThoseOfARunWithThatSmallestArea()
    {
        Session session;
        run(session, QStringLiteral("first.gpkg"), 25);
        double least = 1e9, most = 0;
        for (const Slick& slick : session.slicks()->slicks()) {
            for (const AppearanceArea& area : slick.areas) {
                least = std::min(least, area.areaSquareMetres);
                most = std::max(most, area.areaSquareMetres);
            }
        }
        const std::vector<Place> before = placesOf(session.slicks()->slicks());
        MergeSettings settings = session.mergeSettings();
        QCOMPARE(settings.smallestAreaSquareMetres, 25.0);
        settings.smallestAreaSquareMetres = std::floor((least + most) / 2);
        session.setMergeSettings(settings);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        const std::vector<Place> again = placesOf(session.slicks()->slicks());
        QVERIFY(!again.empty() && again != before);

        Session other;
        run(other, QStringLiteral("other.gpkg"), settings.smallestAreaSquareMetres);
        const std::vector<Place> whole = placesOf(other.slicks()->slicks());
        QCOMPARE(again.size(), whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i) {
            for (std::size_t k = 0; k < whole[i].size(); ++k)
                QVERIFY(std::abs(again[i][k] - whole[i][k]) <= 1e-6 * std::abs(whole[i][k]));
        }
        // On disk as well.
        session.stop();
        QCOMPARE(placesOf(Workspace::open(m_folder.filePath(QStringLiteral("first.gpkg")))->slicks()).size(),
                 whole.size());
    }
};

SHEEN_QGIS_TEST_MAIN(MergedDemoTest)
#include "merged_demo_test.moc"
