#include "app/model_command.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

#include "app/console.h"
#include "core/data/error.h"
#include "core/detect/detector.h"
#include "core/pipeline/run.h"
#include "translations/install_translations.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::ModelCommand)
};

void printFact(const QString& name, const QString& value)
{
    if (!value.isEmpty())
        printLine(QStringLiteral("%1 %2").arg(name + QLatin1Char(':'), -14).arg(value));
}

QString numbers(const std::array<double, 3>& values)
{
    return QStringLiteral("%1 %2 %3").arg(values[0]).arg(values[1]).arg(values[2]);
}

QString inputText(const ModelCard& card)
{
    const QString size = card.inputWidth > 0 && card.inputHeight > 0
                             ? Text::tr("%1 x %2 pixels").arg(card.inputWidth).arg(card.inputHeight)
                             : Text::tr("any size, filled up to multiples of %1").arg(card.stride);
    return Text::tr("%1, %2, mean %3, deviation %4")
        .arg(card.rgbOrder ? QStringLiteral("RGB") : QStringLiteral("BGR"), size, numbers(card.mean),
             numbers(card.deviation));
}

void printClasses(const ModelCard& card)
{
    printLine(Text::tr("classes:"));
    for (const ModelClass& modelClass : card.classes) {
        printLine(QStringLiteral("  %1  #%2%3%4  %5  %6")
                      .arg(modelClass.value, 3)
                      .arg(modelClass.rgb[0], 2, 16, QLatin1Char('0'))
                      .arg(modelClass.rgb[1], 2, 16, QLatin1Char('0'))
                      .arg(modelClass.rgb[2], 2, 16, QLatin1Char('0'))
                      .arg(modelClass.code > 0 ? Text::tr("code %1").arg(modelClass.code)
                           : modelClass.oil    ? Text::tr("oil   ")
                                               : QStringLiteral("      "),
                           modelClass.name));
    }
}

/** What else the card says (training, scores, weaknesses), as it says it. */
void printRest(const ModelCard& card)
{
    for (const char* key : {"training", "scores", "calibration", "weaknesses"}) {
        const QJsonValue value = card.json.value(QLatin1String(key));
        if (value.isUndefined())
            continue;
        const QJsonDocument document =
            value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        const QString text =
            value.isString() ? value.toString() : QString::fromUtf8(document.toJson(QJsonDocument::Indented));
        printLine(QString::fromLatin1(key) + QStringLiteral(":"));
        const QStringList lines = text.trimmed().split(QLatin1Char('\n'));
        for (const QString& line : lines)
            printLine(QStringLiteral("  ") + line);
    }
}

void printCard(const ModelCard& card)
{
    printFact(Text::tr("name"), card.name);
    printFact(Text::tr("version"), card.version);
    printFact(Text::tr("description"), card.description);
    printFact(Text::tr("licence"), card.licence);
    printFact(Text::tr("file"), card.path);
    printFact(Text::tr("sha256"), card.sha256);
    printFact(Text::tr("sensors"), card.sensors.join(QStringLiteral(", ")));
    printFact(Text::tr("codes hold for"), card.codeSensors.join(QStringLiteral(", ")));
    printFact(Text::tr("input"), inputText(card));
    printFact(Text::tr("output"), Text::tr("%1, temperature %2").arg(card.outputKind).arg(card.temperature));
    printClasses(card);
    printRest(card);
}

void verify(const QString& path, const QString& device)
{
    const cv::Size size(1280, 720);
    DetectorSettings settings;
    settings.device = device;
    settings.threads = planThreads().detect;
    settings.expectedPicture = size;
    const std::unique_ptr<Detector> detector = Detector::load(path, settings);
    const cv::Mat picture(size, CV_8UC3, cv::Scalar::all(128));
    constexpr int repeats = 5;
    std::vector<double> milliseconds;
    for (int i = 0; i < repeats; ++i) {
        QElapsedTimer timer;
        timer.start();
        detector->detect(picture);
        milliseconds.push_back(double(timer.nsecsElapsed()) * 1e-6);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    printFact(Text::tr("verified"), Text::tr("runs on %1; %2 ms for %3 x %4 pixels")
                                        .arg(detector->deviceName())
                                        .arg(milliseconds[repeats / 2], 0, 'f', 0)
                                        .arg(size.width)
                                        .arg(size.height));
}

}  // namespace

ExitStatus modelCommand(int& argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    installTranslations(*QCoreApplication::instance());
    silenceLibraries();
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Prints the card of a model."));
    parser.addPositionalArgument(QStringLiteral("model"), QString(), QStringLiteral("model"));
    parser.addPositionalArgument(QStringLiteral("FILE"), Text::tr("A TorchScript file."));
    parser.addOptions(
        {{QStringLiteral("verify"), Text::tr("Run it on an empty picture and see whether it fits its card.")},
         {QStringLiteral("device"), Text::tr("auto, cpu, cuda or cuda:n."), QStringLiteral("DEVICE"),
          QStringLiteral("auto")}});
    ExitStatus status = ExitStatus::Done;
    if (!parseCommandLine(parser, QCoreApplication::arguments(), status))
        return status;
    return guarded([&] {
        if (operands(parser).size() != 1)
            throw Error(Text::tr("sheen model needs one model file."), ErrorKind::Usage);
        const QString path = operands(parser).first();
        printCard(readModelCard(path));
        if (parser.isSet(QStringLiteral("verify")))
            verify(path, parser.value(QStringLiteral("device")));
        return ExitStatus::Done;
    });
}

}  // namespace sheen
