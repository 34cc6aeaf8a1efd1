#pragma once

#include <QDateTime>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "archive/flight_entry.h"
#include "base/cancel.h"

class GDALDataset;

namespace sheen {

/** Where and when; what is not given matches all. */
struct CatalogueQuery
{
    struct Box
    {
        double westDegrees = -180;
        double southDegrees = -90;
        double eastDegrees = 180;  //!< smaller than west: the box lies over the antimeridian
        double northDegrees = 90;
    };

    std::optional<Box> box;  //!< that the footprint touches
    QDateTime from;          //!< invalid: from the first flight on
    QDateTime to;            //!< invalid: until the last
    bool withOilAlone = false;
    QString words;  //!< each of which name, path, state or sentence has, in upper or lower case
};

/**
 * What was found in many flights: a GeoPackage with the layers `flights` (footprints with what is known of
 * each) and `slicks` (of all of them), that QGIS opens. Used by one thread. Every change is one transaction,
 * on disk when the call returns. Throws Error with the file's name: not writable, disk full, no catalogue.
 */
class Catalogue
{
public:
    /** Opens one, or begins it where there is no such file. */
    static std::unique_ptr<Catalogue> open(const QString& path);
    /** Opens one to be searched alone. Throws Error(Unreadable) where there is no such file, or it is none.
     */
    static std::unique_ptr<Catalogue> read(const QString& path);
    ~Catalogue();

    /** Adds a flight with its slicks, in place of what was known of the recording of that path. */
    void put(const FlightEntry& entry);
    /** Takes out flights whose recording is not among these paths. */
    void keepOnly(const QStringList& paths);

    /** In the order of their times, those without one last; without slicks, and with footprints. Nothing
     * where it is cancelled. */
    std::vector<FlightEntry> find(const CatalogueQuery& query = {}, const Cancel* cancel = nullptr) const;

private:
    explicit Catalogue(QString path);
    void create();
    void remove(const QString& path);
    [[noreturn]] void fail(const QString& reason) const;
    template <typename Work>
    void change(const Work& work);

    const QString m_path;
    std::unique_ptr<GDALDataset> m_dataset;
};

}  // namespace sheen
