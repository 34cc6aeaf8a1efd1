#include "export_command.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <optional>

#include "application.h"
#include "base/error.h"
#include "console.h"
#include "early_options.h"
#include "export_command_text.h"
#include "kept_facts.h"
#include "output_folder.h"
#include "outputs.h"
#include "placing/elevation.h"
#include "placing/placing_again.h"
#include "platform/interruption.h"
#include "progress_report.h"
#include "recording/find_recording.h"
#include "run/run.h"
#include "tables/summary.h"
#include "training_output.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

struct ExportOptions
{
    QString workspace;
    QString outputFolder;
    QString flight;  //!< empty: where the workspace says
    std::set<Product> products;
    MosaicOrder mosaicOrder = MosaicOrder::Sharpest;
    TrainingTerms terms;
    std::optional<EnteredFacts> facts;  //!< of --facts
    QStringList ais;                    //!< files of --ais
    bool json = false;
    bool quiet = false;
};

ExportOptions readExportOptions(const QCommandLineParser& parser)
{
    ExportOptions options;
    if (operands(parser).size() != 1)
        throw Error(ExportCommandText::tr("sheen export needs one workspace (a sheen.gpkg)."),
                    ErrorKind::Usage);
    options.workspace = operands(parser).first();
    options.outputFolder = parser.value(QStringLiteral("out"));
    if (options.outputFolder.isEmpty())
        throw Error(ExportCommandText::tr("sheen export needs --out with the folder to write to."),
                    ErrorKind::Usage);
    options.flight = parser.value(QStringLiteral("flight"));
    options.products = parser.isSet(QStringLiteral("products"))
                           ? parseProducts(parser.value(QStringLiteral("products")))
                           : defaultProducts();
    if (parser.isSet(QStringLiteral("mosaic")))
        options.mosaicOrder = parseMosaicOrder(parser.value(QStringLiteral("mosaic")));
    options.terms = {parser.value(QStringLiteral("owner")), parser.value(QStringLiteral("licence"))};
    if (parser.isSet(QStringLiteral("facts")))
        options.facts = EnteredFacts::fromFile(parser.value(QStringLiteral("facts")));
    options.ais = readableFiles(parser.values(QStringLiteral("ais")));
    options.json = parser.isSet(QStringLiteral("json"));
    options.quiet = parser.isSet(QStringLiteral("quiet"));
    return options;
}

std::optional<ExportOptions> parseExportOptions(const QStringList& arguments, ExitStatus& status)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        ExportCommandText::tr("Writes the outputs of a workspace again, after review."));
    parser.addPositionalArgument(QStringLiteral("export"), QString(), QStringLiteral("export"));
    parser.addPositionalArgument(QStringLiteral("WORKSPACE"),
                                 ExportCommandText::tr("The sheen.gpkg of a run."));
    parser.addOptions(
        {{QStringLiteral("out"), ExportCommandText::tr("Folder that everything is written to."),
          QStringLiteral("DIR")},
         {QStringLiteral("products"),
          ExportCommandText::tr(
              "From "
              "masks,frames,mosaic,shapefile,gpkg,geojson,kml,report,csv,messages,gpx,ships,project,evidence,"
              "klv,training; all but frames, evidence, klv and training unless given."),
          QStringLiteral("LIST")},
         {QStringLiteral("mosaic"),
          ExportCommandText::tr("Which frame shows a place that several saw: sharpest or newest."),
          QStringLiteral("ORDER")},
         {QStringLiteral("owner"),
          ExportCommandText::tr("Whose pictures they are, for training tiles; \"not stated\" unless given."),
          QStringLiteral("NAME")},
         {QStringLiteral("licence"),
          ExportCommandText::tr(
              "Under which licence others may use training tiles; \"not stated\" unless given."),
          QStringLiteral("NAME")},
         {QStringLiteral("flight"),
          ExportCommandText::tr("The recording, where it lies elsewhere than at the time of the run."),
          QStringLiteral("PATH")},
         {QStringLiteral("facts"),
          ExportCommandText::tr(
              "What a person knows of the flight (organisation, wind, source, ...) as JSON; kept in the "
              "workspace."),
          QStringLiteral("FILE")},
         {QStringLiteral("ais"),
          ExportCommandText::tr(
              "AIS of the ships around, as a table or !AIVDM sentences; may be given several times, kept "
              "in the workspace."),
          QStringLiteral("FILE")},
         {QStringLiteral("json"), ExportCommandText::tr("Progress as one JSON object a line on stdout.")},
         {QStringLiteral("quiet"), ExportCommandText::tr("Nothing on stderr but errors.")}});
    if (!parseCommandLine(parser, arguments, status))
        return std::nullopt;
    std::optional<ExportOptions> options;
    status = guarded([&] {
        options = readExportOptions(parser);
        return ExitStatus::Done;
    });
    return options;
}

