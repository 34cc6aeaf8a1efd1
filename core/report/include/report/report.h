#pragma once

#include <QString>
#include <functional>

#include "output/products.h"

namespace sheen {

/**
 * The report as PDF/A-1b from a QGIS print layout: overview map with slicks, scale bar and north arrow; table
 * of slicks; best frame of the largest slicks with its outline; the facts of the run. Needs a QgsApplication,
 * in its thread. Throws Error when it cannot be written or the template is wrong, Error(Cancelled) soon after
 * `cancel` was requested: an earlier report stays.
 */
void writeReport(const ProductInput& input, const QString& path, const Cancel* cancel = nullptr);

/** Is told that a page, from 1, of so many was drawn, and its file, relative to the folder. */
using PageListener = std::function<void(int page, int pages, const QString& file)>;

/**
 * The same pages as pictures, report_pages/page_001.png and on, each under its name as soon as it is whole;
 * what an earlier report had more goes at the end. Throws as writeReport() does.
 */
void writeReportPages(const ProductInput& input, const QString& folder, const PageListener& listener = {},
                      const Cancel* cancel = nullptr);

}  // namespace sheen
