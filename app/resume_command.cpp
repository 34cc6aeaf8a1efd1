#include "resume_command.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <optional>

#include "application.h"
#include "base/error.h"
#include "console.h"
#include "early_options.h"
#include "flight_run.h"
#include "platform/interruption.h"
#include "recording/resuming.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

struct ResumeCommandText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::ResumeCommand)
};

struct ResumeOptions
{
    QString workspace;
    QString flight;    //!< empty: where the workspace says
    QString model;     //!< empty: where the workspace says
    QString products;  //!< empty: those of the run
    QString device = QStringLiteral("auto");
    int threads = 0;
    bool json = false;
    bool quiet = false;
};

ResumeOptions readResumeOptions(const QCommandLineParser& parser)
{
    const auto value = [&parser](const char* name) { return parser.value(QString::fromLatin1(name)); };
    ResumeOptions options;
    if (operands(parser).size() != 1)
        throw Error(ResumeCommandText::tr("sheen resume needs one workspace (a sheen.gpkg)."),
                    ErrorKind::Usage);
    options.workspace = operands(parser).first();
    options.flight = value("flight");
    options.model = value("model");
    options.products = value("products");
    // What is wrong is said before anything is begun.
    if (!options.products.isEmpty() && parseProducts(options.products).count(Product::Training) > 0)
        throw Error(ResumeCommandText::tr(
                        "Training tiles are made of what was marked and decided after a run: write them "
                        "with sheen export."),
                    ErrorKind::Usage);
    if (parser.isSet(QStringLiteral("device")))
        options.device = value("device");
    if (parser.isSet(QStringLiteral("threads"))) {
        bool ok = false;
        options.threads = value("threads").toInt(&ok);
        if (!ok || options.threads < 1)
            throw Error(ResumeCommandText::tr("--threads needs a whole number from 1 on."), ErrorKind::Usage);
    }
    options.json = parser.isSet(QStringLiteral("json"));
    options.quiet = parser.isSet(QStringLiteral("quiet"));
    return options;
}

std::optional<ResumeOptions> parseResumeOptions(const QStringList& arguments, ExitStatus& status)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(ResumeCommandText::tr(
        "Finishes a run that was broken off: what was done is kept, the rest is run in the same way."));
    parser.addPositionalArgument(QStringLiteral("resume"), QString(), QStringLiteral("resume"));
    parser.addPositionalArgument(QStringLiteral("WORKSPACE"),
                                 ResumeCommandText::tr("The sheen.gpkg of the run."));
    parser.addOptions(
        {{QStringLiteral("flight"),
          ResumeCommandText::tr("The recording, where it lies elsewhere than at the time of the run."),
          QStringLiteral("PATH")},
         {QStringLiteral("model"),
          ResumeCommandText::tr("The model that the run was begun with, where its file lies elsewhere."),
          QStringLiteral("FILE")},
         {QStringLiteral("products"),
          ResumeCommandText::tr("What is written beside the workspace; those of the run unless given."),
          QStringLiteral("LIST")},
         {QStringLiteral("device"), ResumeCommandText::tr("auto, cpu, cuda or cuda:n."),
          QStringLiteral("DEVICE")},
         {QStringLiteral("threads"),
          ResumeCommandText::tr("Threads to use; as many as the machine has unless given."),
          QStringLiteral("N")},
         {QStringLiteral("json"), ResumeCommandText::tr("Progress as one JSON object a line on stdout.")},
         {QStringLiteral("quiet"), ResumeCommandText::tr("Nothing on stderr but errors.")}});
    if (!parseCommandLine(parser, arguments, status))
        return std::nullopt;
    std::optional<ResumeOptions> options;
    status = guarded([&] {
        options = readResumeOptions(parser);
        return ExitStatus::Done;
    });
    return options;
}

/** The names of what is written. */
QString productNames(const ResumeOptions& options, const RunFacts& facts)
{
    return options.products.isEmpty() ? facts.settings.value(QStringLiteral("products")).toString()
                                      : options.products;
}

bool wantsQgis(const ResumeOptions& options)
{
    const std::optional<RunFacts> facts = Workspace::factsOf(options.workspace);
    if (!facts)
        return false;
    const QStringList names = productNames(options, *facts).split(QLatin1Char(','));
    for (const Product product : {Product::Report, Product::Project, Product::Evidence}) {
        if (names.contains(productName(product)))
            return true;
    }
    return false;
}

/** What was asked for when the run was begun; a run of the window has its workspace alone. */
std::set<Product> productsOf(const ResumeOptions& options, const RunFacts& facts)
{
    const QString list = productNames(options, facts);
    std::set<Product> products = list.isEmpty() ? std::set<Product>() : parseProducts(list);
    products.insert(Product::GeoPackage);
    return products;
}

ExitStatus resume(const ResumeOptions& options, const RunFacts& facts,
                  std::chrono::steady_clock::time_point begun, const Cancel& cancel)
{
    if (!canBeFinished(facts)) {
        printToStderr(ResumeCommandText::tr("The run of \"%1\" is whole: there is nothing to finish.")
                          .arg(options.workspace));
        return ExitStatus::Done;
    }
    RunOptions run;
    run.flight = options.flight;
    run.outputFolder = QFileInfo(options.workspace).absolutePath();
    run.model = options.model;
    run.modelAcceptance = facts.settings.value(QStringLiteral("model_accepted")).toString();
    run.device = options.device;
    run.threads = options.threads;
    run.settings = RunSettings::fromJson(facts.settings);
    run.products = productsOf(options, facts);
    run.json = options.json;
    run.quiet = options.quiet;
    return runFlight(run, {Workspace::open(options.workspace), facts.model}, begun, cancel);
}

}  // namespace

ExitStatus resumeCommand(int& argc, char** argv)
{
    const auto begun = std::chrono::steady_clock::now();
    ExitStatus status = ExitStatus::Done;
    const std::optional<ResumeOptions> options = parseEarly(argc, argv, status, parseResumeOptions);
    if (!options)
        return status;
    const Cancel& cancel = cancelOnSignals();
    ignoreWriteSignals();
    silenceLibraries();
    const Application application(argc, argv, wantsQgis(*options));
    return guarded([&] {
        // Opening says what is wrong with a file that is none.
        const RunFacts known = Workspace::open(options->workspace)->facts();
        return resume(*options, known, begun, cancel);
    });
}

}  // namespace sheen
