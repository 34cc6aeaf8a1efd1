#include "flight_truth.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>
#include <stdexcept>

namespace acceptance {

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double radiansPerDegree = pi / 180;
constexpr double semiMajor = 6378137.0;  // WGS84
constexpr double flattening = 1 / 298.257223563;
constexpr double eccentricitySquared = flattening * (2 - flattening);

using Vector = std::array<double, 3>;

Vector add(const Vector& a, const Vector& b, double factor = 1)
{
    return {a[0] + factor * b[0], a[1] + factor * b[1], a[2] + factor * b[2]};
}

Vector earthCentred(double latitude, double longitude, double height)
{
    const double phi = latitude * radiansPerDegree, lambda = longitude * radiansPerDegree;
    const double n = semiMajor / std::sqrt(1 - eccentricitySquared * std::sin(phi) * std::sin(phi));
    return {(n + height) * std::cos(phi) * std::cos(lambda), (n + height) * std::cos(phi) * std::sin(lambda),
            (n * (1 - eccentricitySquared) + height) * std::sin(phi)};
}

[[noreturn]] void fail(const QString& sentence)
{
    throw std::runtime_error(sentence.toStdString());
}

/** The values of a line; quoted ones may hold commas. */
QStringList splitLine(const QString& line)
{
    QStringList values(QString{});
    bool quoted = false;
    for (const QChar c : line) {
        if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (c == QLatin1Char(',') && !quoted)
            values.append(QString());
        else if (c != QLatin1Char('\n') && c != QLatin1Char('\r'))
            values.last().append(c);
    }
    return values;
}

/** How it was rendered; empty where that is not said. */
QJsonObject sceneOf(const QString& folder)
{
    QFile scene(QDir(folder).filePath("scene.json"));
    return scene.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(scene.readAll()).object()
                                           : QJsonObject();
}

}  // namespace

CsvTable CsvTable::read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        fail(QStringLiteral("\"%1\" cannot be read.").arg(path));
    CsvTable table;
    const QStringList names = splitLine(QString::fromUtf8(file.readLine()));
    for (int i = 0; i < names.size(); ++i)
        table.m_columns.insert(names[i].trimmed(), i);
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine());
        if (!line.trimmed().isEmpty())
            table.m_rows.push_back(splitLine(line));
    }
    return table;
}

QString CsvTable::text(int row, const QString& column) const
{
    const int index = m_columns.value(column, -1);
    if (index < 0)
        fail(QStringLiteral("A table has no column \"%1\".").arg(column));
    return m_rows[static_cast<std::size_t>(row)].value(index);
}

double distanceMetres(const Place& a, const Place& b)
{
    const Vector difference =
        add(earthCentred(a.latitude, a.longitude, 0), earthCentred(b.latitude, b.longitude, 0), -1);
    return std::hypot(difference[0], difference[1], difference[2]);
}

