#include "run_options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <cmath>

#include "base/error.h"
#include "camera/calibration_files.h"
#include "console.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::RunOptions)
};

[[noreturn]] void wrong(const QString& sentence)
{
    throw Error(sentence, ErrorKind::Usage);
}

double positiveNumber(const QString& text, const char* option, bool zeroToo = false)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || !std::isfinite(value) || value < 0 || (value == 0 && !zeroToo))
        wrong((zeroToo ? Text::tr("--%1 needs a number of at least 0, not \"%2\".")
                       : Text::tr("--%1 needs a number greater than 0, not \"%2\"."))
                  .arg(QLatin1String(option), text));
    return value;
}

int positiveInteger(const QString& text, const char* option)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || value < 1)
        wrong(Text::tr("--%1 needs a whole number of at least 1, not \"%2\".")
                  .arg(QLatin1String(option), text));
    return value;
}

void parseRange(const QString& text, FrameSelection& selection)
{
    static const QRegularExpression form(QStringLiteral("^(\\d*):(\\d*)$"));
    const QRegularExpressionMatch match = form.match(text);
    bool firstGood = true;
    bool endGood = true;
    if (!match.captured(1).isEmpty())
        selection.firstFrame = match.captured(1).toInt(&firstGood);
    if (!match.captured(2).isEmpty())
        selection.endFrame = match.captured(2).toInt(&endGood);
    if (!match.hasMatch() || !firstGood || !endGood || selection.endFrame <= selection.firstFrame)
        wrong(Text::tr(
                  "--range needs two frame numbers like 100:200 (the second is not included any more), not "
                  "\"%1\".")
                  .arg(text));
}

void addOptions(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* name, const QString& description, const char* value) {
        parser.addOption({QString::fromLatin1(name), description, QString::fromLatin1(value)});
    };
    const auto addFlag = [&parser](const char* name, const QString& description) {
        parser.addOption({QString::fromLatin1(name), description});
    };
    add("out", Text::tr("Folder that everything is written to; made where it is missing."), "DIR");
    add("model", Text::tr("TorchScript or ONNX model; the one that ships with Sheen unless given."), "FILE");
    add("classes",
        Text::tr("Other names, colours, codes or kinds for the model's classes: JSON as in its card."),
        "FILE");
    add("every", Text::tr("Seconds from one frame to the next."), "SECONDS");
    add("stride",
        Text::tr("Every Nth frame. Without --every and --stride: all frames of a folder, two a second of "
                 "a video."),
        "N");
    add("range", Text::tr("Frame numbers from A up to, but without, B."), "A:B");
    add("telemetry", Text::tr("auto, overlay, klv, exif, or a table beside the recording (CSV, SRT)."),
        "SOURCE");
    add("units", Text::tr("Units that the table's names do not say, like \"Altitude=ft,Range=km\"."), "LIST");
    add("columns", Text::tr("What columns of the table mean, like \"Breite=latitude,Kurs=heading\"."),
        "LIST");
    add("telemetry-shift", Text::tr("Seconds added to the table's times."), "SECONDS");
    add("hfov", Text::tr("Horizontal field of view, where table or pictures do not tell it."), "DEGREES");
    add("overlay", Text::tr("auto, the name of a layout, or a layout file."), "LAYOUT");
    add("calibration", Text::tr("Lens and mounting of the turret: a calibration's name, or its file."),
        "CALIBRATION");
    add("track",
        Text::tr("smooth (unless given), interpolate or hold: how telemetry is completed over time."), "HOW");
    add("zone", Text::tr("Zone of the overlay's clock in hours ahead of UTC, instead of the one displayed."),
        "HOURS");
    add("clock-shift", Text::tr("Seconds that are added to the overlay's clock."), "SECONDS");
    add("altitude-reference",
        Text::tr(
            "auto (as the telemetry says; an overlay means sea level), msl or ellipsoid: what altitudes are "
            "counted from."),
        "REFERENCE");
    add("elevation",
        Text::tr("Heights of the land, a raster in any coordinate system; without it all is sea."), "FILE");
    add("time-filter",
        Text::tr(
            "Frames so many seconds apart are compared, which removes flicker; 0: none (%1 unless given).")
            .arg(RunSettings().timeFilterSeconds),
        "SECONDS");
    add("crs", Text::tr("Of the rasters: auto (the flight's UTM zone) or EPSG:n."), "CRS");
    add("device", Text::tr("auto, cpu, cuda or cuda:n."), "DEVICE");
    add("threads", Text::tr("Threads to use; as many as the machine has unless given."), "N");
    add("products",
        Text::tr("From masks,frames,mosaic,shapefile,gpkg,geojson,kml,report,csv; all but frames unless "
                 "given."),
        "LIST");
    add("mosaic", Text::tr("Which frame shows a place that several saw: sharpest or newest."), "ORDER");
    add("interval", Text::tr("Seconds between the frames of a folder without times."), "SECONDS");
    add("stream", Text::tr("Which video of a file with several, by its number."), "N");
    add("smallest", Text::tr("Smallest slick that is kept, in m2 (25 unless given)."), "M2");
    addFlag("json", Text::tr("Progress as one JSON object a line on stdout."));
    addFlag("quiet", Text::tr("Nothing on stderr but errors."));
}

