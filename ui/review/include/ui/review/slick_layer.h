#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <cstdint>
#include <set>

#include "data/slick.h"

class QgsFeature;
class QgsVectorLayer;

namespace sheen {

class SlickStore;

/**
 * The slicks as a layer of the map: a memory layer in EPSG:4326 that follows the store feature by feature.
 * Colour tells the class (of the model's card), the edge tells the status. The selection is the store's, both
 * ways. Whoever adds the layer to a project gives it to the project; otherwise it goes with this object.
 */
class SlickLayer : public QObject
{
    Q_OBJECT

public:
    explicit SlickLayer(SlickStore* store, QObject* parent = nullptr);
    ~SlickLayer() override;

    QgsVectorLayer* layer() const;                 //!< nullptr once its project has deleted it
    std::int64_t slickId(qint64 featureId) const;  //!< 0 for none
    qint64 featureId(std::int64_t slickId) const;  //!< -1 for none

    void setLabelsVisible(bool visible);  //!< each slick's id; off at first

private:
    void fill();
    void update(const std::set<std::int64_t>& ids);
    void takeSelection();
    void showSelection(const std::set<std::int64_t>& ids);
    QgsFeature featureOf(const Slick& slick) const;

    SlickStore* m_store;
    QPointer<QgsVectorLayer> m_layer;
    QHash<std::int64_t, qint64> m_featureOfSlick;
    QHash<qint64, std::int64_t> m_slickOfFeature;
    bool m_followsStore = false;  //!< the layer's selection is being set from the store's
};

}  // namespace sheen
