#include "teach_command.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <iterator>
#include <memory>

#include "base/error.h"
#include "console.h"
#include "detect/detector.h"
#include "detect/model_file.h"
#include "flight/flight.h"
#include "platform/interruption.h"
#include "recording/find_recording.h"
#include "recording/resuming.h"
#include "run/thread_plan.h"
#include "teaching/decided_slicks.h"
#include "teaching/frame_marks.h"
#include "teaching/marked_pictures.h"
#include "teaching/teaching.h"
#include "translations/install_translations.h"
#include "workspace/teaching_memory.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

struct TeachCommandText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TeachCommand)
};

struct TeachOptions
{
    QString flight;  //!< empty: pictures lie beside their marks
    QString marks;
    QString out;
    QString base;
    QString device;
    int threads = 0;
    bool quiet = false;
    TeachingOccasion occasion;
};

[[noreturn]] void wrongUse(const QString& sentence)
{
    throw Error(sentence, ErrorKind::Usage);
}

QDate dayOf(const QCommandLineParser& parser)
{
    const QString text = parser.value(QStringLiteral("day"));
    const QDate day =
        text.isEmpty() ? QDateTime::currentDateTimeUtc().date() : QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        wrongUse(TeachCommandText::tr("--day needs a day like 2024-05-31, not \"%1\".").arg(text));
    return day;
}

int threadsOf(const QCommandLineParser& parser)
{
    if (!parser.isSet(QStringLiteral("threads")))
        return 0;
    bool ok = false;
    const int threads = parser.value(QStringLiteral("threads")).toInt(&ok);
    if (!ok || threads < 1)
        wrongUse(TeachCommandText::tr("--threads needs a whole number from 1 on."));
    return threads;
}

TeachOptions readTeachOptions(const QCommandLineParser& parser)
{
    const auto value = [&parser](const char* name) { return parser.value(QLatin1String(name)); };
    TeachOptions options;
    if (operands(parser).size() > 1)
        wrongUse(TeachCommandText::tr("sheen teach takes one flight at most."));
    options.flight = operands(parser).value(0);
    options.marks = value("marks");
    options.out = value("out");
    if (options.out.isEmpty())
        wrongUse(TeachCommandText::tr("sheen teach needs --out MODEL.pt, the file to write."));
    if (options.marks.isEmpty() && options.flight.isEmpty())
        wrongUse(TeachCommandText::tr(
            "sheen teach needs --marks DIR, a folder of NAME.marks.png with their pictures."));
    options.base = parser.isSet(QStringLiteral("model")) ? value("model") : Detector::defaultModelPath();
    options.device = value("device");
    options.threads = threadsOf(parser);
    options.quiet = parser.isSet(QStringLiteral("quiet"));
    const QString from = options.flight.isEmpty() ? options.marks : options.flight;
    options.occasion = {value("name"),
                        QFileInfo(QFileInfo(from).absoluteFilePath()).fileName(),
                        {},
                        value("person"),
                        dayOf(parser)};
    return options;
}

/** What is marked, or decided. */
struct MarkedFlight
{
    std::unique_ptr<Workspace> workspace;  //!< nullptr: the flight is none
    std::unique_ptr<Flight> flight;        //!< nullptr: none was named
};

MarkedFlight openMarkedFlight(const QString& path, const Cancel& cancel)
{
    MarkedFlight result;
    if (path.isEmpty())
        return result;
    if (const std::optional<RunFacts> facts = Workspace::factsOf(path)) {
        result.workspace = Workspace::open(path);
        result.flight = openFlightOf(*facts, findRecording(*facts, path), &cancel);
    } else {
        result.flight = Flight::open(path, 1.0, &cancel);
    }
    return result;
}

/** What was decided and marked in a workspace, by the classes of the model that is taught. */
std::vector<FrameMarks> keptMarks(const Workspace& workspace, const std::vector<FrameRecord>& frames,
                                  const ModelCard& card)
{
    std::vector<TeachingMark> drawn = workspace.marks();
    if (const std::optional<TeachingMemory> memory = teachingMemoryOf(workspace))
        translateMarks(drawn, memory->base, card);
    return together(decidedSlickMarks(workspace.slicks(), frames, card), drawnFrameMarks(drawn, frames));
}

/** Marks that lie in a folder do not say which sensor saw their frames, the workspace does. */
void setSensors(std::vector<MarkedPicture>& pictures, const std::vector<FrameRecord>& frames)
{
    for (MarkedPicture& picture : pictures) {
        for (const FrameRecord& frame : frames) {
            if (picture.frame == frame.frame)
                picture.sensor = frame.telemetry.sensor;
        }
    }
}

std::vector<MarkedPicture> markedPictures(const TeachOptions& options, const MarkedFlight& flight,
                                          Detector& base, const Cancel& cancel)
{
    std::vector<MarkedPicture> pictures;
    if (!options.marks.isEmpty())
        pictures = readMarkedPictures(options.marks, flight.flight.get(), base, cancel);
    if (flight.workspace) {
        const std::vector<FrameRecord> frames = flight.workspace->frames();
        setSensors(pictures, frames);
        std::vector<MarkedPicture> kept =
            markedPicturesOf(keptMarks(*flight.workspace, frames, base.card()), *flight.flight, base, cancel);
        std::move(kept.begin(), kept.end(), std::back_inserter(pictures));
    }
    return pictures;
}

