#include <QSettings>
#include <QUndoStack>
#include <QtTest>
#include <algorithm>
#include <map>
#include <memory>
#include <random>

#include "bodies/measures.h"
#include "geo/geodesy.h"
#include "geo/ground_bounds.h"
#include "ogr/ground_geometry.h"
#include "ogr/ogr_geometry.h"
#include "placing/slicks_again.h"
#include "ui/support/review_scene.h"

using namespace sheen;

namespace {

/**
 * Holds every area against every other one. What the store says is unchanged is looked at once: it must be,
 * to the last point, what it was.
 */
class AreaCheck
{
public:
    explicit AreaCheck(SlickStore& store) : m_store(store)
    {
        QObject::connect(&store, &SlickStore::changed, [this](const SlickStore::Ids& ids) {
            for (const std::int64_t id : ids)
                m_known.erase(id);
        });
    }

    /** Empty where all areas are valid, measured, and share no inside with another one. */
    QString wrong()
    {
        std::map<std::int64_t, Known> known;
        for (const Slick& slick : m_store.slicks()) {
            const auto before = m_known.find(slick.id);
            if (before == m_known.end()) {
                QString fault = addNew(slick, known);
                if (!fault.isEmpty())
                    return fault;
                continue;
            }
            if (before->second.print != printOf(slick))
                return QStringLiteral("slick %1 changed in silence").arg(slick.id);
            known.insert(m_known.extract(before));
        }
        QString fault = overlap(known);
        m_known = std::move(known);
        return fault;
    }

    void forget() { m_known.clear(); }

private:
    struct Known
    {
        double print = 0;
        std::vector<GroundBounds> bounds;
        std::vector<std::unique_ptr<OGRMultiPolygon>> shapes;
        bool isNew = true;
    };

    static double printOf(const Slick& slick)
    {
        double sum = 0;
        for (const AppearanceArea& area : slick.areas) {
            for (const GroundPolygon& polygon : area.outline) {
                for (const GroundRing& ring : polygon) {
                    for (const GroundPoint& point : ring)
                        sum += point.latitudeDegrees - middleLatitude + 3 * point.longitudeDegrees;
                }
            }
        }
        return sum;
    }

    static QString addNew(const Slick& slick, std::map<std::int64_t, Known>& known)
    {
        Known& one = known[slick.id];
        one.print = printOf(slick);
        double oiled = 0;
        for (const AppearanceArea& area : slick.areas) {
            if (!isValid(area.outline) || area.areaSquareMetres <= 0)
                return QStringLiteral("an area of slick %1 is not valid").arg(slick.id);
            if (std::abs(area.areaSquareMetres - groundArea(area.outline)) > 0.006)
                return QStringLiteral("an area of slick %1 has the wrong size").arg(slick.id);
            oiled += area.areaSquareMetres;
            one.bounds.emplace_back(area.outline);
            one.shapes.push_back(toOgr(area.outline));
        }
        if (std::abs(oiled - slick.oiledSquareMetres()) > 0.006)
            return QStringLiteral("slick %1 is not the sum of its areas").arg(slick.id);
        return {};
    }

    static QString overlap(std::map<std::int64_t, Known>& known)
    {
        for (auto& [id, one] : known) {
            if (!one.isNew)
                continue;
            one.isNew = false;
            for (const auto& [otherId, other] : known) {
                if (other.isNew && otherId < id)
                    continue;
                for (std::size_t i = 0; i < one.shapes.size(); ++i) {
                    for (std::size_t j = id == otherId ? i + 1 : 0; j < other.shapes.size(); ++j) {
                        if (!one.bounds[i].touches(other.bounds[j]))
                            continue;
                        const double shared = sharedSquareMetres(*one.shapes[i], *other.shapes[j]);
                        if (shared > 0.01)
                            return QStringLiteral("areas of slicks %1 and %2 overlap by %3 m2")
                                .arg(id)
                                .arg(otherId)
                                .arg(shared);
                    }
                }
            }
        }
        return {};
    }

