#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <set>

#include "detect/detector.h"
#include "exit_status.h"
#include "output/products.h"
#include "run/run.h"

class QCommandLineParser;

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
    QStringList ais;                    //!< files of --ais; empty: those of the results that are run again
    QString reportTemplate;             //!< of --report-template; empty: our own pages
    std::optional<RunPart> part;        //!< of a run that is done in parts
    bool anew = false;  //!< also the stages that an earlier run has done with the same settings
    bool json = false;
    bool quiet = false;
};

/** Of a video two frames a second, where it is not said which. */
void selectByDefault(FrameSelection& selection);

/** A command that takes the options of a run. */
struct RunSyntax
{
    QString command;      //!< "run"
    QString description;  //!< for its help
    QString operand;      //!< "FLIGHT"
    QString operandHelp;
    QString withoutOperand;  //!< the sentence where it is missing
    QString outHelp;
    bool outRequired = true;
    QStringList without = {};                                  //!< options of a run that make no sense for it
    QList<QCommandLineOption> options = {};                    //!< its own
    std::function<void(const QCommandLineParser&)> read = {};  //!< reads these; throws Error(Usage)
};

/** Nothing where the command is over (help was shown, or the line is wrong); `status` says how. */
std::optional<RunOptions> parseRunOptions(const RunSyntax& syntax, const QStringList& arguments,
                                          ExitStatus& status);

}  // namespace sheen