void readSelection(const QCommandLineParser& parser, FrameSelection& selection)
{
    if (parser.isSet(QStringLiteral("every")))
        selection.everySeconds = positiveNumber(parser.value(QStringLiteral("every")), "every");
    if (parser.isSet(QStringLiteral("stride")))
        selection.stride = positiveInteger(parser.value(QStringLiteral("stride")), "stride");
    if (selection.everySeconds && selection.stride)
        wrong(Text::tr("--every and --stride both say which frames: give one of them."));
    if (parser.isSet(QStringLiteral("range")))
        parseRange(parser.value(QStringLiteral("range")), selection);
    if (parser.isSet(QStringLiteral("stream")))
        selection.videoStream = positiveInteger(parser.value(QStringLiteral("stream")), "stream");
    if (parser.isSet(QStringLiteral("interval")))
        selection.folderIntervalSeconds =
            positiveNumber(parser.value(QStringLiteral("interval")), "interval");
}

double number(const QString& text, const char* option, double farthest)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || !std::isfinite(value) || std::abs(value) > farthest)
        wrong(Text::tr("--%1 needs a number from -%2 to %2, not \"%3\".")
                  .arg(QLatin1String(option))
                  .arg(farthest, 0, 'f', 0)
                  .arg(text));
    return value;
}

void readTrack(const QCommandLineParser& parser, TrackSettings& track)
{
    if (parser.isSet(QStringLiteral("track"))) {
        const QString name = parser.value(QStringLiteral("track"));
        const std::optional<Completion> completion = completionFromName(name);
        if (!completion)
            wrong(Text::tr("--track is smooth, interpolate or hold, not \"%1\".").arg(name));
        track.completion = *completion;
    }
    constexpr double farthestZone = 14;
    constexpr double longestShift = 1e9;
    if (parser.isSet(QStringLiteral("zone")))
        track.clockZoneHours = number(parser.value(QStringLiteral("zone")), "zone", farthestZone);
    if (parser.isSet(QStringLiteral("clock-shift")))
        track.clockShiftSeconds =
            number(parser.value(QStringLiteral("clock-shift")), "clock-shift", longestShift);
    if (parser.isSet(QStringLiteral("altitude-reference"))) {
        const QString name = parser.value(QStringLiteral("altitude-reference"));
        const std::optional<AltitudeReference> reference = altitudeReferenceFromName(name);
        if (!reference)
            wrong(Text::tr("--altitude-reference is auto, msl or ellipsoid, not \"%1\".").arg(name));
        track.altitudeReference = *reference;
    }
    if (parser.isSet(QStringLiteral("elevation"))) {
        // The workspace keeps it, to be found from anywhere.
        const QFileInfo file(parser.value(QStringLiteral("elevation")));
        track.elevationFile = file.exists() ? file.absoluteFilePath() : file.filePath();
    }
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
            wrong(Text::tr("--%1 needs a column's name and what it is, like \"Altitude=ft\", not \"%2\".")
                      .arg(QLatin1String(option), part));
        result[name] = value;
    }
    return result;
}

