#include "run_command.h"

#include <chrono>
#include <optional>

#include "application.h"
#include "console.h"
#include "early_options.h"
#include "flight_run.h"
#include "outputs.h"
#include "platform/interruption.h"
#include "run_command_text.h"
#include "run_options.h"

namespace sheen {

namespace {

std::optional<RunOptions> parsedRunOptions(const QStringList& arguments, ExitStatus& status)
{
    RunSyntax syntax;
    syntax.command = QStringLiteral("run");
    syntax.description = RunCommandText::tr("Runs the pipeline on a flight without a window.");
    syntax.operand = QStringLiteral("FLIGHT");
    syntax.operandHelp = RunCommandText::tr("A video file, a folder of frames, or a workspace.");
    syntax.withoutOperand =
        RunCommandText::tr("sheen run needs a flight: a video, a folder of frames or a workspace.");
    syntax.outHelp = RunCommandText::tr("Folder that everything is written to; made where it is missing.");
    return parseRunOptions(syntax, arguments, status);
}

}  // namespace

ExitStatus runCommand(int& argc, char** argv)
{
    const auto begun = std::chrono::steady_clock::now();
    ExitStatus status = ExitStatus::Done;
    const std::optional<RunOptions> options = parseEarly(argc, argv, status, parsedRunOptions);
    if (!options)
        return status;
    const Cancel& cancel = cancelOnSignals();
    ignoreWriteSignals();
    silenceLibraries();
    const Application application(argc, argv, needsQgis(options->products));
    return guarded([&] { return runFlight(*options, {}, begun, cancel); });
}

}  // namespace sheen
