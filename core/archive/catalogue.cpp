#include "archive/catalogue.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

#include "base/error.h"
#include "ogr/gdal_errors.h"
#include "ogr/ogr_shapes.h"
#include "workspace/slick_fields.h"

namespace sheen {

namespace {

struct CatalogueText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Catalogue)
};

constexpr const char* flightsLayer = "flights";
constexpr const char* slicksLayer = "slicks";
constexpr const char* pathField = "path";  // of the recording, in both layers

struct Column
{
    const char* name;
    OGRFieldType type;
};
constexpr Column flightColumns[] = {
    {pathField, OFTString},  {"workspace", OFTString}, {"name", OFTString},         {"state", OFTString},
    {"sentence", OFTString}, {"first_utc", OFTString}, {"last_utc", OFTString},     {"frames", OFTInteger},
    {"placed", OFTInteger},  {"slicks", OFTInteger},   {"oiled_m2", OFTReal},       {"min_m3", OFTReal},
    {"max_m3", OFTReal},     {"model", OFTString},     {"model_sha256", OFTString}, {"noted_utc", OFTString}};

/** As text that sorts by time. */
QString isoText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

void setText(OGRFeature& feature, const char* field, const QString& text)
{
    if (text.isEmpty())
        feature.SetFieldNull(feature.GetFieldIndex(field));
    else
        feature.SetField(field, text.toUtf8().constData());
}

QString text(const OGRFeature& feature, const char* field)
{
    return QString::fromUtf8(feature.GetFieldAsString(field));
}

void setNumber(OGRFeature& feature, const char* field, const std::optional<double>& number)
{
    if (number)
        feature.SetField(field, *number);
    else
        feature.SetFieldNull(feature.GetFieldIndex(field));
}

void fill(OGRFeature& feature, const FlightEntry& entry)
{
    setText(feature, pathField, entry.path);
    setText(feature, "workspace", entry.workspace);
    setText(feature, "name", entry.name);
    setText(feature, "state", flightStateName(entry.state));
    setText(feature, "sentence", entry.sentence);
    setText(feature, "first_utc", isoText(entry.firstUtc));
    setText(feature, "last_utc", isoText(entry.lastUtc));
    feature.SetField("frames", entry.frames);
    feature.SetField("placed", entry.framesPlaced);
    feature.SetField("slicks", entry.totals.count);
    feature.SetField("oiled_m2", entry.totals.oiledSquareMetres);
    setNumber(feature, "min_m3", entry.totals.minimumVolumeCubicMetres());
    setNumber(feature, "max_m3", entry.totals.maximumVolumeCubicMetres());
    setText(feature, "model", entry.model);
    setText(feature, "model_sha256", entry.modelSha256);
    setText(feature, "noted_utc", isoText(QDateTime::currentDateTimeUtc()));
    if (std::unique_ptr<OGRGeometry> footprint = ogrMultiPolygon(entry.footprint))
        feature.SetGeometryDirectly(footprint.release());
}

FlightEntry entryFrom(const OGRFeature& feature)
{
    FlightEntry entry;
    entry.path = text(feature, pathField);
    entry.workspace = text(feature, "workspace");
    entry.name = text(feature, "name");
    entry.state = flightStateFromName(text(feature, "state"));
    entry.sentence = text(feature, "sentence");
    entry.firstUtc = QDateTime::fromString(text(feature, "first_utc"), Qt::ISODateWithMs);
    entry.lastUtc = QDateTime::fromString(text(feature, "last_utc"), Qt::ISODateWithMs);
    entry.frames = feature.GetFieldAsInteger("frames");
    entry.framesPlaced = feature.GetFieldAsInteger("placed");
    entry.totals.count = feature.GetFieldAsInteger("slicks");
    entry.totals.oiledSquareMetres = feature.GetFieldAsDouble("oiled_m2");
    entry.totals.minimumCubicMetres = feature.GetFieldAsDouble("min_m3");
    entry.totals.maximumCubicMetres = feature.GetFieldAsDouble("max_m3");
    entry.model = text(feature, "model");
    entry.modelSha256 = text(feature, "model_sha256");
    entry.notedUtc = QDateTime::fromString(text(feature, "noted_utc"), Qt::ISODateWithMs);
    entry.footprint = multiPolygonFromOgr(feature.GetGeometryRef());
    return entry;
}

/** SQL's text in quotes. */
QByteArray sqlQuoted(const QString& text)
{
    return '\'' + QString(text).replace(QLatin1Char('\''), QLatin1String("''")).toUtf8() + '\'';
}