std::optional<Place> TrueCamera::onSea(double x, double y) const
{
    const double focal = columns / (2 * std::tan(horizontalFov / 2 * radiansPerDegree));
    const double right = (x - columns / 2.0) / focal, lower = (y - rows / 2.0) / focal;
    // North, east and down of the ray: along the axis, to the picture's right, to its lower edge.
    const double b = bearing * radiansPerDegree, d = depression * radiansPerDegree;
    const double north = std::cos(d) * std::cos(b) - right * std::sin(b) - lower * std::sin(d) * std::cos(b);
    const double east = std::cos(d) * std::sin(b) + right * std::cos(b) - lower * std::sin(d) * std::sin(b);
    const double down = std::sin(d) + lower * std::cos(d);

    const double phi = latitude * radiansPerDegree, lambda = longitude * radiansPerDegree;
    const Vector northAxis = {-std::sin(phi) * std::cos(lambda), -std::sin(phi) * std::sin(lambda),
                              std::cos(phi)};
    const Vector eastAxis = {-std::sin(lambda), std::cos(lambda), 0};
    const Vector upAxis = {std::cos(phi) * std::cos(lambda), std::cos(phi) * std::sin(lambda), std::sin(phi)};
    const Vector ray = add(add(add({0, 0, 0}, northAxis, north), eastAxis, east), upAxis, -down);
    const Vector eye = earthCentred(latitude, longitude, height);

    // Stretched along the axis, the ellipsoid is a sphere.
    const double stretch = 1 / (1 - flattening);
    const Vector o = {eye[0], eye[1], eye[2] * stretch}, r = {ray[0], ray[1], ray[2] * stretch};
    const double rr = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
    const double ro = r[0] * o[0] + r[1] * o[1] + r[2] * o[2];
    const double oo = o[0] * o[0] + o[1] * o[1] + o[2] * o[2] - semiMajor * semiMajor;
    const double discriminant = ro * ro - rr * oo;
    if (discriminant < 0 || ro >= 0)
        return std::nullopt;
    const Vector hit = add(eye, ray, oo / (-ro + std::sqrt(discriminant)));
    return Place{
        std::atan2(hit[2], (1 - eccentricitySquared) * std::hypot(hit[0], hit[1])) / radiansPerDegree,
        std::atan2(hit[1], hit[0]) / radiansPerDegree};
}

std::array<double, 2> TrueCamera::markPixel(int mark) const
{
    const double w = columns, h = rows;
    const std::array<std::array<double, 2>, 5> pixels = {{{0, 0}, {w, 0}, {w, h}, {0, h}, {w / 2, h / 2}}};
    return pixels[static_cast<std::size_t>(mark)];
}

std::array<std::optional<Place>, 5> TrueCamera::marks() const
{
    std::array<std::optional<Place>, 5> places;
    for (int mark = 0; mark < 5; ++mark) {
        const auto pixel = markPixel(mark);
        places[static_cast<std::size_t>(mark)] = onSea(pixel[0], pixel[1]);
    }
    return places;
}

double TrueCamera::pixelMetres(int mark) const
{
    const auto [x, y] = markPixel(mark);
    const auto left = onSea(x - 0.5, y), right = onSea(x + 0.5, y);
    const auto upper = onSea(x, y - 0.5), lower = onSea(x, y + 0.5);
    if (!left || !right || !upper || !lower)
        return 0;
    return std::sqrt(distanceMetres(*left, *right) * distanceMetres(*upper, *lower));
}

QString flightName(const QString& folder)
{
    return sceneOf(folder).value("name").toString(QFileInfo(QDir::cleanPath(folder)).fileName());
}

FlightTruth readFlightTruth(const QString& folder)
{
    const QDir directory(folder);
    FlightTruth flight;
    flight.name = flightName(folder);
    flight.folder = folder;
    const QStringList videos = directory.entryList({"flight.*"}, QDir::Files);
    flight.isFolder = videos.isEmpty();
    flight.recording = directory.filePath(flight.isFolder ? QStringLiteral("frames") : videos.first());
    if (!QFileInfo::exists(flight.recording))
        fail(QStringLiteral("\"%1\" holds no flight.").arg(folder));

    const QJsonObject description = sceneOf(folder);
    flight.overlay = CsvTable::read(directory.filePath("overlay.csv"));
    const CsvTable truth = CsvTable::read(directory.filePath("truth.csv"));
    if (truth.rowCount() > 1)
        flight.interval = truth.number(1, "t") - truth.number(0, "t");
    for (int row = 0; row < truth.rowCount(); ++row) {
        TrueCamera camera;
        camera.latitude = truth.number(row, "lat");
        camera.longitude = truth.number(row, "lon");
        camera.height = truth.number(row, "alt");
        camera.bearing = truth.number(row, "brg");
        camera.depression = truth.number(row, "dep");
        camera.horizontalFov = truth.number(row, "hfov");
        camera.columns = description.value("w").toInt();
        camera.rows = description.value("h").toInt();
        flight.cameras[static_cast<int>(truth.number(row, "frame"))] = camera;
    }
    return flight;
}

}  // namespace acceptance
