#include "run_options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <limits>

#include "base/error.h"
#include "camera/calibration_files.h"
#include "console.h"
#include "kept_facts.h"

namespace sheen {

namespace {

struct RunOptionsText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::RunOptions)
};

[[noreturn]] void wrong(const QString& sentence)
{
    throw Error(sentence, ErrorKind::Usage);
}

int positiveInteger(const QString& text, const char* option)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || value < 1)
        wrong(RunOptionsText::tr("--%1 needs a whole number of at least 1, not \"%2\".")
                  .arg(QLatin1String(option), text));
    return value;
}

/** Two numbers like 100:200, either of which may be left out. False where they are none. */
bool parseNumbers(const QString& text, int& first, int& end)
{
    static const QRegularExpression form(QStringLiteral("^(\\d*):(\\d*)$"));
    const QRegularExpressionMatch match = form.match(text);
    bool firstGood = true;
    bool endGood = true;
    if (!match.captured(1).isEmpty())
        first = match.captured(1).toInt(&firstGood);
    if (!match.captured(2).isEmpty())
        end = match.captured(2).toInt(&endGood);
    return match.hasMatch() && firstGood && endGood && end > first;
}

void parseRange(const QString& text, FrameSelection& selection)
{
    if (!parseNumbers(text, selection.firstFrame, selection.endFrame))
        wrong(RunOptionsText::tr(
                  "--range needs two frame numbers like 100:200 (the second is not included any more), not "
                  "\"%1\".")
                  .arg(text));
}

RunPart parsePart(const QString& text)
{
    RunPart part{0, std::numeric_limits<int>::max() / 2};
    if (!parseNumbers(text, part.first, part.end))
        wrong(RunOptionsText::tr(
                  "--part needs two numbers like 100:200, counted among the frames that are run, not \"%1\".")
                  .arg(text));
    return part;
}

void addOptions(QCommandLineParser& parser, const RunSyntax& syntax)
{
    const auto add = [&](const char* name, const QString& description, const char* value) {
        if (!syntax.without.contains(QString::fromLatin1(name)))
            parser.addOption({QString::fromLatin1(name), description, QString::fromLatin1(value)});
    };
    const auto addFlag = [&](const char* name, const QString& description) {
        if (!syntax.without.contains(QString::fromLatin1(name)))
            parser.addOption({QString::fromLatin1(name), description});
    };
    add("out", syntax.outHelp, "DIR");
    add("model", RunOptionsText::tr("TorchScript or ONNX model; the one that ships with Sheen unless given."),
        "FILE");
    add("classes",
        RunOptionsText::tr(
            "Other names, colours, codes or kinds for the model's classes: JSON as in its card."),
        "FILE");
    for (const Setting<RunSettings>& setting : runSettingList()) {
        if (!setting.option.isEmpty())
            parser.addOption({setting.option, setting.help(), setting.placeholder});
    }
    add("range", RunOptionsText::tr("Frame numbers from A up to, but without, B."), "A:B");
    add("units",
        RunOptionsText::tr("Units that the table's names do not say, like \"Altitude=ft,Range=km\"."),
        "LIST");
    add("columns",
        RunOptionsText::tr("What columns of the table mean, like \"Breite=latitude,Kurs=heading\"."), "LIST");
    add("calibration",
        RunOptionsText::tr("Lens and mounting of the turret: a calibration's name, or its file."),
        "CALIBRATION");
    add("device", RunOptionsText::tr("auto, cpu, cuda or cuda:n."), "DEVICE");
    add("threads", RunOptionsText::tr("Threads to use; as many as the machine has unless given."), "N");
    add("products",
        RunOptionsText::tr(
            "From "
            "masks,frames,mosaic,shapefile,gpkg,geojson,kml,report,csv,messages,gpx,ships,project,evidence,"
            "klv; all but frames, evidence and klv unless given."),
        "LIST");
    add("mosaic", RunOptionsText::tr("Which frame shows a place that several saw: sharpest or newest."),
        "ORDER");
    add("facts",
        RunOptionsText::tr(
            "What a person knows of the flight (organisation, wind, source, ...) as JSON; kept in the "
            "workspace."),
        "FILE");
    add("ais",
        RunOptionsText::tr(
            "AIS of the ships around, as a table or !AIVDM sentences; may be given several times, kept in "
            "the workspace."),
        "FILE");
    add("part",
        RunOptionsText::tr(
            "Only a part, counted among the frames that are run; sheen archive joins parts to a flight."),
        "A:B");
    addFlag("anew", RunOptionsText::tr(
                        "All stages, also those that an earlier run has done with the same settings."));
    addFlag("json", RunOptionsText::tr("Progress as one JSON object a line on stdout."));
    addFlag("quiet", RunOptionsText::tr("Nothing on stderr but errors."));
    parser.addOptions(syntax.options);
}

/** The workspace keeps a file's path, to be found from anywhere. */
void makeAbsolute(QString& path)
{
    if (const QFileInfo file(path); file.isFile())
        path = file.absoluteFilePath();
}

/** Also of an option that the command does not have. */
bool isGiven(const QCommandLineParser& parser, const char* option)
{
    return parser.optionNames().contains(QString::fromLatin1(option));
}

