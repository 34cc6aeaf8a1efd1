#include "unknown_overlays.h"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sheen::test {

namespace {

using F = OverlayField;

constexpr int bursts = 6;
constexpr int framesEach = 4;
const cv::Size size(1280, 720);

/** Draws with the font's own widths; returns what was drawn on. */
cv::Rect draw(cv::Mat& picture, const QString& text, const UnknownOverlay& overlay, double left,
              double baseline)
{
    const int thickness = overlay.font == cv::FONT_HERSHEY_SIMPLEX ? 2 : 1;
    const double scale = cv::getFontScaleFromHeight(overlay.font, int(overlay.capitalHeight), thickness);
    double x = left;
    for (const QChar character : text) {
        if (character == QChar(0x00B0)) {
            const double radius = 0.2 * overlay.capitalHeight;
            cv::circle(picture, cv::Point2d(x + radius + 2, baseline - overlay.capitalHeight + radius),
                       int(std::lround(radius)), overlay.colour, 1, cv::LINE_AA);
            x += 3 * radius;
            continue;
        }
        const std::string letter(1, character.toLatin1());
        int below = 0;
        cv::putText(picture, letter, cv::Point2d(x, baseline), overlay.font, scale, overlay.colour, thickness,
                    cv::LINE_AA);
        x += cv::getTextSize(letter, overlay.font, scale, thickness, &below).width + 1;
    }
    return cv::Rect(cv::Point2d(left, baseline - overlay.capitalHeight), cv::Point2d(x, baseline + 1));
}

QString fixed(double value, int digits, int decimals)
{
    const int width = digits + (decimals ? decimals + 1 : 0);
    return QStringLiteral("%1").arg(value, width, 'f', decimals, QLatin1Char('0'));
}

double valueOf(const TelemetryReading& reading, F field)
{
    return reading[field].value.value_or(0);
}

/** A text that is the same in all frames. */
auto still(const char* text)
{
    return [text](const TelemetryReading&, const CameraPose&) { return QString::fromLatin1(text); };
}

/** As the reading has it, with something before it. */
auto shown(F field, const char* before = "", const char* after = "")
{
    return [=](const TelemetryReading& reading, const CameraPose&) {
        return QLatin1String(before) + reading[field].text + QLatin1String(after);
    };
}

/** N 34 40.320 */
auto letterFirst(F field)
{
    return [field](const TelemetryReading& reading, const CameraPose&) {
        const double degrees = std::abs(valueOf(reading, field));
        const bool latitude = field == F::PlatformLatitude || field == F::TargetLatitude;
        const double whole = std::floor(degrees);
        return QStringLiteral("%1 %2 %3")
            .arg(latitude ? QStringLiteral("N") : QStringLiteral("E"))
            .arg(fixed(whole, latitude ? 2 : 3, 0), fixed(60 * (degrees - whole), 2, 3));
    };
}

auto signedDegrees(F field)
{
    return [field](const TelemetryReading& reading, const CameraPose&) {
        return QString::number(valueOf(reading, field), 'f', 5);
    };
}

auto metres(F field, const char* unit)
{
    return [=](const TelemetryReading& reading, const CameraPose&) {
        return QString::number(std::lround(valueOf(reading, field))) + QLatin1String(unit);
    };
}

auto bareDegrees(F field, int decimals)
{
    return [=](const TelemetryReading& reading, const CameraPose&) {
        return fixed(valueOf(reading, field), 3, decimals);
    };
}

auto grid(F latitude, F longitude)
{
    return [=](const TelemetryReading& reading, const CameraPose&) {
        int zone = 0;
        bool north = true;
        double x = 0, y = 0;
        std::string text;
        GeographicLib::UTMUPS::Forward(valueOf(reading, latitude), valueOf(reading, longitude), zone, north,
                                       x, y);
        GeographicLib::MGRS::Forward(zone, north, x, y, 5, text);
        return QString::fromStdString(text);
    };
}

/** "RNG 1.25KM" */
auto kilometres(F field)
{
    return [field](const TelemetryReading& reading, const CameraPose&) {
        return QString::number(valueOf(reading, field) / 1000, 'f', 2) + QStringLiteral("KM");
    };
}

OverlayFlight flown(double heading, double height, double depression, double azimuth)
{
    OverlayFlight flight;
    flight.heading = heading;
    flight.height = height;
    flight.depression = depression;
    flight.azimuth = azimuth;
    flight.interval = 1;
    flight.frames = 400;
    flight.turnRate = [](double time) { return 0.6 * std::sin(time / 25); };
    return flight;
}

UnknownOverlay labelledDegrees()
{
    UnknownOverlay overlay{"labels, decimal degrees",
                           cv::FONT_HERSHEY_SIMPLEX,
                           15,
                           cv::Scalar::all(235),
                           {},
                           flown(75, 820, 50, 40),
                           {}};
    overlay.texts = {
        {30, 620, still("LAT"), {}},         {90, 620, shown(F::PlatformLatitude), F::PlatformLatitude},
        {30, 645, still("LON"), {}},         {90, 645, shown(F::PlatformLongitude), F::PlatformLongitude},
        {30, 670, still("ALT"), {}},         {90, 670, shown(F::PlatformAltitude), F::PlatformAltitude},
        {30, 695, still("HDG"), {}},         {90, 695, shown(F::PlatformHeading), F::PlatformHeading},
        {1050, 40, shown(F::Date), F::Date}, {1050, 65, shown(F::Time, "", "Z"), F::Time},
        {1050, 670, still("SPD 155KT"), {}}, {1050, 695, still("FOV 12.3"), {}},
    };
    return overlay;
}

UnknownOverlay unlabelledSeconds()
{
    UnknownOverlay overlay{"no labels, seconds of arc", cv::FONT_HERSHEY_DUPLEX,  16, cv::Scalar::all(225),
                           {90, 9, 300, 150},           flown(200, 640, 35, -60), {}};
    overlay.flight.secondsOfArc = true;
    overlay.texts = {
        {24, 40, shown(F::PlatformLatitude), F::PlatformLatitude},
        {24, 66, shown(F::PlatformLongitude), F::PlatformLongitude},
        {24, 92, shown(F::PlatformHeading), F::PlatformHeading},
        {120, 92, shown(F::PlatformAltitude), F::PlatformAltitude},
        {1080, 40, shown(F::TargetLatitude), F::TargetLatitude},
        {1080, 66, shown(F::TargetLongitude), F::TargetLongitude},
        {1080, 92, shown(F::TargetBearing), F::TargetBearing},
        {1170, 92, kilometres(F::SlantRange), F::SlantRange},
        {24, 700, shown(F::Time), F::Time},
        {600, 40, still("IR WHT"), {}},
    };
    return overlay;
}

UnknownOverlay lettersFirst()
{
    UnknownOverlay overlay{"letters first, green",
                           cv::FONT_HERSHEY_SIMPLEX,
                           14,
                           cv::Scalar(60, 230, 60),
                           {},
                           flown(310, 1200, 60, 20),
                           {}};
    overlay.texts = {
        {900, 600, still("A/C"), {}},
        {960, 600, letterFirst(F::PlatformLatitude), F::PlatformLatitude},
        {960, 626, letterFirst(F::PlatformLongitude), F::PlatformLongitude},
        {900, 652, still("MSL"), {}},
        {960, 652, shown(F::PlatformAltitude), F::PlatformAltitude},
        {900, 678, still("HDG"), {}},
        {960, 678, bareDegrees(F::PlatformHeading, 1), F::PlatformHeading},
        {30, 652, still("AZ 020.0"), {}},
        {30, 678, still("EL -60.0"), {}},
        {30, 40, shown(F::Time), F::Time},
        {30, 66, still("WIND 075 12KT"), {}},
    };
    return overlay;
}

UnknownOverlay gridReferences()
{
    UnknownOverlay overlay{"grid references", cv::FONT_HERSHEY_DUPLEX, 16, cv::Scalar::all(240),
                           {70, 8, 200, 150}, flown(20, 900, 40, 80),  {}};
    overlay.texts = {
        {24, 40, still("AC"), {}},
        {70, 40, grid(F::PlatformLatitude, F::PlatformLongitude), F::PlatformLatitude, F::PlatformLongitude},
        {24, 66, still("ALT"), {}},
        {90, 66, metres(F::PlatformAltitude, "M"), F::PlatformAltitude},
        {24, 92, still("HDG"), {}},
        {90, 92, shown(F::PlatformHeading), F::PlatformHeading},
        {900, 670, still("TGT"), {}},
        {970, 670, grid(F::TargetLatitude, F::TargetLongitude), F::TargetLatitude, F::TargetLongitude},
        {900, 696, still("ELEV"), {}},
        {990, 696, still("0M"), F::TargetElevation},
    };
    return overlay;
}

UnknownOverlay signedNumbers()
{
    UnknownOverlay overlay{"signs, yellow",   cv::FONT_HERSHEY_SIMPLEX, 15, cv::Scalar(50, 225, 235),
                           {80, 8, 300, 140}, flown(140, 500, 55, 0),   {}};
    overlay.flight.longitude = -67.1;
    overlay.flight.latitude = 18.4;
    overlay.texts = {
        {500, 650, still("LAT:"), {}},
        {570, 650, signedDegrees(F::PlatformLatitude), F::PlatformLatitude},
        {760, 650, still("LON:"), {}},
        {830, 650, signedDegrees(F::PlatformLongitude), F::PlatformLongitude},
        {500, 680, still("ALT:"), {}},
        {570, 680, metres(F::PlatformAltitude, "M"), F::PlatformAltitude},
        {760, 680, still("HDG:"), {}},
        {830, 680, bareDegrees(F::PlatformHeading, 0), F::PlatformHeading},
        {1080, 40, shown(F::Time), F::Time},
        {30, 40, still("CAM 1"), {}},
    };
    return overlay;
}

}  // namespace

