// Reads overlays whose texts are known, and prints per field the share that is exactly as shown, and what it
// costs.
//   overlay_bench RECORDING overlay.csv [--every SECONDS] [--layout NAME] [--ablation] [-v]
//   overlay_bench --rendered [--font NAME] [--scene TEXT] [--ablation | --save FOLDER] [-v]
//   overlay_bench --rendered --rough [--measure] [--each COUNT] [--seed NUMBER] [--font NAME] [--scene TEXT]
//     [--save FOLDER] [--write docs/accuracy.md] [-v]
// RECORDING is a video or a folder of frames, overlay.csv the texts that it shows. --rendered draws pictures
// itself, in several fonts and sizes, over calm and rough seas. --ablation does it again without each of the
// steps. --rough draws recordings as they come (rough_recording.h), finds the layout, reads and checks them;
// with the fonts and seeds that the reading was tuned on, or with --measure with six others.

#include <QCommandLineParser>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <cstdio>
#include <functional>
#include <opencv2/imgcodecs.hpp>

#include "base/error.h"
#include "base/resources.h"
#include "flight/flight.h"
#include "overlay_score.h"
#include "rough_table.h"
#include "support/shown_columns.h"

using namespace sheen;
using namespace sheen::test;

namespace {

/** The texts of each frame; none where the overlay is missing. */
std::map<int, OverlayTexts> readShownTexts(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()),
                    ErrorKind::Unreadable);
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    const QStringList header = lines.value(0).trimmed().split(QLatin1Char(','));
    std::map<int, OverlayTexts> frames;
    for (int i = 1; i < lines.size(); ++i) {
        const QStringList cells = lines[i].trimmed().split(QLatin1Char(','));
        if (cells.size() != header.size())
            continue;
        OverlayTexts& texts = frames[cells[0].toInt()];
        if (cells.value(int(header.indexOf(QStringLiteral("visible")))) != QLatin1String("1"))
            continue;
        for (int column = 0; column < cells.size(); ++column) {
            const auto field = fieldOfColumn.find(header[column]);
            if (field != fieldOfColumn.end())
                texts[field->second] = cells[column].trimmed();
        }
    }
    return frames;
}

/** Steps that can be left out, one at a time. */
struct Ablation
{
    const char* title;
    std::function<void(OverlaySteps&)> apply;
};

const std::vector<Ablation> ablations = {
    {"all steps", [](OverlaySteps&) {}},
    {"no least channel", [](OverlaySteps& steps) { steps.leastChannel = false; }},
    {"dark edges not filled", [](OverlaySteps& steps) { steps.darkEdgesFilled = false; }},
    {"no top-hat", [](OverlaySteps& steps) { steps.topHat = false; }},
    {"lines not restored", [](OverlaySteps& steps) { steps.linesRestored = false; }},
    {"ground not steadied", [](OverlaySteps& steps) { steps.groundSteadied = false; }},
    {"texts before forgotten", [](OverlaySteps& steps) { steps.textsBefore = false; }},
    {"no glyph memory", [](OverlaySteps& steps) { steps.glyphMemory = false; }},
    {"unchanged read again", [](OverlaySteps& steps) { steps.unchangedKept = false; }},
};

/** A set of frames with known texts: calls back with each of them. */
struct Material
{
    QString title;
    std::function<void(const std::function<void(const Frame&, const OverlayTexts&)>&)> frames;
    OverlayLayout layout;
};

OverlayScore scored(const Material& material, const OverlaySteps& steps, bool verbose)
{
    OverlayReader reader(material.layout, steps);
    OverlayScore score;
    material.frames(
        [&](const Frame& frame, const OverlayTexts& texts) { score.read(reader, frame, texts, verbose); });
    return score;
}

void printAblation(const std::vector<Material>& materials)
{
    std::printf("%-24s", "exact / wrong %");
    for (const Material& material : materials)
        std::printf(" | %15s", qPrintable(material.title));
    std::printf(" | CPU ms | network %%\n");
    for (const Ablation& ablation : ablations) {
        OverlaySteps steps;
        ablation.apply(steps);
        std::printf("%-24s", ablation.title);
        double milliseconds = 0;
        double networkPercent = 0;
        for (const Material& material : materials) {
            const OverlayScore score = scored(material, steps, false);
            std::printf(" | %7.2f %7.2f", score.exactPercent(), score.wrongPercent());
            std::fflush(stdout);
            milliseconds += score.meanMilliseconds() / static_cast<double>(materials.size());
            networkPercent += score.readPercent() / static_cast<double>(materials.size());
        }
        std::printf(" | %6.1f | %11.1f\n", milliseconds, networkPercent);
    }
}

