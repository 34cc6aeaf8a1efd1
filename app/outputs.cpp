#include "outputs.h"

#include <QDir>

#include "report/report.h"

namespace sheen {

void writeOutputs(const ProductInput& input, std::set<Product> products, const QString& folder,
                  ProgressReport& progress, const Cancel* cancel)
{
    const bool report = products.erase(Product::Report) > 0;
    products.erase(Product::GeoPackage);
    products.erase(Product::Training);
    const QStringList missing = writeProducts(
        input, products, folder,
        [&progress](Product product, double share) { progress.productProgress(product, share); }, cancel);
    for (const QString& sentence : missing)
        progress.notice(sentence);
    if (report && !(cancel && cancel->requested())) {
        progress.productProgress(Product::Report, 0);
        writeReport(input, QDir(folder).filePath(QStringLiteral("report.pdf")));
        progress.productProgress(Product::Report, 1);
    }
}

}  // namespace sheen
