// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QTemporaryDir>

#include "base/cancel.h"
#include "output/products.h"
#include "report_pages.h"

namespace sheen {

/** All pages of a report, laid out, to be written as PDF or drawn as pictures. */
class ReportLayout
{
public:
    static constexpr double resolutionDpi = 200;

    /** Throws Error(Unreadable) where the template is wrong, Error(Cancelled) soon after `cancel`. */
    ReportLayout(const ProductInput& input, const Cancel* cancel);

    QgsPrintLayout& layout() { return m_layout; }
    int pageCount() const { return m_pages.count(); }

private:
    const QTemporaryDir m_pictures;  //!< read when the pages are drawn
    QgsProject m_project;
    QgsPrintLayout m_layout;
    ReportPages m_pages;
};

/** Throws Error(Cancelled) where it was requested. */
void stopIfCancelled(const Cancel* cancel);

}  // namespace sheen