// ---- recordings ----

OverlayLayout layoutOf(const Flight& flight, const FrameSelection& selection, const QString& name)
{
    if (!name.isEmpty())
        return loadOverlayLayout(resourcePath(QStringLiteral("overlays/%1.json").arg(name)));
    std::vector<Frame> first;
    const auto source = flight.frames(selection);
    while (first.size() < 5) {
        const auto frame = source->next();
        if (!frame)
            break;
        first.push_back(*frame);
    }
    const LayoutMatch match = OverlayReader::recognise(first);
    std::printf("layout %s, score %.3f\n", qPrintable(match.layout.name), match.score);
    if (match.score == 0)
        throw Error(QStringLiteral("No overlay was recognised in the first frames."), ErrorKind::Unreadable);
    return match.layout;
}

Material recording(const QString& path, const QString& csv, double everySeconds, const QString& layout)
{
    const std::shared_ptr<Flight> flight = Flight::open(path);
    const auto shown = std::make_shared<std::map<int, OverlayTexts>>(readShownTexts(csv));
    FrameSelection selection;
    if (everySeconds > 0)
        selection.everySeconds = everySeconds;
    Material material;
    material.title = flight->info().name;
    material.layout = layoutOf(*flight, selection, layout);
    material.frames = [flight, shown, selection](const auto& take) {
        const auto source = flight->frames(selection);
        while (const auto frame = source->next()) {
            if (shown->count(frame->index))
                take(*frame, shown->at(frame->index));
        }
    };
    return material;
}

// ---- rendered pictures ----

struct Scene
{
    const char* title;
    cv::Size size;
    bool highDefinition;
    bool darkEdge;
    bool slashedZero;
    int jpegQuality;  //!< 0: not compressed
    SeaStyle sea;
};

const SeaStyle calm;
const SeaStyle rough = {110, 14, 1500, 190};
const SeaStyle glitter = {120, 18, 4000, 225};
const std::vector<Scene> scenes = {
    {"HD calm", {1280, 720}, true, false, false, 90, calm},
    {"HD rough", {1280, 720}, true, false, true, 80, rough},
    {"HD glitter", {1280, 720}, true, false, true, 80, glitter},
    {"full HD rough", {1920, 1080}, true, false, true, 60, rough},
    {"SD calm", {720, 480}, false, true, true, 60, calm},
    {"SD rough", {720, 480}, false, true, true, 80, rough},
    {"SD 640x480", {640, 480}, false, false, true, 85, calm},
};

Material rendered(const Scene& scene, const QString& font)
{
    Material material;
    material.title = QString::fromLatin1(scene.title);
    material.layout =
        loadOverlayLayout(resourcePath(scene.highDefinition ? QStringLiteral("overlays/mx-hd.json")
                                                            : QStringLiteral("overlays/mx-sd.json")));
    OverlayStyle style = styleFor(material.layout, scene.size, font);
    style.darkEdge = scene.darkEdge;
    style.slashedZero = scene.slashedZero;
    const OverlayLayout layout = material.layout;
    material.frames = [scene, layout, style](const auto& take) {
        constexpr int framesAlike = 3;  // a display changes a few times a second
        for (int i = 0; i < 16 * framesAlike; ++i) {
            const OverlayTexts texts = exampleTexts(i / framesAlike, scene.highDefinition);
            Frame frame;
            frame.index = i;
            frame.timeSeconds = 0.1 * i;
            frame.picture = renderedSea(scene.size, i, scene.sea);
            drawOverlay(frame.picture, layout, texts, style);
            if (scene.jpegQuality > 0)
                frame.picture = jpegCompressed(frame.picture, scene.jpegQuality);
            take(frame, texts);
        }
    };
    return material;
}

