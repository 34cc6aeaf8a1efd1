#pragma once

#include <QString>
#include <QStringList>

#include "flight_truth.h"

namespace acceptance {

/** How long a program was at work. */
struct ProgramTime
{
    double wallSeconds = 0;
    double cpuSeconds = 0;  //!< of all its threads
};

/** Runs Sheen with these arguments. Throws std::runtime_error with what it said where it fails. */
ProgramTime runProgram(const QString& program, const QStringList& arguments);

/** `sheen run` of a rendered flight, two frames a second. Throws likewise. */
ProgramTime runSheen(const QString& program, const FlightTruth& flight, const QString& outFolder,
                     const QStringList& more);

}  // namespace acceptance
