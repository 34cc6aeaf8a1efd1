#include "corrections.h"

#include <unordered_map>

#include "grammar/overlay_grammar.h"

namespace sheen {

namespace {

bool isText(OverlayField field)
{
    return field == OverlayField::Date || field == OverlayField::Time || field == OverlayField::Zone ||
           field == OverlayField::Sensor;
}

CorrectionKind apply(const Correction& correction, TelemetryReading& reading)
{
    FieldReading& field = reading[correction.field];
    const bool sets = isText(correction.field) ? !correction.text.isEmpty() : correction.value.has_value();
    field.value = isText(correction.field) ? std::nullopt : correction.value;
    if (isText(correction.field))
        field.text = correction.text;
    field.confidence = sets ? 1 : 0;
    return sets ? CorrectionKind::Set : CorrectionKind::StruckOut;
}

bool tellsTime(OverlayField field)
{
    return field == OverlayField::Date || field == OverlayField::Time || field == OverlayField::Zone;
}

}  // namespace

CorrectedReadings applyCorrections(const std::vector<TelemetryReading>& readings,
                                   const std::vector<Correction>& corrections)
{
    CorrectedReadings corrected{readings, {}};
    for (auto& ofField : corrected.corrections)
        ofField.assign(readings.size(), CorrectionKind::None);
    if (corrections.empty())
        return corrected;
    std::unordered_map<int, std::size_t> placeOfFrame;
    for (std::size_t i = 0; i < readings.size(); ++i)
        placeOfFrame.emplace(readings[i].frame, i);
    for (const Correction& correction : corrections) {
        const auto found = placeOfFrame.find(correction.frame);
        if (found == placeOfFrame.end())
            continue;
        TelemetryReading& reading = corrected.readings[found->second];
        corrected.corrections[indexOf(correction.field)][found->second] = apply(correction, reading);
        if (tellsTime(correction.field))
            reading.utc = overlayUtc(reading[OverlayField::Date].text, reading[OverlayField::Time].text,
                                     overlayZoneHours(reading[OverlayField::Zone].text));
    }
    return corrected;
}

}  // namespace sheen
