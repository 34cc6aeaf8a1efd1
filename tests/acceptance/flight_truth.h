#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <array>
#include <map>
#include <optional>
#include <vector>

namespace acceptance {

/** A table in a text file: a line of names, then values. Throws std::runtime_error. */
class CsvTable
{
public:
    static CsvTable read(const QString& path);

    int rowCount() const { return static_cast<int>(m_rows.size()); }
    bool has(const QString& column) const { return m_columns.contains(column); }
    QString text(int row, const QString& column) const;
    double number(int row, const QString& column) const { return text(row, column).toDouble(); }

private:
    QHash<QString, int> m_columns;
    std::vector<QStringList> m_rows;
};

/** Degrees, on the WGS84 ellipsoid. */
struct Place
{
    double latitude = 0;
    double longitude = 0;
};

/** Straight-line metres between two places on the ellipsoid. */
double distanceMetres(const Place& a, const Place& b);

/** The camera as it truly was, and its picture's size. */
struct TrueCamera
{
    double latitude = 0, longitude = 0, height = 0;  //!< degrees, metres
    double bearing = 0, depression = 0;              //!< degrees
    double horizontalFov = 0;                        //!< degrees
    int columns = 0, rows = 0;                       //!< pixels

    /**
     * Where a point of the picture ((0, 0) is its top left corner) lies on the sea: the ray in earth-centred
     * coordinates meets the WGS84 ellipsoid. Written apart from Sheen's own, to check it.
     */
    std::optional<Place> onSea(double x, double y) const;

    /** Four corners as the picture goes round from the top left, then the middle. */
    std::array<std::optional<Place>, 5> marks() const;

    /** Metres on the sea per pixel (geometric mean of both directions) at a mark. */
    double pixelMetres(int mark) const;

private:
    std::array<double, 2> markPixel(int mark) const;
};

/** A rendered flight with all that is known of it. */
struct FlightTruth
{
    QString name;
    QString folder;
    QString recording;                  //!< video file or folder of frames
    bool isFolder = false;              //!< of frames
    double interval = 1;                //!< seconds between a folder's frames
    CsvTable overlay;                   //!< overlay.csv
    std::map<int, TrueCamera> cameras;  //!< by frame
};

/** As its scene.json names it; else that of the folder. */
QString flightName(const QString& folder);

/** Throws std::runtime_error where the folder is no such flight. */
FlightTruth readFlightTruth(const QString& folder);

}  // namespace acceptance
