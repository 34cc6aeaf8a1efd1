#include "vectors/slick_files.h"

#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <functional>

#include "base/error.h"
#include "data/appearance.h"
#include "ogr/gdal_errors.h"
#include "ogr/ogr_shapes.h"
#include "workspace/slick_fields.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Output)
};

/** What distinguishes one vector format from another. */
struct VectorFormat
{
    QByteArray driver;
    QString fileName;
    SlickForm form = SlickForm::Full;
    CPLStringList layerOptions;
    std::function<void(OGRLayer&)> addFields;                    //!< further ones, after the slicks'
    std::function<void(OGRFeature&, const Slick&)> fillFurther;  //!< them, and the style
};

/** In parts within -180 to 180 degrees, as RFC 7946 and most programs want it. */
void cutAtAntimeridian(OGRFeature& feature)
{
    const OGRGeometry* geometry = feature.GetGeometryRef();
    if (!geometry)
        return;
    OGREnvelope extent;
    geometry->getEnvelope(&extent);
    if (extent.MinX >= -180 && extent.MaxX <= 180)
        return;
    OGRGeometryUniquePtr shifted(geometry->clone());
    if (extent.MinX < -180) {
        // OGR cuts what reaches beyond +180.
        struct Shift : OGRDefaultGeometryVisitor
        {
            void visit(OGRPoint* point) override { point->setX(point->getX() + 360); }
        } shift;
        shifted->accept(&shift);
    }
    CPLStringList options;
    options.SetNameValue("WRAPDATELINE", "YES");
    OGRGeometry* cut = OGRGeometryFactory::transformWithOptions(shifted.get(), nullptr, options.List());
    if (cut)
        feature.SetGeometryDirectly(OGRGeometryFactory::forceToMultiPolygon(cut));
}

/** Not every driver notices that its last bytes found no room; a file that was cut off cannot be read. */
bool holds(const QString& path, std::size_t features)
{
    const GdalErrors quiet;
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    if (!dataset)
        return false;
    GIntBig found = 0;
    for (OGRLayer* layer : dataset->GetLayers())
        found += layer->GetFeatureCount();
    return found == static_cast<GIntBig>(features);
}

void writeLayer(const std::vector<Slick>& slicks, const VectorFormat& format, const QString& path)
{
    registerGdal();
    const GdalErrors errors;
    const auto fail = [&]() -> Error {
        return Error(
            Text::tr("\"%1\" could not be written (%2). Make room on the disk or choose another folder; "
                     "earlier files are kept.")
                .arg(path, errors.any() ? errors.first() : Text::tr("it was cut off")));
    };
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format.driver.constData());
    if (!driver)
        throw Error(Text::tr("\"%1\" cannot be written: this GDAL has no %2 driver.")
                        .arg(path, QString::fromLatin1(format.driver)));
    GDALDatasetUniquePtr dataset(driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset)
        throw fail();
    const auto reference = wgs84Reference();
    CPLStringList layerOptions(format.layerOptions);
    OGRLayer* layer = dataset->CreateLayer("slicks", reference.get(), wkbMultiPolygon, layerOptions.List());
    if (!layer)
        throw fail();
    defineSlickFields(*layer, format.form, path);
    if (format.addFields)
        format.addFields(*layer);
    for (const Slick& slick : slicks) {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        fillSlick(*feature, slick, format.form);
        cutAtAntimeridian(*feature);
        if (format.fillFurther)
            format.fillFurther(*feature, slick);
        if (layer->CreateFeature(feature.get()) != OGRERR_NONE)
            throw fail();
    }
    dataset.reset();
    if (errors.any() || !holds(path, slicks.size()))
        throw fail();
}

QString volumeText(const Slick& slick)
{
    const auto least = slick.minimumVolumeCubicMetres();
    const auto most = slick.maximumVolumeCubicMetres();
    if (!least)
        return Text::tr("volume not known");
    const QLocale locale;
    if (!most)
        return Text::tr("more than %1 m3").arg(locale.toString(*least, 'g', 3));
    return Text::tr("%1 to %2 m3").arg(locale.toString(*least, 'g', 3), locale.toString(*most, 'g', 3));
}

