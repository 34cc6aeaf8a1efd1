// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_pdf.h"

#include <qgslayoutexporter.h>
#include <qgslayoutitempage.h>
#include <qgslayoutpagecollection.h>
#include <qgslayoutrendercontext.h>

#include <QFile>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include "report_layout.h"

namespace sheen {

namespace {

QPageLayout pageLayoutOf(const QgsPrintLayout& layout, int page)
{
    const QSizeF size = layout.pageCollection()->page(page)->rect().size();  // millimetres, as the layout's
    return {QPageSize(size, QPageSize::Millimeter, QString(), QPageSize::ExactMatch), QPageLayout::Portrait,
            QMarginsF(0, 0, 0, 0), QPageLayout::Millimeter, QMarginsF(0, 0, 0, 0)};
}

/** What has no end was cut off by a full disk. */
bool isWhole(const QString& path)
{
    QFile file(path);
    constexpr qint64 tail = 32;
    return file.open(QIODevice::ReadOnly) && file.size() >= tail && file.seek(file.size() - tail) &&
           file.readAll().contains("%%EOF");
}

}  // namespace

bool writePdf(QgsPrintLayout& layout, const QString& path, const PdfTitle& title, const Cancel* cancel)
{
    QPdfWriter writer(path);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setTitle(title.title);
    writer.setCreator(title.program);
    writer.setResolution(static_cast<int>(layout.renderContext().dpi()));
    writer.setPageLayout(pageLayoutOf(layout, 0));
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    const QgsLayoutExporter exporter(&layout);
    const int count = layout.pageCollection()->pageCount();
    for (int page = 0; page < count; ++page) {
        stopIfCancelled(cancel);
        if (page > 0) {
            writer.setPageLayout(pageLayoutOf(layout, page));
            if (!writer.newPage())
                return false;
        }
        exporter.renderPage(&painter, page);
    }
    painter.end();
    return isWhole(path);
}

}  // namespace sheen
