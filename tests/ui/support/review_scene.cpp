#include "review_scene.h"

#include <gdal_priv.h>

#include <QDebug>
#include <algorithm>
#include <cmath>

#include "support/some_slick.h"

namespace sheen {

namespace {

constexpr double middleLatitude = 41.1;
constexpr double middleLongitude = -104.85;
constexpr double metresOfDegree = 111195;

bool sameOutline(const GroundMultiPolygon& a, const GroundMultiPolygon& b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].size() != b[i].size())
            return false;
        for (std::size_t j = 0; j < a[i].size(); ++j) {
            if (a[i][j].size() != b[i][j].size())
                return false;
            for (std::size_t k = 0; k < a[i][j].size(); ++k) {
                if (std::abs(a[i][j][k].latitudeDegrees - b[i][j][k].latitudeDegrees) > 1e-8 ||
                    std::abs(a[i][j][k].longitudeDegrees - b[i][j][k].longitudeDegrees) > 1e-8)
                    return false;
            }
        }
    }
    return true;
}

bool sameArea(const AppearanceArea& a, const AppearanceArea& b)
{
    return a.classValue == b.classValue && a.className == b.className && a.code == b.code &&
           a.seen.firstFrame == b.seen.firstFrame && a.seen.lastFrame == b.seen.lastFrame &&
           a.seen.bestFrame == b.seen.bestFrame && a.seen.frameCount == b.seen.frameCount &&
           std::abs(a.areaSquareMetres - b.areaSquareMetres) < 0.02 &&
           std::abs(a.confidence - b.confidence) < 1e-6 && sameOutline(a.outline, b.outline);
}

bool sameSlick(const Slick& a, const Slick& b)
{
    return a.id == b.id && a.decision == b.decision && a.takenFor == b.takenFor &&
           a.lookAlike == b.lookAlike && a.origin == b.origin && a.form == b.form && a.note == b.note &&
           a.areas.size() == b.areas.size() &&
           std::equal(a.areas.begin(), a.areas.end(), b.areas.begin(), sameArea);
}

std::vector<Slick> byId(std::vector<Slick> slicks)
{
    std::sort(slicks.begin(), slicks.end(), [](const Slick& a, const Slick& b) { return a.id < b.id; });
    return slicks;
}

}  // namespace

GroundPoint at(double eastMetres, double northMetres)
{
    const double shrink = std::cos(middleLatitude * M_PI / 180);
    return {middleLatitude + northMetres / metresOfDegree,
            middleLongitude + eastMetres / (metresOfDegree * shrink)};
}

GroundRing squareRing(double eastMetres, double northMetres, double sizeMetres)
{
    return {at(eastMetres, northMetres), at(eastMetres, northMetres + sizeMetres),
            at(eastMetres + sizeMetres, northMetres + sizeMetres), at(eastMetres + sizeMetres, northMetres)};
}

GroundMultiPolygon square(double eastMetres, double northMetres, double sizeMetres)
{
    return {{squareRing(eastMetres, northMetres, sizeMetres)}};
}

ModelCard reviewCard()
{
    ModelCard card;
    card.name = QStringLiteral("test");
    card.classes = {{0, QStringLiteral("water"), {20, 40, 90}, 0, false},
                    {1, QStringLiteral("sheen"), {90, 200, 220}, 1, true},
                    {2, QStringLiteral("rainbow"), {220, 90, 200}, 2, true},
                    {3, QStringLiteral("emulsion"), {150, 80, 20}, 0, true}};
    return card;
}

Slick makeSlick(std::int64_t id, int classValue, const GroundMultiPolygon& outline)
{
    const ModelCard card = reviewCard();
    const ModelClass* modelClass = card.findClass(classValue);
    Slick slick = slickOfOne(id, outline, classValue, modelClass->code);
    AppearanceArea& area = slick.areas[0];
    const int first = static_cast<int>(id) * 10;
    area.className = modelClass->name;
    area.confidence = 0.9 - 0.1 * static_cast<double>(id % 5);
    area.seen = {first, first + 5, first + 2, 6};
    slick.positionErrorMetres = 4;
    measure(slick);
    return slick;
}

std::vector<Slick> reviewSlicks()
{
    return {makeSlick(1, 1, square(0, 0, 100)), makeSlick(2, 2, square(200, 0, 50)),
            makeSlick(3, 3, square(0, 200, 30)), makeSlick(4, 2, square(300, 0, 20))};
}

ReviewScene::ReviewScene(const std::vector<Slick>& slicks)
{
    RunFacts facts;
    facts.flightName = QStringLiteral("test");
    facts.model = reviewCard();
    m_workspace = Workspace::create(path(), facts);
    m_workspace->finish(facts, {}, slicks);
    m_store.load(m_workspace, reviewCard());
}

std::vector<Slick> ReviewScene::slicksOnDisk() const
{
    return byId(Workspace::open(path())->slicks());
}

std::vector<Slick> ReviewScene::slicksInStore() const
{
    return byId(m_store.slicks());
}

void ReviewScene::refuseWrites(bool refuse)
{
    GDALAllRegister();
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path().toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
    const char* sql = refuse ? "CREATE TRIGGER refuse BEFORE INSERT ON edits BEGIN "
                               "SELECT RAISE(ABORT, 'database or disk is full'); END"
                             : "DROP TRIGGER refuse";
    dataset->ReleaseResultSet(dataset->ExecuteSQL(sql, nullptr, nullptr));
}

bool sameSlicks(const std::vector<Slick>& a, const std::vector<Slick>& b)
{
    if (a.size() != b.size()) {
        qWarning() << "numbers differ:" << a.size() << b.size();
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!sameSlick(a[i], b[i])) {
            qWarning() << "slicks differ:" << a[i].id << decisionName(a[i].decision)
                       << originName(a[i].origin) << a[i].oiledSquareMetres() << b[i].id
                       << decisionName(b[i].decision) << originName(b[i].origin) << b[i].oiledSquareMetres();
            return false;
        }
    }
    return true;
}

}  // namespace sheen
