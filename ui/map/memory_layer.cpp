#include "ui/map/memory_layer.h"

#include <qgsvectorlayer.h>

namespace sheen {

QgsVectorLayer* memoryLayer(const QString& type, int epsg, const QString& fields, const QString& name)
{
    QgsVectorLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    options.skipCrsValidation = true;
    auto* layer = new QgsVectorLayer(QStringLiteral("%1?crs=EPSG:%2%3").arg(type).arg(epsg).arg(fields), name,
                                     QStringLiteral("memory"), options);
    layer->setReadOnly(true);
    // Some versions warn about losing the content of such layers.
    layer->setCustomProperty(QStringLiteral("skipMemoryLayersCheck"), 1);
    return layer;
}

}  // namespace sheen
