#pragma once

#include <QString>
#include <optional>

#include "data/model_card.h"

namespace sheen {

class Workspace;

/** What is kept of teaching beside the marks. */
struct TeachingMemory
{
    ModelCard base;        //!< of the model that is taught: the marks' values are its classes
    QString taughtSha256;  //!< of the file that was made of the marks last; empty: none was
};

/** Nothing where nothing was ever taught. */
std::optional<TeachingMemory> teachingMemoryOf(const Workspace& workspace);
/** Throws Error where the workspace cannot be written. */
void keepTeachingMemory(Workspace& workspace, const TeachingMemory& memory);

}  // namespace sheen
