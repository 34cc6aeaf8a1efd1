#pragma once

#include <QString>
#include <functional>

namespace sheen::test {

/** A raster whose heights (metres) are a function of its cells' middles, in its own coordinates. */
struct HeightRaster
{
    const char* system = "EPSG:4326";  //!< none where empty
    double left = 0, top = 0, cell = 0.001;
    int columns = 300, rows = 200;
    std::function<double(double, double)> height;  // of x, y

    void write(const QString& path) const;  //!< as a GeoTIFF; -9999 is no value
};

}  // namespace sheen::test
