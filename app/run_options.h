#pragma once

#include <QString>
#include <optional>
#include <set>

#include "detect/detector.h"
#include "exit_status.h"
#include "output/products.h"
#include "run/run.h"

namespace sheen {

/** The command line of `sheen run`, as values. */
struct RunOptions
{
    QString flight;
    QString outputFolder;
    QString model;                                        //!< empty: the one that ships with Sheen
    QString modelAcceptance = QStringLiteral("shipped");  //!< who trusts it; else "command line", "window"
    QString classesFile;  //!< what the model's classes are mapped to; empty: as its card has them
    QString device = QStringLiteral("auto");
    int threads = 0;  //!< 0: as many as the machine has
    RunSettings settings;
    std::set<Product> products;
    MosaicOrder mosaicOrder = MosaicOrder::Sharpest;
    std::optional<EnteredFacts> facts;  //!< of --facts; else those of the results that are run again
    bool json = false;
    bool quiet = false;
};

/** Nothing where the command is over (help was shown, or the line is wrong); `status` says how. */
std::optional<RunOptions> parseRunOptions(const QStringList& arguments, ExitStatus& status);

}  // namespace sheen
