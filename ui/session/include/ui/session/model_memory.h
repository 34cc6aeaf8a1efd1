#pragma once

#include <QString>
#include <memory>
#include <optional>

#include "workspace/model_choice.h"

namespace sheen {

class Workspace;

/**
 * The model that a flight was last given. Its workspace remembers it, and until there is one, the user's
 * settings do.
 */
struct FlightMemory
{
    QString flightPath;                    //!< of the recording
    std::shared_ptr<Workspace> workspace;  //!< where it is open
    QString workspacePath;                 //!< else where one lies; empty: there is none
};

/** Reads files. Does not throw: what cannot be read is not remembered. */
std::optional<ModelChoice> rememberedModel(const FlightMemory& flight);
/** Writes files. Throws Error where the workspace cannot be written. */
void rememberModel(const FlightMemory& flight, const ModelChoice& choice);

}  // namespace sheen
