#include "ui/review/slick_layer.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgspallabeling.h>
#include <qgsproperty.h>
#include <qgssymbollayer.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>
#include <qgsvectorlayerselectionproperties.h>

#include <QHash>
#include <memory>

#include "slick_text.h"
#include "ui/session/slick_geometry.h"
#include "ui/session/slick_store.h"

namespace sheen {

namespace {

QString millimetres(double width)
{
    return QString::number(width);
}

QString statusIs(SlickStatus status)
{
    return QStringLiteral("\"status\" = '%1'").arg(slickStatusName(status));
}

/**
 * A thread that draws gives up its share of an expression before it copies it (QgsExpression::detach): were
 * the layer given another style in that moment, it would copy what is gone. So one share of each expression
 * stays for good; there are a few for each model. For the widgets' thread.
 */
QgsProperty keptExpression(const QString& text)
{
    static auto& kept = *new QHash<QString, QgsProperty>;
    auto found = kept.find(text);
    if (found == kept.end())
        found = kept.insert(text, QgsProperty::fromExpression(text));
    return *found;
}

/** Chosen by status: what an accepted, a rejected, an edited or drawn slick gets, and any other. */
QgsProperty byStatus(const QString& accepted, const QString& rejected, const QString& edited,
                     const QString& drawn, const QString& other)
{
    return keptExpression(
        QStringLiteral("CASE WHEN %1 THEN %2 WHEN %3 THEN %4 WHEN %5 THEN %6 WHEN %7 THEN %8 ELSE %9 END")
            .arg(statusIs(SlickStatus::Accepted), accepted, statusIs(SlickStatus::Rejected), rejected,
                 statusIs(SlickStatus::Edited), edited, statusIs(SlickStatus::Drawn), drawn, other));
}

QString colourLiteral(const QColor& colour)
{
    return QStringLiteral("'%1,%2,%3,%4'")
        .arg(colour.red())
        .arg(colour.green())
        .arg(colour.blue())
        .arg(colour.alpha());
}

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

/** A white line under the edge, so that it is seen on sea, land and pictures alike. */
std::unique_ptr<QgsSymbolLayer> halo()
{
    auto line = std::make_unique<QgsSimpleLineSymbolLayer>(QColor(255, 255, 255, 200), 1.1);
    line->setDataDefinedProperty(
        QgsSymbolLayer::Property::LayerEnabled,
        keptExpression(QStringLiteral("NOT (%1)").arg(statusIs(SlickStatus::Rejected))));
    line->setDataDefinedProperty(
        QgsSymbolLayer::Property::StrokeWidth,
        byStatus(millimetres(1.7), millimetres(0), millimetres(1.5), millimetres(1.5), millimetres(1.0)));
    return line;
}

/** Hatching that only rejected slicks have. */
std::unique_ptr<QgsSymbolLayer> hatching()
{
    auto lines = std::make_unique<QgsLinePatternFillSymbolLayer>();
    lines->setLineAngle(45);
    lines->setDistance(2);
    lines->setColor(QColor(120, 120, 120, 150));
    lines->setLineWidth(0.25);
    lines->setDataDefinedProperty(QgsSymbolLayer::Property::LayerEnabled,
                                  keptExpression(statusIs(SlickStatus::Rejected)));
    return lines;
}

/** Fill in the class's colour; edge: accepted thick and solid, rejected grey and dashed, edited and drawn
 * broken in their own ways, new thin. */
std::unique_ptr<QgsFillSymbol> slickSymbol(const QColor& colour)
{
    const QColor dark = colour.darker(190);
    auto fill = std::make_unique<QgsSimpleFillSymbolLayer>(withAlpha(colour, 150));
    fill->setStrokeColor(dark);
    fill->setStrokeWidth(0.4);
    fill->setDataDefinedProperty(
        QgsSymbolLayer::Property::FillColor,
        byStatus(colourLiteral(withAlpha(colour, 190)), colourLiteral(withAlpha(QColor(150, 150, 150), 40)),
                 colourLiteral(withAlpha(colour, 150)), colourLiteral(withAlpha(colour, 150)),
                 colourLiteral(withAlpha(colour, 130))));
    fill->setDataDefinedProperty(QgsSymbolLayer::Property::StrokeColor,
                                 byStatus(colourLiteral(dark), colourLiteral(QColor(110, 110, 110)),
                                          colourLiteral(dark), colourLiteral(dark), colourLiteral(dark)));
    fill->setDataDefinedProperty(
        QgsSymbolLayer::Property::StrokeWidth,
        byStatus(millimetres(1.0), millimetres(0.3), millimetres(0.7), millimetres(0.7), millimetres(0.3)));
    fill->setDataDefinedProperty(
        QgsSymbolLayer::Property::StrokeStyle,
        byStatus(QStringLiteral("'solid'"), QStringLiteral("'dash'"), QStringLiteral("'dash dot'"),
                 QStringLiteral("'dot'"), QStringLiteral("'solid'")));
    QgsSymbolLayerList layers;
    layers << halo().release() << fill.release() << hatching().release();
    return std::make_unique<QgsFillSymbol>(layers);
}

/** Selected slicks keep their class's colour, with a bright edge around it. */
std::unique_ptr<QgsFillSymbol> selectionSymbol(const ModelCard& card)
{
    QString colours = QStringLiteral("CASE");
    for (const ModelClass& one : card.classes)
        colours += QStringLiteral(" WHEN \"class\" = %1 THEN %2")
                       .arg(one.value)
                       .arg(colourLiteral(withAlpha(colourOfClass(card, one.value), 160)));
    colours += QStringLiteral(" WHEN true THEN %1 END").arg(colourLiteral(QColor(128, 128, 128, 160)));
    auto fill = std::make_unique<QgsSimpleFillSymbolLayer>();
    fill->setDataDefinedProperty(QgsSymbolLayer::Property::FillColor, keptExpression(colours));
    fill->setStrokeStyle(Qt::NoPen);
    QgsSymbolLayerList layers;
    layers << fill.release() << new QgsSimpleLineSymbolLayer(QColor(40, 40, 40), 1.5)
           << new QgsSimpleLineSymbolLayer(QColor(255, 235, 0), 0.9);
    return std::make_unique<QgsFillSymbol>(layers);
}

std::unique_ptr<QgsFeatureRenderer> slickRenderer(const ModelCard& card)
{
    QgsCategoryList categories;
    for (const ModelClass& one : card.classes) {
        if (one.oil)
            categories << QgsRendererCategory(
                one.value, slickSymbol(colourOfClass(card, one.value)).release(), one.name);
    }
    categories << QgsRendererCategory(QVariant(), slickSymbol(colourOfClass(card, -1)).release(),
                                      SlickLayer::tr("other class"));
    return std::make_unique<QgsCategorizedSymbolRenderer>(QStringLiteral("class"), categories);
}

const QString layerDefinition = QStringLiteral(
    "MultiPolygon?crs=EPSG:4326&field=id:int8&field=class:integer&field=class_name:string&field=code:integer"
    "&field=area_m2:double&field=confidence:double&field=status:string");

QgsAttributes attributesOf(const Slick& slick)
{
    QgsAttributes values;
    values << static_cast<qlonglong>(slick.id) << slick.classValue << slick.className << slick.code
           << slick.areaSquareMetres << slick.confidence << slickStatusName(slick.status);
    return values;
}

}  // namespace

SlickLayer::SlickLayer(SlickStore* store, QObject* parent) : QObject(parent), m_store(store)
{
    m_layer = new QgsVectorLayer(layerDefinition, tr("Slicks"), QStringLiteral("memory"));
    m_layer->setCustomProperty(QStringLiteral("skipMemoryLayersCheck"), true);
    connect(m_store, &SlickStore::reset, this, &SlickLayer::fill);
    connect(m_store, &SlickStore::changed, this, &SlickLayer::update);
    connect(m_store, &SlickStore::selectionChanged, this, &SlickLayer::showSelection);
    connect(m_layer, &QgsVectorLayer::selectionChanged, this, [this] { takeSelection(); });
    setLabelsVisible(false);
    fill();
}

SlickLayer::~SlickLayer()
{
    if (m_layer && !m_layer->project())
        delete m_layer;
}
QgsVectorLayer* SlickLayer::layer() const
{
    return m_layer;
}

std::int64_t SlickLayer::slickId(qint64 featureId) const
{
    return m_slickOfFeature.value(featureId, 0);
}

qint64 SlickLayer::featureId(std::int64_t slickId) const
{
    return m_featureOfSlick.value(slickId, -1);
}

QgsFeature SlickLayer::featureOf(const Slick& slick) const
{
    QgsFeature feature(m_layer->fields());
    feature.setAttributes(attributesOf(slick));
    feature.setGeometry(toGeometry(slick.outline));
    return feature;
}

void SlickLayer::fill()
{
    if (!m_layer)
        return;
    m_layer->dataProvider()->truncate();
    m_featureOfSlick.clear();
    m_slickOfFeature.clear();
    m_layer->setRenderer(slickRenderer(m_store->card()).release());
    if (auto* selection = qobject_cast<QgsVectorLayerSelectionProperties*>(m_layer->selectionProperties())) {
        selection->setSelectionRenderingMode(Qgis::SelectionRenderingMode::CustomSymbol);
        selection->setSelectionSymbol(selectionSymbol(m_store->card()).release());
    }
    SlickStore::Ids all;
    for (const Slick& slick : m_store->slicks())
        all.insert(slick.id);
    update(all);
    showSelection(m_store->selection());
}

void SlickLayer::update(const std::set<std::int64_t>& ids)
{
    if (!m_layer)
        return;
    QgsFeatureIds gone;
    QgsFeatureList arrived;
    QgsChangedAttributesMap attributes;
    QgsGeometryMap geometries;
    for (std::int64_t id : ids) {
        const Slick* slick = m_store->find(id);
        const auto known = m_featureOfSlick.constFind(id);
        if (slick && known == m_featureOfSlick.constEnd()) {
            arrived << featureOf(*slick);
        } else if (slick) {
            const QgsAttributes values = attributesOf(*slick);
            for (int field = 0; field < values.size(); ++field)
                attributes[*known].insert(field, values.at(field));
            geometries[*known] = toGeometry(slick->outline);
        } else if (known != m_featureOfSlick.constEnd()) {
            gone << *known;
        }
    }

    QgsVectorDataProvider* provider = m_layer->dataProvider();
    m_followsStore = true;
    if (!gone.isEmpty()) {
        m_layer->deselect(gone);
        provider->deleteFeatures(gone);
        for (QgsFeatureId feature : gone)
            m_featureOfSlick.remove(m_slickOfFeature.take(feature));
    }
    if (!geometries.isEmpty())
        provider->changeFeatures(attributes, geometries);
    if (!arrived.isEmpty()) {
        provider->addFeatures(arrived, QgsFeatureSink::FastInsert);
        for (const QgsFeature& feature : arrived) {
            const std::int64_t id = feature.attribute(0).toLongLong();
            m_featureOfSlick.insert(id, feature.id());
            m_slickOfFeature.insert(feature.id(), id);
        }
    }
    m_followsStore = false;
    m_layer->updateExtents(true);
    m_layer->triggerRepaint();
}

void SlickLayer::takeSelection()
{
    if (m_followsStore)
        return;
    SlickStore::Ids ids;
    for (QgsFeatureId feature : m_layer->selectedFeatureIds())
        ids.insert(slickId(feature));
    m_store->select(ids);
}

void SlickLayer::showSelection(const std::set<std::int64_t>& ids)
{
    if (!m_layer)
        return;
    QgsFeatureIds features;
    for (std::int64_t id : ids) {
        const auto known = m_featureOfSlick.constFind(id);
        if (known != m_featureOfSlick.constEnd())
            features << *known;
    }
    m_followsStore = true;
    m_layer->selectByIds(features);
    m_followsStore = false;
}

void SlickLayer::setLabelsVisible(bool visible)
{
    if (!m_layer)
        return;
    QgsPalLayerSettings settings;
    settings.fieldName = QStringLiteral("id");
    QgsTextFormat format;
    format.setSize(9);
    format.setColor(QColor(20, 20, 20));
    QgsTextBufferSettings buffer;
    buffer.setEnabled(true);
    buffer.setSize(0.8);
    format.setBuffer(buffer);
    settings.setFormat(format);
    m_layer->setLabeling(new QgsVectorLayerSimpleLabeling(settings));
    m_layer->setLabelsEnabled(visible);
    m_layer->triggerRepaint();
}

}  // namespace sheen
