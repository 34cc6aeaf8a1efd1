// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/map_project.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsfillsymbol.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsmarkersymbol.h>
#include <qgsmarkersymbollayer.h>
#include <qgsproject.h>
#include <qgsprojectviewsettings.h>
#include <qgsrasterlayer.h>
#include <qgsreferencedgeometry.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <filesystem>

#include "base/error.h"
#include "report_layers.h"
#include "report_pages.h"
#include "report_text.h"
#include "wording/wording.h"

namespace sheen {

namespace {

/** The layers of a project, added from the lowest to the highest. */
class ProjectLayers
{
public:
    ProjectLayers(QgsProject& project, const QString& folder) : m_project(project), m_folder(folder) {}

    QgsVectorLayer* addVector(const QString& file, const QString& layerName, const QString& title)
    {
        if (!m_folder.exists(file))
            return nullptr;
        QgsVectorLayer::LayerOptions options;
        options.loadDefaultStyle = false;
        auto layer = std::make_unique<QgsVectorLayer>(
            m_folder.absoluteFilePath(file) + QStringLiteral("|layername=") + layerName, title,
            QStringLiteral("ogr"), options);
        if (!layer->isValid() || layer->featureCount() == 0)
            return nullptr;
        m_any = true;
        return static_cast<QgsVectorLayer*>(m_project.addMapLayer(layer.release()));
    }

    void addRaster(const QString& file, const QString& title)
    {
        if (!m_folder.exists(file))
            return;
        auto layer = std::make_unique<QgsRasterLayer>(m_folder.absoluteFilePath(file), title);
        if (!layer->isValid())
            return;
        m_any = true;
        m_project.addMapLayer(layer.release());
    }

