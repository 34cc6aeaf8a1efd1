#include "tables/summary.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <cmath>
#include <map>
#include <set>

#include "base/error.h"
#include "bodies/measures.h"
#include "bodies/totals.h"
#include "data/appearance.h"
#include "data/issue_json.h"
#include "data/number_map_json.h"

namespace sheen {

namespace {

QJsonValue volume(const std::optional<double>& cubicMetres)
{
    return cubicMetres ? QJsonValue(*cubicMetres) : QJsonValue();
}

/** Areas of one class and code. */
struct ClassTotal
{
    QString name;
    std::set<std::int64_t> slicks;
    int areas = 0;
    double areaSquareMetres = 0;
    double minimumCubicMetres = 0;
    double maximumCubicMetres = 0;
};

/** What the analyst rejected adds nothing. */
QJsonArray classTotals(const std::vector<Slick>& slicks)
{
    std::map<std::pair<int, int>, ClassTotal> totals;  // by class value and appearance code
    for (const Slick& slick : slicks) {
        if (slick.decision == Decision::Rejected)
            continue;
        for (const AppearanceArea& area : slick.areas) {
            ClassTotal& total = totals[{area.classValue, area.code}];
            total.name = area.className;
            total.slicks.insert(slick.id);
            ++total.areas;
            total.areaSquareMetres = inHundredths(total.areaSquareMetres + area.areaSquareMetres);
            total.minimumCubicMetres += area.minimumVolumeCubicMetres().value_or(0);
            total.maximumCubicMetres += area.maximumVolumeCubicMetres().value_or(0);
        }
    }
    const auto inMillilitres = [](double cubicMetres) { return std::round(cubicMetres * 1e6) / 1e6; };
    QJsonArray array;
    for (const auto& [key, total] : totals) {
        const auto [classValue, code] = key;
        const AppearanceCode* appearance = appearanceCode(code);
        array << QJsonObject{
            {QStringLiteral("class"), classValue},
            {QStringLiteral("class_name"), total.name},
            {QStringLiteral("code"), code},
            {QStringLiteral("slicks"), static_cast<int>(total.slicks.size())},
            {QStringLiteral("areas"), total.areas},
            {QStringLiteral("area_m2"), total.areaSquareMetres},
            {QStringLiteral("min_m3"),
             appearance ? QJsonValue(inMillilitres(total.minimumCubicMetres)) : QJsonValue()},
            {QStringLiteral("max_m3"), appearance && appearance->maximumThicknessMicrometres
                                           ? QJsonValue(inMillilitres(total.maximumCubicMetres))
                                           : QJsonValue()}};
    }
    return array;
}

QJsonObject slickTotals(const std::vector<Slick>& slicks)
{
    const DecisionTotals totals(slicks);
    QJsonObject object;
    for (const Decision decision : {Decision::Undecided, Decision::Accepted, Decision::Rejected}) {
        const SlickTotals& some = totals.of(decision);
        object.insert(decisionName(decision),
                      QJsonObject{{QStringLiteral("slicks"), some.count},
                                  {QStringLiteral("overall_m2"), some.overallSquareMetres},
                                  {QStringLiteral("oiled_m2"), some.oiledSquareMetres},
                                  {QStringLiteral("min_m3"), volume(some.minimumVolumeCubicMetres())},
                                  {QStringLiteral("max_m3"), volume(some.maximumVolumeCubicMetres())},
                                  {QStringLiteral("without_volume"), some.withoutVolume}});
    }
    return object;
}

}  // namespace

void writeSummary(const RunFacts& facts, const std::vector<Slick>& slicks, const QString& path)
{
    const QJsonObject model{{QStringLiteral("name"), facts.model.name},
                            {QStringLiteral("version"), facts.model.version},
                            {QStringLiteral("path"), facts.model.path},
                            {QStringLiteral("sha256"), facts.model.sha256}};
    const QJsonObject frames{{QStringLiteral("done"), facts.framesDone},
                             {QStringLiteral("placed"), facts.framesPlaced},
                             {QStringLiteral("issues"), numbersToJson(facts.issueCounts)}};
    const QJsonObject summary{
        {QStringLiteral("version"), facts.sheenVersion},
        {QStringLiteral("flight"),
         QJsonObject{{QStringLiteral("name"), facts.flightName}, {QStringLiteral("path"), facts.flightPath}}},
        {QStringLiteral("started_at"),
         facts.startedAt.isValid() ? facts.startedAt.toUTC().toString(Qt::ISODateWithMs) : QString()},
        {QStringLiteral("settings"), facts.settings},
        {QStringLiteral("model"), model},
        {QStringLiteral("overlay_layout"), facts.overlayLayout},
        {QStringLiteral("crs_epsg"), facts.crsEpsg},
        {QStringLiteral("cancelled"), facts.cancelled},
        {QStringLiteral("broken_off"), facts.brokenOff},
        {QStringLiteral("frames"), frames},
        {QStringLiteral("notices"), issuesInWords(facts.notices)},
        {QStringLiteral("motion_checks"), motionChecksToJson(facts.motionChecks)},
        {QStringLiteral("slicks"), slickTotals(slicks)},
        {QStringLiteral("classes"), classTotals(slicks)},
        {QStringLiteral("stage_wall_s"), numbersToJson(facts.stageWallSeconds)},
        {QStringLiteral("stage_cpu_s"), numbersToJson(facts.stageCpuSeconds)},
        {QStringLiteral("wall_s"), facts.wallSeconds},
        {QStringLiteral("peak_memory_mib"), facts.peakMemoryMiB}};
    QSaveFile file(path);
    // commit() alone overlooks a last write that was cut short.
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(summary).toJson()) < 0 ||
        !file.flush() || !file.commit())
        throw Error(QCoreApplication::translate("sheen::Output",
                                                "\"%1\" could not be written (%2). Make room on the disk or "
                                                "choose another folder; earlier files are kept.")
                        .arg(path, file.errorString()));
}

}  // namespace sheen
