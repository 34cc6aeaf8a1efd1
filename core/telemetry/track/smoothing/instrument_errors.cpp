#include "smoothing/instrument_errors.h"

#include <algorithm>
#include <cmath>

namespace sheen {

namespace {
constexpr double positionMetres = 10;
constexpr double heightMetres = 10;
constexpr double bearingDegrees = 0.5;
constexpr double depressionDegrees = 0.3;
constexpr double fovShare = 0.01;

void add(double& error, double own)
{
    error = std::hypot(error, own);
}
}  // namespace

void addInstrumentErrors(std::vector<TelemetryRecord>& records)
{
    const bool fromKlv = std::any_of(records.begin(), records.end(), [](const TelemetryRecord& record) {
        return record.reading.source == Quality::Klv;
    });
    if (!fromKlv)
        return;
    for (TelemetryRecord& record : records) {
        if (!record.pose)
            continue;
        // These outweigh what rounding there is.
        record.pose->horizontalRoundingShare = record.pose->bearingRoundingShare =
            record.pose->depressionRoundingShare = record.pose->fovRoundingShare = 0;
        add(record.pose->horizontalErrorMetres, positionMetres);
        add(record.pose->heightErrorMetres, heightMetres);
        add(record.pose->bearingErrorDegrees, bearingDegrees);
        add(record.pose->depressionErrorDegrees, depressionDegrees);
        add(record.pose->fovErrorDegrees, fovShare * record.pose->horizontalFovDegrees);
    }
}

}  // namespace sheen
