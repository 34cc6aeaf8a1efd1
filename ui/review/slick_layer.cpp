#include "ui/review/slick_layer.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslabelthinningsettings.h>
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

#include "data/area_colours.h"
#include "data/class_names.h"
#include "slick_text.h"
#include "ui/session/slick_geometry.h"
#include "ui/session/slick_store.h"

namespace sheen {

namespace {

constexpr double smallestLabelledMillimetres = 4;  //!< of a slick on the screen
constexpr int mostLabels = 150;

QString millimetres(double width)
{
    return QString::number(width);
}

QString decisionIs(Decision decision)
{
    return QStringLiteral("\"decision\" = '%1'").arg(decisionName(decision));
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

/** Chosen by decision: what an accepted, a rejected and an undecided slick gets. */
QgsProperty byDecision(const QString& accepted, const QString& rejected, const QString& undecided)
{
    return keptExpression(QStringLiteral("CASE WHEN %1 THEN %2 WHEN %3 THEN %4 ELSE %5 END")
                              .arg(decisionIs(Decision::Accepted), accepted, decisionIs(Decision::Rejected),
                                   rejected, undecided));
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

/** Hatching that only rejected slicks have. */
std::unique_ptr<QgsSymbolLayer> hatching()
{
    auto lines = std::make_unique<QgsLinePatternFillSymbolLayer>();
    lines->setLineAngle(45);
    lines->setDistance(2);
    lines->setColor(QColor(120, 120, 120, 150));
    lines->setLineWidth(0.25);
    lines->setDataDefinedProperty(QgsSymbolLayer::Property::LayerEnabled,
                                  keptExpression(decisionIs(Decision::Rejected)));
    return lines;
}

/** An area: its colour, and a thin dark edge that parts it from its neighbours; rejected: grey and hatched.
 */
std::unique_ptr<QgsFillSymbol> areaSymbol(const QColor& colour)
{
    const QColor dark = colour.darker(190);
    const int least = qRound(255 * areaOpacity);
    auto fill = std::make_unique<QgsSimpleFillSymbolLayer>(withAlpha(colour, least));
    fill->setStrokeColor(dark);
    fill->setStrokeWidth(0.2);
    fill->setDataDefinedProperty(
        QgsSymbolLayer::Property::FillColor,
        byDecision(colourLiteral(withAlpha(colour, 235)), colourLiteral(withAlpha(QColor(150, 150, 150), 40)),
                   colourLiteral(withAlpha(colour, least))));
    fill->setDataDefinedProperty(
        QgsSymbolLayer::Property::StrokeColor,
        byDecision(colourLiteral(dark), colourLiteral(QColor(110, 110, 110)), colourLiteral(dark)));
    QgsSymbolLayerList layers;
    layers << fill.release() << hatching().release();
    return std::make_unique<QgsFillSymbol>(layers);
}

/** The outline around a slick, dark on a light seam, so that it is seen on sea, land and pictures alike:
 * accepted thick, undecided thin, rejected dashed. */
std::unique_ptr<QgsFillSymbol> overallSymbol()
{
    auto seam = std::make_unique<QgsSimpleLineSymbolLayer>(QColor(255, 255, 255, 210), 1.2);
    seam->setDataDefinedProperty(QgsSymbolLayer::Property::StrokeWidth,
                                 byDecision(millimetres(1.8), millimetres(0.9), millimetres(1.1)));
    auto line = std::make_unique<QgsSimpleLineSymbolLayer>(QColor(25, 25, 25), 0.5);
    line->setDataDefinedProperty(QgsSymbolLayer::Property::StrokeWidth,
                                 byDecision(millimetres(1.0), millimetres(0.3), millimetres(0.45)));
    line->setDataDefinedProperty(
        QgsSymbolLayer::Property::StrokeStyle,
        byDecision(QStringLiteral("'solid'"), QStringLiteral("'dash'"), QStringLiteral("'solid'")));
    QgsSymbolLayerList layers;
    layers << seam.release() << line.release();
    return std::make_unique<QgsFillSymbol>(layers);
}

/** Dots over what was drawn where no frame showed the sea. */
std::unique_ptr<QgsFillSymbol> unseenSymbol()
{
    auto dots = std::make_unique<QgsSimpleFillSymbolLayer>(QColor(20, 20, 20), Qt::Dense6Pattern);
    dots->setStrokeColor(QColor(255, 255, 255));
    dots->setStrokeStyle(Qt::DashLine);
    dots->setStrokeWidth(0.3);
    return std::make_unique<QgsFillSymbol>(QgsSymbolLayerList{dots.release()});
}

/** Of an area: its code, or without one its class; of the outline around a slick; of what was not seen. */
constexpr int overallKey = -1;
constexpr int unseenKey = -2;
int keyOf(int classValue, int code)
{
    constexpr int afterCodes = 10;
    return code > 0 ? code : afterCodes + classValue;
}

/** Selected areas keep their colours; the bright edge is drawn by SelectionHighlight, above everything. */
std::unique_ptr<QgsFillSymbol> selectionSymbol(const ModelCard& card)
{
    QString colours =
        QStringLiteral("CASE WHEN \"key\" = %1 THEN %2").arg(overallKey).arg(colourLiteral(Qt::transparent));
    const auto add = [&colours](int key, const QColor& colour) {
        colours +=
            QStringLiteral(" WHEN \"key\" = %1 THEN %2").arg(key).arg(colourLiteral(withAlpha(colour, 235)));
    };
    for (int code = 1; code <= 5; ++code)
        add(keyOf(0, code), colourOfArea(card, 0, code));
    for (const ModelClass& one : card.classes)
        add(keyOf(one.value, 0), colourOfArea(card, one.value, 0));
    colours += QStringLiteral(" ELSE %1 END").arg(colourLiteral(QColor(128, 128, 128, 220)));
    auto fill = std::make_unique<QgsSimpleFillSymbolLayer>();
    fill->setDataDefinedProperty(QgsSymbolLayer::Property::FillColor, keptExpression(colours));
    fill->setStrokeColor(QColor(0, 90, 110));
    fill->setStrokeWidth(0.3);
    return std::make_unique<QgsFillSymbol>(QgsSymbolLayerList{fill.release()});
}

std::unique_ptr<QgsFeatureRenderer> slickRenderer(const ModelCard& card)
{
    QgsCategoryList categories;
    for (int code = 1; code <= 5; ++code)
        categories << QgsRendererCategory(keyOf(0, code), areaSymbol(colourOfArea(card, 0, code)).release(),
                                          codeText(code));
    for (const ModelClass& one : card.classes) {
        if (one.oil)
            categories << QgsRendererCategory(keyOf(one.value, 0),
                                              areaSymbol(colourOfArea(card, one.value, 0)).release(),
                                              shownClassName(one.name));
    }
    categories << QgsRendererCategory(overallKey, overallSymbol().release(), SlickLayer::tr("slick"));
    categories << QgsRendererCategory(unseenKey, unseenSymbol().release(), SlickLayer::tr("never seen"));
    categories << QgsRendererCategory(QVariant(), areaSymbol(colourOfArea(card, -1, 0)).release(),
                                      SlickLayer::tr("other class"));
    return std::make_unique<QgsCategorizedSymbolRenderer>(QStringLiteral("key"), categories);
}

const QString layerDefinition = QStringLiteral(
    "MultiPolygon?crs=EPSG:4326&field=id:int8&field=key:integer&field=class_name:string&field=code:integer"
    "&field=area_m2:double&field=decision:string&field=label:string");

}  // namespace

SlickLayer::SlickLayer(SlickStore* store, QObject* parent) : QObject(parent), m_store(store)
{
    m_layer = new QgsVectorLayer(layerDefinition, tr("Slicks"), QStringLiteral("memory"));
    m_layer->setCustomProperty(QStringLiteral("skipMemoryLayersCheck"), true);
    connect(m_store, &SlickStore::reset, this, &SlickLayer::fill);
    connect(m_store, &SlickStore::changed, this, &SlickLayer::update);
    connect(m_store, &SlickStore::selectionChanged, this, &SlickLayer::showSelection);
    connect(m_layer, &QgsVectorLayer::selectionChanged, this, [this] { takeSelection(); });
    setLabelsVisible(true);
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

qint64 SlickLayer::featureId(std::int64_t slickId, std::optional<std::size_t> area) const
{
    const QList<QgsFeatureId> features = m_featuresOfSlick.value(slickId);
    const auto place = area ? static_cast<int>(*area) + 1 : 0;
    return place < features.size() ? features[place] : -1;
}

void SlickLayer::fill()
{
    if (!m_layer)
        return;
    m_layer->dataProvider()->truncate();
    m_featuresOfSlick.clear();
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

QgsFeatureList SlickLayer::featuresOf(const Slick& slick) const
{
    const auto feature = [&](const GroundMultiPolygon& outline, int key, const QString& name, int code,
                             double area, const QString& label) {
        QgsFeature one(m_layer->fields());
        one.setAttributes(QgsAttributes() << static_cast<qlonglong>(slick.id) << key << name << code << area
                                          << decisionName(slick.decision) << label);
        one.setGeometry(toGeometry(outline));
        return one;
    };
    QgsFeatureList features;
    features << feature(slick.overallOutline, overallKey, QString(), 0, slick.measures.overallSquareMetres,
                        QString::number(slick.id));
    for (const AppearanceArea& area : slick.areas)
        features << feature(area.outline, keyOf(area.classValue, area.code), area.className, area.code,
                            area.areaSquareMetres, QString());
    if (slick.measures.unseenSquareMetres > 0)
        features << feature(m_store->unseenPart(slick), unseenKey, QString(), 0,
                            slick.measures.unseenSquareMetres, QString());
    return features;
}

void SlickLayer::update(const std::set<std::int64_t>& ids)
{
    if (!m_layer)
        return;
    QgsFeatureIds gone;
    QgsFeatureList arrived;
    for (std::int64_t id : ids) {
        for (const QgsFeatureId feature : m_featuresOfSlick.take(id)) {
            gone << feature;
            m_slickOfFeature.remove(feature);
        }
        if (const Slick* slick = m_store->find(id))
            arrived << featuresOf(*slick);
    }
    QgsVectorDataProvider* provider = m_layer->dataProvider();
    m_followsStore = true;
    if (!gone.isEmpty()) {
        m_layer->deselect(gone);
        provider->deleteFeatures(gone);
    }
    if (!arrived.isEmpty()) {
        provider->addFeatures(arrived, QgsFeatureSink::FastInsert);
        for (const QgsFeature& feature : arrived) {
            const std::int64_t id = feature.attribute(0).toLongLong();
            m_featuresOfSlick[id] << feature.id();
            m_slickOfFeature.insert(feature.id(), id);
        }
    }
    m_followsStore = false;
    m_layer->updateExtents(true);
    m_layer->triggerRepaint();
    showSelection(m_store->selection());
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
    const std::optional<std::size_t> area = m_store->selectedArea();
    for (std::int64_t id : ids) {
        if (area) {
            features << featureId(id, area);
            continue;
        }
        // What was not seen keeps its mark: it is no area.
        const Slick* slick = m_store->find(id);
        const QList<QgsFeatureId> all = m_featuresOfSlick.value(id);
        const int shapes = slick ? static_cast<int>(slick->areas.size()) + 1 : 0;
        for (const QgsFeatureId feature : all.mid(0, shapes))
            features << feature;
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
    settings.fieldName = QStringLiteral("label");
    QgsTextFormat format;
    format.setSize(9);
    format.setColor(QColor(20, 20, 20));
    QgsTextBufferSettings buffer;
    buffer.setEnabled(true);
    buffer.setSize(0.8);
    format.setBuffer(buffer);
    settings.setFormat(format);
    // Thousands of numbers that lie over each other are read by nobody, and placing them takes seconds.
    QgsLabelThinningSettings thinning;
    thinning.setMinimumFeatureSize(smallestLabelledMillimetres);
    thinning.setLimitNumberLabelsEnabled(true);
    thinning.setMaximumNumberLabels(mostLabels);
    settings.setThinningSettings(thinning);
    m_layer->setLabeling(new QgsVectorLayerSimpleLabeling(settings));
    m_layer->setLabelsEnabled(visible);
    m_layer->triggerRepaint();
}

}  // namespace sheen
