// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sheen {

/**
 * Reads a template of pages (a layout as QGIS saves it, *.qpt) as the report would. Throws Error(Unreadable)
 * with a sentence that names the file and what in it is wrong: no XML, a field that is not known, a map that
 * is missing, something that would be run. Needs no QgsApplication.
 */
void checkReportTemplate(const QString& path);

/**
 * Writes report_template.qpt, our own page one, overview and page of a slick, to begin with. Needs a
 * QgsApplication, in its thread. Throws Error.
 */
void writeReportTemplate(const QString& folder);

}  // namespace sheen