/** The conditions that need no geometry. */
QByteArray conditionsOf(const CatalogueQuery& query)
{
    QList<QByteArray> conditions;
    if (query.from.isValid())
        conditions << "last_utc >= " + sqlQuoted(isoText(query.from));
    if (query.to.isValid())
        conditions << "first_utc <= " + sqlQuoted(isoText(query.to));
    if (query.withOilAlone)
        conditions << "slicks > 0";
    return conditions.join(" AND ");
}

/** As OGR wants them, each from west to east; over the antimeridian there are two. */
std::vector<OGREnvelope> envelopesOf(const CatalogueQuery::Box& box)
{
    const auto envelope = [&box](double west, double east) {
        OGREnvelope part;
        part.MinX = west;
        part.MaxX = east;
        part.MinY = box.southDegrees;
        part.MaxY = box.northDegrees;
        return part;
    };
    if (box.westDegrees <= box.eastDegrees)
        return {envelope(box.westDegrees, box.eastDegrees)};
    return {envelope(box.westDegrees, 180), envelope(-180, box.eastDegrees)};
}

bool hasWords(const FlightEntry& entry, const QStringList& words)
{
    const QString text =
        QStringList{entry.name, entry.path, flightStateName(entry.state), entry.sentence}.join(
            QLatin1Char('\n'));
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool touches(const FlightEntry& entry, const std::vector<OGREnvelope>& envelopes)
{
    const std::unique_ptr<OGRGeometry> footprint = ogrMultiPolygon(entry.footprint);
    if (!footprint)
        return false;
    return std::any_of(envelopes.begin(), envelopes.end(), [&footprint](const OGREnvelope& envelope) {
        OGRLinearRing ring;
        for (const auto& [x, y] : {std::pair{envelope.MinX, envelope.MinY},
                                   {envelope.MaxX, envelope.MinY},
                                   {envelope.MaxX, envelope.MaxY},
                                   {envelope.MinX, envelope.MaxY},
                                   {envelope.MinX, envelope.MinY}})
            ring.addPoint(x, y);
        OGRPolygon box;
        box.addRing(&ring);
        return footprint->Intersects(&box);
    });
}

}  // namespace

Catalogue::Catalogue(QString path) : m_path(std::move(path))
{}

Catalogue::~Catalogue() = default;

void Catalogue::fail(const QString& reason) const
{
    throw Error(CatalogueText::tr(
                    "The catalogue \"%1\" could not be written (%2). Make room on the disk, or close it in "
                    "other programs.")
                    .arg(m_path, reason));
}

