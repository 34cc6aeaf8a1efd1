#pragma once

#include <QString>
#include <vector>

#include "run_sheen.h"

namespace acceptance {

/** Two frames of a flight were marked, and the flight was run with what was learned of them. */
struct TaughtFlight
{
    double oilOverlap = 0;       //!< on the ground
    double untaughtOverlap = 0;  //!< with the model as it is
    ProgramTime taughtTime;      //!< the least of three runs, in turn with those untaught
    ProgramTime untaughtTime;
    bool sameBytes = false;  //!< the same marks once more gave the same file
};

/**
 * Marks two frames of the flight in `folder` with eight strokes, from its truth, and runs it with and without
 * what was learned. `work`: a folder for what comes out. `model`: to teach; empty: the shipped one. Throws
 * std::runtime_error.
 */
TaughtFlight teachOil(const QString& program, const QString& folder, const QString& work,
                      const QString& model);

/** Oil of one code was marked as none in two frames. */
struct TaughtAway
{
    QString code;
    double stillFoundShare = 0;  //!< of its true area, on the ground
    double foundShare = 0;       //!< before
    /** How far the overlap of another code moved, the most. */
    double largestChange = 0;
    QString changedCode;
};

/** The same with the oil of one code (1 to 3) marked as none in two frames, for each of `codes` anew. Throws
 * likewise. */
std::vector<TaughtAway> teachCodesAway(const QString& program, const QString& folder, const QString& work,
                                       const QString& model, const std::vector<int>& codes);

}  // namespace acceptance
