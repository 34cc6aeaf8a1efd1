#include "workspace/slick_fields.h"

#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <optional>

#include "base/error.h"
#include "ogr/ogr_shapes.h"

namespace sheen {

namespace {

struct Field
{
    const char* name;
    const char* shortName;
    OGRFieldType type;
    int width;           //!< of a shapefile's column; 0: its default
    int precision;       //!< decimals of a shapefile's column
    bool always = true;  //!< false: workspaces of earlier versions lack it
};

enum Column {
    Id,
    Class,
    ClassName,
    Code,
    Area,
    MinimumVolume,
    MaximumVolume,
    Confidence,
    FirstFrame,
    LastFrame,
    Status,
    PositionError,
    AreaError,
    BestFrame,
    FrameCount,
    Note,
};

// The last ones are the workspace's own.
constexpr std::array<Field, 16> fields = {{
    {"id", "id", OFTInteger64, 0, 0},
    {"class", "class", OFTInteger, 0, 0},
    {"class_name", "class_name", OFTString, 64, 0},
    {"code", "code", OFTInteger, 0, 0},
    {"area_m2", "area_m2", OFTReal, 18, 2},
    {"min_m3", "min_m3", OFTReal, 18, 6},
    {"max_m3", "max_m3", OFTReal, 18, 6},
    {"confidence", "confidence", OFTReal, 8, 4},
    {"first_frame", "first_fram", OFTInteger, 0, 0},
    {"last_frame", "last_frame", OFTInteger, 0, 0},
    {"status", "status", OFTString, 12, 0},
    {"position_error_m", "pos_err_m", OFTReal, 12, 2},
    {"area_error_m2", "area_err", OFTReal, 18, 2, false},
    {"best_frame", "", OFTInteger, 0, 0},
    {"frame_count", "", OFTInteger, 0, 0},
    {"note", "", OFTString, 0, 0},
}};
constexpr std::size_t exportedFields = BestFrame;

std::size_t fieldCount(SlickForm form)
{
    return form == SlickForm::Workspace ? fields.size() : exportedFields;
}

const char* nameOf(Column column, SlickForm form)
{
    return form == SlickForm::Short ? fields[column].shortName : fields[column].name;
}

}  // namespace

void defineSlickFields(OGRLayer& layer, SlickForm form, const QString& file)
{
    for (std::size_t i = 0; i < fieldCount(form); ++i) {
        OGRFieldDefn field(form == SlickForm::Short ? fields[i].shortName : fields[i].name, fields[i].type);
        if (form == SlickForm::Short) {
            field.SetWidth(fields[i].width);
            field.SetPrecision(fields[i].precision);
        }
        if (layer.CreateField(&field) != OGRERR_NONE)
            throw Error(
                QCoreApplication::translate("sheen::SlickFields", "\"%1\" cannot be written.").arg(file));
    }
}

bool hasSlickFields(OGRLayer& layer)
{
    return std::all_of(fields.begin(), fields.end(), [&layer](const Field& field) {
        return !field.always || layer.GetLayerDefn()->GetFieldIndex(field.name) >= 0;
    });
}

void fillSlick(OGRFeature& feature, const Slick& slick, SlickForm form)
{
    // A field that the file lacks is left out.
    const auto set = [&feature, form](Column column, const auto& value) {
        feature.SetField(nameOf(column, form), value);
    };
    const auto setMaybe = [&](Column column, const std::optional<double>& value) {
        if (value)
            set(column, *value);
        else
            feature.SetFieldNull(feature.GetFieldIndex(nameOf(column, form)));
    };
    set(Id, static_cast<GIntBig>(slick.id));
    set(Class, slick.classValue);
    set(ClassName, slick.className.toUtf8().constData());
    set(Code, slick.code);
    set(Area, slick.areaSquareMetres);
    setMaybe(MinimumVolume, slick.minimumVolumeCubicMetres());
    setMaybe(MaximumVolume, slick.maximumVolumeCubicMetres());
    set(Confidence, slick.confidence);
    set(FirstFrame, slick.firstFrame);
    set(LastFrame, slick.lastFrame);
    set(Status, slickStatusName(slick.status).toUtf8().constData());
    set(PositionError, slick.positionErrorMetres);
    set(AreaError, slick.areaErrorSquareMetres);
    if (form == SlickForm::Workspace) {
        set(BestFrame, slick.bestFrame);
        set(FrameCount, slick.frameCount);
        set(Note, slick.note.toUtf8().constData());
    }
    feature.SetGeometryDirectly(ogrMultiPolygon(slick.outline).release());
}

Slick slickFromFeature(const OGRFeature& feature)
{
    const auto index = [&feature](Column column) { return feature.GetFieldIndex(fields[column].name); };
    const auto text = [&](Column column) {
        return QString::fromUtf8(feature.GetFieldAsString(index(column)));
    };
    const auto integer = [&](Column column) { return feature.GetFieldAsInteger(index(column)); };
    const auto number = [&](Column column) { return feature.GetFieldAsDouble(index(column)); };
    Slick slick;
    slick.id = feature.GetFieldAsInteger64(index(Id));
    slick.classValue = integer(Class);
    slick.className = text(ClassName);
    slick.code = integer(Code);
    slick.areaSquareMetres = number(Area);
    slick.confidence = number(Confidence);
    slick.firstFrame = integer(FirstFrame);
    slick.lastFrame = integer(LastFrame);
    slick.status = slickStatusFromName(text(Status));
    slick.positionErrorMetres = number(PositionError);
    slick.areaErrorSquareMetres = index(AreaError) >= 0 ? number(AreaError) : 0;
    slick.bestFrame = integer(BestFrame);
    slick.frameCount = integer(FrameCount);
    slick.note = text(Note);
    slick.outline = multiPolygonFromOgr(feature.GetGeometryRef());
    return slick;
}

}  // namespace sheen
