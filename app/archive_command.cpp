#include "archive_command.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <optional>

#include "application.h"
#include "archive_command_text.h"
#include "archive_run.h"
#include "base/error.h"
#include "console.h"
#include "early_options.h"
#include "platform/interruption.h"

namespace sheen {

namespace {

const QString slurmOption = QStringLiteral("slurm");
const QString framesOption = QStringLiteral("frames-per-task");
const QString taskOption = QStringLiteral("task");

int wholeNumber(const QCommandLineParser& parser, const QString& option, int least)
{
    bool ok = false;
    const int number = parser.value(option).toInt(&ok);
    if (!ok || number < least)
        throw Error(ArchiveCommandText::tr("--%1 needs a whole number of at least %2, not \"%3\".")
                        .arg(option, QString::number(least), parser.value(option)),
                    ErrorKind::Usage);
    return number;
}

/** A file's path, from wherever a flight is run. */
QString absolute(const QString& value)
{
    const QFileInfo file(value);
    return file.isFile() ? file.absoluteFilePath() : value;
}

/** What was given for each flight, as options of `sheen run`; of products also the workspace. */
QStringList passedOn(const QCommandLineParser& parser)
{
    const QStringList own{QStringLiteral("out"),
                          QStringLiteral("json"),
                          QStringLiteral("quiet"),
                          QStringLiteral("products"),
                          slurmOption,
                          framesOption,
                          taskOption};
    QStringList words;
    const QStringList names = parser.optionNames();
    for (const QString& name : names) {
        if (own.contains(name) || words.contains(QStringLiteral("--") + name))
            continue;
        const QStringList values = parser.values(name);
        if (values.isEmpty())
            words << QStringLiteral("--") + name;
        for (const QString& value : values)
            words << QStringLiteral("--") + name << absolute(value);
    }
    return words;
}

std::optional<ArchiveOptions> parsedArchiveOptions(const QStringList& arguments, ExitStatus& status)
{
    ArchiveOptions options;
    RunSyntax syntax;
    syntax.command = QStringLiteral("archive");
    syntax.description = ArchiveCommandText::tr(
        "Runs every flight below a folder that is not done yet, and keeps a catalogue of what was found.");
    syntax.operand = QStringLiteral("DIR");
    syntax.operandHelp = ArchiveCommandText::tr("A folder with recordings below it.");
    syntax.withoutOperand = ArchiveCommandText::tr("sheen archive needs a folder with recordings below it.");
    syntax.outHelp =
        ArchiveCommandText::tr("Folder for results and catalogue; beside the recordings unless given.");
    syntax.outRequired = false;
    syntax.without = QStringList{QStringLiteral("anew"), QStringLiteral("part"), QStringLiteral("range"),
                                 QStringLiteral("ais")};
    syntax.options = {
        {slurmOption, ArchiveCommandText::tr("Hands the flights to Slurm as a job array.")},
        {framesOption,
         ArchiveCommandText::tr("With --slurm: longer flights are run in parts of so many frames (2000)."),
         QStringLiteral("N")},
        {taskOption, ArchiveCommandText::tr("Runs one task of the job array, from 1."), QStringLiteral("N")}};
    syntax.read = [&options](const QCommandLineParser& parser) {
        options.passedOn = passedOn(parser);
        options.slurm = parser.isSet(slurmOption);
        if (parser.isSet(framesOption))
            options.framesPerTask = wholeNumber(parser, framesOption, 10);
        if (parser.isSet(taskOption))
            options.task = wholeNumber(parser, taskOption, 1);
    };
    std::optional<RunOptions> run = parseRunOptions(syntax, arguments, status);
    if (!run)
        return std::nullopt;
    options.run = std::move(*run);
    options.run.model = absolute(options.run.model);
    options.run.products.insert(Product::GeoPackage);
    options.passedOn << QStringLiteral("--products") << productList(options.run.products);
    if (options.run.outputFolder.isEmpty())
        options.run.outputFolder = options.run.flight;
    return options;
}

}  // namespace

ExitStatus archiveCommand(int& argc, char** argv)
{
    ExitStatus status = ExitStatus::Done;
    const std::optional<ArchiveOptions> options = parseEarly(argc, argv, status, parsedArchiveOptions);
    if (!options)
        return status;
    const Cancel& cancel = cancelOnSignals();
    ignoreWriteSignals();
    silenceLibraries();
    const Application application(argc, argv, false);
    return guarded([&] { return runArchive(*options, cancel); });
}

}  // namespace sheen
