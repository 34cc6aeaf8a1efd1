#include "vectors/slick_files.h"

#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <array>

#include "base/error.h"
#include "data/appearance.h"
#include "data/area_colours.h"
#include "ogr/gdal_errors.h"
#include "ogr/ogr_shapes.h"
#include "workspace/area_fields.h"
#include "workspace/slick_fields.h"

namespace sheen {

namespace {

struct OutputText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Output)
};

/** A file with one layer. */
struct VectorFile
{
    QByteArray driver;
    QString path;
    QByteArray layer;
    CPLStringList layerOptions;
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

/** A vector file while it is written. */
class VectorWriter
{
public:
    VectorWriter(const QByteArray& driver, const QString& path) : m_path(path)
    {
        registerGdal();
        GDALDriver* found = GetGDALDriverManager()->GetDriverByName(driver.constData());
        if (!found)
            throw Error(OutputText::tr("\"%1\" cannot be written: this GDAL has no %2 driver.")
                            .arg(path, QString::fromLatin1(driver)));
        m_dataset.reset(found->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
        if (!m_dataset)
            fail();
    }

    OGRLayer& addLayer(const QByteArray& name, const CPLStringList& options)
    {
        const auto reference = wgs84Reference();
        OGRLayer* layer = m_dataset->CreateLayer(name.constData(), reference.get(), wkbMultiPolygon,
                                                 const_cast<CPLStringList&>(options).List());
        if (!layer)
            fail();
        return *layer;
    }

    template <typename Fill>
    void add(OGRLayer& layer, const Fill& fill)
    {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
        fill(*feature);
        cutAtAntimeridian(*feature);
        if (layer.CreateFeature(feature.get()) != OGRERR_NONE)
            fail();
        ++m_features;
    }

    void finish()
    {
        m_dataset.reset();
        if (m_errors.any() || !holds(m_path, m_features))
            fail();
    }

private:
    [[noreturn]] void fail() const
    {
        throw Error(OutputText::tr(
                        "\"%1\" could not be written (%2). Make room on the disk or choose another folder; "
                        "earlier files are kept.")
                        .arg(m_path, m_errors.any() ? m_errors.first() : OutputText::tr("it was cut off")));
    }

    const QString m_path;
    GdalErrors m_errors;
    GDALDatasetUniquePtr m_dataset;
    std::size_t m_features = 0;
};

void writeSlicks(const std::vector<Slick>& slicks, const VectorFile& file, FieldNames names)
{
    VectorWriter writer(file.driver, file.path);
    OGRLayer& layer = writer.addLayer(file.layer, file.layerOptions);
    defineSlickFields(layer, names, file.path);
    for (const Slick& slick : slicks)
        writer.add(layer, [&](OGRFeature& feature) { fillSlick(feature, slick, names); });
    writer.finish();
}

void writeAreas(const std::vector<Slick>& slicks, const VectorFile& file, FieldNames names)
{
    VectorWriter writer(file.driver, file.path);
    OGRLayer& layer = writer.addLayer(file.layer, file.layerOptions);
    defineAreaFields(layer, names, file.path);
    for (const Slick& slick : slicks) {
        for (const AppearanceArea& area : slick.areas)
            writer.add(layer, [&](OGRFeature& feature) { fillArea(feature, area, slick.id, names); });
    }
    writer.finish();
}

QString volumeText(const std::optional<double>& least, const std::optional<double>& most)
{
    if (!least)
        return OutputText::tr("volume not known");
    const QLocale locale;
    if (!most)
        return OutputText::tr("more than %1 m3").arg(locale.toString(*least, 'g', 3));
    return OutputText::tr("%1 to %2 m3").arg(locale.toString(*least, 'g', 3), locale.toString(*most, 'g', 3));
}

QByteArray colourOf(const AppearanceArea& area, const ModelCard& card)
{
    const Rgb rgb = areaColour(card, area.classValue, area.code);
    return QStringLiteral("%1")
        .arg(uint(rgb[0]) << 16 | uint(rgb[1]) << 8 | uint(rgb[2]), 6, 16, QLatin1Char('0'))
        .toLatin1();
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
    CPLStringList options;
    options.SetNameValue("ENCODING", "UTF-8");
    const auto file = [&](const QString& name) {
        return VectorFile{"ESRI Shapefile", parts.path(name + QStringLiteral(".shp")), name.toLatin1(),
                          options};
    };
    const QStringList names{QStringLiteral("appearances"), QStringLiteral("slicks")};
    writeAreas(slicks, file(names[0]), FieldNames::Short);
    writeSlicks(slicks, file(names[1]), FieldNames::Short);
    for (const QString& name : names) {
        for (const char* suffix : {".shx", ".dbf", ".prj", ".cpg", ".shp"}) {
            if (QFile::exists(parts.path(name + QLatin1String(suffix))))
                parts.publish(name + QLatin1String(suffix));
        }
    }
}

void writeGeoJson(const std::vector<Slick>& slicks, const PartFolder& parts)
{
    CPLStringList options;
    options.SetNameValue("RFC7946", "YES");
    options.SetNameValue("COORDINATE_PRECISION", "8");
    const QString slicksName = QStringLiteral("slicks.geojson");
    const QString areasName = QStringLiteral("appearances.geojson");
    writeAreas(slicks, {"GeoJSON", parts.path(areasName), "appearances", options}, FieldNames::Full);
    writeSlicks(slicks, {"GeoJSON", parts.path(slicksName), "slicks", options}, FieldNames::Full);
    parts.publish(areasName);
    parts.publish(slicksName);
}

namespace {

/** Names, descriptions and styles that KML's viewers show. */
void fillKml(OGRFeature& feature, const QString& name, const QString& description, const QByteArray& style)
{
    feature.SetField("Name", name.toUtf8().constData());
    feature.SetField("Description", description.toUtf8().constData());
    feature.SetStyleString(style.constData());
    keepWithinCdata(feature);
}

void addKmlFolder(VectorWriter& writer, const Slick& slick, const ModelCard& card, const QString& path)
{
    const QString title = OutputText::tr("Slick %1").arg(slick.id);
    OGRLayer& layer = writer.addLayer(title.toUtf8(), {});
    for (const char* name : {"Name", "Description"}) {
        OGRFieldDefn field(name, OFTString);
        layer.CreateField(&field);
    }
    defineSlickFields(layer, FieldNames::Full, path);
    defineAreaFields(layer, FieldNames::Full, path);
    const QLocale locale;
    const SlickMeasures& measures = slick.measures;
    writer.add(layer, [&](OGRFeature& feature) {
        fillSlick(feature, slick, FieldNames::Full);
        fillKml(feature, title,
                OutputText::tr("%1 m x %2 m, %3 m2 oiled, %4, %5")
                    .arg(locale.toString(measures.lengthMetres, 'f', 0),
                         locale.toString(measures.widthMetres, 'f', 0),
                         locale.toString(measures.oiledSquareMetres, 'f', 0),
                         volumeText(measures.minimumVolumeCubicMetres, measures.maximumVolumeCubicMetres),
                         decisionName(slick.decision)),
                "PEN(c:#202020FF,w:2px);BRUSH(fc:#00000000)");
    });
    for (const AppearanceArea& area : slick.areas) {
        const QByteArray colour = colourOf(area, card);
        writer.add(layer, [&](OGRFeature& feature) {
            fillArea(feature, area, slick.id, FieldNames::Full);
            fillKml(feature, area.className,
                    OutputText::tr("%1, %2 m2, %3")
                        .arg(appearanceName(area.code), locale.toString(area.areaSquareMetres, 'f', 0),
                             volumeText(area.minimumVolumeCubicMetres(), area.maximumVolumeCubicMetres())),
                    "PEN(c:#" + colour + "FF,w:2px);BRUSH(fc:#" + colour + "80)");
        });
    }
}

}  // namespace

void writeKml(const std::vector<Slick>& slicks, const ModelCard& card, const PartFolder& parts)
{
    registerGdal();
    const QString name = QStringLiteral("slicks.kml");
    const QString path = parts.path(name);
    VectorWriter writer(GetGDALDriverManager()->GetDriverByName("LIBKML") ? "LIBKML" : "KML", path);
    for (const Slick& slick : slicks)
        addKmlFolder(writer, slick, card, path);
    if (slicks.empty())
        defineSlickFields(writer.addLayer("slicks", {}), FieldNames::Full, path);
    writer.finish();
    parts.publish(name);
}

}  // namespace sheen
