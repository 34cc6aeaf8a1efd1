// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

#include "output/products.h"

namespace sheen {

/** A frame as it was recorded and the same with a slick outlined, as files; empty where it cannot be read. */
struct FramePair
{
    const FrameRecord* record = nullptr;  //!< nullptr: no frame shows the slick
    QString clean;
    QString outlined;  //!< with north and a scale bar in it
};

/** The frame that shows a slick best, in pictures that lie in `folder`. */
FramePair picturesOf(const Slick& slick, const ProductInput& input, const QTemporaryDir& folder);

}  // namespace sheen
