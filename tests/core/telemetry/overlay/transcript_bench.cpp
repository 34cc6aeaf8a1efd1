// Draws the overlay of a real recording, typed off by hand, over a rendered sea, and reads it back.
//   transcript_bench [transcript.csv] [ROWS] [-v]

#include <QFile>
#include <QGuiApplication>
#include <algorithm>
#include <cstdio>

#include "base/resources.h"
#include "overlay_score.h"
#include "support/source_folder.h"
#include "transcript.h"

using namespace sheen;
using namespace sheen::test;

namespace {

/** In the recording the sea varies by 1.4 to 2.7 grey levels, the land by 14. */
const std::vector<std::pair<const char*, SeaStyle>> seas = {
    {"a sea as in the recording", {105, 2, 0, 0}},
    {"a sea with whitecaps", {105, 3, 150, 150}},
    {"ground as rough as the recording's land", {95, 11, 250, 170}},
};

OverlayScore readBack(const std::vector<TranscriptRow>& rows, const OverlayLayout& layout,
                      const OverlayStyle& style, const SeaStyle& sea, bool verbose)
{
    const cv::Size size(720, 480);
    OverlayReader reader(layout);
    OverlayScore score;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const OverlayTexts texts = transcriptTexts(rows[i]);
        cv::Mat picture = renderedSea(size, static_cast<int>(i), sea);
        drawOverlay(picture, layout, texts, style);
        Frame frame;
        frame.index = static_cast<int>(i);
        frame.timeSeconds = static_cast<double>(i);
        frame.picture = jpegCompressed(picture, 75);
        score.read(reader, frame, texts, verbose);
    }
    return score;
}

}  // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    cv::setNumThreads(1);  // one core is measured
    QStringList arguments = QGuiApplication::arguments().mid(1);
    const bool verbose = arguments.removeAll(QStringLiteral("-v")) > 0;
    const QString path =
        arguments.value(0, sourcePath(QStringLiteral("../shared/data/overlay/mx15d_ir_transcript.csv")));
    const int wanted = std::max(1, arguments.value(1, QStringLiteral("200")).toInt());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "The transcript %s cannot be read (%s). Name the file as the first argument.\n",
                     qPrintable(path), qPrintable(file.errorString()));
        return 1;
    }
    const std::vector<TranscriptRow> all = readTranscript(file);
    std::vector<TranscriptRow> rows;
    const std::size_t step = std::max<std::size_t>(1, all.size() / static_cast<std::size_t>(wanted));
    for (std::size_t i = 0; i < all.size() && rows.size() < static_cast<std::size_t>(wanted); i += step)
        rows.push_back(all[i]);

    const OverlayLayout layout = loadOverlayLayout(resourcePath(QStringLiteral("overlays/mx-sd.json")));
    for (const char* font : {"simplex", "duplex", "DejaVu Sans Mono"}) {
        OverlayStyle style = styleFor(layout, {720, 480}, QString::fromLatin1(font));
        style.darkEdge = true;
        style.slashedZero = true;
        style.strokeWidth = style.font == QLatin1String("DejaVu Sans Mono") ? 0.3 : 1.5;
        for (const auto& [title, sea] : seas) {
            std::printf("\n%s, bold with a dark edge, over %s, %zu of %zu rows\n", font, title, rows.size(),
                        all.size());
            readBack(rows, layout, style, sea, verbose).print();
        }
    }
    return 0;
}
