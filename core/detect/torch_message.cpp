#include "torch_message.h"

#include <c10/util/Exception.h>
#include <torch/version.h>

#include <QRegularExpression>
#include <QStringList>
#include <opencv2/core.hpp>

#include "detector_text.h"

namespace sheen {

QString usefulLine(const QString& text)
{
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QString line = lines.value(0).trimmed();
    // The interpreter puts its traceback first and the error itself at the end.
    static const QRegularExpression named(QStringLiteral("^\\s*\\w*(Error|Exception):\\s*(.+)$"));
    for (const QString& candidate : lines) {
        const QRegularExpressionMatch match = named.match(candidate);
        if (match.hasMatch()) {
            line = match.captured(2).trimmed();
            break;
        }
    }
    static const QRegularExpression place(QStringLiteral("\\s*\\(\\S+ at [^)]*\\)\\s*$"));
    line.remove(place);
    static const QRegularExpression check(QStringLiteral("^\\[enforce fail at [^\\]]*\\]\\s*\\.?\\s*"));
    line.remove(check);
    line.replace(QLatin1Char('"'), QLatin1Char('\''));
    while (line.endsWith(QLatin1Char('.')))
        line.chop(1);
    constexpr int longest = 200;
    if (line.size() > longest)
        line = line.left(longest) + QStringLiteral("...");
    return line;
}

QString usefulLine(const std::exception& error)
{
    if (const auto* torchError = dynamic_cast<const c10::Error*>(&error))
        return usefulLine(QString::fromUtf8(torchError->what_without_backtrace()));
    if (const auto* cvError = dynamic_cast<const cv::Exception*>(&error))
        return usefulLine(QString::fromStdString(cvError->err));
    return usefulLine(QString::fromUtf8(error.what()));
}

QString adviceOnNewerTorch()
{
    return DetectorText::tr(
               "Export the network again with PyTorch %1, or as ONNX: packaging/export does both.")
        .arg(QStringLiteral(TORCH_VERSION).section(QLatin1Char('.'), 0, 1));
}

}  // namespace sheen
