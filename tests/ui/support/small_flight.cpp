#include "small_flight.h"

#include <QDir>
#include <QFile>
#include <QTextStream>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace sheen::test {

namespace {

constexpr int width = 480;
constexpr int height = 360;
constexpr double hfovDegrees = 40;
constexpr double heightMetres = 600;
constexpr double metresPerFrame = 12;
constexpr double metresPerDegree = 110574;  // of latitude, near the equator

}  // namespace

SmallFlight writeSmallFlight(const QString& folder, int frames, const QString& name)
{
    SmallFlight flight{QDir(folder).filePath(name), QDir(folder).filePath(name + QStringLiteral(".csv"))};
    QDir().mkpath(flight.frames);
    QFile table(flight.poses);
    if (!table.open(QIODevice::WriteOnly))
        qFatal("the table of poses cannot be written");
    QTextStream rows(&table);
    rows << "frame,t,lat,lon,alt,hdg,az,brg,dep,focal,hfov\n";
    // 2 h tan(hfov / 2) metres over the width: 436.8 m, 0.91 m a pixel. North is up.
    const double metresPerPixel = 2 * heightMetres * std::tan(hfovDegrees / 2 * CV_PI / 180) / width;
    const double slickMetresNorth = frames * metresPerFrame / 2;
    for (int i = 0; i < frames; ++i) {
        const double metresNorth = i * metresPerFrame;
        cv::Mat picture(height, width, CV_8UC3, cv::Scalar(200, 190, 180));
        const double y = height / 2.0 - (slickMetresNorth - metresNorth) / metresPerPixel;
        cv::ellipse(picture, cv::Point(width / 2, int(std::lround(y))), cv::Size(70, 35), 0, 0, 360,
                    cv::Scalar(20, 20, 20), cv::FILLED);
        const QString file = QStringLiteral("%1/%2.jpg").arg(flight.frames).arg(i, 5, 10, QLatin1Char('0'));
        cv::imwrite(file.toStdString(), picture);
        // Recordings are known by their content: those of another name differ behind the picture's end.
        QFile written(file);
        if (!written.open(QIODevice::Append) || written.write(name.toUtf8()) < 0)
            qFatal("a picture cannot be written");
        rows << i << ',' << i << ',' << QString::number(1.0 + metresNorth / metresPerDegree, 'f', 8)
             << ",104.5," << heightMetres << ",0,0,0,90,50," << hfovDegrees << '\n';
    }
    return flight;
}

}  // namespace sheen::test
