#include "output/products.h"

#include <QCoreApplication>
#include <QDir>

#include "base/enum_names.h"
#include "base/error.h"
#include "geo/map_projection.h"
#include "messages/polrep.h"
#include "rasters/frame_rasters.h"
#include "stream/klv_recording.h"
#include "tables/observation_log.h"
#include "tables/ships_csv.h"
#include "tables/telemetry_csv.h"
#include "vectors/ships_file.h"
#include "vectors/slick_files.h"
#include "vectors/track_file.h"

namespace sheen {

namespace {

struct OutputText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Output)
};

constexpr auto productNames =
    enumNames<Product>("masks", "frames", "mosaic", "shapefile", "gpkg", "geojson", "kml", "report", "csv",
                       "messages", "gpx", "ships", "project", "evidence", "klv", "training");

/** The map of all rasters: the flight's, or where it names none, the zone of its first frame. */
int rasterEpsg(const RunFacts& facts, const std::vector<PlacedFrame>& frames)
{
    return facts.crsEpsg != 0 ? facts.crsEpsg
                              : MapProjection::utmZoneFor(frames.front().record->footprint.front());
}

/** One call of writeProducts. */
class ProductWriter
{
public:
    ProductWriter(const ProductInput& input, const std::set<Product>& products, const QString& folder,
                  const ProductListener& listener, const Cancel* cancel)
        : m_input(input),
          m_products(products),
          m_folder(folder),
          m_listener(listener),
          m_cancel(cancel),
          m_parts(folder),
          m_placed(placedFrames(input.frames))
    {}

    QStringList write()
    {
        step(Product::Csv,
             [this] { writeTelemetryCsv(m_input.frames, m_folder + QStringLiteral("/telemetry.csv")); });
        step(Product::GeoJson, [this] { writeGeoJson(m_input.slicks, m_parts); });
        step(Product::Kml, [this] { writeKml(m_input.slicks, m_input.facts.model, m_parts); });
        step(Product::Shapefile, [this] { writeShapefile(m_input.slicks, m_parts); });
        step(Product::Gpx, [this] { writeTrackGpx(m_input.frames, m_input.facts.flightName, m_parts); });
        step(Product::Messages, [this] { writeMessages(); });
        if (m_input.ships)
            step(Product::Ships, [this] { writeShips(*m_input.ships); });
        step(Product::Klv, [this] { writeKlv(); });
        if (!wants(Product::Masks) && !wants(Product::Frames) && !wants(Product::Mosaic))
            return m_notes;
        if (m_placed.empty()) {
            m_notes << OutputText::tr(
                "No frame could be placed on the map: there are no masks, frames or mosaic.");
            noteForeignFiles(QStringLiteral("masks"));
            return m_notes;
        }
        m_epsg = rasterEpsg(m_input.facts, m_placed);
        step(Product::Masks, [this] { writeAllMasks(); });
        writePictures();
        return m_notes;
    }

private:
    bool wants(Product product) const { return m_products.count(product) > 0; }
    bool cancelled() const { return m_cancel && m_cancel->requested(); }

    void tell(Product product, double share) const
    {
        if (m_listener)
            m_listener(product, share);
    }

    template <typename Work>
    void step(Product product, Work work)
    {
        if (!wants(product) || cancelled())
            return;
        tell(product, 0);
        work();
        tell(product, 1);
    }

    /** The message in the languages of those who get it; the log as the Bonn Agreement has it. */
    void writeMessages()
    {
        const MessageInput input{m_input.facts, m_input.frames, m_input.slicks, m_input.entered};
        writePolrep(input, Language::english(), QStringLiteral("polrep.txt"), m_parts);
        writePolrep(input, Language::named(QStringLiteral("ko")), QStringLiteral("polrep_ko.txt"), m_parts);
        writeObservationLog(m_input.slicks, m_input.entered,
                            m_folder + QStringLiteral("/observation_log.csv"));
    }

    void writeShips(const ShipFindings& ships)
    {
        writeShipsCsv(ships, m_folder + QStringLiteral("/ships.csv"));
        writeShipsGeoJson(ships, m_parts);
    }

    void writeKlv()
    {
        if (!m_input.flight) {
            m_notes << OutputText::tr(
                "The recording is not at hand: it was not written again with its telemetry as KLV.");
            return;
        }
        m_notes << writeKlvRecording(
            m_input.frames, m_input.entered, *m_input.flight, m_input.facts.flightName, m_parts,
            [this](double share) { tell(Product::Klv, share); }, m_cancel);
    }

    void writeAllMasks()
    {
        writeMasks(
            m_placed, m_input.masks, m_epsg, m_input.facts.model, m_parts,
            [this](double share) { tell(Product::Masks, share); }, m_cancel);
        noteForeignFiles(QStringLiteral("masks"));
    }