    bool any() const { return m_any; }

private:
    QgsProject& m_project;
    const QDir m_folder;
    bool m_any = false;
};

void styleAppearances(QgsVectorLayer& layer, const ProductInput& input)
{
    const Wording words;
    QgsCategoryList categories;
    for (int code = 1; code <= 5; ++code) {
        const QColor colour = mapColour(input.facts.model, 0, code);
        categories << QgsRendererCategory(code, makeFill(colour, colour.darker(150), 0.2),
                                          QStringLiteral("%1 %2").arg(code).arg(words.appearance(code)));
    }
    const QColor grey(128, 128, 128);
    categories << QgsRendererCategory(0, makeFill(grey, grey.darker(150), 0.2), words.appearance(0));
    layer.setRenderer(new QgsCategorizedSymbolRenderer(QStringLiteral("code"), categories));
    layer.setOpacity(0.75);
}

void styleSlicks(QgsVectorLayer& layer)
{
    const Wording words;
    const QColor none(0, 0, 0, 0);
    const auto category = [&](Decision decision, const QColor& colour, Qt::PenStyle pen) {
        return QgsRendererCategory(decisionName(decision), makeFill(none, colour, 0.5, pen),
                                   words.decision(decision));
    };
    layer.setRenderer(new QgsCategorizedSymbolRenderer(
        QStringLiteral("decision"), {category(Decision::Accepted, QColor(20, 110, 60), Qt::SolidLine),
                                     category(Decision::Undecided, QColor(60, 60, 60), Qt::DashLine),
                                     category(Decision::Rejected, QColor(150, 150, 150), Qt::DotLine)}));
    labelBy(layer, QStringLiteral("id"));
}

/** Where ships went and were closest, and where slicks may have come from: ships.geojson, by its kinds. */
void addShips(ProjectLayers& layers)
{
    const QString file = QStringLiteral("ships.geojson");
    const auto line = [](const QColor& colour, Qt::PenStyle style) {
        return new QgsLineSymbol(QgsSymbolLayerList{new QgsSimpleLineSymbolLayer(colour, 0.4, style)});
    };
    const QColor shipColour(90, 60, 150);
    const QColor driftColour(170, 110, 40);
    if (QgsVectorLayer* spread = layers.addVector(file, QStringLiteral("ships|geometrytype=Polygon"),
                                                  ReportText::tr("Spread of the drift, rule of thumb")))
        spread->setRenderer(
            new QgsSingleSymbolRenderer(makeFill(QColor(0, 0, 0, 0), QColor(170, 110, 40, 110), 0.2)));
    if (QgsVectorLayer* ways =
            layers.addVector(file, QStringLiteral("ships|geometrytype=MultiLineString"),
                             ReportText::tr("Ways of ships near the slicks, and drift back")))
        ways->setRenderer(new QgsCategorizedSymbolRenderer(
            QStringLiteral("kind"),
            {QgsRendererCategory(QStringLiteral("track"), line(shipColour, Qt::SolidLine),
                                 ReportText::tr("way of a ship by AIS")),
             QgsRendererCategory(QStringLiteral("drift_back"), line(driftColour, Qt::DashLine),
                                 ReportText::tr("drift back, rule of thumb"))}));
    if (QgsVectorLayer* closest = layers.addVector(file, QStringLiteral("ships|geometrytype=Point"),
                                                   ReportText::tr("Where ships were closest: candidates"))) {
        closest->setRenderer(new QgsSingleSymbolRenderer(new QgsMarkerSymbol(QgsSymbolLayerList{
            new QgsSimpleMarkerSymbolLayer(Qgis::MarkerShape::Triangle, 2.4, 0, Qgis::ScaleMethod::ScaleArea,
                                           shipColour, QColor(255, 255, 255))})));
        labelBy(*closest, QStringLiteral("name"));
    }
}

void addLayers(ProjectLayers& layers, const ProductInput& input)
{
    const QString workspace = QStringLiteral("sheen.gpkg");
    layers.addRaster(QStringLiteral("mosaic.tif"), ReportText::tr("Mosaic of the frames"));
    layers.addRaster(QStringLiteral("mask_mosaic.tif"), ReportText::tr("Mosaic of the masks"));
    if (QgsVectorLayer* frames =
            layers.addVector(workspace, QStringLiteral("frames"), ReportText::tr("Frames")))
        frames->setRenderer(
            new QgsSingleSymbolRenderer(makeFill(QColor(0, 0, 0, 0), QColor(120, 150, 175, 120), 0.1)));
    if (QgsVectorLayer* track =
            layers.addVector(workspace, QStringLiteral("track"), ReportText::tr("Track of the aircraft")))
        track->setRenderer(new QgsSingleSymbolRenderer(new QgsMarkerSymbol(QgsSymbolLayerList{
            new QgsSimpleMarkerSymbolLayer(Qgis::MarkerShape::Circle, 1, 0, Qgis::ScaleMethod::ScaleArea,
                                           QColor(70, 100, 130), QColor(70, 100, 130))})));
    if (QgsVectorLayer* areas =
            layers.addVector(workspace, QStringLiteral("appearances"), ReportText::tr("Appearances")))
        styleAppearances(*areas, input);
    if (input.ships)
        addShips(layers);
    if (QgsVectorLayer* slicks =
            layers.addVector(workspace, QStringLiteral("slicks"), ReportText::tr("Slicks")))
        styleSlicks(*slicks);
}

void showAll(QgsProject& project)
{
    QgsRectangle extent;
    const QgsCoordinateReferenceSystem crs = project.crs();
    for (const QgsMapLayer* layer : project.mapLayers()) {
        if (layer->extent().isEmpty())
            continue;
        try {
            const QgsCoordinateTransform there(layer->crs(), crs, &project);
            extent.combineExtentWith(there.transformBoundingBox(layer->extent()));
        } catch (const QgsCsException&) {
            // Then the others say where to look.
        }
    }
    if (!extent.isNull())
        project.viewSettings()->setDefaultViewExtent(QgsReferencedRectangle(extent, crs));
}

}  // namespace

bool writeMapProject(const ProductInput& input, const QString& folder)
{
    QgsProject project;
    project.setFilePathStorage(Qgis::FilePathType::Relative);
    project.setTitle(input.facts.flightName);
    const int epsg = input.facts.crsEpsg != 0 ? input.facts.crsEpsg : 4326;
    project.setCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:%1").arg(epsg)));
    ProjectLayers layers(project, folder);
    addLayers(layers, input);
    if (!layers.any())
        return false;
    showAll(project);
    // Beside the files, for it knows them by their way from where it lies; a rename makes it whole.
    const QString name = QStringLiteral("sheen.qgz");
    const QDir directory(folder);
    const QString part = directory.absoluteFilePath(QStringLiteral(".sheen-part.qgz"));
    QFile::remove(part);
    const bool written = project.write(part);
    project.clear();
    if (written) {
        // Unlike QFile's, this rename replaces what is there in one step.
        std::error_code failure;
        std::filesystem::rename(std::filesystem::path(part.toStdU16String()),
                                std::filesystem::path(directory.absoluteFilePath(name).toStdU16String()),
                                failure);
        if (!failure)
            return true;
    }
    QFile::remove(part);
    throw Error(ReportText::tr(
                    "The QGIS project \"%1\" could not be written. Make room on the disk or choose another "
                    "folder.")
                    .arg(directory.absoluteFilePath(name)));
}

}  // namespace sheen
