#include "field_series.h"

#include "grammar/overlay_grammar.h"

namespace sheen {

using F = OverlayField;

bool isAngle(OverlayField field)
{
    return field == F::PlatformLongitude || field == F::TargetLongitude || field == F::PlatformHeading ||
           field == F::TargetBearing;
}

Series seriesOf(const std::vector<TelemetryReading>& readings, const std::vector<double>& times,
                OverlayField field)
{
    Series series;
    series.times = times;
    for (const TelemetryReading& reading : readings) {
        series.present.push_back(reading[field].value.has_value());
        series.values.push_back(reading[field].value.value_or(0));
    }
    if (isAngle(field))
        unwrapDegrees(series);
    return series;
}

double displayStep(const std::vector<TelemetryReading>& readings, OverlayField field)
{
    for (const TelemetryReading& reading : readings) {
        if (const double step = overlayStep(field, reading[field].text); step > 0)
            return step;
    }
    return 0;
}

}  // namespace sheen