/** None where one of them is not known. */
QStringList sensorsOf(const std::vector<MarkedPicture>& pictures)
{
    QStringList sensors;
    for (const MarkedPicture& picture : pictures) {
        if (picture.sensor.isEmpty())
            return {};
        sensors << picture.sensor;
    }
    sensors.removeDuplicates();
    sensors.sort();
    return sensors;
}

void printLesson(const LessonFacts& facts, const TeachOptions& options)
{
    printLine(TeachCommandText::tr(
                  "\"%1\" was taught with %2 strokes of oil and %3 of something else in %4 pictures.")
                  .arg(options.out)
                  .arg(facts.oilStrokes)
                  .arg(facts.otherStrokes)
                  .arg(facts.pictures));
    if (facts.heldOutOverlap)
        printLine(TeachCommandText::tr(
                      "On strokes that were held out it finds oil with an overlap of %1 of 1; it was "
                      "checked on nothing else.")
                      .arg(*facts.heldOutOverlap, 0, 'f', 2));
    if (options.quiet)
        return;
    const QStringList warnings = warningsOf(facts);
    for (const QString& warning : warnings)
        printToStderr(warning);
}

ExitStatus teachFrom(const TeachOptions& options, const Cancel& cancel)
{
    const MarkedFlight flight = openMarkedFlight(options.flight, cancel);
    if (!flight.workspace && options.marks.isEmpty())
        wrongUse(TeachCommandText::tr(
            "sheen teach needs --marks DIR, a folder of NAME.marks.png with their pictures."));
    const ModelFile base(options.base);
    DetectorSettings settings;
    settings.device = options.device;
    settings.threads = planThreads(options.threads).detect;
    settings.sha256 = base.sha256();
    const std::unique_ptr<Detector> detector = Detector::load(options.base, settings, cancel);
    const std::vector<MarkedPicture> pictures = markedPictures(options, flight, *detector, cancel);
    TeachingOccasion occasion = options.occasion;
    occasion.sensors = sensorsOf(pictures);
    const TaughtLesson lesson = teach(pictures, base, detector->card(), occasion);
    writeTaughtModel(lesson.model, base, options.out);
    printLesson(lesson.facts, options);
    return ExitStatus::Done;
}

void describeTeach(QCommandLineParser& parser)
{
    parser.setApplicationDescription(TeachCommandText::tr(
        "Teaches a model from marks, pictures in which oil and other things were painted, and "
        "writes a model file for --model."));
    parser.addPositionalArgument(QStringLiteral("teach"), QString(), QStringLiteral("teach"));
    parser.addPositionalArgument(
        QStringLiteral("FLIGHT"),
        TeachCommandText::tr(
            "Whose frames are marked: NAME is then a frame's number where no picture lies beside it. A "
            "workspace adds the slicks that were decided in it, and needs no marks."),
        QStringLiteral("[FLIGHT]"));
    parser.addOptions(
        {{QStringLiteral("marks"),
          TeachCommandText::tr(
              "Folder of NAME.marks.png, each with NAME.png or NAME.jpg: 0 nothing, 1 + class value, 255 "
              "any oil."),
          QStringLiteral("DIR")},
         {QStringLiteral("out"), TeachCommandText::tr("The model file to write."), QStringLiteral("MODEL")},
         {QStringLiteral("model"), TeachCommandText::tr("The model to teach; the shipped one unless given."),
          QStringLiteral("FILE")},
         {QStringLiteral("name"), TeachCommandText::tr("What the taught model is called."),
          QStringLiteral("NAME")},
         {QStringLiteral("person"), TeachCommandText::tr("Who marked, for the model's card."),
          QStringLiteral("NAME")},
         {QStringLiteral("day"),
          TeachCommandText::tr("The day for the model's card, as 2024-05-31; today unless given."),
          QStringLiteral("DAY")},
         {QStringLiteral("device"), TeachCommandText::tr("auto, cpu, cuda or cuda:n."),
          QStringLiteral("DEVICE"), QStringLiteral("auto")},
         {QStringLiteral("threads"),
          TeachCommandText::tr("Threads to use; as many as the machine has unless given."),
          QStringLiteral("N")},
         {QStringLiteral("quiet"), TeachCommandText::tr("Nothing on stderr but errors.")}});
}

}  // namespace

ExitStatus teachCommand(int& argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    installTranslations(*QCoreApplication::instance());
    const Cancel& cancel = cancelOnSignals();
    ignoreWriteSignals();
    silenceLibraries();
    QCommandLineParser parser;
    describeTeach(parser);
    ExitStatus status = ExitStatus::Done;
    if (!parseCommandLine(parser, QCoreApplication::arguments(), status))
        return status;
    return guarded([&] { return teachFrom(readTeachOptions(parser), cancel); });
}

}  // namespace sheen
