#include "ui/layers/own_layers.h"

#include <QUuid>
#include <algorithm>

#include <qgslayertree.h>
#include <qgsmaplayer.h>
#include <qgsproject.h>

#include "source_layers.h"

namespace sheen {

namespace {

const QString sourceProperty = QStringLiteral("sheen/source");
const QString groupProperty = QStringLiteral("sheen/ownLayers");

QList<QgsMapLayer*> layersUnder(QgsLayerTreeNode* node)
{
    QList<QgsMapLayer*> layers;
    if (QgsLayerTree::isLayer(node)) {
        if (QgsMapLayer* layer = QgsLayerTree::toLayer(node)->layer())
            layers << layer;
        return layers;
    }
    const QList<QgsLayerTreeLayer*> found = QgsLayerTree::toGroup(node)->findLayers();
    for (const QgsLayerTreeLayer* one : found) {
        if (one->layer())
            layers << one->layer();
    }
    return layers;
}

}  // namespace

OwnLayers::OwnLayers(QgsProject& project, QObject* parent)
    : QObject(parent), m_project(project), m_sources(rememberedSources()), m_thread(QStringLiteral("layers"))
{}

OwnLayers::~OwnLayers()
{
    m_thread.stop();
}

void OwnLayers::restore()
{
    for (const MapSource& source : m_sources) {
        if (!source.needsNetwork())
            open(source, false);
    }
}

void OwnLayers::add(MapSource source)
{
    if (source.id.isEmpty())
        source.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    open(source, true);
}

void OwnLayers::show(const QString& id)
{
    const MapSource* source = find(id);
    if (!source || isShown(id))
        return;
    MapSource shown = *source;
    shown.isVisible = true;
    open(shown, false);
}

void OwnLayers::open(const MapSource& source, bool isNew)
{
    if (m_opening.contains(source.id))
        return;
    m_opening.insert(source.id);
    m_thread.post([this, source, isNew] {
        const auto opened = std::make_shared<SourceLayers>(openSource(source));
        QMetaObject::invokeMethod(
            this, [this, source, isNew, opened] { take(source, isNew, *opened); }, Qt::QueuedConnection);
    });
}

void OwnLayers::take(const MapSource& source, bool isNew, SourceLayers& opened)
{
    m_opening.remove(source.id);
    if (!isNew && !find(source.id))
        return;  // forgotten meanwhile
    if (opened.layers.empty()) {
        Q_EMIT failed(opened.sentence);
        Q_EMIT changed();
        return;
    }
    if (isNew)
        m_sources.push_back(source);
    QgsLayerTreeNode* node = insert(source, opened);
    m_nodes.insert(source.id, node);
    node->setCustomProperty(sourceProperty, source.id);
    node->setItemVisibilityChecked(source.isVisible);
    follow(source.id, node);
    remember();
    Q_EMIT added(source.id);
    Q_EMIT changed();
}

/** The group of them all lies right above the world map. */
QgsLayerTreeGroup* OwnLayers::group()
{
    QgsLayerTree* root = m_project.layerTreeRoot();
    const QList<QgsLayerTreeNode*> children = root->children();
    for (QgsLayerTreeNode* child : children) {
        if (QgsLayerTree::isGroup(child) && child->customProperty(groupProperty).toBool())
            return QgsLayerTree::toGroup(child);
    }
    QgsLayerTreeGroup* made = root->insertGroup(std::max(0, int(children.size()) - 1), tr("Own layers"));
    made->setCustomProperty(groupProperty, true);
    return made;
}

/** Files above the maps of servers, which cover everything. */
QgsLayerTreeNode* OwnLayers::insert(const MapSource& source, SourceLayers& opened)
{
    QgsLayerTreeGroup* all = group();
    const int row = source.needsNetwork() ? int(all->children().size()) : 0;
    if (opened.layers.size() == 1) {
        QgsMapLayer* layer = m_project.addMapLayer(opened.layers.front().layer.release(), false);
        QgsLayerTreeLayer* node = all->insertLayer(row, layer);
        node->setExpanded(false);
        return node;
    }
    QgsLayerTreeGroup* node = all->insertGroup(row, source.name);
    for (SourceLayers::One& one : opened.layers) {
        QgsMapLayer* layer = m_project.addMapLayer(one.layer.release(), false);
        QgsLayerTreeLayer* part = node->addLayer(layer);
        part->setExpanded(false);
        part->setItemVisibilityChecked(one.isVisible);
    }
    node->setExpanded(false);
    return node;
}

/** What is changed in the list of layers is remembered. */
void OwnLayers::follow(const QString& id, QgsLayerTreeNode* node)
{
    connect(node, &QgsLayerTreeNode::visibilityChanged, this, [this, id, node] {
        if (MapSource* source = find(id)) {
            source->isVisible = node->itemVisibilityChecked();
            remember();
        }
    });
    connect(node, &QObject::destroyed, this, [this, id] { m_nodes.remove(id); });
    const QList<QgsMapLayer*> layers = layersUnder(node);
    for (QgsMapLayer* layer : layers) {
        connect(layer, &QgsMapLayer::opacityChanged, this, [this, id](double opacity) {
            if (MapSource* source = find(id)) {
                source->opacity = opacity;
                remember();
            }
        });
    }
}

void OwnLayers::remove(const QString& id)
{
    const MapSource* source = find(id);
    if (!source)
        return;
    const bool forgets = !source->needsNetwork();
    takeOff(id);
    if (forgets) {
        m_sources.erase(std::remove_if(m_sources.begin(), m_sources.end(),
                                       [&id](const MapSource& one) { return one.id == id; }),
                        m_sources.end());
        remember();
    }
    Q_EMIT changed();
}

void OwnLayers::takeOff(const QString& id)
{
    QgsLayerTreeNode* node = m_nodes.take(id);
    if (!node)
        return;
    const QList<QgsMapLayer*> layers = layersUnder(node);
    QgsLayerTreeGroup* all = group();
    all->removeChildNode(node);
    for (QgsMapLayer* layer : layers)
        m_project.removeMapLayer(layer);
    if (all->children().isEmpty())
        m_project.layerTreeRoot()->removeChildNode(all);
}

void OwnLayers::setSources(const std::vector<MapSource>& sources)
{
    const auto isIn = [&sources](const MapSource& one) {
        return std::any_of(sources.begin(), sources.end(), [&one](const MapSource& other) {
            return other.id == one.id && other.uri() == one.uri() && other.address == one.address;
        });
    };
    for (const MapSource& one : m_sources) {
        if (!isIn(one))
            takeOff(one.id);
    }
    m_sources = sources;
    for (const MapSource& one : m_sources) {
        if (QgsLayerTreeNode* node = m_nodes.value(one.id))
            node->setName(one.name);
        else if (!one.needsNetwork())
            open(one, false);
    }
    remember();
    Q_EMIT changed();
}

void OwnLayers::remember()
{
    rememberSources(m_sources);
}

MapSource* OwnLayers::find(const QString& id)
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(),
                                    [&id](const MapSource& one) { return one.id == id; });
    return found == m_sources.end() ? nullptr : &*found;
}

QString OwnLayers::sourceOf(QgsLayerTreeNode* node)
{
    for (; node; node = node->parent()) {
        const QString id = node->customProperty(sourceProperty).toString();
        if (!id.isEmpty())
            return id;
    }
    return {};
}

}  // namespace sheen
