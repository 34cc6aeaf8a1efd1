#include "text_meaning.h"

#include <QRegularExpression>
#include <array>
#include <utility>

namespace sheen {

namespace {

using F = OverlayField;

constexpr std::pair<const char*, ValueLabel> labelTexts[] = {
    {"ACFT", ValueLabel::Platform},
    {"AC", ValueLabel::Platform},
    {"A/C", ValueLabel::Platform},
    {"ACF", ValueLabel::Platform},
    {"AIRCRAFT", ValueLabel::Platform},
    {"PLATFORM", ValueLabel::Platform},
    {"PLAT", ValueLabel::Platform},
    {"OWN", ValueLabel::Platform},
    {"OWNSHIP", ValueLabel::Platform},
    {"UAV", ValueLabel::Platform},
    {"HELO", ValueLabel::Platform},
    {"TGT", ValueLabel::Target},
    {"TARGET", ValueLabel::Target},
    {"TRGT", ValueLabel::Target},
    {"LOS", ValueLabel::Target},
    {"SPI", ValueLabel::Target},
    {"FC", ValueLabel::Target},
    {"CTR", ValueLabel::Target},
    {"CENTER", ValueLabel::Target},
    {"CENTRE", ValueLabel::Target},
    {"LAT", ValueLabel::Latitude},
    {"LATITUDE", ValueLabel::Latitude},
    {"LON", ValueLabel::Longitude},
    {"LONG", ValueLabel::Longitude},
    {"LNG", ValueLabel::Longitude},
    {"LONGITUDE", ValueLabel::Longitude},
    {"HDG", ValueLabel::Heading},
    {"HEADING", ValueLabel::Heading},
    {"HEAD", ValueLabel::Heading},
    {"THDG", ValueLabel::Heading},
    {"BRG", ValueLabel::Bearing},
    {"BEARING", ValueLabel::Bearing},
    {"AZ", ValueLabel::Azimuth},
    {"AZM", ValueLabel::Azimuth},
    {"ALT", ValueLabel::Altitude},
    {"ALTITUDE", ValueLabel::Altitude},
    {"MSL", ValueLabel::Altitude},
    {"BARO", ValueLabel::Altitude},
    {"HGT", ValueLabel::Altitude},
    {"HEIGHT", ValueLabel::Altitude},
    {"AGL", ValueLabel::AboveGround},
    {"HAT", ValueLabel::AboveGround},
    {"ELEV", ValueLabel::Elevation},
    {"ELV", ValueLabel::Elevation},
    {"ELEVATION", ValueLabel::Elevation},
    {"RNG", ValueLabel::Range},
    {"RANGE", ValueLabel::Range},
    {"SLANT", ValueLabel::Range},
    {"SLR", ValueLabel::Range},
    {"SR", ValueLabel::Range},
    {"TIME", ValueLabel::Time},
    {"UTC", ValueLabel::Time},
    {"DATE", ValueLabel::Date},
    {"SPD", ValueLabel::Other},
    {"GS", ValueLabel::Other},
    {"TRK", ValueLabel::Other},
    {"CRS", ValueLabel::Other},
    {"COG", ValueLabel::Other},
    {"WIND", ValueLabel::Other},
    {"FOV", ValueLabel::Other},
    {"ROLL", ValueLabel::Other},
};
constexpr std::array otherLabels = {"COURSE", "TRACK", "SPEED", "PITCH", "EL", "TILT", "PAN", "ZOOM",
                                    "FOCAL",  "FL",    "VAR",   "MAG",   "WD", "WS",   "TAS", "IAS"};

void addPositions(const QString& text, std::vector<MeantText>& found)
{
    static const QString letters = QStringLiteral("NSEW");
    const bool first = letters.contains(text.front());
    const bool last = letters.contains(text.back());
    for (const F field : {F::PlatformLatitude, F::PlatformLongitude}) {
        const auto own = field == F::PlatformLatitude ? letters.left(2) : letters.mid(2);
        for (const QString& form : fieldForms(field)) {
            const bool told = form.startsWith(QLatin1Char('N')) ? first && own.contains(text.front())
                                                                : last && own.contains(text.back());
            const bool isSigned = form.startsWith(QLatin1Char('-'));
            if (!isSigned && !told)
                continue;
            const auto read = readByFormat(field, text, {form, {}, {}});
            if (!read || !read->reading.value)
                continue;
            const auto meaning = field == F::PlatformLatitude ? Meaning::Latitude : Meaning::Longitude;
            found.push_back({meaning, form, {}, read->reading.value, 0, isSigned});
        }
    }
    constexpr qsizetype shortestGrid = 11;
    if (text.size() < shortestGrid)
        return;
    const auto latitude = readByGrammar(F::PlatformLatitude, text);
    const auto longitude = readByGrammar(F::PlatformLongitude, text);
    static const QRegularExpression grid(
        QStringLiteral("^(UTM)?[0-9]{1,2}[C-X]([A-Z]{2}[0-9]+|E?[0-9]{6}M?E?N?[0-9]{7}M?N?)$"));
    if (latitude && longitude && latitude->text == longitude->text && grid.match(latitude->text).hasMatch())
        found.push_back({Meaning::Grid, {}, {}, latitude->value, *longitude->value, false});
}

void addClocks(const QString& text, std::vector<MeantText>& found)
{
    const bool zulu = text.endsWith(QLatin1Char('Z'));
    if (text.count(QLatin1Char(':')) == 2 || zulu) {
        const auto time = readByGrammar(F::Time, text);
        const QTime clock = time ? overlayTime(time->text) : QTime();
        if (clock.isValid())
            found.push_back({Meaning::Time, {}, {}, clock.msecsSinceStartOfDay() / 1000.0, 0, false});
    }
    if (readByGrammar(F::Date, text))
        found.push_back({Meaning::Date, {}, {}, {}, 0, false});
    for (const QString& form : fieldForms(F::Date)) {
        if (readByFormat(F::Date, text, {form, {}, {}}))
            found.push_back({Meaning::Date, form, {}, {}, 0, false});
    }
    if (text.startsWith(QLatin1String("UTC")) && readByGrammar(F::Zone, text))
        found.push_back({Meaning::Zone, {}, {}, {}, 0, false});
}

void addMeasures(const QString& text, std::vector<MeantText>& found)
{
    static const QRegularExpression length(QStringLiteral("^-?[0-9]+(\\.[0-9]+)?(FT|M|KM|NM|SM)$"));
    static const QRegularExpression angle(QStringLiteral("^[0-9]{1,3}(\\.[0-9])?°?$"));
    if (length.match(text).hasMatch()) {
        if (const auto height = readByGrammar(F::PlatformAltitude, text))
            found.push_back({Meaning::Height, {}, {}, height->value, 0, false});
        if (const auto range = readByGrammar(F::SlantRange, text))
            found.push_back({Meaning::Range, {}, {}, range->value, 0, false});
    }
    if (!angle.match(text).hasMatch())
        return;
    const bool bare = !text.endsWith(degreeSign);
    QString number = text;
    number.remove(degreeSign);
    const bool decimals = number.contains(QLatin1Char('.'));
    const auto whole = decimals ? number.indexOf(QLatin1Char('.')) : number.size();
    if (number.toDouble() <= 360)
        found.push_back({Meaning::Direction,
                         decimals ? QStringLiteral("0.0")
                         : !bare  ? QString()
                                  : (whole == 3 ? QStringLiteral("000") : QStringLiteral("0")),
                         {},
                         number.toDouble(),
                         0,
                         bare});
}

void addAll(const QString& text, std::vector<MeantText>& found)
{
    if (text.size() < 1)
        return;
    addPositions(text, found);
    addClocks(text, found);
    addMeasures(text, found);
}

}  // namespace

std::vector<MeantText> meaningsOf(const QString& text)
{
    std::vector<MeantText> found;
    addAll(text, found);
    static const QRegularExpression labelled(QStringLiteral("^([A-Z/]{2,9}[:.]?)(?=[-+0-9NSEW])"));
    const auto match = labelled.match(text);
    if (found.empty() && match.hasMatch() && labelOf(match.captured(1))) {
        addAll(text.mid(match.capturedLength(1)), found);
        for (MeantText& each : found)
            each.before = match.captured(1);
    }
    return found;
}

std::optional<ValueLabel> labelOf(const QString& word)
{
    QString text = word;
    while (!text.isEmpty() && QStringLiteral(":.-/").contains(text.back()))
        text.chop(1);
    if (text.size() < 2)
        return std::nullopt;
    for (const char* other : otherLabels) {
        if (foldedOverlay(text) == foldedOverlay(QLatin1String(other)))
            return ValueLabel::Other;
    }
    for (const auto& [name, label] : labelTexts) {
        if (foldedOverlay(text) == foldedOverlay(QLatin1String(name)))
            return label;
    }
    return std::nullopt;
}

}  // namespace sheen
