// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sheen {

// Which pages the report has; remembered for all flights.

/** The analyst's own template (*.qpt); empty: Sheen's pages. */
QString chosenReportTemplate();
void chooseReportTemplate(const QString& path);
/** As `sheen export` takes it. */
QStringList reportTemplateArguments();

}  // namespace sheen
