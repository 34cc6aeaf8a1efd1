#pragma once

#include <qgsfeature.h>

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <cstdint>
#include <optional>
#include <set>

#include "data/slick.h"

class QgsVectorLayer;

namespace sheen {

class SlickStore;

/**
 * The slicks as a layer of the map: a memory layer in EPSG:4326 that follows the store slick by slick. Areas
 * have the colour of their appearance; the outline around a slick tells the decision and bears its number.
 * The selection is the store's, both ways. Whoever adds the layer to a project gives it to the project;
 * otherwise it goes with this object.
 */
class SlickLayer : public QObject
{
    Q_OBJECT

public:
    explicit SlickLayer(SlickStore* store, QObject* parent = nullptr);
    ~SlickLayer() override;

    QgsVectorLayer* layer() const;                 //!< nullptr once its project has deleted it
    std::int64_t slickId(qint64 featureId) const;  //!< 0 for none
    /** Of the outline around a slick, or of one of its areas; -1 for none. */
    qint64 featureId(std::int64_t slickId, std::optional<std::size_t> area = std::nullopt) const;

    void setLabelsVisible(bool visible);  //!< each slick's id; on at first

private:
    void fill();
    void update(const std::set<std::int64_t>& ids);
    void takeSelection();
    void showSelection(const std::set<std::int64_t>& ids);
    /** The outline around it first, then its areas in their order, last what of them was not seen. */
    QgsFeatureList featuresOf(const Slick& slick) const;

    SlickStore* m_store;
    QPointer<QgsVectorLayer> m_layer;
    QHash<std::int64_t, QList<qint64>> m_featuresOfSlick;
    QHash<qint64, std::int64_t> m_slickOfFeature;
    bool m_followsStore = false;  //!< the layer's selection is being set from the store's
};

}  // namespace sheen
