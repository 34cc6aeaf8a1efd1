#include "flight/picture_metadata.h"

#include <QFile>
#include <QTimeZone>
#include <cmath>
#include <exiv2/exiv2.hpp>
#include <mutex>

#include "data/flight_time.h"

namespace sheen {

namespace {

/** Exiv2's reading of XMP is for one thread at a time. */
std::mutex& exivMutex()
{
    static std::mutex mutex;
    return mutex;
}

void prepareExiv()
{
    static const bool done = [] {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        Exiv2::XmpParser::initialize();
        Exiv2::XmpProperties::registerNs("http://www.dji.com/drone-dji/1.0/", "drone-dji");
        Exiv2::XmpProperties::registerNs("http://www.parrot.com/drone-parrot/1.0/", "drone-parrot");
        Exiv2::XmpProperties::registerNs("http://pix4d.com/camera/1.0/", "Camera");
        return true;
    }();
    Q_UNUSED(done)
}

/** The metadata of one file, asked by name; nothing for what is not there or not readable. */
class Metadata
{
public:
    explicit Metadata(const QString& path)
    {
        const auto image = Exiv2::ImageFactory::open(QFile::encodeName(path).toStdString());
        image->readMetadata();
        m_exif = image->exifData();
        m_xmp = image->xmpData();
    }

    QString text(const char* key) const
    {
        try {
            const std::string name(key);
            if (name.rfind("Exif.", 0) == 0) {
                const auto at = m_exif.findKey(Exiv2::ExifKey(name));
                return at != m_exif.end() ? QString::fromStdString(at->toString()).trimmed() : QString();
            }
            const auto at = m_xmp.findKey(Exiv2::XmpKey(name));
            return at != m_xmp.end() ? QString::fromStdString(at->toString()).trimmed() : QString();
        } catch (const std::exception&) {
            return {};
        }
    }

    /** The n-th of a field's numbers; EXIF's are fractions. */
    std::optional<double> exifNumber(const char* key, int n = 0) const
    {
        try {
            const auto at = m_exif.findKey(Exiv2::ExifKey(key));
            if (at == m_exif.end() || long(at->count()) <= n)
                return std::nullopt;
            const Exiv2::Rational fraction = at->toRational(n);
            if (fraction.second == 0)
                return std::nullopt;
            return double(fraction.first) / double(fraction.second);
        } catch (const std::exception&) {
            return std::nullopt;
        }
    }

    /** XMP's are texts: "+12.30", or a fraction. */
    std::optional<double> xmpNumber(const char* key) const
    {
        const QStringList parts = text(key).split(QLatin1Char('/'));
        bool good = false;
        double value = parts.first().toDouble(&good);
        if (good && parts.size() == 2) {
            const double divisor = parts[1].toDouble(&good);
            value = good && divisor != 0 ? value / divisor : std::nan("");
        }
        return good && std::isfinite(value) && parts.size() <= 2 ? std::optional(value) : std::nullopt;
    }