    static double sharedSquareMetres(const OGRMultiPolygon& a, const OGRMultiPolygon& b)
    {
        const QuietGdal quiet;
        const std::unique_ptr<OGRGeometry> both(a.Intersection(&b));
        return both ? groundArea(fromOgr(*both)) : HUGE_VAL;
    }

    static constexpr double middleLatitude = 41.1;

    SlickStore& m_store;
    std::map<std::int64_t, Known> m_known;
};

/** What may never get lost of a slick. */
struct Said
{
    QString note;
    Decision decision = Decision::Undecided;
};

/** An analyst who does anything, again the same from the same seed. */
class RandomAnalyst
{
public:
    RandomAnalyst(ReviewScene& scene, unsigned seed) : m_scene(scene), m_random(seed)
    {
        for (const Slick& slick : scene.store().slicks())
            m_highestId = std::max(m_highestId, slick.id);
    }

    /** Does one thing; tells what. */
    QString act()
    {
        remember();
        SlickStore& store = m_scene.store();
        m_goesBack = false;
        m_mayVanish.clear();
        m_mayChange.clear();
        switch (number(0, 16)) {
            case 0:
            case 1:
                store.draw(blob(), number(1, 3), number(0, 3) > 0);
                return QStringLiteral("draw");
            case 2:
            case 3:
                return reshape();
            case 4:
                return moveVertex();
            case 5:
                return split();
            case 6:
                return join();
            case 7:
                return part();
            case 8:
                return decide();
            case 9:
                if (const std::int64_t id = any()) {
                    m_mayChange = {id};
                    store.setNote(id, QStringLiteral("note %1").arg(++m_notes));
                }
                return QStringLiteral("note");
            case 10:
            case 11:
                m_goesBack = true;
                store.undo();
                return QStringLiteral("undo");
            case 12:
                m_goesBack = true;
                store.redo();
                return QStringLiteral("redo");
            case 13:
                if (const std::int64_t id = any())
                    store.setCode({id}, number(0, 5), randomArea(id));
                return QStringLiteral("code");
            case 14:
                return placeAgain();
            default:
                if (store.slicks().size() > 12) {
                    if (const std::int64_t id = any()) {
                        m_mayVanish = {id};
                        store.remove({id});
                    }
                }
                return QStringLiteral("remove");
        }
    }

    /** Empty where numbers, notes and decisions are as they must be. */
    QString wrong()
    {
        std::set<std::int64_t> ids;
        for (const Slick& slick : m_scene.store().slicks()) {
            if (slick.areas.empty())
                return QStringLiteral("slick %1 has no area").arg(slick.id);
            if (!ids.insert(slick.id).second)
                return QStringLiteral("number %1 is there twice").arg(slick.id);
            const bool isNew = m_before.count(slick.id) == 0;
            if (isNew && !m_goesBack && !m_bringsNumbersBack && slick.id <= m_highestId)
                return QStringLiteral("number %1 is used again").arg(slick.id);
            m_highestId = std::max(m_highestId, slick.id);
        }
        return m_goesBack ? QString() : lost();
    }

private:
    int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(m_random); }
    double metres(double least, double most)
    {
        return std::uniform_real_distribution<double>(least, most)(m_random);
    }

    std::int64_t any()
    {
        const std::vector<Slick>& slicks = m_scene.store().slicks();
        return slicks.empty() ? 0 : slicks[std::size_t(number(0, int(slicks.size()) - 1))].id;
    }

    std::optional<std::size_t> randomArea(std::int64_t id)
    {
        const std::size_t count = m_scene.store().find(id)->areas.size();
        return number(0, 1) == 0 ? std::nullopt : std::optional(std::size_t(number(0, int(count) - 1)));
    }