/** Nullptr, with a notice, where the recording is not at hand: then products without pictures are made. */
std::unique_ptr<Flight> findFlight(const ExportOptions& options, const RunFacts& facts,
                                   ProgressReport& progress, const Cancel& cancel)
{
    if (!options.flight.isEmpty())
        return openFlightOf(facts, options.flight, &cancel);
    try {
        return openFlightOf(facts, findRecording(facts, options.workspace), &cancel);
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::Cancelled)
            throw;
        progress.notice(error.sentence() + QLatin1Char(' ') +
                        ExportCommandText::tr("Name the recording with --flight to get its pictures too."));
        return nullptr;
    }
}

/** The workspace itself into another folder; one that lies there is moved aside. */
void copyWorkspace(const Workspace& workspace, const QString& folder, ProgressReport& progress)
{
    const QString target = QDir(folder).filePath(QStringLiteral("sheen.gpkg"));
    if (QFileInfo(target).canonicalFilePath() == QFileInfo(workspace.path()).canonicalFilePath())
        return;
    QString movedTo;
    workspace.copyTo(target, &movedTo);
    if (!movedTo.isEmpty())
        progress.notice(
            ExportCommandText::tr("The workspace that lay there was kept as \"%1\".").arg(movedTo));
}

std::unique_ptr<Workspace> openWorkspace(const ExportOptions& options, ProgressReport& progress)
{
    QString keptCopy;
    std::unique_ptr<Workspace> workspace = Workspace::open(options.workspace, &keptCopy);
    if (!keptCopy.isEmpty())
        progress.notice(
            ExportCommandText::tr("The workspace was brought to the format of this version; as it was it was "
                                  "kept as \"%1\".")
                .arg(keptCopy));
    return workspace;
}

ExitStatus write(const ExportOptions& options, ProgressReport& progress, const Cancel& cancel)
{
    if (!QFileInfo::exists(options.workspace) || !Workspace::isWorkspace(options.workspace))
        throw Error(
            ExportCommandText::tr("\"%1\" is no workspace of Sheen. Name the sheen.gpkg that a run wrote.")
                .arg(options.workspace),
            ErrorKind::Unreadable);
    const QString folder = prepareOutputFolder(options.outputFolder);
    RunFacts facts;
    std::vector<FrameRecord> frames;
    std::vector<Slick> slicks;
    const std::unique_ptr<Workspace> workspace = openWorkspace(options, progress);
    facts = workspace->facts();
    frames = workspace->frames();
    setElevation(frames, trackSettingsOf(facts));
    slicks = workspace->slicks();
    if (options.facts)
        keepEnteredFacts(*workspace, *options.facts);
    if (!options.ais.isEmpty())
        keepAisFiles(*workspace, options.ais);
    if (options.products.count(Product::GeoPackage) > 0)
        copyWorkspace(*workspace, folder, progress);
    if (facts.brokenOff)
        progress.notice(ExportCommandText::tr(
                            "The run was broken off after %1 frames: they lie where they were thought to be "
                            "then, and there are no slicks. Finish it with sheen resume.")
                            .arg(facts.framesDone));
    const std::unique_ptr<Flight> flight = findFlight(options, facts, progress, cancel);
    ProductInput input{facts, frames, slicks, flight.get(), options.mosaicOrder, [&workspace](int frame) {
                           return workspace->mask(frame);
                       }};
    const KeptFacts kept = keptFacts(*workspace, flight.get(), options.products, progress, &cancel);
    kept.fill(input);
    const bool whole = writeOutputs(input, options.products, folder, workspace.get(), progress, &cancel);
    if (options.products.count(Product::Training) > 0 && whole)
        writeTraining(*workspace, flight.get(), options.terms, folder, progress, cancel);
    if (!whole || cancel.requested()) {
        printToStderr(
            ExportCommandText::tr("Cancelled; the files that were whole by then lie in \"%1\".").arg(folder));
        return ExitStatus::Cancelled;
    }
    writeSummary(facts, slicks, QDir(folder).filePath(QStringLiteral("summary.json")));
    progress.finished({{QStringLiteral("status"), 0},
                       {QStringLiteral("slicks"), int(slicks.size())},
                       {QStringLiteral("folder"), folder}});
    if (!options.json && !options.quiet)
        printLine(ExportCommandText::tr("%1 slicks written to \"%2\".").arg(slicks.size()).arg(folder));
    return ExitStatus::Done;
}

ExitStatus execute(const ExportOptions& options, const Cancel& cancel)
{
    ProgressReport progress(options.json, options.quiet);
    try {
        return write(options, progress, cancel);
    } catch (const Error& error) {
        progress.failed(error.sentence(), int(error.kind()));
        throw;
    }
}

}  // namespace

ExitStatus exportCommand(int& argc, char** argv)
{
    ExitStatus status = ExitStatus::Done;
    const std::optional<ExportOptions> options = parseEarly(argc, argv, status, parseExportOptions);
    if (!options)
        return status;
    const Cancel& cancel = cancelOnSignals();
    ignoreWriteSignals();
    silenceLibraries();
    const Application application(argc, argv, needsQgis(options->products));
    return guarded([&] { return execute(*options, cancel); });
}

}  // namespace sheen
