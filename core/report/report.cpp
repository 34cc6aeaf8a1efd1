#include "report/report.h"

#include <qgslayoutexporter.h>

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImage>

#include "base/error.h"
#include "base/part_folder.h"
#include "base/whole_file.h"
#include "report_case.h"
#include "report_layout.h"
#include "report_pdf.h"
#include "report_text.h"

namespace sheen {

namespace {

const QString pagesFolder = QStringLiteral("report_pages");
constexpr double pagesDpi = 144;

QString pageFile(int page)
{
    return QStringLiteral("%1/page_%2.png").arg(pagesFolder).arg(page, 3, 10, QLatin1Char('0'));
}

/** Those of an earlier report that had more pages. */
void removeLaterPages(const QDir& folder, int pages)
{
    const QStringList files =
        QDir(folder.filePath(pagesFolder)).entryList({QStringLiteral("page_*.png")}, QDir::Files);
    for (const QString& file : files) {
        const int page = file.mid(5).chopped(4).toInt();
        if (page > pages)
            QFile::remove(folder.filePath(pageFile(page)));
    }
}

QByteArray toPng(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

}  // namespace

void writeReport(const ProductInput& input, const QString& path, const Cancel* cancel)
{
    stopIfCancelled(cancel);
    const QFileInfo info(path);
    const PartFolder parts(info.absolutePath());
    ReportLayout report(input, cancel);
    const PdfTitle title{titleText(input.facts), ReportText::tr("Sheen %1").arg(input.facts.sheenVersion)};
    if (!writePdf(report.layout(), parts.path(info.fileName()), title, cancel))
        throw Error(ReportText::tr("The report \"%1\" could not be written whole. Make room on the disk or "
                                   "choose another folder; an earlier report is kept.")
                        .arg(path));
    stopIfCancelled(cancel);
    parts.publish(info.fileName());
}

void writeReportPages(const ProductInput& input, const QString& folder, const PageListener& listener,
                      const Cancel* cancel)
{
    stopIfCancelled(cancel);
    const QDir target(folder);
    if (!target.mkpath(pagesFolder))
        throw Error(
            ReportText::tr("The folder \"%1\" cannot be made.").arg(target.absoluteFilePath(pagesFolder)));
    ReportLayout report(input, cancel);
    const QgsLayoutExporter exporter(&report.layout());
    const int pages = report.pageCount();
    for (int page = 1; page <= pages; ++page) {
        stopIfCancelled(cancel);
        writeWholeFile(target.filePath(pageFile(page)),
                       toPng(exporter.renderPageToImage(page - 1, QSize(), pagesDpi)));
        if (listener)
            listener(page, pages, pageFile(page));
    }
    removeLaterPages(target, pages);
}

}  // namespace sheen