void readTableSettings(const QCommandLineParser& parser, TableSettings& table)
{
    if (parser.isSet(QStringLiteral("units")))
        table.units = assignments(parser, "units");
    if (parser.isSet(QStringLiteral("columns")))
        table.meanings = assignments(parser, "columns");
    if (parser.isSet(QStringLiteral("telemetry-shift"))) {
        constexpr double longestShift = 1e9;
        table.shiftSeconds =
            number(parser.value(QStringLiteral("telemetry-shift")), "telemetry-shift", longestShift);
    }
    if (parser.isSet(QStringLiteral("hfov"))) {
        table.horizontalFovDegrees = positiveNumber(parser.value(QStringLiteral("hfov")), "hfov");
        if (*table.horizontalFovDegrees >= 180)
            wrong(Text::tr("--hfov needs an angle below 180 degrees."));
    }
}

RunOptions readOptions(const QCommandLineParser& parser)
{
    RunOptions options;
    const QStringList positional = operands(parser);
    if (positional.size() != 1)
        wrong(positional.isEmpty()
                  ? Text::tr("sheen run needs a flight: a video, a folder of frames or a workspace.")
                  : Text::tr("sheen run takes one flight, but \"%1\" was given as well.")
                        .arg(positional.value(1)));
    options.flight = positional.first();
    options.outputFolder = parser.value(QStringLiteral("out"));
    if (options.outputFolder.isEmpty())
        wrong(Text::tr("sheen run needs --out with the folder to write to."));
    options.model = parser.value(QStringLiteral("model"));
    if (!options.model.isEmpty())
        options.modelAcceptance = QStringLiteral("command line");
    options.classesFile = parser.value(QStringLiteral("classes"));
    const auto valueOr = [&parser](const char* name, const QString& otherwise) {
        const QString key = QString::fromLatin1(name);
        return parser.isSet(key) ? parser.value(key) : otherwise;
    };
    options.device = valueOr("device", options.device);
    readSelection(parser, options.settings.selection);
    options.settings.telemetry = valueOr("telemetry", options.settings.telemetry);
    // The workspace keeps it, to be found from anywhere.
    if (const QFileInfo table(options.settings.telemetry); table.isFile())
        options.settings.telemetry = table.absoluteFilePath();
    readTableSettings(parser, options.settings.table);
    options.settings.overlay = valueOr("overlay", options.settings.overlay);
    readTrack(parser, options.settings.track);
    if (parser.isSet(QStringLiteral("time-filter")))
        options.settings.timeFilterSeconds =
            positiveNumber(parser.value(QStringLiteral("time-filter")), "time-filter", true);
    options.settings.crs = valueOr("crs", options.settings.crs);
    if (parser.isSet(QStringLiteral("calibration")))
        options.settings.track.calibration = loadCalibration(parser.value(QStringLiteral("calibration")));
    if (parser.isSet(QStringLiteral("threads")))
        options.threads = positiveInteger(parser.value(QStringLiteral("threads")), "threads");
    if (parser.isSet(QStringLiteral("smallest")))
        options.settings.merge.smallestAreaSquareMetres =
            positiveNumber(parser.value(QStringLiteral("smallest")), "smallest", true);
    options.products = parser.isSet(QStringLiteral("products"))
                           ? parseProducts(parser.value(QStringLiteral("products")))
                           : defaultProducts();
    options.mosaicOrder = parseMosaicOrder(valueOr("mosaic", QStringLiteral("sharpest")));
    options.json = parser.isSet(QStringLiteral("json"));
    options.quiet = parser.isSet(QStringLiteral("quiet"));
    return options;
}

}  // namespace

std::optional<RunOptions> parseRunOptions(const QStringList& arguments, ExitStatus& status)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Runs the pipeline on a flight without a window."));
    parser.addPositionalArgument(QStringLiteral("run"), QString(), QStringLiteral("run"));
    parser.addPositionalArgument(QStringLiteral("FLIGHT"),
                                 Text::tr("A video file, a folder of frames, or a workspace."));
    addOptions(parser);
    if (!parseCommandLine(parser, arguments, status))
        return std::nullopt;
    std::optional<RunOptions> options;
    status = guarded([&] {
        options = readOptions(parser);
        return ExitStatus::Done;
    });
    return options;
}

}  // namespace sheen
