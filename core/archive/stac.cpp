#include "archive/stac.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSet>
#include <algorithm>
#include <limits>

#include "base/error.h"

namespace sheen {

namespace {

const QString stacVersion = QStringLiteral("1.0.0");
const QString catalogName = QStringLiteral("catalog.json");

void writeJson(const QString& path, const QJsonObject& object)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0 || !file.flush() ||
        !file.commit())
        throw Error(QCoreApplication::translate("sheen::Stac",
                                                "\"%1\" could not be written (%2). Make room on the disk or "
                                                "choose another folder.")
                        .arg(path, file.errorString()));
}

/** The recording's name, and what keeps two of one name apart. */
QString idOf(const FlightEntry& entry)
{
    const QByteArray hash = QCryptographicHash::hash(entry.path.toUtf8(), QCryptographicHash::Sha256);
    QString name = entry.name;
    for (QChar& c : name) {
        if (!c.isLetterOrNumber() && c != QLatin1Char('-') && c != QLatin1Char('_'))
            c = QLatin1Char('_');
    }
    return name + QLatin1Char('-') + QString::fromLatin1(hash.toHex().left(8));
}

QJsonArray coordinatesOf(const GroundRing& ring)
{
    QJsonArray points;
    for (const GroundPoint& point : ring)
        points << QJsonArray{point.longitudeDegrees, point.latitudeDegrees};
    if (!ring.empty())  // GeoJSON's rings are closed
        points << points.first();
    return points;
}

QJsonObject geometryOf(const GroundMultiPolygon& footprint)
{
    QJsonArray polygons;
    for (const GroundPolygon& polygon : footprint) {
        QJsonArray rings;
        for (const GroundRing& ring : polygon)
            rings << coordinatesOf(ring);
        polygons << rings;
    }
    return {{QStringLiteral("type"), QStringLiteral("MultiPolygon")},
            {QStringLiteral("coordinates"), polygons}};
}

QJsonArray boxOf(const GroundMultiPolygon& footprint)
{
    constexpr double largest = std::numeric_limits<double>::max();
    double west = largest;
    double south = largest;
    double east = -largest;
    double north = -largest;
    for (const GroundPolygon& polygon : footprint) {
        for (const GroundPoint& point : polygon.front()) {
            west = std::min(west, point.longitudeDegrees);
            east = std::max(east, point.longitudeDegrees);
            south = std::min(south, point.latitudeDegrees);
            north = std::max(north, point.latitudeDegrees);
        }
    }
    return {west, south, east, north};
}

/** What lies beside the workspace, by name. */
QJsonObject assetsOf(const FlightEntry& entry, const QDir& folder)
{
    struct Kind
    {
        const char* file;
        const char* type;
        const char* title;
    };
    constexpr Kind kinds[] = {
        {"sheen.gpkg", "application/geopackage+sqlite3", "workspace"},
        {"slicks.geojson", "application/geo+json", "slicks"},
        {"appearances.geojson", "application/geo+json", "appearance areas"},
        {"mosaic.tif", "image/tiff; application=geotiff; profile=cloud-optimized", "mosaic"},
        {"mask_mosaic.tif", "image/tiff; application=geotiff; profile=cloud-optimized", "mosaic of masks"},
        {"telemetry.csv", "text/csv", "telemetry"},
        {"report.pdf", "application/pdf", "report"},
        {"summary.json", "application/json", "summary"}};
    QJsonObject assets;
    const QDir results = QFileInfo(entry.workspace).absoluteDir();
    for (const Kind& kind : kinds) {
        const QString path = results.filePath(QLatin1String(kind.file));
        if (QFileInfo::exists(path))
            assets[QFileInfo(path).completeBaseName()] =
                QJsonObject{{QStringLiteral("href"), folder.relativeFilePath(path)},
                            {QStringLiteral("type"), QLatin1String(kind.type)},
                            {QStringLiteral("title"), QLatin1String(kind.title)}};
    }
    return assets;
}

QJsonObject link(const char* relation, const QString& target)
{
    return {{QStringLiteral("rel"), QLatin1String(relation)},
            {QStringLiteral("href"), QStringLiteral("./") + target},
            {QStringLiteral("type"),
             QLatin1String(qstrcmp(relation, "item") == 0 ? "application/geo+json" : "application/json")}};
}

QJsonObject itemOf(const FlightEntry& entry, const QDir& folder)
{
    const QJsonObject properties{
        {QStringLiteral("datetime"), QJsonValue()},  // a flight is a span of time
        {QStringLiteral("start_datetime"), entry.firstUtc.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("end_datetime"), entry.lastUtc.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("title"), entry.name},
        {QStringLiteral("sheen:frames"), entry.frames},
        {QStringLiteral("sheen:slicks"), entry.totals.count},
        {QStringLiteral("sheen:oiled_m2"), entry.totals.oiledSquareMetres},
        {QStringLiteral("sheen:model"), entry.model},
        {QStringLiteral("sheen:model_sha256"), entry.modelSha256}};
    return {{QStringLiteral("type"), QStringLiteral("Feature")},
            {QStringLiteral("stac_version"), stacVersion},
            {QStringLiteral("stac_extensions"), QJsonArray()},
            {QStringLiteral("id"), idOf(entry)},
            {QStringLiteral("geometry"), geometryOf(entry.footprint)},
            {QStringLiteral("bbox"), boxOf(entry.footprint)},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("links"), QJsonArray{link("root", catalogName), link("parent", catalogName)}},
            {QStringLiteral("assets"), assetsOf(entry, folder)}};
}

}  // namespace

void writeStac(const std::vector<FlightEntry>& entries, const QString& folder)
{
    if (!QDir().mkpath(folder))
        throw Error(QCoreApplication::translate("sheen::Stac",
                                                "The folder \"%1\" cannot be made. Choose one that can be "
                                                "written to.")
                        .arg(folder));
    const QDir directory(folder);
    QJsonArray links{link("root", catalogName)};
    QSet<QString> ours{catalogName};
    for (const FlightEntry& entry : entries) {
        if (entry.footprint.empty() || !entry.firstUtc.isValid())
            continue;
        const QString name = idOf(entry) + QStringLiteral(".json");
        writeJson(directory.filePath(name), itemOf(entry, directory));
        links << link("item", name);
        ours << name;
    }
    writeJson(directory.filePath(catalogName),
              {{QStringLiteral("type"), QStringLiteral("Catalog")},
               {QStringLiteral("stac_version"), stacVersion},
               {QStringLiteral("id"), QStringLiteral("sheen-archive")},
               {QStringLiteral("title"), QStringLiteral("Flights that Sheen has run")},
               {QStringLiteral("description"),
                QStringLiteral("Footprints of flights, and the oil that was found.")},
               {QStringLiteral("links"), links}});
    const QStringList files = directory.entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString& file : files) {
        if (!ours.contains(file))
            QFile::remove(directory.filePath(file));
    }
}

}  // namespace sheen
