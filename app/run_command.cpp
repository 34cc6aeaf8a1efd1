#include "run_command.h"

#include <chrono>
#include <optional>

#include "application.h"
#include "console.h"
#include "early_options.h"
#include "flight_run.h"
#include "outputs.h"
#include "platform/interruption.h"
#include "run_options.h"

namespace sheen {

ExitStatus runCommand(int& argc, char** argv)
{
    const auto begun = std::chrono::steady_clock::now();
    ExitStatus status = ExitStatus::Done;
    const std::optional<RunOptions> options = parseEarly(argc, argv, status, parseRunOptions);
    if (!options)
        return status;
    const Cancel& cancel = cancelOnSignals();
    ignoreWriteSignals();
    silenceLibraries();
    const Application application(argc, argv, needsQgis(options->products));
    return guarded([&] { return runFlight(*options, {}, begun, cancel); });
}

}  // namespace sheen