UnknownOverlay::Drawn UnknownOverlay::frame(int index) const
{
    const TelemetryReading reading = flight.readingAt(index);
    Drawn drawn;
    drawn.frame.index = index;
    drawn.frame.timeSeconds = reading.timeSeconds;
    drawn.frame.picture = renderedSea(size, index, sea);
    for (const DrawnText& text : texts) {
        const QString said = text.text(reading, flight.poseAt(reading.timeSeconds));
        const cv::Rect place = draw(drawn.frame.picture, said, *this, text.left, text.baseline);
        for (const auto& field : {text.field, text.second}) {
            if (!field)
                continue;
            drawn.places[*field] = place;
            if (reading[*field].value)
                drawn.values[*field] = *reading[*field].value;
        }
    }
    drawn.frame.picture = jpegCompressed(drawn.frame.picture, 80);
    return drawn;
}

std::vector<UnknownOverlay::Drawn> UnknownOverlay::frames() const
{
    std::vector<Drawn> drawn;
    for (int burst = 0; burst < bursts; ++burst) {
        for (int i = 0; i < framesEach; ++i)
            drawn.push_back(frame(10 + 60 * burst + 2 * i));
    }
    return drawn;
}

std::vector<UnknownOverlay> unknownOverlays()
{
    return {labelledDegrees(), unlabelledSeconds(), lettersFirst(), gridReferences(), signedNumbers()};
}

}  // namespace sheen::test
