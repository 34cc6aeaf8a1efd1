#pragma once

#include <QString>

#include "data/picture_facts.h"

namespace sheen {

/**
 * EXIF and XMP of a JPEG, TIFF or PNG file; reads its headers only. What is missing, broken or impossible is
 * left out: never throws. From any thread.
 */
PictureFacts readPictureFacts(const QString& path);

}  // namespace sheen