void readSettings(const QCommandLineParser& parser, RunSettings& settings)
{
    for (const Setting<RunSettings>& setting : runSettingList()) {
        if (!setting.option.isEmpty() && parser.isSet(setting.option))
            setting.assign(settings, setting.parse(parser.value(setting.option)));
    }
    if (settings.selection.everySeconds && settings.selection.stride)
        wrong(RunOptionsText::tr("--every and --stride both say which frames: give one of them."));
    if (isGiven(parser, "range"))
        parseRange(parser.value(QStringLiteral("range")), settings.selection);
    makeAbsolute(settings.telemetry);
    makeAbsolute(settings.track.elevationFile);
    if (parser.isSet(QStringLiteral("calibration")))
        settings.track.calibration = loadCalibration(parser.value(QStringLiteral("calibration")));
}

/** "Altitude=ft,Slant Range=km"; the option may be given more than once. */
std::map<QString, QString> assignments(const QCommandLineParser& parser, const char* option)
{
    std::map<QString, QString> result;
    const QStringList given =
        parser.values(QString::fromLatin1(option)).join(QLatin1Char(',')).split(QLatin1Char(','));
    for (const QString& part : given) {
        const auto equals = part.lastIndexOf(QLatin1Char('='));
        const QString name = part.left(equals).trimmed();
        const QString value = part.mid(equals + 1).trimmed();
        if (equals <= 0 || name.isEmpty() || value.isEmpty())
            wrong(RunOptionsText::tr(
                      "--%1 needs a column's name and what it is, like \"Altitude=ft\", not \"%2\".")
                      .arg(QLatin1String(option), part));
        result[name] = value;
    }
    return result;
}

RunOptions readOptions(const QCommandLineParser& parser, const RunSyntax& syntax)
{
    RunOptions options;
    const QStringList positional = operands(parser);
    if (positional.size() != 1)
        wrong(positional.isEmpty()
                  ? syntax.withoutOperand
                  : RunOptionsText::tr("sheen %1 takes one %2, but \"%3\" was given as well.")
                        .arg(syntax.command, syntax.operand, positional.value(1)));
    options.flight = positional.first();
    options.outputFolder = parser.value(QStringLiteral("out"));
    if (options.outputFolder.isEmpty() && syntax.outRequired)
        wrong(RunOptionsText::tr("sheen %1 needs --out with the folder to write to.").arg(syntax.command));
    options.model = parser.value(QStringLiteral("model"));
    if (!options.model.isEmpty())
        options.modelAcceptance = QStringLiteral("command line");
    options.classesFile = parser.value(QStringLiteral("classes"));
    const auto valueOr = [&parser](const char* name, const QString& otherwise) {
        const QString key = QString::fromLatin1(name);
        return parser.isSet(key) ? parser.value(key) : otherwise;
    };
    options.device = valueOr("device", options.device);
    readSettings(parser, options.settings);
    if (parser.isSet(QStringLiteral("units")))
        options.settings.table.units = assignments(parser, "units");
    if (parser.isSet(QStringLiteral("columns")))
        options.settings.table.meanings = assignments(parser, "columns");
    if (parser.isSet(QStringLiteral("threads")))
        options.threads = positiveInteger(parser.value(QStringLiteral("threads")), "threads");
    options.products = parser.isSet(QStringLiteral("products"))
                           ? parseProducts(parser.value(QStringLiteral("products")))
                           : defaultProducts();
    if (options.products.count(Product::Training) > 0)
        wrong(RunOptionsText::tr(
            "Training tiles are made of what was marked and decided after a run: write them with "
            "sheen export."));
    options.mosaicOrder = parseMosaicOrder(valueOr("mosaic", QStringLiteral("sharpest")));
    if (parser.isSet(QStringLiteral("facts")))
        options.facts = EnteredFacts::fromFile(parser.value(QStringLiteral("facts")));
    if (isGiven(parser, "ais"))
        options.ais = readableFiles(parser.values(QStringLiteral("ais")));
    if (isGiven(parser, "part"))
        options.part = parsePart(parser.value(QStringLiteral("part")));
    options.anew = isGiven(parser, "anew");
    options.json = parser.isSet(QStringLiteral("json"));
    options.quiet = parser.isSet(QStringLiteral("quiet"));
    return options;
}

}  // namespace

void selectByDefault(FrameSelection& selection)
{
    if (!selection.stride && !selection.everySeconds)
        selection.everySeconds = 0.5;
}

std::optional<RunOptions> parseRunOptions(const RunSyntax& syntax, const QStringList& arguments,
                                          ExitStatus& status)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(syntax.description);
    parser.addPositionalArgument(syntax.command, QString(), syntax.command);
    parser.addPositionalArgument(syntax.operand, syntax.operandHelp);
    addOptions(parser, syntax);
    if (!parseCommandLine(parser, arguments, status))
        return std::nullopt;
    std::optional<RunOptions> options;
    status = guarded([&] {
        options = readOptions(parser, syntax);
        if (syntax.read)
            syntax.read(parser);
        return ExitStatus::Done;
    });
    if (status != ExitStatus::Done)
        options.reset();
    return options;
}

}  // namespace sheen
