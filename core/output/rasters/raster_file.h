#pragma once

#include <gdal_priv.h>

#include <QString>
#include <opencv2/core.hpp>

#include "base/cancel.h"
#include "base/error.h"
#include "data/model_card.h"
#include "raster/orthoimage.h"

namespace sheen {

// GeoTIFFs. Every function throws Error naming the file that it could not write.

/** Class values with the card's colours and names; 255, where nothing was seen, is nodata. */
void writeMaskTiff(const cv::Mat& classes, const MapGrid& grid, const ModelCard& card, const QString& path);

/** Red, green, blue, alpha from BGRA. */
void writePictureTiff(const cv::Mat& bgra, const MapGrid& grid, const QString& path);

/** An empty raster on disk for work by windows: tiled, uncompressed, blocks that were never written take no
 * room. */
GDALDatasetUniquePtr createScratchRaster(const MapGrid& grid, int bands, GDALDataType type,
                                         const QString& path);

/** Tells a band of class values what the values mean. */
void describeClasses(GDALDataset& raster, const ModelCard& card);

/** Compressed and with overviews where they are worth it (cloud optimised GeoTIFF). Return false where they
 * were cancelled: then what is at that path is of no use. */
bool copyMaskMosaic(GDALDataset& scratch, const QString& path, const Cancel* cancel);
bool copyPictureMosaic(GDALDataset& scratch, const QString& path, const Cancel* cancel);

/** The Error for a raster that could not be written. */
Error rasterError(const QString& path, const QString& reason);

}  // namespace sheen
