#pragma once

#include <QString>

class QgsVectorLayer;

namespace sheen {

/** A layer that lives in memory alone and is filled by the program. `fields`: "&field=frame:integer&…". */
QgsVectorLayer* memoryLayer(const QString& type, int epsg, const QString& fields, const QString& name);

}  // namespace sheen
