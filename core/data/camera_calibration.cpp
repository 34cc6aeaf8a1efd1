#include "data/camera_calibration.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <array>
#include <cmath>

#include "base/error.h"

namespace sheen {

namespace {

struct CameraCalibrationText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::CameraCalibration)
};

/** A number of the calibration, its key, and what it may be. */
struct Entry
{
    const char* key;
    double CameraCalibration::*member;
    double least;
    double most;
};

constexpr std::array<Entry, 7> entries = {{
    {"boresight_pan_deg", &CameraCalibration::boresightPanDegrees, -90, 90},
    {"boresight_tilt_deg", &CameraCalibration::boresightTiltDegrees, -90, 90},
    {"boresight_roll_deg", &CameraCalibration::boresightRollDegrees, -180, 180},
    {"focal_scale", &CameraCalibration::focalScale, 0.01, 100},
    {"radial_k1", &CameraCalibration::radialK1, -100, 100},
    {"radial_k2", &CameraCalibration::radialK2, -1000, 1000},
    {"smallest_grazing_deg", &CameraCalibration::smallestGrazingDegrees, 0, 80},
}};
const QString activePictureKey = QStringLiteral("active_picture");

[[noreturn]] void refuseCalibration(const QString& key, const QString& why)
{
    throw Error(CameraCalibrationText::tr("The camera calibration's \"%1\" %2.").arg(key, why),
                ErrorKind::Unreadable);
}

QRectF activePictureFromJson(const QJsonValue& value)
{
    const QJsonArray numbers = value.toArray();
    bool good = numbers.size() == 4;
    for (const QJsonValue& number : numbers)
        good = good && number.isDouble();
    const QRectF part = good ? QRectF(numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble(),
                                      numbers[3].toDouble())
                             : QRectF();
    if (part.width() <= 0 || part.height() <= 0 || !QRectF(0, 0, 1, 1).contains(part))
        refuseCalibration(activePictureKey, CameraCalibrationText::tr(
                                                "has to be [left, top, width, height], shares of the frame"));
    return part;
}

}  // namespace

QJsonObject calibrationToJson(const CameraCalibration& calibration)
{
    const CameraCalibration usual;
    QJsonObject json;
    for (const Entry& entry : entries) {
        if (calibration.*entry.member != usual.*entry.member)
            json[QLatin1String(entry.key)] = calibration.*entry.member;
    }
    if (const QRectF& part = calibration.activePicture; part != usual.activePicture)
        json[activePictureKey] = QJsonArray{part.x(), part.y(), part.width(), part.height()};
    return json;
}

CameraCalibration calibrationFromJson(const QJsonObject& json)
{
    CameraCalibration calibration;
    for (const Entry& entry : entries) {
        const QJsonValue value = json[QLatin1String(entry.key)];
        if (value.isUndefined())
            continue;
        const double number = value.toDouble(std::nan(""));
        if (!(number >= entry.least && number <= entry.most))
            refuseCalibration(QLatin1String(entry.key),
                              CameraCalibrationText::tr("has to be a number from %1 to %2")
                                  .arg(entry.least)
                                  .arg(entry.most));
        calibration.*entry.member = number;
    }
    if (const QJsonValue part = json[activePictureKey]; !part.isUndefined())
        calibration.activePicture = activePictureFromJson(part);
    return calibration;
}

}  // namespace sheen
