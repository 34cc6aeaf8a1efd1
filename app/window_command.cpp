#include "app/window_command.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <optional>

#include "app/console.h"
#include "app/early_options.h"
#include "app/qgis_application.h"
#include "core/data/error.h"
#include "core/detect/device_name.h"

#ifdef SHEEN_WITH_WINDOW
#include "core/pipeline/run.h"
#include "ui/main_window/main_window.h"
#endif

namespace sheen {

namespace {

struct Text
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

Options readOptions(const QCommandLineParser& parser)
{
    const QStringList positional = parser.positionalArguments();
    if (positional.size() > 1)
        throw Error(
            Text::tr("\"%1\" is no command of Sheen, and the window opens one flight. See sheen --help.")
                .arg(positional.first()),
            ErrorKind::Usage);
    const QString device = parser.value(QStringLiteral("device"));
    parseDeviceName(device);
    return {positional.value(0), parser.value(QStringLiteral("model")), parser.value(QStringLiteral("out")),
            device, parser.isSet(QStringLiteral("start"))};
}

std::optional<Options> parseOptions(const QStringList& arguments, ExitStatus& status)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Sheen finds oil on the sea in the recordings of a surveillance aircraft.\n\n"
                 "  sheen [FLIGHT]                     open the window\n"
                 "  sheen run FLIGHT --out DIR         run the pipeline without a window\n"
                 "  sheen export WORKSPACE --out DIR   write the outputs of a workspace again\n"
                 "  sheen model FILE                   print a model's card\n\n"
                 "sheen run --help and so on tell more."));
    parser.addPositionalArgument(QStringLiteral("FLIGHT"),
                                 Text::tr("A video file, a folder of frames, or a workspace."),
                                 QStringLiteral("[FLIGHT]"));
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions(
        {{QStringLiteral("model"), Text::tr("TorchScript or ONNX model."), QStringLiteral("FILE")},
         {QStringLiteral("device"), Text::tr("auto, cpu, cuda or cuda:n."), QStringLiteral("DEVICE"),
          QStringLiteral("auto")},
         {QStringLiteral("out"), Text::tr("Folder that runs are kept in; beside the flight unless given."),
          QStringLiteral("DIR")},
         {QStringLiteral("start"), Text::tr("Start the run as soon as the flight is open.")}});
    if (!parseCommandLine(parser, arguments, status))
        return std::nullopt;
    if (parser.isSet(version)) {
        printLine(QStringLiteral("sheen ") + QStringLiteral(SHEEN_VERSION));
        return std::nullopt;
    }
    std::optional<Options> options;
    status = guarded([&] {
        options = readOptions(parser);
        return ExitStatus::Done;
    });
    return options;
}

#ifdef SHEEN_WITH_WINDOW
ExitStatus showWindow(int& argc, char** argv, const Options& options)
{
    if (!hasDisplay() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        throw Error(Text::tr("There is no display for the window. Use sheen run to work without one."));
    planThreads();
    QgisApplication application(argc, argv);
    WindowOptions windowOptions;
    windowOptions.flightPath = options.flight;
    windowOptions.modelPath = options.model;
    windowOptions.device = options.device;
    windowOptions.startRun = options.start;
    windowOptions.outputFolder = options.outputFolder;
    MainWindow window(windowOptions);
    window.show();
    return application.execute() == 0 ? ExitStatus::Done : ExitStatus::Stopped;
}
#else
ExitStatus showWindow(int&, char**, const Options&)
{
    throw Error(Text::tr("This Sheen was built without its window. Use sheen run."));
}
#endif

}  // namespace

ExitStatus windowCommand(int& argc, char** argv)
{
    ExitStatus status = ExitStatus::Done;
    const std::optional<Options> options = parseEarly(argc, argv, status, parseOptions);
    if (!options)
        return status;
    return guarded([&] { return showWindow(argc, argv, *options); });
}

}  // namespace sheen
