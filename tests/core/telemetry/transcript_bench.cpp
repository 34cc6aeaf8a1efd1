// Draws the overlay of a real recording, typed off by hand, over a rendered sea, and reads it back.
//   transcript_bench [transcript.csv] [ROWS] [-v]
// The transcript is that of the repository MickWest/sitrec; cells that are empty or break the grammar are
// left out.

#include <QFile>
#include <QGuiApplication>
#include <algorithm>
#include <cstdio>

#include "core/data/resources.h"
#include "core/telemetry/overlay_grammar.h"
#include "tests/core/telemetry/overlay_score.h"

using namespace sheen;
using namespace sheen::test;
using F = OverlayField;

namespace {

const QChar degreeSign(0x00B0);

using Row = std::map<QString, QString>;

std::vector<Row> readRows(QFile& file)
{
    QString text = QString::fromUtf8(file.readAll());
    text.remove(QChar(QChar::ByteOrderMark));
    const QStringList lines = text.split(QLatin1Char('\n'));
    const QStringList header = lines.value(0).trimmed().split(QLatin1Char(','));
    std::vector<Row> rows;
    for (int i = 1; i < lines.size(); ++i) {
        const QStringList cells = lines[i].trimmed().split(QLatin1Char(','));
        if (cells.size() != header.size())
            continue;
        Row row;
        for (int column = 0; column < cells.size(); ++column)
            row[header[column].trimmed()] = cells[column].trimmed();
        rows.push_back(row);
    }
    return rows;
}

/** "1:02:03" of three cells, each but the first of two digits. */
QString sexagesimal(const Row& row, const QString& first, const QString& second, const QString& third)
{
    auto cell = [&row](const QString& name) {
        const auto found = row.find(name);
        return found == row.end() ? QString() : found->second;
    };
    return cell(first).rightJustified(2, QLatin1Char('0')) + QLatin1Char(':') +
           cell(second).rightJustified(2, QLatin1Char('0')) + QLatin1Char(':') +
           cell(third).rightJustified(2, QLatin1Char('0'));
}

/** "26-Apr-13" as the overlay writes it: 26AP2013. */
QString overlayDateText(const QString& cell)
{
    const QStringList parts = cell.split(QLatin1Char('-'));
    return parts.size() == 3 ? parts[0] + parts[1].left(2).toUpper() + QStringLiteral("20") + parts[2]
                             : QString();
}

OverlayTexts textsOf(const Row& row)
{
    auto cell = [&row](const char* name) {
        const auto found = row.find(QString::fromLatin1(name));
        return found == row.end() ? QString() : found->second;
    };
    auto place = [&](const char* axis, const char* letter) {
        const QString name = QString::fromLatin1(axis);
        return sexagesimal(row, name + " Deg", name + " Min", name + " Sec") + cell(letter);
    };
    const OverlayTexts typed = {
        {F::Date, overlayDateText(cell("Date"))},
        {F::Time, sexagesimal(row, "HH", "MM", "SS")},
        {F::Zone, cell("Zone")},
        {F::Sensor, cell("IR")},
        {F::FocalLength, cell("15 -Zoom")},
        {F::PlatformLatitude, place("Lat", "Lat NS")},
        {F::PlatformLongitude, place("Lon", "Lon EW")},
        {F::PlatformHeading, cell("Heading") + degreeSign},
        {F::PlatformAltitude, cell("36 - Altitude") + "FT"},
        {F::TargetElevation, cell("37-TGT Alt") + "FT"},
        {F::TargetBearing, cell("TGT Heading") + degreeSign},
        {F::SlantRange, cell("TGT Dist NM") + "NM"},
        {F::TargetLatitude, place("Tlat", "Tlat NA")},
        {F::TargetLongitude, place("Tlon", "Tlon EW")},
    };
    OverlayTexts texts;
    for (const auto& [field, text] : typed) {
        const auto reading = readByGrammar(field, text);
        if (reading && reading->text == text)
            texts[field] = text;
    }
    return texts;
}

/** In the recording the sea varies by 1.4 to 2.7 grey levels, the land by 14. */
const std::vector<std::pair<const char*, SeaStyle>> seas = {
    {"a sea as in the recording", {105, 2, 0, 0}},
    {"a sea with whitecaps", {105, 3, 150, 150}},
    {"ground as rough as the recording's land", {95, 11, 250, 170}},
};

OverlayScore readBack(const std::vector<Row>& rows, const OverlayLayout& layout, const OverlayStyle& style,
                      const SeaStyle& sea, bool verbose)
{
    const cv::Size size(720, 480);
    OverlayReader reader(layout);
    OverlayScore score;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const OverlayTexts texts = textsOf(rows[i]);
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
    const QString path = arguments.value(
        0, QStringLiteral(SHEEN_SOURCE_DIR "/../shared/data/overlay/mx15d_ir_transcript.csv"));
    const int wanted = std::max(1, arguments.value(1, QStringLiteral("200")).toInt());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "The transcript %s cannot be read (%s). Name the file as the first argument.\n",
                     qPrintable(path), qPrintable(file.errorString()));
        return 1;
    }
    const std::vector<Row> all = readRows(file);
    std::vector<Row> rows;
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