    std::optional<double> firstXmpNumber(std::initializer_list<const char*> keys) const
    {
        for (const char* key : keys) {
            if (const auto value = xmpNumber(key))
                return value;
        }
        return std::nullopt;
    }

private:
    Exiv2::ExifData m_exif;
    Exiv2::XmpData m_xmp;
};

std::optional<double> within(std::optional<double> value, double least, double most)
{
    return value && *value >= least && *value <= most ? value : std::nullopt;
}

/** Degrees, minutes and seconds with the letter of the hemisphere beside them. */
std::optional<double> exifAngle(const Metadata& metadata, const char* key, const char* referenceKey,
                                QLatin1Char negative)
{
    const auto degrees = metadata.exifNumber(key);
    if (!degrees)
        return std::nullopt;
    const double angle = *degrees + metadata.exifNumber(key, 1).value_or(0) / 60 +
                         metadata.exifNumber(key, 2).value_or(0) / 3600;
    return metadata.text(referenceKey).startsWith(negative, Qt::CaseInsensitive) ? -angle : angle;
}

void readPlace(const Metadata& metadata, PictureFacts& facts)
{
    auto latitude =
        exifAngle(metadata, "Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", QLatin1Char('S'));
    auto longitude =
        exifAngle(metadata, "Exif.GPSInfo.GPSLongitude", "Exif.GPSInfo.GPSLongitudeRef", QLatin1Char('W'));
    if (!latitude || !longitude) {
        latitude = metadata.firstXmpNumber({"Xmp.drone-dji.GpsLatitude", "Xmp.drone-dji.Latitude"});
        longitude = metadata.firstXmpNumber(
            {"Xmp.drone-dji.GpsLongtitude", "Xmp.drone-dji.GpsLongitude", "Xmp.drone-dji.Longitude"});
    }
    latitude = within(latitude, -90, 90);
    longitude = within(longitude, -180, 180);
    // Receivers write 0, 0 until they know where they are.
    if (latitude && longitude && (*latitude != 0 || *longitude != 0)) {
        facts.latitudeDegrees = latitude;
        facts.longitudeDegrees = longitude;
    }
    auto altitude = metadata.xmpNumber("Xmp.drone-dji.AbsoluteAltitude");
    if (!altitude) {
        altitude = metadata.exifNumber("Exif.GPSInfo.GPSAltitude");
        if (altitude && metadata.exifNumber("Exif.GPSInfo.GPSAltitudeRef").value_or(0) == 1)
            altitude = -*altitude;  // below the sea
    }
    facts.altitudeMetres = within(altitude, -1000, 50000);
    facts.heightAboveTakeOffMetres =
        within(metadata.xmpNumber("Xmp.drone-dji.RelativeAltitude"), -1000, 50000);
}

/**
 * Pix4D's angles are those of an aircraft whose camera looks straight down (0: level). Some cameras write a
 * gimbal's under the same names (-90: straight down), or how they are mounted (180: upside down).
 */
bool canBeOfCarrier(double degrees)
{
    constexpr double steepest = 45;  // banked or nose down; an aircraft that takes pictures flies flatter
    return std::abs(std::remainder(degrees, 360)) <= steepest;
}

void readAttitude(const Metadata& metadata, PictureFacts& facts)
{
    const auto angle = [&metadata](std::initializer_list<const char*> keys) {
        return within(metadata.firstXmpNumber(keys), -720, 720);
    };
    facts.platformYawDegrees = angle({"Xmp.drone-dji.FlightYawDegree", "Xmp.drone-parrot.DroneYawDegree"});
    facts.cameraYawDegrees = angle({"Xmp.drone-dji.GimbalYawDegree", "Xmp.drone-parrot.CameraYawDegree"});
    facts.cameraPitchDegrees =
        angle({"Xmp.drone-dji.GimbalPitchDegree", "Xmp.drone-parrot.CameraPitchDegree"});
    facts.cameraRollDegrees = angle({"Xmp.drone-dji.GimbalRollDegree", "Xmp.drone-parrot.CameraRollDegree"});
    if (facts.cameraPitchDegrees)
        return;
    facts.cameraYawDegrees = angle({"Xmp.Camera.Yaw"});
    facts.cameraPitchDegrees = angle({"Xmp.Camera.Pitch"});
    facts.cameraRollDegrees = angle({"Xmp.Camera.Roll"});
    if (facts.cameraPitchDegrees) {
        facts.attitudeIsOfCarrier =
            canBeOfCarrier(*facts.cameraPitchDegrees) && canBeOfCarrier(facts.cameraRollDegrees.value_or(0));
        facts.attitudeWasNoCarriers = !facts.attitudeIsOfCarrier;
    }
    if (!facts.platformYawDegrees)
        facts.platformYawDegrees = within(metadata.exifNumber("Exif.GPSInfo.GPSImgDirection"), 0, 360);
}

/** By the number of pixels in an inch, a centimetre or a millimetre of the sensor. */
std::optional<double> focalLengthInPixels(const Metadata& metadata, std::optional<double> millimetres)
{
    const auto resolution = metadata.exifNumber("Exif.Photo.FocalPlaneXResolution");
    if (!millimetres || !resolution)
        return std::nullopt;
    const double unit = metadata.exifNumber("Exif.Photo.FocalPlaneResolutionUnit").value_or(2);
    const double unitMillimetres = unit == 3 ? 10 : unit == 4 ? 1 : 25.4;
    return within(*millimetres * *resolution / unitMillimetres, 10, 1e7);
}

void readLens(const Metadata& metadata, PictureFacts& facts)
{
    facts.focalLengthMillimetres = within(metadata.exifNumber("Exif.Photo.FocalLength"), 0.1, 1e5);
    facts.equivalentFocalLengthMillimetres =
        within(metadata.exifNumber("Exif.Photo.FocalLengthIn35mmFilm"), 1, 1e5);
    facts.focalLengthPixels = within(metadata.xmpNumber("Xmp.drone-dji.CalibratedFocalLength"), 10, 1e7);
    if (!facts.focalLengthPixels && !facts.equivalentFocalLengthMillimetres)
        facts.focalLengthPixels = focalLengthInPixels(metadata, facts.focalLengthMillimetres);
    const auto width = within(metadata.exifNumber("Exif.Photo.PixelXDimension"), 1, 1e6);
    const auto height = within(metadata.exifNumber("Exif.Photo.PixelYDimension"), 1, 1e6);
    if (!width || !height)
        return;
    facts.size = cv::Size(int(*width), int(*height));
    // Decoding turns a picture as its orientation says: from 5 on by a quarter.
    if (metadata.exifNumber("Exif.Image.Orientation").value_or(1) >= 5)
        std::swap(facts.size.width, facts.size.height);
}

/** "+09:00" in seconds. */
std::optional<int> offsetSeconds(const QString& text)
{
    const QTime time = QTime::fromString(text.mid(1), QStringLiteral("hh:mm"));
    const bool behind = text.startsWith(QLatin1Char('-'));
    if (!time.isValid() || (!behind && !text.startsWith(QLatin1Char('+'))))
        return std::nullopt;
    const int seconds = time.msecsSinceStartOfDay() / 1000;
    return behind ? -seconds : seconds;
}

QDateTime exifDateTime(const QString& text)
{
    QDateTime time = QDateTime::fromString(text.left(19), QStringLiteral("yyyy:MM:dd HH:mm:ss"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

QDateTime gpsTime(const Metadata& metadata)
{
    const QDate date =
        QDate::fromString(metadata.text("Exif.GPSInfo.GPSDateStamp").left(10), QStringLiteral("yyyy:MM:dd"));
    const auto hours = metadata.exifNumber("Exif.GPSInfo.GPSTimeStamp", 0);
    const auto minutes = metadata.exifNumber("Exif.GPSInfo.GPSTimeStamp", 1);
    const auto seconds = metadata.exifNumber("Exif.GPSInfo.GPSTimeStamp", 2);
    if (!date.isValid() || !hours || !minutes || !seconds)
        return {};
    const double ofDay = *hours * 3600 + *minutes * 60 + *seconds;
    if (ofDay < 0 || ofDay >= 86401)
        return {};
    return QDateTime(date, QTime(0, 0), Qt::UTC).addMSecs(std::llround(ofDay * 1000));
}

void readClock(const Metadata& metadata, PictureFacts& facts)
{
    facts.clock = exifDateTime(metadata.text("Exif.Photo.DateTimeOriginal"));
    const QDateTime gps = gpsTime(metadata);
    if (!facts.clock.isValid()) {
        facts.clock = facts.utc = gps;
        return;
    }
    // What follows the point of the second.
    const QString part = metadata.text("Exif.Photo.SubSecTimeOriginal");
    bool isNumber = false;
    const double fraction = (QStringLiteral("0.") + part).toDouble(&isNumber);
    if (!part.isEmpty() && isNumber)
        facts.clock = facts.clock.addMSecs(std::llround(fraction * 1000));
    if (const auto offset = offsetSeconds(metadata.text("Exif.Photo.OffsetTimeOriginal"))) {
        facts.utc = facts.clock.addSecs(-*offset);
    } else if (gps.isValid()) {
        // Zones are whole quarters of an hour.
        constexpr qint64 quarter = 15 * 60 * 1000;
        const qint64 away = gps.msecsTo(facts.clock);
        facts.utc = facts.clock.addMSecs(-quarter * std::llround(double(away) / quarter));
    }
}

}  // namespace

PictureFacts readPictureFacts(const QString& path)
{
    PictureFacts facts;
    const std::lock_guard<std::mutex> lock(exivMutex());
    try {
        prepareExiv();
        const Metadata metadata(path);
        readPlace(metadata, facts);
        readAttitude(metadata, facts);
        readLens(metadata, facts);
        readClock(metadata, facts);
        // Unset clocks neither order pictures nor date them.
        if (!canBeFlightTime(facts.clock))
            facts.clock = facts.utc = QDateTime();
    } catch (const std::exception&) {
        // Exiv2 throws on files it cannot read: what was read before that stands.
    }
    return facts;
}

}  // namespace sheen