    GroundMultiPolygon blob()
    {
        const double east = metres(-50, 350);
        const double north = metres(-50, 350);
        const double radius = metres(6, 60);
        const int corners = number(3, 14);
        GroundRing ring;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * M_PI * i / corners;
            const double r = radius * metres(0.4, 1);
            ring.push_back(at(east + r * std::cos(angle), north + r * std::sin(angle)));
        }
        return {{ring}};
    }

    QString reshape()
    {
        const std::int64_t id = any();
        if (id == 0)
            return {};
        const std::size_t area = std::size_t(number(0, int(m_scene.store().find(id)->areas.size()) - 1));
        const GroundMultiPolygon outline = m_scene.store().find(id)->areas[area].outline;
        const GroundMultiPolygon shape = blob();
        m_scene.store().setOutline(id, area,
                                   number(0, 1) == 0 ? united({outline, shape}) : without(outline, shape),
                                   number(0, 3) > 0);
        return QStringLiteral("reshape");
    }

    QString moveVertex()
    {
        const std::int64_t id = any();
        if (id == 0)
            return {};
        const std::size_t area = std::size_t(number(0, int(m_scene.store().find(id)->areas.size()) - 1));
        GroundMultiPolygon outline = m_scene.store().find(id)->areas[area].outline;
        GroundRing& ring = outline[0][0];
        GroundPoint& vertex = ring[std::size_t(number(0, int(ring.size()) - 1))];
        vertex.latitudeDegrees += metres(-20, 20) / 111195;
        vertex.longitudeDegrees += metres(-20, 20) / 83800;
        m_scene.store().setOutline(id, area, outline);
        return QStringLiteral("vertex");
    }

    QString split()
    {
        if (const std::int64_t id = any()) {
            const GroundPoint middle = m_scene.store().find(id)->measures.inside;
            const double turn = metres(0, M_PI);
            const double north = 500 * std::cos(turn) / 111195;
            const double east = 500 * std::sin(turn) / 83800;
            m_scene.store().split(id, {{middle.latitudeDegrees - north, middle.longitudeDegrees - east},
                                       {middle.latitudeDegrees + north, middle.longitudeDegrees + east}});
        }
        return QStringLiteral("split");
    }

    QString join()
    {
        const std::int64_t first = any();
        const std::int64_t second = any();
        if (first == second || first == 0)
            return {};
        const Slick a = *m_scene.store().find(first);
        const Slick b = *m_scene.store().find(second);
        m_scene.store().select({first});
        m_scene.store().select({first, second});
        m_scene.store().join({first, second});
        const Slick* whole = m_scene.store().find(first);
        if (whole->areas.size() != a.areas.size() + b.areas.size() ||
            std::abs(whole->oiledSquareMetres() - a.oiledSquareMetres() - b.oiledSquareMetres()) > 0.005)
            qFatal("joining changed the oiled area");
        const auto least = [](const Slick& slick) {
            return slick.measures.minimumVolumeCubicMetres.value_or(0);
        };
        if (std::abs(least(*whole) - least(a) - least(b)) > 1e-5)
            qFatal("joining changed the volume");
        if (!whole->note.contains(b.note))
            qFatal("joining lost a note");
        m_mayVanish = {second};
        m_mayChange = {first};
        return QStringLiteral("join");
    }

    QString part()
    {
        const std::int64_t from = any();
        const std::int64_t to = any();
        if (from == 0)
            return {};
        const std::size_t area = std::size_t(number(0, int(m_scene.store().find(from)->areas.size()) - 1));
        if (number(0, 1) == 0)
            m_scene.store().separateArea(from, area);
        else
            m_scene.store().moveArea(from, area, to);
        return QStringLiteral("part");
    }

    QString decide()
    {
        if (const std::int64_t id = any()) {
            m_mayChange = {id};
            m_scene.store().setDecision({id}, static_cast<Decision>(number(0, 2)));
            m_scene.store().setTakenFor({id}, static_cast<TakenFor>(number(0, 3)));
        }
        return QStringLiteral("decide");
    }

    /** Merged again: the four slicks that were found first, moved a little. */
    QString placeAgain()
    {
        SlickStore& store = m_scene.store();
        const double north = metres(-15, 15) / 111195;
        std::vector<Slick> merged = reviewSlicks();
        for (Slick& slick : merged) {
            for (GroundPoint& point : slick.areas[0].outline[0][0])
                point.latitudeDegrees += north;
            setOutline(slick.areas[0], GroundMultiPolygon(slick.areas[0].outline));
            measure(slick);
        }
        const AbsentSlicks absent = m_scene.workspace().absentSlicks();
        const SlicksAgain again = slicksAgain(store.slicks(), absent.deleted, absent.retired, merged, 25);
        Edit edit;
        edit.action = QStringLiteral("telemetry");
        const std::vector<Slick> remembered = store.remembered();
        store.replace(m_scene.workspace().replaceAll(m_scene.workspace().facts(), {}, again.slicks,
                                                     {absent.deleted, again.retired}, edit),
                      remembered);
        for (const auto& [id, said] : m_before) {
            if (!m_touched.count(id))
                m_mayVanish.insert(id);
        }
        m_bringsNumbersBack = true;
        return QStringLiteral("place again");
    }

    void remember()
    {
        m_before.clear();
        m_touched.clear();
        m_bringsNumbersBack = false;
        for (const Slick& slick : m_scene.store().slicks()) {
            m_before[slick.id] = {slick.note, slick.decision};
            if (isTouched(slick))
                m_touched.insert(slick.id);
        }
    }

    QString lost() const
    {
        for (const auto& [id, said] : m_before) {
            const Slick* now = m_scene.store().find(id);
            if (!now) {
                if (m_mayVanish.count(id) == 0 && m_touched.count(id) > 0)
                    return QStringLiteral("slick %1 is lost").arg(id);
                continue;
            }
            if (m_mayChange.count(id) == 0 && (now->note != said.note || now->decision != said.decision))
                return QStringLiteral("note or decision of slick %1 is lost").arg(id);
        }
        return {};
    }

    ReviewScene& m_scene;
    std::mt19937 m_random;
    std::map<std::int64_t, Said> m_before;
    std::set<std::int64_t> m_touched;
    std::set<std::int64_t> m_mayVanish;  //!< by what was done
    std::set<std::int64_t> m_mayChange;  //!< likewise, of note and decision
    std::int64_t m_highestId = 0;
    int m_notes = 0;
    bool m_goesBack = false;           //!< undo and redo bring numbers back
    bool m_bringsNumbersBack = false;  //!< so does placing again, to slicks that were gone
};

}  // namespace

