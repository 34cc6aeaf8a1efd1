#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>
#include <vector>

namespace sheen {

/** Where a base map or a layer of the analyst's own comes from. */
struct MapSource
{
    Q_DECLARE_TR_FUNCTIONS(sheen::MapSource)

public:
    enum class Kind { File, Tiles, Wms, Wmts };

    QString id;  //!< tells it from the others
    Kind kind = Kind::File;
    QString name;                               //!< in the list of layers
    QString address;                            //!< a path, or a URL; of tiles with {x}, {y} and {z}, or {q}
    QString layers;                             //!< WMS: names with commas between; WMTS: one
    QString style;                              //!< WMS, WMTS; empty: the server's own
    QString matrixSet;                          //!< WMTS
    QString crs = QStringLiteral("EPSG:3857");  //!< WMS, WMTS
    double opacity = 1;
    bool isVisible = true;

    static MapSource ofFile(const QString& path);
    bool needsNetwork() const { return kind != Kind::File; }
    /** What is missing or wrong, in a sentence; empty where it can be tried. Looks at no file and no server.
     */
    QString problem() const;
    /** As QGIS's provider of web maps wants it; empty for a file. */
    QString uri() const;

    QJsonObject toJson() const;
    static MapSource fromJson(const QJsonObject& json);
};

QString kindText(MapSource::Kind kind);  //!< "File", "Tiles (XYZ)", "WMS", "WMTS"

/** Whether a file of this name can be a layer: GeoPackage, MBTiles, GeoTIFF, shapefile, S-57 and others. */
bool isMapFile(const QString& path);
/** For a dialog that chooses one. */
QString mapFileFilter();

/** What this user has added so far, in the order of adding. */
std::vector<MapSource> rememberedSources();
void rememberSources(const std::vector<MapSource>& sources);

}  // namespace sheen
