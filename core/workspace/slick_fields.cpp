#include "core/workspace/slick_fields.h"

#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <array>

#include "core/data/error.h"
#include "core/workspace/ogr_geometry.h"

namespace sheen {

namespace {

struct Field
{
    const char* name;
    const char* shortName;
    OGRFieldType type;
    int width;      //!< of a shapefile's column; 0: its default
    int precision;  //!< decimals of a shapefile's column
};

// The order in which fillSlick sets them. The last ones are the workspace's own.
constexpr std::array<Field, 15> fields = {{
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
    {"best_frame", "", OFTInteger, 0, 0},
    {"frame_count", "", OFTInteger, 0, 0},
    {"note", "", OFTString, 0, 0},
}};
constexpr std::size_t exportedFields = 12;

std::size_t fieldCount(SlickForm form)
{
    return form == SlickForm::Workspace ? fields.size() : exportedFields;
}

void setMaybe(OGRFeature& feature, int index, const std::optional<double>& value)
{
    if (value)
        feature.SetField(index, *value);
    else
        feature.SetFieldNull(index);
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
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (layer.GetLayerDefn()->GetFieldIndex(fields[i].name) != static_cast<int>(i))
            return false;
    }
    return true;
}

void fillSlick(OGRFeature& feature, const Slick& slick, SlickForm form)
{
    feature.SetField(0, static_cast<GIntBig>(slick.id));
    feature.SetField(1, slick.classValue);
    feature.SetField(2, slick.className.toUtf8().constData());
    feature.SetField(3, slick.code);
    feature.SetField(4, slick.areaSquareMetres);
    setMaybe(feature, 5, slick.minimumVolumeCubicMetres());
    setMaybe(feature, 6, slick.maximumVolumeCubicMetres());
    feature.SetField(7, slick.confidence);
    feature.SetField(8, slick.firstFrame);
    feature.SetField(9, slick.lastFrame);
    feature.SetField(10, slickStatusName(slick.status).toUtf8().constData());
    feature.SetField(11, slick.positionErrorMetres);
    if (form == SlickForm::Workspace) {
        feature.SetField(12, slick.bestFrame);
        feature.SetField(13, slick.frameCount);
        feature.SetField(14, slick.note.toUtf8().constData());
    }
    feature.SetGeometryDirectly(ogrMultiPolygon(slick.outline).release());
}

Slick slickFromFeature(const OGRFeature& feature)
{
    const auto text = [&feature](int index) { return QString::fromUtf8(feature.GetFieldAsString(index)); };
    Slick slick;
    slick.id = feature.GetFieldAsInteger64(0);
    slick.classValue = feature.GetFieldAsInteger(1);
    slick.className = text(2);
    slick.code = feature.GetFieldAsInteger(3);
    slick.areaSquareMetres = feature.GetFieldAsDouble(4);
    slick.confidence = feature.GetFieldAsDouble(7);
    slick.firstFrame = feature.GetFieldAsInteger(8);
    slick.lastFrame = feature.GetFieldAsInteger(9);
    slick.status = slickStatusFromName(text(10));
    slick.positionErrorMetres = feature.GetFieldAsDouble(11);
    slick.bestFrame = feature.GetFieldAsInteger(12);
    slick.frameCount = feature.GetFieldAsInteger(13);
    slick.note = text(14);
    slick.outline = multiPolygonFromOgr(feature.GetGeometryRef());
    return slick;
}

}  // namespace sheen
