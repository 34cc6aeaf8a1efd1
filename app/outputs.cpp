#include "outputs.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>
#include <functional>
#include <future>
#include <mutex>
#include <utility>

#include "base/error.h"
#include "data/bookmark.h"
#include "evidence_package.h"
#include "report/map_project.h"
#include "report/report.h"
#include "report/report_template.h"
#include "tables/bookmarks_csv.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

struct OutputText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Output)
};

/** Tells of each page, so that it can be shown before the last is there. */
void writePages(const ProductInput& input, const QString& folder, ProgressReport& progress,
                const std::function<void(double share)>& tell, const Cancel* cancel)
{
    writeReportPages(
        input, folder,
        [&](int page, int pages, const QString& file) {
            progress.event("page", {{QStringLiteral("page"), page},
                                    {QStringLiteral("pages"), pages},
                                    {QStringLiteral("file"), file}});
            tell(static_cast<double>(page) / pages);
        },
        cancel);
}

/** Beside the telemetry; no file where nothing was noted. */
void writeBookmarks(const Workspace& workspace, const std::vector<FrameRecord>& frames, const QString& folder)
{
    const std::vector<Bookmark> bookmarks = bookmarksFromJson(workspace.kept(keptBookmarksName()));
    if (!bookmarks.empty())
        writeBookmarksCsv(bookmarks, frames, QDir(folder).filePath(QStringLiteral("bookmarks.csv")));
}

void writeAllOutputs(const ProductInput& input, std::set<Product> products, const QString& folder,
                     const Workspace* workspace, ProgressReport& progress, const Cancel* cancel)
{
    const bool report = products.erase(Product::Report) > 0;
    const bool project = products.erase(Product::Project) > 0;
    const bool evidence = products.erase(Product::Evidence) > 0;
    const bool pages = products.erase(Product::ReportPages) > 0;
    const bool ownTemplate = products.erase(Product::ReportTemplate) > 0;
    products.erase(Product::GeoPackage);
    products.erase(Product::Training);
    std::mutex mutex;
    const auto tell = [&progress, &mutex](Product product, double share) {
        const std::lock_guard lock(mutex);
        progress.productProgress(product, share);
    };
    const auto step = [&](bool wanted, Product product, auto write) {
        if (!wanted || (cancel && cancel->requested()))
            return;
        tell(product, 0);
        write();
        tell(product, 1);
    };
    // QGIS draws the report on the main thread; the files are written beside it. Project and evidence need
    // them whole.
    std::future<QStringList> files =
        std::async(std::launch::async, [&] { return writeProducts(input, products, folder, tell, cancel); });
    if (products.count(Product::Csv) > 0 && workspace)
        writeBookmarks(*workspace, input.frames, folder);
    step(report, Product::Report,
         [&] { writeReport(input, QDir(folder).filePath(QStringLiteral("report.pdf")), cancel); });
    step(pages, Product::ReportPages, [&] {
        writePages(
            input, folder, progress, [&tell](double share) { tell(Product::ReportPages, share); }, cancel);
    });
    step(ownTemplate, Product::ReportTemplate, [&] { writeReportTemplate(folder); });
    const QStringList missing = files.get();
    for (const QString& sentence : missing)
        progress.notice(sentence);
    step(project, Product::Project, [&] {
        if (!writeMapProject(input, folder))
            progress.notice(OutputText::tr(
                "There is no QGIS project, for there are no layers: it shows the workspace and "
                "the mosaics of the same folder."));
    });
    step(evidence, Product::Evidence, [&] {
        if (workspace)
            writeEvidence(input, *workspace, folder, progress, cancel);
    });
}

}  // namespace

bool needsQgis(const std::set<Product>& products)
{
    return std::any_of(products.begin(), products.end(), [](Product product) {
        return product == Product::Report || product == Product::ReportPages ||
               product == Product::ReportTemplate || product == Product::Project ||
               product == Product::Evidence;
    });
}

bool writeOutputs(const ProductInput& input, std::set<Product> products, const QString& folder,
                  const Workspace* workspace, ProgressReport& progress, const Cancel* cancel)
{
    try {
        writeAllOutputs(input, std::move(products), folder, workspace, progress, cancel);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Cancelled)
            throw;
        return false;
    }
    return !(cancel && cancel->requested());
}

}  // namespace sheen
