#include "tables/summary.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <map>

#include "base/error.h"
#include "data/appearance.h"
#include "data/issue_json.h"

namespace sheen {

namespace {

template <typename Number>
QJsonObject toJson(const std::map<QString, Number>& numbers)
{
    QJsonObject object;
    for (const auto& [name, value] : numbers)
        object.insert(name, value);
    return object;
}

/** Slicks of one class and code. What the analyst rejected is counted apart and adds nothing. */
struct ClassTotal
{
    QString name;
    int slicks = 0;
    int rejected = 0;
    double areaSquareMetres = 0;
};

QJsonValue volume(const std::optional<double>& cubicMetres)
{
    return cubicMetres ? QJsonValue(*cubicMetres) : QJsonValue();
}

QJsonArray classTotals(const std::vector<Slick>& slicks)
{
    std::map<std::pair<int, int>, ClassTotal> totals;  // by class value and appearance code
    for (const Slick& slick : slicks) {
        ClassTotal& total = totals[{slick.classValue, slick.code}];
        total.name = slick.className;
        if (slick.status == SlickStatus::Rejected) {
            ++total.rejected;
            continue;
        }
        ++total.slicks;
        total.areaSquareMetres += slick.areaSquareMetres;
    }
    QJsonArray array;
    for (const auto& [key, total] : totals) {
        const auto [classValue, code] = key;
        array << QJsonObject{
            {QStringLiteral("class"), classValue},
            {QStringLiteral("class_name"), total.name},
            {QStringLiteral("code"), code},
            {QStringLiteral("slicks"), total.slicks},
            {QStringLiteral("rejected"), total.rejected},
            {QStringLiteral("area_m2"), total.areaSquareMetres},
            {QStringLiteral("min_m3"), volume(minimumVolumeCubicMetres(code, total.areaSquareMetres))},
            {QStringLiteral("max_m3"), volume(maximumVolumeCubicMetres(code, total.areaSquareMetres))}};
    }
    return array;
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
                             {QStringLiteral("issues"), toJson(facts.issueCounts)}};
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
        {QStringLiteral("frames"), frames},
        {QStringLiteral("notices"), issuesInWords(facts.notices)},
        {QStringLiteral("classes"), classTotals(slicks)},
        {QStringLiteral("stage_wall_s"), toJson(facts.stageWallSeconds)},
        {QStringLiteral("stage_cpu_s"), toJson(facts.stageCpuSeconds)},
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
