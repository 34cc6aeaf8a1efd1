#include "ui/layers/map_source.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUuid>

#include <qgsdatasourceuri.h>

#include "ui/widgets/sheen_settings.h"

namespace sheen {

namespace {

const QString settingsKey = QStringLiteral("mapSources");

QString kindName(MapSource::Kind kind)
{
    switch (kind) {
        case MapSource::Kind::File:
            break;
        case MapSource::Kind::Tiles:
            return QStringLiteral("xyz");
        case MapSource::Kind::Wms:
            return QStringLiteral("wms");
        case MapSource::Kind::Wmts:
            return QStringLiteral("wmts");
    }
    return QStringLiteral("file");
}

MapSource::Kind kindNamed(const QString& name)
{
    for (const MapSource::Kind kind : {MapSource::Kind::Tiles, MapSource::Kind::Wms, MapSource::Kind::Wmts}) {
        if (kindName(kind) == name)
            return kind;
    }
    return MapSource::Kind::File;
}

QStringList mapSuffixes()
{
    return {QStringLiteral("gpkg"), QStringLiteral("mbtiles"), QStringLiteral("tif"),
            QStringLiteral("tiff"), QStringLiteral("vrt"),     QStringLiteral("jp2"),
            QStringLiteral("shp"),  QStringLiteral("000"),     QStringLiteral("kml"),
            QStringLiteral("kmz"),  QStringLiteral("gml"),     QStringLiteral("geojson"),
            QStringLiteral("fgb"),  QStringLiteral("gpx"),     QStringLiteral("dxf")};
}

bool isWebAddress(const QString& address)
{
    const QUrl url(address.trimmed());
    const QString scheme = url.scheme().toLower();
    if (scheme == QLatin1String("file"))
        return !url.path().isEmpty();  // tiles in a folder
    return (scheme == QLatin1String("http") || scheme == QLatin1String("https")) && !url.host().isEmpty();
}

}  // namespace

MapSource MapSource::ofFile(const QString& path)
{
    MapSource source;
    source.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    source.name = QFileInfo(path).completeBaseName();
    source.address = QFileInfo(path).absoluteFilePath();
    return source;
}

QString MapSource::problem() const
{
    if (name.trimmed().isEmpty())
        return tr("Give it a name.");
    if (kind == Kind::File)
        return address.trimmed().isEmpty() ? tr("Choose a file.") : QString();
    if (!isWebAddress(address))
        return tr("Type an address that begins with http:// or https://.");
    const bool hasPlaces =
        address.contains(QLatin1String("{x}")) && address.contains(QLatin1String("{z}")) &&
        (address.contains(QLatin1String("{y}")) || address.contains(QLatin1String("{-y}")));
    if (kind == Kind::Tiles && !hasPlaces && !address.contains(QLatin1String("{q}")))
        return tr("The address of tiles holds {x}, {y} and {z}, like https://server/{z}/{x}/{y}.png.");
    if (kind != Kind::Tiles && layers.trimmed().isEmpty())
        return tr("Name the layer of the server that is to be shown.");
    if (kind == Kind::Wmts && matrixSet.trimmed().isEmpty())
        return tr("Name the tile matrix set that the layer is to be taken from.");
    return {};
}

QString MapSource::uri() const
{
    QgsDataSourceUri uri;
    switch (kind) {
        case Kind::File:
            return {};
        case Kind::Tiles:
            uri.setParam(QStringLiteral("type"), QStringLiteral("xyz"));
            uri.setParam(QStringLiteral("zmin"), QStringLiteral("0"));
            uri.setParam(QStringLiteral("zmax"), QStringLiteral("19"));
            break;
        case Kind::Wms:
        case Kind::Wmts: {
            const QStringList names = layers.split(QLatin1Char(','));
            for (const QString& layer : names) {
                uri.setParam(QStringLiteral("layers"), layer.trimmed());
                // Never null: QGIS leaves the "=" out then.
                uri.setParam(QStringLiteral("styles"),
                             style.isEmpty() ? QStringLiteral("") : style.trimmed());
            }
            uri.setParam(QStringLiteral("format"), QStringLiteral("image/png"));
            uri.setParam(QStringLiteral("crs"), crs.trimmed());
            uri.setParam(QStringLiteral("contextualWMSLegend"), QStringLiteral("0"));
            if (kind == Kind::Wmts)
                uri.setParam(QStringLiteral("tileMatrixSet"), matrixSet.trimmed());
            break;
        }
    }
    uri.setParam(QStringLiteral("url"), address.trimmed());
    return QString::fromUtf8(uri.encodedUri());
}

QJsonObject MapSource::toJson() const
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("kind"), kindName(kind)},
            {QStringLiteral("name"), name},
            {QStringLiteral("address"), address},
            {QStringLiteral("layers"), layers},
            {QStringLiteral("style"), style},
            {QStringLiteral("matrix_set"), matrixSet},
            {QStringLiteral("crs"), crs},
            {QStringLiteral("opacity"), opacity},
            {QStringLiteral("visible"), isVisible}};
}

MapSource MapSource::fromJson(const QJsonObject& json)
{
    const auto text = [&json](const char* key) { return json.value(QLatin1String(key)).toString(); };
    MapSource source;
    source.id = text("id");
    source.kind = kindNamed(text("kind"));
    source.name = text("name");
    source.address = text("address");
    source.layers = text("layers");
    source.style = text("style");
    source.matrixSet = text("matrix_set");
    source.crs = text("crs");
    source.opacity = qBound(0.0, json.value(QLatin1String("opacity")).toDouble(1), 1.0);
    source.isVisible = json.value(QLatin1String("visible")).toBool(true);
    return source;
}

QString kindText(MapSource::Kind kind)
{
    switch (kind) {
        case MapSource::Kind::File:
            return MapSource::tr("File");
        case MapSource::Kind::Tiles:
            return MapSource::tr("Tiles (XYZ)");
        case MapSource::Kind::Wms:
            return QStringLiteral("WMS");
        case MapSource::Kind::Wmts:
            return QStringLiteral("WMTS");
    }
    return {};
}

bool isMapFile(const QString& path)
{
    return mapSuffixes().contains(QFileInfo(path).suffix().toLower());
}

QString mapFileFilter()
{
    QStringList patterns;
    for (const QString& suffix : mapSuffixes())
        patterns << QStringLiteral("*.") + suffix;
    return MapSource::tr("Maps (%1);;All files (*)").arg(patterns.join(QLatin1Char(' ')));
}

std::vector<MapSource> rememberedSources()
{
    const QByteArray json = sheenSettings()->value(settingsKey).toByteArray();
    std::vector<MapSource> sources;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& value : array) {
        MapSource source = MapSource::fromJson(value.toObject());
        if (!source.id.isEmpty() && source.problem().isEmpty())
            sources.push_back(std::move(source));
    }
    return sources;
}

void rememberSources(const std::vector<MapSource>& sources)
{
    QJsonArray array;
    for (const MapSource& source : sources)
        array << source.toJson();
    sheenSettings()->setValue(settingsKey, QJsonDocument(array).toJson(QJsonDocument::Compact));
}

}  // namespace sheen
