#include "camera/calibration_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

#include "base/error.h"

namespace sheen {

namespace {

struct CameraCalibrationText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::CameraCalibration)
};

}  // namespace

QString calibrationFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/calibrations");
}

QStringList availableCalibrations()
{
    QStringList names;
    const QFileInfoList files =
        QDir(calibrationFolder()).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QFileInfo& file : files)
        names << file.completeBaseName();
    return names;
}

CameraCalibration loadCalibration(const QString& nameOrPath)
{
    const QString named = calibrationFolder() + QLatin1Char('/') + nameOrPath + QStringLiteral(".json");
    const QString path = QFileInfo(named).isFile() ? named : nameOrPath;
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(
            CameraCalibrationText::tr("The camera calibration \"%1\" cannot be read: %2. Known ones: %3.")
                .arg(shown, file.errorString(),
                     availableCalibrations().isEmpty() ? CameraCalibrationText::tr("none")
                                                       : availableCalibrations().join(QStringLiteral(", "))),
            ErrorKind::Unreadable);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject())
        throw Error(CameraCalibrationText::tr("\"%1\" is no camera calibration: %2.")
                        .arg(shown, problem.errorString()),
                    ErrorKind::Unreadable);
    try {
        return calibrationFromJson(document.object());
    } catch (const Error& error) {
        throw Error(QStringLiteral("%1: %2").arg(shown, error.sentence()), ErrorKind::Unreadable);
    }
}

void saveCalibration(const QString& name, const CameraCalibration& calibration)
{
    const QString path = calibrationFolder() + QLatin1Char('/') + name + QStringLiteral(".json");
    QSaveFile file(path);
    const bool good = !name.isEmpty() && !name.contains(QLatin1Char('/')) &&
                      QDir().mkpath(calibrationFolder()) && file.open(QIODevice::WriteOnly) &&
                      file.write(QJsonDocument(calibrationToJson(calibration)).toJson()) > 0 && file.commit();
    if (!good)
        throw Error(CameraCalibrationText::tr("The camera calibration could not be written to \"%1\": %2.")
                        .arg(QDir::toNativeSeparators(path), file.errorString()));
}

}  // namespace sheen
