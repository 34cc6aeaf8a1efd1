#include "model_command.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <opencv2/imgcodecs.hpp>

#include "base/error.h"
#include "console.h"
#include "detect/detector.h"
#include "run/run.h"
#include "run/thread_plan.h"
#include "translations/install_translations.h"

namespace sheen {

namespace {

struct ModelCommandText
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
    const QString size =
        card.inputWidth > 0 && card.inputHeight > 0
            ? ModelCommandText::tr("%1 x %2 pixels").arg(card.inputWidth).arg(card.inputHeight)
            : ModelCommandText::tr("any size, filled up to multiples of %1").arg(card.stride);
    return ModelCommandText::tr("%1, %2, mean %3, deviation %4")
        .arg(card.rgbOrder ? QStringLiteral("RGB") : QStringLiteral("BGR"), size, numbers(card.mean),
             numbers(card.deviation));
}

void printClasses(const ModelCard& card)
{
    printLine(ModelCommandText::tr("classes:"));
    for (const ModelClass& modelClass : card.classes) {
        printLine(QStringLiteral("  %1  #%2%3%4  %5  %6")
                      .arg(modelClass.value, 3)
                      .arg(modelClass.rgb[0], 2, 16, QLatin1Char('0'))
                      .arg(modelClass.rgb[1], 2, 16, QLatin1Char('0'))
                      .arg(modelClass.rgb[2], 2, 16, QLatin1Char('0'))
                      .arg(modelClass.code > 0 ? ModelCommandText::tr("code %1").arg(modelClass.code)
                           : modelClass.oil    ? ModelCommandText::tr("oil   ")
                                               : QStringLiteral("      "),
                           modelClass.name));
    }
}

/** What else the card says (training, scores, weaknesses), as it says it. */
void printRest(const ModelCard& card)
{
    for (const char* key : {"taught", "training", "scores", "calibration", "weaknesses"}) {
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
    printFact(ModelCommandText::tr("name"), card.name);
    printFact(ModelCommandText::tr("version"), card.version);
    printFact(ModelCommandText::tr("description"), card.description);
    printFact(ModelCommandText::tr("licence"), card.licence);
    printFact(ModelCommandText::tr("file"), card.path);
    printFact(ModelCommandText::tr("sha256"), card.sha256);
    printFact(ModelCommandText::tr("sensors"), card.sensors.join(QStringLiteral(", ")));
    printFact(ModelCommandText::tr("codes hold for"), card.codeSensors.join(QStringLiteral(", ")));
    printFact(ModelCommandText::tr("input"), inputText(card));
    printFact(ModelCommandText::tr("output"),
              ModelCommandText::tr("%1, temperature %2").arg(card.outputKind).arg(card.temperature));
    printClasses(card);
    printRest(card);
}

/** Takes a picture, a class value for each pixel comes out. */
void writeMask(const QString& path, const QString& device, const QString& pictureFile,
               const QString& maskFile)
{
    QFile file(pictureFile);
    cv::Mat picture;
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray bytes = file.readAll();
        const cv::Mat encoded(1, int(bytes.size()), CV_8UC1, const_cast<char*>(bytes.constData()));
        if (!bytes.isEmpty())
            picture = cv::imdecode(encoded, cv::IMREAD_COLOR);
    }
    if (picture.empty())
        throw Error(
            ModelCommandText::tr("The picture \"%1\" cannot be read. Choose a PNG, JPEG or TIFF file.")
                .arg(pictureFile),
            ErrorKind::Unreadable);
    DetectorSettings settings;
    settings.device = device;
    settings.threads = planThreads().detect;
    settings.expectedPicture = picture.size();
    const Segmentation result = Detector::load(path, settings)->detect(picture);
    std::vector<uchar> png;
    cv::imencode(".png", result.classes, png);
    QFile mask(maskFile);
    if (!mask.open(QIODevice::WriteOnly) ||
        mask.write(reinterpret_cast<const char*>(png.data()), qint64(png.size())) != qint64(png.size()))
        throw Error(
            ModelCommandText::tr("The mask \"%1\" cannot be written: %2.").arg(maskFile, mask.errorString()));
    printFact(ModelCommandText::tr("mask"), maskFile);
}

void check(const QString& path)
{
    DetectorSettings settings;
    settings.device = QStringLiteral("cpu");
    settings.isTrial = true;
    Detector::load(path, settings);
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
    printFact(ModelCommandText::tr("verified"),
              ModelCommandText::tr("runs on %1; %2 ms for %3 x %4 pixels")
                  .arg(detector->deviceName(), QString::number(milliseconds[repeats / 2], 'f', 0),
                       QString::number(size.width), QString::number(size.height)));
}

}  // namespace

ExitStatus modelCommand(int& argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    installTranslations(*QCoreApplication::instance());
    silenceLibraries();
    QCommandLineParser parser;
    parser.setApplicationDescription(ModelCommandText::tr("Prints the card of a model."));
    parser.addPositionalArgument(QStringLiteral("model"), QString(), QStringLiteral("model"));
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 ModelCommandText::tr("A TorchScript, ONNX or taught model's file."));
    parser.addOptions(
        {{QStringLiteral("check"),
          ModelCommandText::tr("Load it on the CPU and see whether it fits its card.")},
         {QStringLiteral("verify"),
          ModelCommandText::tr("Run it on an empty picture and see whether it fits its card.")},
         {QStringLiteral("picture"), ModelCommandText::tr("Run it on this picture and write its mask."),
          QStringLiteral("PICTURE")},
         {QStringLiteral("mask"),
          ModelCommandText::tr("Where the mask goes: a PNG with the class of each pixel."),
          QStringLiteral("PNG")},
         {QStringLiteral("device"), ModelCommandText::tr("auto, cpu, cuda or cuda:n."),
          QStringLiteral("DEVICE"), QStringLiteral("auto")}});
    ExitStatus status = ExitStatus::Done;
    if (!parseCommandLine(parser, QCoreApplication::arguments(), status))
        return status;
    return guarded([&] {
        if (operands(parser).size() != 1)
            throw Error(ModelCommandText::tr("sheen model needs one model file."), ErrorKind::Usage);
        const QString picture = parser.value(QStringLiteral("picture"));
        const QString mask = parser.value(QStringLiteral("mask"));
        if (picture.isEmpty() != mask.isEmpty())
            throw Error(ModelCommandText::tr("--picture and --mask go together."), ErrorKind::Usage);
        const QString path = operands(parser).first();
        printCard(readModelCard(path));
        if (parser.isSet(QStringLiteral("check")))
            check(path);
        if (parser.isSet(QStringLiteral("verify")))
            verify(path, parser.value(QStringLiteral("device")));
        if (!picture.isEmpty())
            writeMask(path, parser.value(QStringLiteral("device")), picture, mask);
        return ExitStatus::Done;
    });
}

}  // namespace sheen
