#pragma once

#include <QString>
#include <vector>

#include "data/slick.h"

class OGRFeature;

namespace sheen {

/** A slick as format 1 had it: one region of one class, with one status. */
struct Format1Slick
{
    std::int64_t id = 0;
    QString status;  //!< "new", "accepted", "rejected", "edited", "drawn"
    QString note;
    double positionErrorMetres = 0;
    double areaErrorShare = 0;
    AppearanceArea area;
};

/** Reads one by the names of the columns. */
Format1Slick format1SlickFromFeature(const OGRFeature& feature);

/** What became of slicks of format 1. */
struct Format1Bodies
{
    std::vector<Slick> slicks;
    std::vector<QString> history;  //!< a sentence for each slick that was several
};

/**
 * Makes bodies of oil of the regions of format 1: those within the gap of one another that were decided
 * alike. A body has the number of its largest region; notes are kept, each with the number that it had. Where
 * regions overlapped, the smaller one keeps what both had.
 */
Format1Bodies bodiesOf(std::vector<Format1Slick> regions);

}  // namespace sheen
