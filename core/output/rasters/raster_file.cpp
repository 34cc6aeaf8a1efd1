#include "raster_file.h"

#include <cpl_string.h>
#include <ogr_spatialref.h>

#include <QCoreApplication>
#include <array>

#include "data/area_colours.h"
#include "data/segmentation.h"
#include "ogr/gdal_errors.h"

namespace sheen {

namespace {

GDALDatasetUniquePtr createTiff(const MapGrid& grid, int bands, GDALDataType type, CPLStringList options,
                                const QString& path)
{
    registerGdal();
    const GdalErrors errors;
    options.SetNameValue("TILED", "YES");
    options.SetNameValue("BIGTIFF", "IF_SAFER");
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    GDALDatasetUniquePtr raster(driver->Create(path.toUtf8().constData(), grid.size.width, grid.size.height,
                                               bands, type, options.List()));
    if (!raster)
        throw rasterError(path, errors.first());
    OGRSpatialReference reference;
    reference.importFromEPSG(grid.epsg);
    raster->SetSpatialRef(&reference);
    std::array<double, 6> transform{grid.left, grid.pixelSizeMetres, 0, grid.top, 0, -grid.pixelSizeMetres};
    raster->SetGeoTransform(transform.data());
    return raster;
}

/** Closes the raster; only then all of it is on disk. */
void close(GDALDatasetUniquePtr raster, const GdalErrors& errors, const QString& path)
{
    raster.reset();
    if (errors.any())
        throw rasterError(path, errors.first());
}

/** GDAL's progress: goes on until somebody asks for the end. */
int goesOn(double, const char*, void* cancel)
{
    return cancel && static_cast<const Cancel*>(cancel)->requested() ? FALSE : TRUE;
}

/** Returns false where it was cancelled: then what is at that path is of no use. */
bool copyTo(GDALDataset& scratch, const CPLStringList& options, const QString& path, const Cancel* cancel)
{
    const GdalErrors errors;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("COG");
    if (!driver)
        throw rasterError(path, QCoreApplication::translate("sheen::Output", "this GDAL has no COG driver"));
    GDALDatasetUniquePtr copy(driver->CreateCopy(path.toUtf8().constData(), &scratch, FALSE, options.List(),
                                                 goesOn, const_cast<Cancel*>(cancel)));
    if (cancel && cancel->requested())
        return false;
    if (!copy)
        throw rasterError(path, errors.first());
    close(std::move(copy), errors, path);
    return true;
}

}  // namespace

Error rasterError(const QString& path, const QString& reason)
{
    return Error(
        QCoreApplication::translate(
            "sheen::Output",
            "\"%1\" could not be written (%2). Make room on the disk or choose another folder; earlier "
            "files are kept.")
            .arg(path, reason));
}

void describeClasses(GDALDataset& raster, const ModelCard& card)
{
    GDALRasterBand& band = *raster.GetRasterBand(1);
    GDALColorTable colours(GPI_RGB);
    const GDALColorEntry nothing{0, 0, 0, 0};
    colours.SetColorEntry(Segmentation::notSeen, &nothing);
    for (const ModelClass& c : card.classes) {
        const Rgb rgb = classColour(card, c);
        const GDALColorEntry colour{rgb[0], rgb[1], rgb[2], 255};
        colours.SetColorEntry(c.value, &colour);
        // As metadata inside the file: GDAL would put category names into a file beside it.
        band.SetMetadataItem(QByteArray("CLASS_").append(QByteArray::number(c.value)).constData(),
                             c.name.toUtf8().constData());
    }
    band.SetColorTable(&colours);
    band.SetNoDataValue(Segmentation::notSeen);
}

void writeMaskTiff(const cv::Mat& classes, const MapGrid& grid, const ModelCard& card, const QString& path)
{
    CPLStringList options;
    options.SetNameValue("COMPRESS", "DEFLATE");
    const GdalErrors errors;
    GDALDatasetUniquePtr raster = createTiff(grid, 1, GDT_Byte, options, path);
    describeClasses(*raster, card);
    const cv::Mat whole = classes.isContinuous() ? classes : classes.clone();
    if (raster->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, whole.cols, whole.rows, whole.data, whole.cols,
                                           whole.rows, GDT_Byte, 0, 0, nullptr) != CE_None)
        throw rasterError(path, errors.first());
    close(std::move(raster), errors, path);
}

void writePictureTiff(const cv::Mat& bgra, const MapGrid& grid, const QString& path)
{
    CPLStringList options;
    options.SetNameValue("COMPRESS", "DEFLATE");
    options.SetNameValue("PREDICTOR", "2");
    options.SetNameValue("ZLEVEL", "3");  // pictures hardly get smaller with more
    options.SetNameValue("PHOTOMETRIC", "RGB");
    options.SetNameValue("ALPHA", "YES");
    const GdalErrors errors;
    GDALDatasetUniquePtr raster = createTiff(grid, 4, GDT_Byte, options, path);
    const cv::Mat whole = bgra.isContinuous() ? bgra : bgra.clone();
    std::array<int, 4> bands{3, 2, 1, 4};
    if (raster->RasterIO(GF_Write, 0, 0, whole.cols, whole.rows, whole.data, whole.cols, whole.rows, GDT_Byte,
                         4, bands.data(), 4, GSpacing(4) * whole.cols, 1, nullptr) != CE_None)
        throw rasterError(path, errors.first());
    close(std::move(raster), errors, path);
}

GDALDatasetUniquePtr createScratchRaster(const MapGrid& grid, int bands, GDALDataType type,
                                         const QString& path)
{
    CPLStringList options;
    options.SetNameValue("SPARSE_OK", "TRUE");
    options.SetNameValue("BLOCKXSIZE", "512");
    options.SetNameValue("BLOCKYSIZE", "512");
    if (bands == 4) {
        options.SetNameValue("PHOTOMETRIC", "RGB");
        options.SetNameValue("ALPHA", "YES");
    }
    return createTiff(grid, bands, type, options, path);
}

bool copyMaskMosaic(GDALDataset& scratch, const QString& path, const Cancel* cancel)
{
    CPLStringList options;
    options.SetNameValue("COMPRESS", "DEFLATE");
    options.SetNameValue("RESAMPLING", "NEAREST");  // a class between two classes means nothing
    options.SetNameValue("NUM_THREADS", "ALL_CPUS");
    options.SetNameValue("BIGTIFF", "IF_SAFER");
    options.SetNameValue("SPARSE_OK", "YES");
    return copyTo(scratch, options, path, cancel);
}

bool copyPictureMosaic(GDALDataset& scratch, const QString& path, const Cancel* cancel)
{
    CPLStringList options;
    // Alpha becomes the file's mask; ten times smaller and faster than without loss.
    options.SetNameValue("COMPRESS", "JPEG");
    options.SetNameValue("QUALITY", "90");
    options.SetNameValue("RESAMPLING", "AVERAGE");
    options.SetNameValue("NUM_THREADS", "ALL_CPUS");
    options.SetNameValue("BIGTIFF", "IF_SAFER");
    options.SetNameValue("SPARSE_OK", "YES");
    return copyTo(scratch, options, path, cancel);
}

}  // namespace sheen
