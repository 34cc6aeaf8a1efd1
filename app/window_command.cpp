#include "window_command.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <optional>

#include "base/error.h"
#include "console.h"
#include "detect/device_name.h"
#include "early_options.h"
#include "qgis_application.h"
#include "run/thread_plan.h"
#include "ui/main_window/main_window.h"
#include "version_text.h"

namespace sheen {

namespace {

struct WindowCommandText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::WindowCommand)
};

struct Options
{
    QString flight;
    QString model;
    QString outputFolder;
    QString device;
    bool start = false;
};

Options readWindowOptions(const QCommandLineParser& parser)
{
    const QStringList positional = parser.positionalArguments();
    if (positional.size() > 1)
        throw Error(WindowCommandText::tr(
                        "\"%1\" is no command of Sheen, and the window opens one flight. See sheen --help.")
                        .arg(positional.first()),
                    ErrorKind::Usage);
    const QString device = parser.value(QStringLiteral("device"));
    parseDeviceName(device);
    return {positional.value(0), parser.value(QStringLiteral("model")), parser.value(QStringLiteral("out")),
            device, parser.isSet(QStringLiteral("start"))};
}

std::optional<Options> parsedWindowOptions(const QStringList& arguments, ExitStatus& status)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        WindowCommandText::tr("Sheen finds oil on the sea in the recordings of a surveillance aircraft.\n\n"
                              "  sheen [FLIGHT]                     open the window\n"
                              "  sheen run FLIGHT --out DIR         run the pipeline without a window\n"
                              "  sheen export WORKSPACE --out DIR   write the outputs of a workspace again\n"
                              "  sheen resume WORKSPACE             finish a run that was broken off\n"
                              "  sheen model FILE                   print a model's card\n"
                              "  sheen teach --marks DIR --out FILE teach a model from marks\n"
                              "  sheen verify PACKAGE               check an evidence package\n\n"
                              "sheen run --help and so on tell more."));
    parser.addPositionalArgument(QStringLiteral("FLIGHT"),
                                 WindowCommandText::tr("A video file, a folder of frames, or a workspace."),
                                 QStringLiteral("[FLIGHT]"));
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions(
        {{QStringLiteral("model"), WindowCommandText::tr("TorchScript or ONNX model."),
          QStringLiteral("FILE")},
         {QStringLiteral("device"), WindowCommandText::tr("auto, cpu, cuda or cuda:n."),
          QStringLiteral("DEVICE"), QStringLiteral("auto")},
         {QStringLiteral("out"),
          WindowCommandText::tr("Folder that runs are kept in; beside the flight unless given."),
          QStringLiteral("DIR")},
         {QStringLiteral("start"), WindowCommandText::tr("Start the run as soon as the flight is open.")}});
    if (!parseCommandLine(parser, arguments, status))
        return std::nullopt;
    if (parser.isSet(version)) {
        printLine(versionText());
        return std::nullopt;
    }
    std::optional<Options> options;
    status = guarded([&] {
        options = readWindowOptions(parser);
        return ExitStatus::Done;
    });
    return options;
}

ExitStatus showWindow(int& argc, char** argv, const Options& options)
{
    if (!hasDisplay() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        throw Error(
            WindowCommandText::tr("There is no display for the window. Use sheen run to work without one."));
    planThreads();
    QgisApplication application(argc, argv);
    WindowOptions windowOptions;
    windowOptions.flightPath = options.flight;
    windowOptions.modelPath = options.model;
    windowOptions.device = options.device;
    windowOptions.startRun = options.start;
    windowOptions.outputFolder = options.outputFolder;
    windowOptions.versions = versionText();
    MainWindow window(windowOptions);
    window.show();
    return application.execute() == 0 ? ExitStatus::Done : ExitStatus::Stopped;
}

}  // namespace

ExitStatus windowCommand(int& argc, char** argv)
{
    ExitStatus status = ExitStatus::Done;
    const std::optional<Options> options = parseEarly(argc, argv, status, parsedWindowOptions);
    if (!options)
        return status;
    return guarded([&] { return showWindow(argc, argv, *options); });
}

}  // namespace sheen
