#include "outputs.h"

#include <QDir>
#include <future>
#include <mutex>

#include "report/report.h"

namespace sheen {

void writeOutputs(const ProductInput& input, std::set<Product> products, const QString& folder,
                  ProgressReport& progress, const Cancel* cancel)
{
    const bool report = products.erase(Product::Report) > 0;
    products.erase(Product::GeoPackage);
    std::mutex mutex;
    const auto tell = [&progress, &mutex](Product product, double share) {
        const std::lock_guard lock(mutex);
        progress.productProgress(product, share);
    };
    // QGIS draws the report on the main thread; all else is written beside it.
    std::future<QStringList> files =
        std::async(std::launch::async, [&] { return writeProducts(input, products, folder, tell, cancel); });
    if (report && !(cancel && cancel->requested())) {
        tell(Product::Report, 0);
        writeReport(input, QDir(folder).filePath(QStringLiteral("report.pdf")));
        tell(Product::Report, 1);
    }
    const QStringList missing = files.get();
    for (const QString& sentence : missing)
        progress.notice(sentence);
}

}  // namespace sheen
