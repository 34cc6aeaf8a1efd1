#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <vector>

#include "ui/layers/map_source.h"
#include "ui/session/work_thread.h"

class QgsLayerTreeGroup;
class QgsLayerTreeNode;
class QgsProject;

namespace sheen {

struct SourceLayers;

/**
 * Base maps and files of the analyst's own on the map, above the world map and under everything of the
 * flight. What was added is remembered for this user: files are there again at the next start, maps of
 * servers are offered, and asked for only when somebody says so. Opened in the background. Lives in the
 * widgets' thread.
 */
class OwnLayers : public QObject
{
    Q_OBJECT

public:
    explicit OwnLayers(QgsProject& project, QObject* parent = nullptr);
    ~OwnLayers() override;  //!< waits for what is being opened

    /** Shows the files that were added at an earlier time. */
    void restore();
    /** Shows it and remembers it; added() or failed() follows. */
    void add(MapSource source);
    /** Shows what is remembered; asks its server where it is one. */
    void show(const QString& id);
    /** Takes it off the map: a file is forgotten, the map of a server is offered again. */
    void remove(const QString& id);
    /** These in place of those remembered: what is not among them goes off the map, new files come onto it.
     */
    void setSources(const std::vector<MapSource>& sources);

    const std::vector<MapSource>& sources() const { return m_sources; }
    bool isShown(const QString& id) const { return m_nodes.contains(id); }
    /** Of which source a node of the tree is; empty: of none. */
    static QString sourceOf(QgsLayerTreeNode* node);

Q_SIGNALS:
    void added(const QString& id);
    void changed();  //!< sources(), or which of them are on the map
    void failed(const QString& sentence);

private:
    void open(const MapSource& source, bool isNew);
    void take(const MapSource& source, bool isNew, SourceLayers& opened);
    QgsLayerTreeNode* insert(const MapSource& source, SourceLayers& opened);
    void follow(const QString& id, QgsLayerTreeNode* node);
    void takeOff(const QString& id);
    void remember();
    MapSource* find(const QString& id);
    QgsLayerTreeGroup* group();

    QgsProject& m_project;
    std::vector<MapSource> m_sources;
    QHash<QString, QgsLayerTreeNode*> m_nodes;  //!< of the sources on the map
    QSet<QString> m_opening;
    WorkThread m_thread;
};

}  // namespace sheen
