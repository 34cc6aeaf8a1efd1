#pragma once

#include <QTableWidget>
#include <vector>

#include "data/telemetry.h"
#include "flight/flight.h"
#include "table/telemetry_table.h"

namespace sheen {

/**
 * What a telemetry table says at some moments of the recording, beside what was read from the picture at the
 * same moments: so it is seen whether the table is shifted in time.
 */
class TablePreview : public QTableWidget
{
    Q_OBJECT

public:
    /** `seen`: readings of the recording, ascending; those without a position are of no use and left out. */
    TablePreview(const FlightInfo& flight, const std::vector<TelemetryReading>& seen,
                 QWidget* parent = nullptr);

    void show(const TelemetryTable& table);
    void showNothing();

    /** Of the moments shown those that the table knows; and how far it is off what was seen, on average. */
    int matched() const { return m_matched; }
    std::optional<double> meanDistanceMetres() const { return m_meanDistance; }

private:
    struct Moment
    {
        int frame = 0;
        double timeSeconds = 0;
        std::optional<TelemetryReading> seen;
    };
    void chooseMoments(const FlightInfo& flight, const std::vector<TelemetryReading>& seen);
    void setText(int row, int column, const QString& text);

    cv::Size m_picture;
    std::vector<Moment> m_moments;
    int m_matched = 0;
    std::optional<double> m_meanDistance;
};

}  // namespace sheen
