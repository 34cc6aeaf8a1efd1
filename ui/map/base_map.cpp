#include "ui/map/base_map.h"

#include <QColor>
#include <QCoreApplication>
#include <QFileInfo>
#include <memory>

#include <qgsapplication.h>
#include <qgsfillsymbol.h>
#include <qgslayertree.h>
#include <qgslinesymbol.h>
#include <qgsproject.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectorlayer.h>

#include "data/area_colours.h"

namespace sheen {

namespace {

/** The world map is made for 1:10,000,000; its lines are a kilometre off in places. At larger scales than
 * this, no coast is better than a false one. */
constexpr double largestScale = 500e3;

QgsVectorLayer* openLayer(const QString& path, const char* table, const QString& name)
{
    QgsVectorLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    options.skipCrsValidation = true;
    auto layer = std::make_unique<QgsVectorLayer>(path + QStringLiteral("|layername=") + QLatin1String(table),
                                                  name, QStringLiteral("ogr"), options);
    if (!layer->isValid())
        return nullptr;
    layer->setReadOnly(true);
    layer->setFlags(QgsMapLayer::Removable);
    layer->setScaleBasedVisibility(true);
    layer->setMinimumScale(0);  // any smaller one
    layer->setMaximumScale(largestScale);
    return layer.release();
}

void styleAreas(QgsVectorLayer& layer, const QString& fill, const QString& edge, const QString& width)
{
    std::unique_ptr<QgsFillSymbol> symbol(QgsFillSymbol::createSimple(
        {{QStringLiteral("color"), fill},
         {QStringLiteral("style"), fill.isEmpty() ? QStringLiteral("no") : QStringLiteral("solid")},
         {QStringLiteral("outline_color"), edge},
         {QStringLiteral("outline_width"), width},
         {QStringLiteral("joinstyle"), QStringLiteral("round")}}));
    layer.setRenderer(new QgsSingleSymbolRenderer(symbol.release()));
}

void styleLines(QgsVectorLayer& layer, const QString& colour, const QString& width)
{
    std::unique_ptr<QgsLineSymbol> symbol(
        QgsLineSymbol::createSimple({{QStringLiteral("line_color"), colour},
                                     {QStringLiteral("line_width"), width},
                                     {QStringLiteral("line_style"), QStringLiteral("dash")}}));
    layer.setRenderer(new QgsSingleSymbolRenderer(symbol.release()));
}

}  // namespace

QColor seaColour()
{
    return QColor(seaTone[0], seaTone[1], seaTone[2]);
}

bool addBaseMap(QgsProject& project)
{
    const QString path = QgsApplication::pkgDataPath() + QStringLiteral("/resources/data/world_map.gpkg");
    if (!QFileInfo::exists(path))
        return false;
    QgsLayerTreeGroup* group =
        project.layerTreeRoot()->addGroup(QCoreApplication::translate("sheen::BaseMap", "Base map"));
    group->setExpanded(false);

    const auto add = [&](QgsVectorLayer* layer) {
        project.addMapLayer(layer, false);
        group->addLayer(layer)->setExpanded(false);
    };
    if (auto* borders = openLayer(path, "disputed_borders",
                                  QCoreApplication::translate("sheen::BaseMap", "Disputed borders"))) {
        styleLines(*borders, QStringLiteral("#a39a86"), QStringLiteral("0.2"));
        add(borders);
    }
    if (auto* states =
            openLayer(path, "states_provinces", QCoreApplication::translate("sheen::BaseMap", "Provinces"))) {
        styleAreas(*states, QString(), QStringLiteral("#ddd5c3"), QStringLiteral("0.13"));
        states->setMinimumScale(20e6);  // too many lines for a whole continent
        add(states);
    }
    auto* countries =
        openLayer(path, "countries", QCoreApplication::translate("sheen::BaseMap", "Countries"));
    if (countries) {
        const QColor land(landTone[0], landTone[1], landTone[2]);
        styleAreas(*countries, land.name(), QStringLiteral("#a39a86"), QStringLiteral("0.22"));
        add(countries);
    }
    return countries != nullptr;
}

}  // namespace sheen
