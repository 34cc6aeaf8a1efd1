#include "workspace/area_fields.h"

#include "field_table.h"
#include "ogr/ogr_shapes.h"

namespace sheen {

namespace {

enum AreaColumn {
    SlickId,
    Class,
    ClassName,
    Code,
    Area,
    MinimumVolume,
    MaximumVolume,
    Confidence,
    Unseen,
    FirstFrame,
    LastFrame,
    BestFrame,
    FrameCount,
};

// The last ones are the workspace's own.
constexpr std::array<Field, 13> areaFields = {{
    {"slick_id", "slick_id", OFTInteger64, 0, 0},
    {"class", "class", OFTInteger, 0, 0},
    {"class_name", "class_name", OFTString, 64, 0},
    {"code", "code", OFTInteger, 0, 0},
    {"area_m2", "area_m2", OFTReal, 18, 2},
    {"min_m3", "min_m3", OFTReal, 18, 6},
    {"max_m3", "max_m3", OFTReal, 18, 6},
    {"confidence", "confidence", OFTReal, 8, 4},
    {"unseen_m2", "unseen_m2", OFTReal, 18, 2},
    {"first_frame", "", OFTInteger, 0, 0},
    {"last_frame", "", OFTInteger, 0, 0},
    {"best_frame", "", OFTInteger, 0, 0},
    {"frame_count", "", OFTInteger, 0, 0},
}};

}  // namespace

void defineAreaFields(OGRLayer& layer, FieldNames names, const QString& file)
{
    defineFields(layer, areaFields, names, file);
}

bool hasAreaFields(OGRLayer& layer)
{
    return hasFields(layer, areaFields);
}

void fillArea(OGRFeature& feature, const AppearanceArea& area, std::int64_t slickId, FieldNames names)
{
    const FieldWriter set(feature, areaFields, names);
    set(SlickId, slickId);
    set(Class, area.classValue);
    set(ClassName, area.className);
    set(Code, area.code);
    set(Area, area.areaSquareMetres);
    set(MinimumVolume, area.minimumVolumeCubicMetres());
    set(MaximumVolume, area.maximumVolumeCubicMetres());
    set(Confidence, area.confidence);
    set(Unseen, area.unseenSquareMetres);
    set(FirstFrame, area.seen.firstFrame);
    set(LastFrame, area.seen.lastFrame);
    set(BestFrame, area.seen.bestFrame);
    set(FrameCount, area.seen.frameCount);
    feature.SetGeometryDirectly(ogrMultiPolygon(area.outline).release());
}

AppearanceArea areaFromFeature(const OGRFeature& feature)
{
    const FieldReader read(feature, areaFields);
    AppearanceArea area;
    area.classValue = read.integer(Class);
    area.className = read.text(ClassName);
    area.code = read.integer(Code);
    area.areaSquareMetres = read.number(Area);
    area.confidence = read.number(Confidence);
    area.unseenSquareMetres = read.number(Unseen);
    area.seen = {read.integer(FirstFrame), read.integer(LastFrame), read.integer(BestFrame),
                 read.integer(FrameCount)};
    area.outline = multiPolygonFromOgr(feature.GetGeometryRef());
    return area;
}

std::int64_t slickIdOfArea(const OGRFeature& feature)
{
    return FieldReader(feature, areaFields).id(SlickId);
}

}  // namespace sheen
