#include "outputs.h"

#include <QCoreApplication>
#include <QDir>
#include <future>
#include <mutex>
#include <utility>

#include "base/error.h"
#include "evidence_package.h"
#include "report/map_project.h"
#include "report/report.h"

namespace sheen {

namespace {

struct OutputText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Output)
};

void writeAllOutputs(const ProductInput& input, std::set<Product> products, const QString& folder,
                     const Workspace* workspace, ProgressReport& progress, const Cancel* cancel)
{
    const bool report = products.erase(Product::Report) > 0;
    const bool project = products.erase(Product::Project) > 0;
    const bool evidence = products.erase(Product::Evidence) > 0;
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
    step(report, Product::Report,
         [&] { writeReport(input, QDir(folder).filePath(QStringLiteral("report.pdf")), cancel); });
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
    return products.count(Product::Report) > 0 || products.count(Product::Project) > 0 ||
           products.count(Product::Evidence) > 0;
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