    /** Files of an earlier run over other frames are not ours to delete, but nobody should take them for
     * ours. */
    void noteForeignFiles(const QString& subfolder)
    {
        std::set<QString> ours;
        for (const PlacedFrame& frame : m_placed)
            ours.insert(frameFileName(frame.record->frame));
        int foreign = 0;
        const QStringList files =
            QDir(m_folder + QLatin1Char('/') + subfolder).entryList({QStringLiteral("*.tif")}, QDir::Files);
        for (const QString& file : files)
            foreign += ours.count(file) == 0 ? 1 : 0;
        if (foreign > 0)
            m_notes << OutputText::tr("%n file(s) of an earlier run are still in \"%1\".", nullptr, foreign)
                           .arg(subfolder);
    }

    /** Frames and mosaic, in one pass over the recording. */
    void writePictures()
    {
        const bool mosaicWanted = wants(Product::Mosaic);
        const bool framesWanted = wants(Product::Frames) && m_input.flight;
        if ((mosaicWanted || wants(Product::Frames)) && !m_input.flight)
            m_notes << OutputText::tr(
                "The recording is not at hand: the pictures themselves (frames, mosaic.tif) were not "
                "written.");
        if ((!mosaicWanted && !framesWanted) || cancelled())
            return;
        const Product shown = mosaicWanted ? Product::Mosaic : Product::Frames;
        tell(shown, 0);
        std::optional<Mosaic> mosaic;
        if (mosaicWanted) {
            mosaic.emplace(m_placed, m_input.masks, m_epsg, m_input.flight != nullptr, m_input.mosaicOrder,
                           m_input.facts.overlayMarks, m_parts);
            m_notes << mosaic->notes();
        }
        const MapProjection projection(m_epsg);
        double done = 0;
        const auto visit = [&](const PlacedFrame& frame, const cv::Mat& picture) {
            if (framesWanted)
                writeFramePicture(frame, picture, projection, m_parts);
            if (mosaic)
                mosaic->add(frame, picture);
            // The last tenth is for compressing the mosaic.
            tell(shown, 0.9 * ++done / static_cast<double>(m_placed.size()));
        };
        if (m_input.flight)
            visitPictures(visit);
        else
            visitMasks(visit);
        if (mosaic && !cancelled())
            mosaic->finish(m_input.facts.model, m_cancel);
        if (framesWanted)
            noteForeignFiles(QStringLiteral("frames"));
        if (!cancelled())
            tell(shown, 1);
    }

    template <typename Visit>
    void visitPictures(const Visit& visit)
    {
        const int visited = forEachPicture(*m_input.flight, m_placed, visit, m_cancel);
        const int missing = static_cast<int>(m_placed.size()) - visited;
        if (missing > 0 && !cancelled())
            m_notes << OutputText::tr(
                           "%n frame(s) could not be read again from \"%1\" and are missing in the pictures.",
                           nullptr, missing)
                           .arg(m_input.facts.flightPath);
    }

    template <typename Visit>
    void visitMasks(const Visit& visit) const
    {
        for (const PlacedFrame& frame : m_placed) {
            if (cancelled())
                return;
            visit(frame, cv::Mat());
        }
    }

    const ProductInput& m_input;
    const std::set<Product>& m_products;
    const QString m_folder;
    const ProductListener& m_listener;
    const Cancel* m_cancel;
    PartFolder m_parts;
    std::vector<PlacedFrame> m_placed;
    int m_epsg = 0;
    QStringList m_notes;
};

}  // namespace

std::set<Product> parseProducts(const QString& list)
{
    std::set<Product> products;
    const QString known = productNames.all().join(QStringLiteral(", "));
    const QStringList words = list.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const auto product = productNames.find(word.trimmed(), Qt::CaseInsensitive);
        if (!product)
            throw Error(
                OutputText::tr("\"%1\" is no product. Known products: %2.").arg(word.trimmed(), known),
                ErrorKind::Usage);
        products.insert(*product);
    }
    if (products.empty())
        throw Error(OutputText::tr("No product is named. Known products: %1.").arg(known), ErrorKind::Usage);
    return products;
}

std::set<Product> defaultProducts()
{
    std::set<Product> products;
    for (const QString& name : productNames.all())
        products.insert(*productNames.find(name));
    products.erase(Product::Frames);
    products.erase(Product::Training);
    products.erase(Product::Evidence);
    products.erase(Product::Klv);
    return products;
}

QString productName(Product product)
{
    return productNames.of(product);
}

QString productList(const std::set<Product>& products)
{
    QStringList names;
    for (const Product product : products)
        names << productName(product);
    return names.join(QLatin1Char(','));
}

QStringList writeProducts(const ProductInput& input, const std::set<Product>& products, const QString& folder,
                          const ProductListener& listener, const Cancel* cancel)
{
    return ProductWriter(input, products, folder, listener, cancel).write();
}

}  // namespace sheen
