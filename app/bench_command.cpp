#include "bench_command.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <chrono>
#include <cstdio>
#include <optional>

#include "application.h"
#include "base/error.h"
#include "bench_report.h"
#include "console.h"
#include "early_options.h"
#include "flight_run.h"
#include "platform/interruption.h"
#include "run_options.h"

namespace sheen {

namespace {

struct BenchCommandText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::BenchCommand)
};

std::optional<RunOptions> parsedBenchOptions(const QStringList& arguments, ExitStatus& status)
{
    RunSyntax syntax;
    syntax.command = QStringLiteral("bench");
    syntax.description = BenchCommandText::tr("Runs the pipeline on a flight and tells where the time went.");
    syntax.operand = QStringLiteral("FLIGHT");
    syntax.operandHelp = BenchCommandText::tr("A video file, a folder of frames, or a workspace.");
    syntax.withoutOperand =
        BenchCommandText::tr("sheen bench needs a flight: a video, a folder of frames or a workspace.");
    syntax.outHelp = BenchCommandText::tr("Folder to keep the results in; without it they are thrown away.");
    syntax.outRequired = false;
    syntax.without = QStringList{QStringLiteral("anew"), QStringLiteral("part")};
    return parseRunOptions(syntax, arguments, status);
}

ExitStatus bench(RunOptions options, std::chrono::steady_clock::time_point begun, const Cancel& cancel)
{
    const QTemporaryDir folder;
    if (options.outputFolder.isEmpty()) {
        if (!folder.isValid())
            throw Error(BenchCommandText::tr(
                            "There is no room for the results of the run (%1). Name a folder with --out.")
                            .arg(folder.errorString()));
        options.outputFolder = folder.path();
    }
    const bool json = std::exchange(options.json, false);  // what it prints is the measures alone
    options.quiet = options.quiet || json;
    options.anew = true;
    RunMeasures measures;
    const ExitStatus status = runFlight(options, {}, begun, cancel, &measures);
    if (status == ExitStatus::Cancelled)
        return status;
    if (json)
        printLine(QString::fromUtf8(QJsonDocument(benchJson(measures)).toJson()).trimmed());
    else
        printLine(benchTable(measures));
    return status;
}

}  // namespace

ExitStatus benchCommand(int& argc, char** argv)
{
    const auto begun = std::chrono::steady_clock::now();
    ExitStatus status = ExitStatus::Done;
    const std::optional<RunOptions> options = parseEarly(argc, argv, status, parsedBenchOptions);
    if (!options)
        return status;
    const Cancel& cancel = cancelOnSignals();
    ignoreWriteSignals();
    silenceLibraries();
    const Application application(argc, argv, options->products.count(Product::Report) > 0);
    return guarded([&] { return bench(*options, begun, cancel); });
}

}  // namespace sheen
