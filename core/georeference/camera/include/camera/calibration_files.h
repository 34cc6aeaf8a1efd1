#pragma once

#include <QString>
#include <QStringList>

#include "data/camera_calibration.h"

namespace sheen {

/** A file, or the name of one in the user's folder of calibrations. Throws Error(Unreadable). */
CameraCalibration loadCalibration(const QString& nameOrPath);
/** Into the user's folder, under NAME.json; an earlier one of that name is replaced. Throws Error. */
void saveCalibration(const QString& name, const CameraCalibration& calibration);
QStringList availableCalibrations();  //!< names, sorted
QString calibrationFolder();

}  // namespace sheen