std::unique_ptr<Catalogue> Catalogue::open(const QString& path)
{
    if (QFileInfo::exists(path)) {
        std::unique_ptr<Catalogue> catalogue = read(path);
        const GdalErrors errors;
        catalogue->m_dataset.reset(
            GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
        if (!catalogue->m_dataset)
            catalogue->fail(errors.first());
        return catalogue;
    }
    std::unique_ptr<Catalogue> catalogue(new Catalogue(path));
    catalogue->create();
    return catalogue;
}

std::unique_ptr<Catalogue> Catalogue::read(const QString& path)
{
    if (!QFileInfo(path).isFile())
        throw Error(
            CatalogueText::tr("There is no file \"%1\". Name the catalogue.gpkg that sheen archive wrote.")
                .arg(path),
            ErrorKind::Unreadable);
    registerGdal();
    const GdalErrors errors;
    std::unique_ptr<Catalogue> catalogue(new Catalogue(path));
    catalogue->m_dataset.reset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    GDALDataset* const dataset = catalogue->m_dataset.get();
    OGRLayer* const flights = dataset ? dataset->GetLayerByName(flightsLayer) : nullptr;
    const bool whole =
        flights && dataset->GetLayerByName(slicksLayer) &&
        std::all_of(std::begin(flightColumns), std::end(flightColumns), [&](const Column& column) {
            return flights->GetLayerDefn()->GetFieldIndex(column.name) >= 0;
        });
    if (!whole)
        throw Error(
            CatalogueText::tr(
                "\"%1\" is no catalogue of flights. Name the catalogue.gpkg that sheen archive wrote.")
                .arg(path),
            ErrorKind::Unreadable);
    return catalogue;
}

void Catalogue::create()
{
    registerGdal();
    const GdalErrors errors;
    GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (driver)
        m_dataset.reset(driver->Create(m_path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!m_dataset)
        fail(errors.first());
    const auto reference = wgs84Reference();
    OGRLayer* const flights = m_dataset->CreateLayer(flightsLayer, reference.get(), wkbMultiPolygon, nullptr);
    OGRLayer* const slicks = m_dataset->CreateLayer(slicksLayer, reference.get(), wkbMultiPolygon, nullptr);
    if (!flights || !slicks)
        fail(errors.first());
    for (const Column& column : flightColumns) {
        OGRFieldDefn field(column.name, column.type);
        if (flights->CreateField(&field) != OGRERR_NONE)
            fail(errors.first());
    }
    defineSlickFields(*slicks, FieldNames::Full, m_path);  // finds its fields again by their order
    OGRFieldDefn path(pathField, OFTString);
    if (slicks->CreateField(&path) != OGRERR_NONE)
        fail(errors.first());
    m_dataset->FlushCache(false);
    if (errors.any())
        fail(errors.first());
}

template <typename Work>
void Catalogue::change(const Work& work)
{
    const GdalErrors errors;
    if (m_dataset->StartTransaction() != OGRERR_NONE)
        fail(errors.first());
    try {
        work();
        if (errors.any())
            fail(errors.first());
    } catch (...) {
        m_dataset->RollbackTransaction();
        throw;
    }
    if (m_dataset->CommitTransaction() != OGRERR_NONE || errors.any())
        fail(errors.first());
}

void Catalogue::remove(const QString& path)
{
    for (const char* name : {flightsLayer, slicksLayer}) {
        OGRLayer& layer = *m_dataset->GetLayerByName(name);
        layer.SetAttributeFilter((QByteArray(pathField) + " = " + sqlQuoted(path)).constData());
        std::vector<GIntBig> ids;
        for (const auto& feature : layer)
            ids.push_back(feature->GetFID());
        layer.SetAttributeFilter(nullptr);
        for (const GIntBig id : ids) {
            if (layer.DeleteFeature(id) != OGRERR_NONE)
                fail(CatalogueText::tr("a row cannot be removed"));
        }
    }
}

void Catalogue::put(const FlightEntry& entry)
{
    change([&] {
        remove(entry.path);
        OGRLayer& flights = *m_dataset->GetLayerByName(flightsLayer);
        const OGRFeatureUniquePtr flight(OGRFeature::CreateFeature(flights.GetLayerDefn()));
        fill(*flight, entry);
        if (flights.CreateFeature(flight.get()) != OGRERR_NONE)
            fail(CatalogueText::tr("a row cannot be added"));
        OGRLayer& slicks = *m_dataset->GetLayerByName(slicksLayer);
        for (const Slick& slick : entry.slicks) {
            const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(slicks.GetLayerDefn()));
            fillSlick(*feature, slick, FieldNames::Full);
            setText(*feature, pathField, entry.path);
            if (slicks.CreateFeature(feature.get()) != OGRERR_NONE)
                fail(CatalogueText::tr("a row cannot be added"));
        }
    });
}

void Catalogue::keepOnly(const QStringList& paths)
{
    const std::vector<FlightEntry> all = find();
    change([&] {
        for (const FlightEntry& entry : all) {
            if (!paths.contains(entry.path))
                remove(entry.path);
        }
    });
}

std::vector<FlightEntry> Catalogue::find(const CatalogueQuery& query, const Cancel* cancel) const
{
    OGRLayer& layer = *m_dataset->GetLayerByName(flightsLayer);
    const QByteArray conditions = conditionsOf(query);
    layer.SetAttributeFilter(conditions.isEmpty() ? nullptr : conditions.constData());
    std::vector<OGREnvelope> envelopes;
    if (query.box)
        envelopes = envelopesOf(*query.box);
    const QStringList words = query.words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto isCancelled = [cancel] { return cancel && cancel->requested(); };
    std::vector<FlightEntry> entries;
    for (const auto& feature : layer) {
        if (isCancelled())
            break;
        FlightEntry entry = entryFrom(*feature);
        if (hasWords(entry, words) && (!query.box || touches(entry, envelopes)))
            entries.push_back(std::move(entry));
    }
    layer.SetAttributeFilter(nullptr);
    if (isCancelled())
        return {};
    std::stable_sort(entries.begin(), entries.end(), [](const FlightEntry& a, const FlightEntry& b) {
        if (a.firstUtc.isValid() != b.firstUtc.isValid())
            return a.firstUtc.isValid();
        return a.firstUtc != b.firstUtc ? a.firstUtc < b.firstUtc : a.path < b.path;
    });
    return entries;
}

}  // namespace sheen
