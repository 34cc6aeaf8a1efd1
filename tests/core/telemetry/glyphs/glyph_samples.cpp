// Draws overlays' texts over rough ground in many fonts, finds their glyphs as the reader does, and writes
// what the network for glyphs is trained on.
//   glyph_samples OUT.bin --lines COUNT [--seed NUMBER] [--font NAME]...
// OUT.bin: for each glyph a byte, its index in the network's characters, and glyphCellSide squared bytes, 170
// as bright as the line's strokes.

#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <cmath>
#include <cstdio>
#include <opencv2/imgproc.hpp>

#include "glyphs/glyph_layout.h"
#include "glyphs/glyph_network.h"
#include "glyphs/slashed_zero.h"
#include "support/overlay_rendering.h"

using namespace sheen;
using namespace sheen::test;

namespace {

double logUniform(cv::RNG& random, double low, double high)
{
    return low * std::pow(high / low, random.uniform(0.0, 1.0));
}

/** Digits and what stands between them as a rule, any characters else. */
QString someText(cv::RNG& random)
{
    const QString all = glyphNetworkCharacters();
    const bool anything = random.uniform(0.0, 1.0) < 0.3;
    QString text;
    const int count = random.uniform(4, 12);
    for (int i = 0; i < count; ++i) {
        const double kind = random.uniform(0.0, 1.0);
        if (anything || kind > 0.9)
            text += all[random.uniform(0, int(all.size()))];
        else if (kind > 0.75 && i > 0 && i < count - 1)
            text += QStringLiteral(":.-+")[random.uniform(0, 4)];
        else
            text += QChar('0' + random.uniform(0, 10));
    }
    return text;
}

/** Bright lines and patches, as roads, wakes and surf are. */
void drawScenery(cv::Mat& picture, cv::RNG& random)
{
    const int count = random.uniform(0.0, 1.0) < 0.5 ? 0 : random.uniform(1, 12);
    for (int i = 0; i < count; ++i) {
        const cv::Point a(random.uniform(0, picture.cols), random.uniform(0, picture.rows));
        const cv::Point b = a + cv::Point(random.uniform(-90, 90), random.uniform(-30, 30));
        cv::line(picture, a, b, cv::Scalar::all(random.uniform(90, 235)), random.uniform(1, 5), cv::LINE_AA);
    }
    if (count)
        cv::GaussianBlur(picture, picture, {}, random.uniform(0.5, 2.0));
}

OverlayStyle someStyle(cv::RNG& random, const QStringList& fonts)
{
    OverlayStyle style;
    style.font = fonts[random.uniform(0, int(fonts.size()))];
    style.capitalHeight = logUniform(random, 8.5, 30);
    style.pitch = style.capitalHeight * random.uniform(0.72, 1.05);
    const bool strokes = style.font == "simplex" || style.font == "duplex" || style.font == "complex";
    style.strokeWidth = strokes ? std::max(0.8, style.capitalHeight * random.uniform(0.06, 0.16))
                                : style.capitalHeight * std::max(0.0, random.uniform(-0.06, 0.08));
    style.darkEdge = random.uniform(0.0, 1.0) < 0.4;
    style.slashedZero = random.uniform(0.0, 1.0) < 0.6;
    style.brightness = random.uniform(170, 256);
    return style;
}

cv::Mat someGround(cv::RNG& random, cv::Size size, int number)
{
    SeaStyle sea;
    sea.brightness = random.uniform(30, 150);
    sea.contrast = logUniform(random, 1.5, 14);
    sea.glints = random.uniform(0.0, 1.0) < 0.5 ? 0 : random.uniform(1, 30);
    sea.glintBrightness = random.uniform(100, 220);
    cv::Mat picture = renderedSea(size, number, sea);
    drawScenery(picture, random);
    return picture;
}

/** Blur, interlacing, noise, compression. */
cv::Mat recorded(cv::Mat picture, cv::RNG& random)
{
    if (random.uniform(0.0, 1.0) < 0.5)
        cv::GaussianBlur(picture, picture, {}, logUniform(random, 0.3, 1.3), logUniform(random, 0.3, 0.9));
    if (random.uniform(0.0, 1.0) < 0.5) {
        cv::Mat noise(picture.size(), CV_16SC3);
        random.fill(noise, cv::RNG::NORMAL, 0, random.uniform(1, 9));
        cv::Mat sum;
        picture.convertTo(sum, CV_16SC3);
        sum += noise;
        sum.convertTo(picture, CV_8UC3);
    }
    return random.uniform(0.0, 1.0) < 0.8 ? jpegCompressed(picture, random.uniform(45, 95)) : picture;
}

/** The line's glyphs, where there are as many as characters. */
int writeLine(QFile& out, cv::RNG& random, const QStringList& fonts, int number)
{
    const OverlayStyle style = someStyle(random, fonts);
    const QString text = someText(random);
    const int margin = 20;
    const cv::Size size(int(text.size() * style.pitch) + 4 * margin, int(3.4 * style.capitalHeight));
    cv::Mat picture = someGround(random, size, number);
    OverlayLayout layout;
    OverlayLayout::Field field;
    field.field = OverlayField::PlatformLatitude;
    const double middle = size.height / 2.0 + random.uniform(-0.15, 0.15) * style.capitalHeight;
    const double high = 1.4 * style.capitalHeight;
    field.box = QRectF(0.02, (middle - high / 2) / size.height, 0.96, high / size.height);
    layout.fields = {field};
    drawOverlay(picture, layout, {{field.field, text}}, style);
    picture = recorded(picture, random);

    StrokeSearch search;
    search.box = {field.box.x() * size.width, field.box.y() * size.height, field.box.width() * size.width,
                  field.box.height() * size.height};
    search.capitalHeight = style.capitalHeight * random.uniform(0.9, 1.1);
    StrokeLine line = findStrokeLine(textCrop(picture, search), search);
    if (line.empty())
        return 0;
    tidyGlyphs(line, style.pitch * line.scale);
    if (line.glyphs.size() != std::size_t(text.size()))
        return 0;
    openSlashedZeros(line);
    const QString characters = glyphNetworkCharacters();
    for (int i = 0; i < text.size(); ++i) {
        out.putChar(char(characters.indexOf(text[i])));
        cv::Mat cell;
        glyphCell(line, line.glyphs[std::size_t(i)]).convertTo(cell, CV_8UC1, 170);
        out.write(reinterpret_cast<const char*>(cell.data), glyphCellSide * glyphCellSide);
    }
    return int(text.size());
}

}  // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument("OUT", "file to write");
    parser.addOptions({{"lines", "lines to draw", "count", "20000"},
                       {"seed", "of all that is random", "number", "1"},
                       {"font", "one of those to draw with; may be given again", "name"}});
    parser.addHelpOption();
    parser.process(application);
    QFile out(parser.positionalArguments().value(0));
    if (!out.open(QIODevice::WriteOnly)) {
        std::fprintf(stderr, "%s cannot be written (%s).\n", qPrintable(out.fileName()),
                     qPrintable(out.errorString()));
        return 1;
    }
    QStringList fonts = parser.values("font");
    if (fonts.isEmpty())
        fonts = QStringList{"simplex", "duplex", "matrix"};
    const int seed = parser.value("seed").toInt();
    cv::RNG random{static_cast<std::uint64_t>(seed)};
    int glyphs = 0;
    const int lines = parser.value("lines").toInt();
    for (int i = 0; i < lines; ++i)
        glyphs += writeLine(out, random, fonts, seed * 1000000 + i);
    std::printf("%d glyphs of %d lines\n", glyphs, lines);
    return 0;
}