QStringList fontsToTry(const QString& wanted)
{
    if (!wanted.isEmpty())
        return {wanted};
    QStringList fonts = {"simplex", "duplex"};
    const QFontDatabase database;
    for (const QString& family : database.families()) {
        if (database.isFixedPitch(family) && database.isSmoothlyScalable(family))
            fonts << family;
    }
    return fonts;
}

/** The first picture of each scene, to look at. */
void saveScenes(const QStringList& fonts, const QString& folder)
{
    for (const QString& font : fonts) {
        for (const Scene& scene : scenes) {
            rendered(scene, font).frames([&](const Frame& frame, const OverlayTexts&) {
                if (frame.index == 0)
                    cv::imwrite(QStringLiteral("%1/%2 %3.png").arg(folder, font, scene.title).toStdString(),
                                frame.picture);
            });
        }
    }
}

void printScenes(const QStringList& fonts, const QString& only, bool verbose)
{
    std::printf("%-22s %-14s %8s %8s %8s %8s\n", "font", "scene", "exact %", "wrong %", "CPU ms", "netw. %");
    for (const QString& font : fonts) {
        for (const Scene& scene : scenes) {
            if (!QString::fromLatin1(scene.title).contains(only))
                continue;
            const OverlayScore score = scored(rendered(scene, font), {}, verbose);
            std::printf("%-22s %-14s %8.2f %8.2f %8.1f %8.1f\n", qPrintable(font), scene.title,
                        score.exactPercent(), score.wrongPercent(), score.meanMilliseconds(),
                        score.readPercent());
            std::fflush(stdout);
        }
    }
}

/** Which rough recordings are asked for. */
RoughChoice roughChoice(const QCommandLineParser& parser)
{
    RoughChoice choice;
    choice.measuring = parser.isSet("measure");
    choice.font = parser.value("font");
    choice.scene = parser.value("scene");
    choice.saveFolder = parser.value("save");
    choice.verbose = parser.isSet("v");
    if (parser.isSet("each"))
        choice.each = parser.value("each").toInt();
    if (parser.isSet("seed"))
        choice.seed = parser.value("seed").toULongLong();
    return choice;
}

}  // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    cv::setNumThreads(1);  // one core is measured
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument("RECORDING", "video or folder of frames", "RECORDING overlay.csv");
    parser.addOptions({{"every", "frames read, seconds apart", "seconds"},
                       {"layout", "instead of recognising it", "name"},
                       {"rendered", "read pictures drawn for the purpose"},
                       {"rough", "as recorders leave them: moved, stretched, faint, compressed"},
                       {"measure", "rough ones with fonts and seeds that nothing was tuned on"},
                       {"each", "rough recordings of each font and ground", "count"},
                       {"seed", "of the first rough recording", "number"},
                       {"write", "puts the table of rough ones into a page, docs/accuracy.md", "page"},
                       {"save", "the first of the rendered pictures, to look at", "folder"},
                       {"scene", "those of the rendered ones whose title contains this", "text"},
                       {"font", "of rendered pictures", "name"},
                       {"ablation", "once without each step"},
                       {"v", "say what was not read as shown"}});
    parser.process(application);
    const QStringList places = parser.positionalArguments();
    const bool isRendered = parser.isSet("rendered");
    if (!isRendered && places.size() != 2)
        parser.showHelp(2);
    try {
        std::vector<Material> materials;
        if (!isRendered) {
            materials.push_back(
                recording(places[0], places[1], parser.value("every").toDouble(), parser.value("layout")));
        } else if (parser.isSet("ablation")) {
            const QString font = parser.isSet("font") ? parser.value("font") : QStringLiteral("simplex");
            for (const Scene& scene : scenes) {
                if (QString::fromLatin1(scene.title).contains(parser.value("scene")))
                    materials.push_back(rendered(scene, font));
            }
        }
        if (parser.isSet("rough"))
            printRough(roughChoice(parser), parser.value("write"));
        else if (parser.isSet("save"))
            saveScenes(fontsToTry(parser.value("font")), parser.value("save"));
        else if (parser.isSet("ablation"))
            printAblation(materials);
        else if (isRendered)
            printScenes(fontsToTry(parser.value("font")), parser.value("scene"), parser.isSet("v"));
        else
            scored(materials.front(), {}, parser.isSet("v")).print();
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.sentence()));
        return 1;
    }
    return 0;
}
