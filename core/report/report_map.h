#pragma once

#include <qgsproject.h>

#include <QRectF>

#include "output/products.h"
#include "report_pages.h"

namespace sheen {

/**
 * The overview: slicks by appearance, the sea that was seen, the aircraft's track, coast, scale bar, north
 * arrow, coordinates along the frame, legend, and where on the coast it lies. Without a placed frame or slick
 * a sentence instead. Layers go to the project.
 */
void addOverviewMap(ReportPages& pages, QgsProject& project, const ProductInput& input, const QRectF& where);

}  // namespace sheen