/** Whatever is done in whatever order: areas never overlap, and nothing that was said is lost. */
class RandomEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_settings.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QCoreApplication::setOrganizationName(QStringLiteral("SheenTest"));
    }

    void everythingHolds_data()
    {
        QTest::addColumn<int>("seed");
        const int first = std::max(1, qEnvironmentVariableIntValue("SHEEN_EDIT_SEED"));
        for (int seed = first; seed < first + 4; ++seed)
            QTest::newRow(qPrintable(QStringLiteral("seed %1").arg(seed))) << seed;
    }

    /** SHEEN_EDIT_STEPS says how many steps in all, SHEEN_EDIT_SEED from which of four seeds. */
    void everythingHolds()
    {
        QFETCH(int, seed);
        const int steps = std::max(4, qEnvironmentVariableIntValue("SHEEN_EDIT_STEPS") > 0
                                          ? qEnvironmentVariableIntValue("SHEEN_EDIT_STEPS")
                                          : 500) /
                          4;
        ReviewScene scene;
        AreaCheck areas(scene.store());
        RandomAnalyst analyst(scene, unsigned(seed));
        for (int step = 0; step < steps; ++step) {
            const QString done = analyst.act();
            QString wrong = analyst.wrong();
            if (wrong.isEmpty())
                wrong = areas.wrong();
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(QStringLiteral("step %1, %2: %3").arg(step).arg(done, wrong)));
            if (step % 250 == 249) {
                areas.forget();
                QVERIFY(sameSlicks(scene.slicksInStore(), scene.slicksOnDisk()));
            }
        }
        QVERIFY(sameSlicks(scene.slicksInStore(), scene.slicksOnDisk()));
    }

private:
    QTemporaryDir m_settings;
};

QTEST_GUILESS_MAIN(RandomEditsTest)
#include "random_edits_test.moc"
