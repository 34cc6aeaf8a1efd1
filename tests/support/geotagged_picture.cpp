#include "geotagged_picture.h"

#include <QFile>
#include <cmath>
#include <exiv2/exiv2.hpp>
#include <opencv2/imgcodecs.hpp>

namespace sheen::test {

namespace {

std::string fractions(double degrees)
{
    const double value = std::abs(degrees);
    const int whole = int(value);
    return QStringLiteral("%1/1 0/1 %2/100000")
        .arg(whole)
        .arg(std::llround((value - whole) * 3600 * 1e5))
        .toStdString();
}

/** With its sign, as DJI writes it. */
std::string signedText(double value)
{
    return QString::asprintf("%+.4f", value).toStdString();
}

}  // namespace

void writeGeotagged(const QString& path, const cv::Mat& picture, const PictureTags& tags)
{
    cv::imwrite(path.toStdString(), picture);
    Exiv2::XmpProperties::registerNs("http://www.dji.com/drone-dji/1.0/", "drone-dji");
    Exiv2::XmpProperties::registerNs("http://www.parrot.com/drone-parrot/1.0/", "drone-parrot");
    Exiv2::XmpProperties::registerNs("http://pix4d.com/camera/1.0/", "Camera");
    const auto image = Exiv2::ImageFactory::open(path.toStdString());
    image->readMetadata();
    for (const auto& [key, value] : tags) {
        if (key.rfind("Exif.", 0) == 0)
            image->exifData()[key].setValue(value);
        else
            image->xmpData()[key].setValue(value);
    }
    image->writeMetadata();
}

PictureTags djiTags(double latitudeDegrees, double longitudeDegrees, double altitudeMetres, int widthPixels,
                    const QString& clock)
{
    return {{"Exif.GPSInfo.GPSLatitude", fractions(latitudeDegrees)},
            {"Exif.GPSInfo.GPSLatitudeRef", latitudeDegrees < 0 ? "S" : "N"},
            {"Exif.GPSInfo.GPSLongitude", fractions(longitudeDegrees)},
            {"Exif.GPSInfo.GPSLongitudeRef", longitudeDegrees < 0 ? "W" : "E"},
            {"Exif.Photo.DateTimeOriginal", clock.toStdString()},
            {"Exif.Photo.OffsetTimeOriginal", "+02:00"},
            {"Xmp.drone-dji.AbsoluteAltitude", signedText(altitudeMetres)},
            {"Xmp.drone-dji.RelativeAltitude", signedText(altitudeMetres - 5)},
            {"Xmp.drone-dji.GimbalYawDegree", "+0.00"},
            {"Xmp.drone-dji.GimbalPitchDegree", "-90.00"},
            {"Xmp.drone-dji.GimbalRollDegree", "+0.00"},
            {"Xmp.drone-dji.FlightYawDegree", "-10.00"},
            {"Xmp.drone-dji.CalibratedFocalLength", signedText(widthPixels / (2 * std::tan(CV_PI / 6)))}};
}

}  // namespace sheen::test
