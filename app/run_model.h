#pragma once

#include <optional>

#include "detect/model_file.h"
#include "run_options.h"
#include "workspace/model_choice.h"

namespace sheen {

class ProgressReport;

/**
 * The model of a run, not loaded yet: the one that the command line names, else that of the workspace that is
 * run again, where it was accepted on this computer and its file is still the same, else the shipped one.
 * Sets what its classes are mapped to among the options' settings: as in that workspace where the model is
 * the same, or the shipped one of another version. `earlier`: of that workspace; nothing: it is none. Throws
 * Error, as ModelFile does.
 */
ModelFile chooseRunModel(RunOptions& options, const std::optional<ModelChoice>& earlier,
                         ProgressReport& progress);

}  // namespace sheen
