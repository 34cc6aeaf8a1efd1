#include <QStringList>
#include <cmath>
#include <cstdint>

#include "grammar/overlay_grammar.h"
#include "require.h"

using namespace sheen;

namespace {

using F = OverlayField;

bool isWithin(double value, double least, double most)
{
    return std::isfinite(value) && value >= least && value <= most;
}

bool isSensible(F field, double value)
{
    switch (field) {
        case F::PlatformLatitude:
        case F::TargetLatitude:
            return isWithin(value, -90, 90);
        case F::PlatformLongitude:
        case F::TargetLongitude:
            return isWithin(value, -180, 180);
        case F::PlatformHeading:
        case F::TargetBearing:
            return isWithin(value, 0, 360);
        case F::PlatformAltitude:
        case F::TargetElevation:
            return isWithin(value, -100'000, 100'000);
        case F::SlantRange:
            return isWithin(value, 0, 2e9);
        case F::FocalLength:
            return isWithin(value, 0.1, 10'000);
        case F::Zone:
            return isWithin(value, -14, 14);
        case F::Date:
        case F::Time:
        case F::Sensor:
            return false;  // texts have no value
    }
    return false;
}

/** What the grammar has accepted it accepts again as it stands, and it means the same. */
void requireStable(F field, const GrammarReading& reading)
{
    const std::optional<GrammarReading> again = readByGrammar(field, reading.text);
    REQUIRE(again.has_value());
    REQUIRE(again->text == reading.text);
    REQUIRE(again->value == reading.value);
    REQUIRE(again->repairs == 0);
}

void requireSensibleField(F field, const QString& text)
{
    const double step = overlayStep(field, text);
    REQUIRE(isWithin(step, 0, 1e7));
    const std::optional<GrammarReading> reading = readByGrammar(field, text);
    if (!reading)
        return;
    REQUIRE(!reading->text.isEmpty() && reading->repairs >= 0);
    REQUIRE(!reading->value || isSensible(field, *reading->value));
    requireStable(field, *reading);
    REQUIRE(step == overlayStep(field, reading->text));
}

void requireSensibleClock(const QString& text)
{
    const QDate date = overlayDate(text);
    const QTime time = overlayTime(text);
    REQUIRE(date.isValid() == readByGrammar(F::Date, text).has_value());
    REQUIRE(time.isValid() == readByGrammar(F::Time, text).has_value());
    REQUIRE(!date.isValid() || (date.year() >= 1990 && date.year() <= 2100));
    const QStringList parts = text.split(QLatin1Char(' '));
    if (parts.size() < 3)
        return;
    const QDateTime utc = overlayUtc(parts[0], parts[1], overlayZoneHours(parts[2]));
    const bool all = overlayDate(parts[0]).isValid() && overlayTime(parts[1]).isValid() &&
                     overlayZoneHours(parts[2]).has_value();
    REQUIRE(utc.isValid() == all);
    REQUIRE(!all || (utc.date().year() >= 1989 && utc.date().year() <= 2101));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0 || size > 4096)
        return 0;
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char*>(data) + 1, static_cast<int>(size) - 1);
    if (data[0] == 0xff) {
        requireSensibleClock(text);
        for (std::size_t i = 0; i < overlayFieldCount; ++i)
            requireSensibleField(static_cast<F>(i), text);
    } else {
        requireSensibleField(static_cast<F>(data[0] % overlayFieldCount), text);
    }
    return 0;
}
