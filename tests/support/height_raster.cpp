#include "height_raster.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <vector>

namespace sheen::test {

void HeightRaster::write(const QString& path) const
{
    GDALAllRegister();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    const GDALDatasetUniquePtr file(
        driver->Create(path.toUtf8().constData(), columns, rows, 1, GDT_Float32, nullptr));
    double transform[6] = {left, cell, 0, top, 0, -cell};
    file->SetGeoTransform(transform);
    OGRSpatialReference reference;
    if (*system && reference.SetFromUserInput(system) == OGRERR_NONE)
        file->SetSpatialRef(&reference);
    file->GetRasterBand(1)->SetNoDataValue(-9999);
    std::vector<float> row(static_cast<std::size_t>(columns));
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x)
            row[static_cast<std::size_t>(x)] = float(height(left + (x + 0.5) * cell, top - (y + 0.5) * cell));
        if (file->GetRasterBand(1)->RasterIO(GF_Write, 0, y, columns, 1, row.data(), columns, 1, GDT_Float32,
                                             0, 0, nullptr) != CE_None)
            qFatal("cannot write %s", qPrintable(path));
    }
}

}  // namespace sheen::test
