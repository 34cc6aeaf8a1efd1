#pragma once

#include <QString>
#include <map>
#include <opencv2/core.hpp>
#include <string>

namespace sheen::test {

/** Tags by Exiv2's names: {"Exif.Photo.FocalLength", "24/1"}, {"Xmp.drone-dji.GimbalPitchDegree", "-90.0"}.
 */
using PictureTags = std::map<std::string, std::string>;

/** Writes a JPEG with these tags. */
void writeGeotagged(const QString& path, const cv::Mat& picture, const PictureTags& tags);

/** The tags of a DJI camera that looks straight down, its picture's upper edge to the north, with 60 degrees
 * of view. */
PictureTags djiTags(double latitudeDegrees, double longitudeDegrees, double altitudeMetres, int widthPixels,
                    const QString& clock);

}  // namespace sheen::test
