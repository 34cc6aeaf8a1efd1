// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsprintlayout.h>

#include <QString>

#include "base/cancel.h"

namespace sheen {

/** What a document says of itself. */
struct PdfTitle
{
    QString title;
    QString program;  //!< that made it
};

/**
 * Writes all pages of a layout as PDF/A-1b: fonts are embedded, text stays text, colours are sRGB, and
 * nothing shines through, for that standard forbids it: Qt draws a colour that does as if it did not. Returns
 * false where the file cannot be written whole. Throws Error(Cancelled) between two pages.
 */
bool writePdf(QgsPrintLayout& layout, const QString& path, const PdfTitle& title, const Cancel* cancel);

}  // namespace sheen