QByteArray styleOf(const Slick& slick, const ModelCard& card)
{
    const ModelClass* found = card.findClass(slick.classValue);
    const std::array<std::uint8_t, 3> rgb = found ? found->rgb : std::array<std::uint8_t, 3>{128, 128, 128};
    const QByteArray colour =
        QStringLiteral("%1")
            .arg(uint(rgb[0]) << 16 | uint(rgb[1]) << 8 | uint(rgb[2]), 6, 16, QLatin1Char('0'))
            .toLatin1();
    return "PEN(c:#" + colour + "FF,w:2px);BRUSH(fc:#" + colour + "80)";
}

/** libkml puts texts with "<" or "&" into CDATA as they are, so what ends CDATA must not stand in one: an
 * invisible space parts it. */
void keepWithinCdata(OGRFeature& feature)
{
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
        if (feature.GetFieldDefnRef(i)->GetType() != OFTString || !feature.IsFieldSetAndNotNull(i))
            continue;
        const QByteArray text = feature.GetFieldAsString(i);
        if (text.contains("]]>"))
            feature.SetField(i, QByteArray(text).replace("]]>", "]]\xe2\x80\x8b>").constData());
    }
}

}  // namespace

void writeShapefile(const std::vector<Slick>& slicks, const PartFolder& parts)
{
    VectorFormat format{"ESRI Shapefile", QStringLiteral("slicks.shp"), SlickForm::Short, {}, {}, {}};
    format.layerOptions.SetNameValue("ENCODING", "UTF-8");
    writeLayer(slicks, format, parts.path(format.fileName));
    for (const char* suffix : {"shx", "dbf", "prj", "cpg", "shp"}) {
        const QString name = QStringLiteral("slicks.") + QLatin1String(suffix);
        if (QFile::exists(parts.path(name)))
            parts.publish(name);
    }
}

void writeGeoJson(const std::vector<Slick>& slicks, const PartFolder& parts)
{
    VectorFormat format{"GeoJSON", QStringLiteral("slicks.geojson"), SlickForm::Full, {}, {}, {}};
    format.layerOptions.SetNameValue("RFC7946", "YES");
    format.layerOptions.SetNameValue("COORDINATE_PRECISION", "8");
    writeLayer(slicks, format, parts.path(format.fileName));
    parts.publish(format.fileName);
}

void writeKml(const std::vector<Slick>& slicks, const ModelCard& card, const PartFolder& parts)
{
    registerGdal();
    VectorFormat format{GetGDALDriverManager()->GetDriverByName("LIBKML") ? "LIBKML" : "KML",
                        QStringLiteral("slicks.kml"),
                        SlickForm::Full,
                        {},
                        {},
                        {}};
    format.addFields = [](OGRLayer& layer) {
        for (const char* name : {"Name", "Description"}) {
            OGRFieldDefn field(name, OFTString);
            layer.CreateField(&field);
        }
    };
    format.fillFurther = [&card](OGRFeature& feature, const Slick& slick) {
        const QString name = Text::tr("Slick %1: %2").arg(slick.id).arg(slick.className);
        const QString description =
            Text::tr("%1, %2 m2, %3, %4")
                .arg(appearanceName(slick.code), QLocale().toString(slick.areaSquareMetres, 'f', 0),
                     volumeText(slick), slickStatusName(slick.status));
        feature.SetField("Name", name.toUtf8().constData());
        feature.SetField("Description", description.toUtf8().constData());
        feature.SetStyleString(styleOf(slick, card).constData());
        keepWithinCdata(feature);
    };
    writeLayer(slicks, format, parts.path(format.fileName));
    parts.publish(format.fileName);
}

}  // namespace sheen
