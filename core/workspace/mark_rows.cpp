#include "mark_rows.h"

#include <ogrsf_frmts.h>

#include <QJsonArray>
#include <memory>

#include "feature_fields.h"
#include "telemetry_json.h"
#include "workspace_columns.h"
#include "workspace_dataset.h"

namespace sheen {

namespace {

constexpr int takesBack = 0;
constexpr int anyOil = 255;  // teach/marks.h

/** For who opens the workspace elsewhere. */
QString says(int value, const ModelCard& card)
{
    if (value == takesBack)
        return QStringLiteral("nothing");
    if (value == anyOil)
        return QStringLiteral("oil");
    const ModelClass* found = card.findClass(value - 1);
    return found ? found->name : QString();
}

std::unique_ptr<OGRGeometry> shapeOf(const TeachingMark& mark)
{
    if (mark.ground.empty())
        return nullptr;
    if (mark.ground.size() == 1)
        return std::make_unique<OGRPoint>(mark.ground.front().longitudeDegrees,
                                          mark.ground.front().latitudeDegrees);
    OGRLinearRing ring;
    auto line = std::make_unique<OGRLineString>();
    const bool isArea = mark.widthPixels == TeachingMark::area;
    for (const GroundPoint& point : mark.ground)
        (isArea ? static_cast<OGRLineString&>(ring) : *line)
            .addPoint(point.longitudeDegrees, point.latitudeDegrees);
    if (!isArea)
        return line;
    ring.closeRings();
    auto polygon = std::make_unique<OGRPolygon>();
    polygon->addRing(&ring);
    return polygon;
}

std::vector<GroundPoint> groundFrom(const OGRGeometry* shape)
{
    std::vector<GroundPoint> points;
    if (!shape)
        return points;
    const OGRwkbGeometryType type = wkbFlatten(shape->getGeometryType());
    if (type == wkbPoint)
        return {{shape->toPoint()->getY(), shape->toPoint()->getX()}};
    const OGRLineString* line = type == wkbLineString ? shape->toLineString() : nullptr;
    if (type == wkbPolygon)
        line = shape->toPolygon()->getExteriorRing();
    const int closing = type == wkbPolygon ? 1 : 0;
    for (int i = 0; line && i < line->getNumPoints() - closing; ++i)
        points.push_back({line->getY(i), line->getX(i)});
    return points;
}

void fillMark(OGRFeature& feature, const TeachingMark& mark, const ModelCard& card)
{
    QJsonArray points;
    for (const cv::Point& point : mark.points)
        points << QJsonArray{point.x, point.y};
    feature.SetField(MarkFrame, mark.frame);
    feature.SetField(MarkValue, mark.value);
    setText(feature, MarkSays, says(mark.value, card));
    feature.SetField(MarkWidth, mark.widthPixels);
    setText(feature, MarkPoints, toText(points));
    setText(feature, MarkPerson, mark.person);
    setText(feature, MarkTime, utcToText(mark.utc));
    feature.SetGeometryDirectly(shapeOf(mark).release());
}

TeachingMark markFromFeature(const OGRFeature& feature)
{
    TeachingMark mark;
    mark.frame = feature.GetFieldAsInteger(MarkFrame);
    mark.value = feature.GetFieldAsInteger(MarkValue);
    mark.widthPixels = feature.GetFieldAsInteger(MarkWidth);
    const QJsonArray points = arrayFromText(textOf(feature, MarkPoints));
    for (const QJsonValue& point : points)
        mark.points.emplace_back(point[0].toInt(), point[1].toInt());
    mark.person = textOf(feature, MarkPerson);
    mark.utc = utcFromText(textOf(feature, MarkTime));
    mark.ground = groundFrom(feature.GetGeometryRef());
    return mark;
}

}  // namespace

std::vector<TeachingMark> readMarks(const WorkspaceDataset& dataset)
{
    std::vector<TeachingMark> marks;
    OGRLayer* layer = dataset.layers().marks;
    if (!layer)
        return marks;
    layer->ResetReading();
    while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()})
        marks.push_back(markFromFeature(*feature));
    layer->ResetReading();
    return marks;
}

void replaceMarks(WorkspaceDataset& dataset, const std::vector<TeachingMark>& marks, const ModelCard& card)
{
    dataset.ensureMarks();
    dataset.execute(QStringLiteral("DELETE FROM marks"));
    GIntBig number = 0;
    for (const TeachingMark& mark : marks)
        dataset.add(*dataset.layers().marks, [&](OGRFeature& feature) {
            feature.SetFID(++number);
            fillMark(feature, mark, card);
        });
}

}  // namespace sheen
