#include "facts_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "base/error.h"
#include "data/issue_json.h"
#include "data/model_classes.h"
#include "data/number_map_json.h"
#include "telemetry_json.h"

namespace sheen {

namespace {

/** A card that was filled in by hand has no JSON of its own. */
QJsonObject cardFromMembers(const ModelCard& card)
{
    const QJsonObject input{
        {QStringLiteral("channels"), card.rgbOrder ? QStringLiteral("RGB") : QStringLiteral("BGR")},
        {QStringLiteral("mean"), QJsonArray{card.mean[0], card.mean[1], card.mean[2]}},
        {QStringLiteral("std"), QJsonArray{card.deviation[0], card.deviation[1], card.deviation[2]}},
        {QStringLiteral("width"), card.inputWidth},
        {QStringLiteral("height"), card.inputHeight},
        {QStringLiteral("stride"), card.stride}};
    QJsonObject object{{QStringLiteral("name"), card.name},
                       {QStringLiteral("version"), card.version},
                       {QStringLiteral("description"), card.description},
                       {QStringLiteral("licence"), card.licence},
                       {QStringLiteral("sensors"), QJsonArray::fromStringList(card.sensors)},
                       {QStringLiteral("code_sensors"), QJsonArray::fromStringList(card.codeSensors)},
                       {QStringLiteral("input"), input},
                       {QStringLiteral("classes"), classesToJson(card.classes)}};
    QJsonObject output{{QStringLiteral("temperature"), card.temperature}};
    if (!card.outputKind.isEmpty())
        output.insert(QStringLiteral("kind"), card.outputKind);
    object.insert(QStringLiteral("output"), output);
    return object;
}

/** For a card that parseModelCard refuses: what names things in a map or a report. */
ModelCard namesAndColours(const QJsonObject& object)
{
    ModelCard card;
    card.json = object;
    card.name = object.value(QLatin1String("name")).toString();
    card.version = object.value(QLatin1String("version")).toString();
    const QJsonArray classes = object.value(QLatin1String("classes")).toArray();
    for (const QJsonValue& value : classes) {
        const QJsonObject c = value.toObject();
        const uint rgb = c.value(QLatin1String("colour")).toString().mid(1).toUInt(nullptr, 16);
        card.classes.push_back({c.value(QLatin1String("value")).toInt(),
                                c.value(QLatin1String("name")).toString(),
                                {std::uint8_t(rgb >> 16), std::uint8_t(rgb >> 8), std::uint8_t(rgb)},
                                c.value(QLatin1String("code")).toInt(),
                                c.value(QLatin1String("oil")).toBool()});
    }
    return card;
}

QJsonArray marksToJson(const std::vector<OverlayMark>& marks)
{
    QJsonArray array;
    for (const OverlayMark& mark : marks) {
        const QRectF& box = mark.box;
        array.append(QJsonArray{box.x(), box.y(), box.width(), box.height(), mark.solid});
    }
    return array;
}

std::vector<OverlayMark> marksFromJson(const QJsonArray& array)
{
    std::vector<OverlayMark> marks;
    for (const QJsonValue& value : array) {
        const QJsonArray mark = value.toArray();
        if (mark.size() == 5)
            marks.push_back(
                {QRectF(mark[0].toDouble(), mark[1].toDouble(), mark[2].toDouble(), mark[3].toDouble()),
                 mark[4].toBool()});
    }
    return marks;
}

}  // namespace

QJsonObject runToJson(const RunFacts& facts)
{
    return {{QStringLiteral("flight_path"), facts.flightPath},
            {QStringLiteral("flight_name"), facts.flightName},
            {QStringLiteral("recording"),
             QJsonObject{{QStringLiteral("bytes"), facts.recording.bytes},
                         {QStringLiteral("parts_sha256"), facts.recording.partsSha256}}},
            {QStringLiteral("sheen_version"), facts.sheenVersion},
            {QStringLiteral("started_at"), utcToText(facts.startedAt)},
            {QStringLiteral("overlay_layout"), facts.overlayLayout},
            {QStringLiteral("overlay_marks"), marksToJson(facts.overlayMarks)},
            {QStringLiteral("crs_epsg"), facts.crsEpsg},
            {QStringLiteral("cancelled"), facts.cancelled},
            {QStringLiteral("broken_off"), facts.brokenOff},
            {QStringLiteral("frames_done"), facts.framesDone},
            {QStringLiteral("frames_placed"), facts.framesPlaced},
            {QStringLiteral("issue_counts"), numbersToJson(facts.issueCounts)},
            {QStringLiteral("notices"), issuesToJson(facts.notices)},
            {QStringLiteral("picture_motions"), motionsToJson(facts.pictureMotions)},
            {QStringLiteral("motion_checks"), motionChecksToJson(facts.motionChecks)},
            {QStringLiteral("stage_wall_s"), numbersToJson(facts.stageWallSeconds)},
            {QStringLiteral("stage_cpu_s"), numbersToJson(facts.stageCpuSeconds)},
            {QStringLiteral("wall_s"), facts.wallSeconds},
            {QStringLiteral("peak_memory_mib"), facts.peakMemoryMiB}};
}

void runFromJson(const QJsonObject& object, RunFacts& facts)
{
    const auto value = [&object](const char* key) { return object.value(QLatin1String(key)); };
    facts.flightPath = value("flight_path").toString();
    facts.flightName = value("flight_name").toString();
    const QJsonObject recording = value("recording").toObject();
    facts.recording = {qint64(recording.value(QLatin1String("bytes")).toDouble()),
                       recording.value(QLatin1String("parts_sha256")).toString()};
    facts.sheenVersion = value("sheen_version").toString();
    facts.startedAt = utcFromText(value("started_at").toString());
    facts.overlayLayout = value("overlay_layout").toString();
    facts.overlayMarks = marksFromJson(value("overlay_marks").toArray());
    facts.crsEpsg = value("crs_epsg").toInt();
    facts.cancelled = value("cancelled").toBool();
    facts.brokenOff = value("broken_off").toBool();
    facts.framesDone = value("frames_done").toInt();
    facts.framesPlaced = value("frames_placed").toInt();
    facts.issueCounts = numbersFromJson<int>(value("issue_counts"));
    facts.notices = issuesFromJson(value("notices").toArray());
    facts.pictureMotions = motionsFromJson(value("picture_motions").toArray());
    facts.motionChecks = motionChecksFromJson(value("motion_checks").toArray());
    facts.stageWallSeconds = numbersFromJson<double>(value("stage_wall_s"));
    facts.stageCpuSeconds = numbersFromJson<double>(value("stage_cpu_s"));
    facts.wallSeconds = value("wall_s").toDouble();
    facts.peakMemoryMiB = value("peak_memory_mib").toDouble();
}

QJsonObject modelToJson(const ModelCard& card)
{
    QJsonObject object = card.json.isEmpty() ? cardFromMembers(card) : card.json;
    object.insert(QStringLiteral("file"),
                  QJsonObject{{QStringLiteral("path"), card.path}, {QStringLiteral("sha256"), card.sha256}});
    return object;
}

ModelCard modelFromJson(const QJsonObject& object)
{
    QJsonObject json = object;
    const QJsonObject file = json.take(QStringLiteral("file")).toObject();
    ModelCard card;
    try {
        card = parseModelCard(QJsonDocument(json).toJson(QJsonDocument::Compact),
                              file.value(QLatin1String("path")).toString());
    } catch (const Error&) {
        card = namesAndColours(json);
    }
    card.path = file.value(QLatin1String("path")).toString();
    card.sha256 = file.value(QLatin1String("sha256")).toString();
    return card;
}

}  // namespace sheen
