#include "source_layers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include <qgscoordinatereferencesystem.h>
#include <qgsfillsymbol.h>
#include <qgslinesymbol.h>
#include <qgsnetworkaccessmanager.h>
#include <qgsproviderregistry.h>
#include <qgsprovidersublayerdetails.h>
#include <qgsrasterlayer.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectorlayer.h>

namespace sheen {

namespace {

constexpr int patienceMilliseconds = 10000;  //!< with a server that does not answer
constexpr int manyTables = 12;

/** Of a nautical chart, what a map under oil needs: land, coast, structures on it. */
bool belongsUnderOil(const QString& table)
{
    static const QStringList names{QStringLiteral("LNDARE"), QStringLiteral("COALNE"),
                                   QStringLiteral("SLCONS"), QStringLiteral("PONTON"),
                                   QStringLiteral("DEPCNT"), QStringLiteral("OFSPLF"),
                                   QStringLiteral("PIPSOL")};
    return names.contains(table);
}

QString styleFill(const QString& table)
{
    return table == QLatin1String("LNDARE") ? QStringLiteral("#f0ead8") : QStringLiteral("#00000000");
}

/** Quiet, so that outlines of oil stand out; files that bring a style of their own keep it. */
void styleQuietly(QgsVectorLayer& layer, const QString& table)
{
    bool hasStyle = false;
    layer.loadDefaultStyle(hasStyle);
    if (hasStyle)
        return;
    const QString line =
        table == QLatin1String("DEPCNT") ? QStringLiteral("#7fa3b8") : QStringLiteral("#6b6250");
    if (layer.geometryType() == Qgis::GeometryType::Polygon) {
        std::unique_ptr<QgsFillSymbol> symbol(
            QgsFillSymbol::createSimple({{QStringLiteral("color"), styleFill(table)},
                                         {QStringLiteral("outline_color"), line},
                                         {QStringLiteral("outline_width"), QStringLiteral("0.3")}}));
        layer.setRenderer(new QgsSingleSymbolRenderer(symbol.release()));
    } else if (layer.geometryType() == Qgis::GeometryType::Line) {
        std::unique_ptr<QgsLineSymbol> symbol(QgsLineSymbol::createSimple(
            {{QStringLiteral("line_color"), line}, {QStringLiteral("line_width"), QStringLiteral("0.35")}}));
        layer.setRenderer(new QgsSingleSymbolRenderer(symbol.release()));
    }
}

std::unique_ptr<QgsMapLayer> openSublayer(const QgsProviderSublayerDetails& details)
{
    if (details.type() == Qgis::LayerType::Vector) {
        QgsVectorLayer::LayerOptions options;
        options.loadDefaultStyle = false;
        options.skipCrsValidation = true;
        options.forceReadOnly = true;
        return std::make_unique<QgsVectorLayer>(details.uri(), details.name(), details.providerKey(),
                                                options);
    }
    QgsProviderSublayerDetails::LayerOptions options{QgsCoordinateTransformContext()};
    options.loadDefaultStyle = true;
    return std::unique_ptr<QgsMapLayer>(details.toLayer(options));
}

/** Points on top, areas below lines, pictures under all. */
int rankOf(const QgsMapLayer& layer)
{
    const auto* vector = qobject_cast<const QgsVectorLayer*>(&layer);
    if (!vector)
        return 3;
    switch (vector->geometryType()) {
        case Qgis::GeometryType::Point:
            return 0;
        case Qgis::GeometryType::Line:
            return 1;
        default:
            return 2;
    }
}

/** Coordinates that say no system are taken for degrees where they can be. */
bool giveCrs(QgsMapLayer& layer)
{
    if (layer.crs().isValid())
        return true;
    const QgsRectangle extent = layer.extent();
    if (!QgsRectangle(-180, -90, 180, 90).contains(extent))
        return false;
    layer.setCrs(QgsCoordinateReferenceSystem::fromEpsgId(4326));
    return true;
}

bool isEmptyTable(const QgsMapLayer& layer)
{
    const auto* vector = qobject_cast<const QgsVectorLayer*>(&layer);
    return vector && (!vector->isSpatial() || vector->featureCount() == 0);
}

void openFile(const MapSource& source, SourceLayers& opened)
{
    const QFileInfo file(source.address);
    const QString shown = QDir::toNativeSeparators(source.address);
    if (!file.isReadable()) {
        opened.sentence = SourceLayers::tr(
                              "The map \"%1\" cannot be read: it is not there any more, or may "
                              "not be read.")
                              .arg(shown);
        return;
    }
    const QList<QgsProviderSublayerDetails> parts =
        QgsProviderRegistry::instance()->querySublayers(source.address);
    int placeless = 0;
    for (const QgsProviderSublayerDetails& part : parts) {
        std::unique_ptr<QgsMapLayer> layer = openSublayer(part);
        if (!layer || !layer->isValid() || isEmptyTable(*layer))
            continue;
        if (!giveCrs(*layer)) {
            ++placeless;
            continue;
        }
        if (auto* vector = qobject_cast<QgsVectorLayer*>(layer.get()))
            styleQuietly(*vector, part.name());
        if (parts.size() == 1)
            layer->setName(source.name);
        const bool isVisible = parts.size() <= manyTables || belongsUnderOil(part.name());
        opened.layers.push_back({std::move(layer), isVisible});
    }
    std::stable_sort(opened.layers.begin(), opened.layers.end(),
                     [](const auto& a, const auto& b) { return rankOf(*a.layer) < rankOf(*b.layer); });
    if (opened.layers.empty())
        opened.sentence =
            placeless > 0 ? SourceLayers::tr(
                                "\"%1\" does not say in which coordinate system it is: give it one in QGIS.")
                                .arg(shown)
                          : SourceLayers::tr("\"%1\" holds no map that QGIS can show.").arg(shown);
}

void openServer(const MapSource& source, SourceLayers& opened)
{
    QgsNetworkAccessManager::setTimeout(patienceMilliseconds);
    QgsRasterLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    options.skipCrsValidation = true;
    auto layer = std::make_unique<QgsRasterLayer>(source.uri(), source.name, QStringLiteral("wms"), options);
    if (!layer->isValid()) {
        const QString why = layer->error().isEmpty() ? QString() : layer->error().summary();
        opened.sentence = SourceLayers::tr(
                              "The map \"%1\" cannot be shown: %2 does not answer, or has no such "
                              "layer. %3")
                              .arg(source.name, source.address, why)
                              .trimmed();
        return;
    }
    opened.layers.push_back({std::move(layer), true});
}

}  // namespace

SourceLayers::SourceLayers() = default;
SourceLayers::SourceLayers(SourceLayers&&) noexcept = default;
SourceLayers& SourceLayers::operator=(SourceLayers&&) noexcept = default;
SourceLayers::~SourceLayers() = default;

SourceLayers openSource(const MapSource& source)
{
    SourceLayers opened;
    if (source.needsNetwork())
        openServer(source, opened);
    else
        openFile(source, opened);
    for (SourceLayers::One& one : opened.layers) {
        one.layer->setOpacity(source.opacity);
        one.layer->moveToThread(QCoreApplication::instance()->thread());
    }
    return opened;
}

}  // namespace sheen
