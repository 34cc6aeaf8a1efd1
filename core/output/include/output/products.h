#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <set>
#include <vector>

#include "base/cancel.h"
#include "data/entered_facts.h"
#include "data/frame_record.h"
#include "data/mask_codec.h"
#include "data/run_facts.h"
#include "data/slick.h"
#include "flight/flight.h"
#include "rasters/mosaic.h"

namespace sheen {

enum class Product {
    Masks,
    Frames,
    Mosaic,
    Shapefile,
    GeoPackage,
    GeoJson,
    Kml,
    Report,
    Csv,
    Messages,
    Gpx,
    Ships,
    Project,
    Evidence,
    Klv,
    Training,
    ReportPages,
    ReportTemplate,
};

/** From "masks,frames,...". Throws Error(Usage) naming the word that is no product. */
std::set<Product> parseProducts(const QString& list);
/** All but frames, evidence, klv, training, report-pages and report-template. */
std::set<Product> defaultProducts();
QString productName(Product product);
QString productList(const std::set<Product>& products);  //!< as parseProducts() reads it

struct Edit;
struct RecordingDigest;
struct ShipFindings;

/** What the writers are given: all plain data. */
struct ProductInput
{
    const RunFacts& facts;
    const std::vector<FrameRecord>& frames;
    const std::vector<Slick>& slicks;
    const Flight* flight = nullptr;  //!< for pictures; nullptr where the recording is not at hand
    MosaicOrder mosaicOrder = MosaicOrder::Sharpest;
    MaskReader masks = {};                       //!< of the frames; none: there are no masks
    EnteredFacts entered = {};                   //!< by a person
    const std::vector<Edit>* edits = nullptr;    //!< their history, the oldest first; nullptr: not known
    const RecordingDigest* recording = nullptr;  //!< what the recording is known by; nullptr: not at hand
    const ShipFindings* ships = nullptr;         //!< near the slicks; nullptr: no AIS was given
    QString reportTemplate = {};                 //!< file of the analyst's own pages; empty: ours
};

/** Called with the product under way and the share done, 0 to 1. */
using ProductListener = std::function<void(Product, double)>;

/**
 * Writes products into a folder, each under its final name only when it is whole; what was there before stays
 * until it is replaced. The workspace itself (GeoPackage) is written by core/workspace, report, its pages and
 * its template by core/report, tiles for training by TrainingTiles. Returns sentences on what could not be
 * made for want of data (no frame placed, recording not at hand). Throws Error when the folder cannot be
 * written or the disk is full.
 */
QStringList writeProducts(const ProductInput& input, const std::set<Product>& products, const QString& folder,
                          const ProductListener& listener = {}, const Cancel* cancel = nullptr);

}  // namespace sheen
