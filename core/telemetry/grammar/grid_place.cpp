#include "grid_place.h"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>
#include <QRegularExpression>
#include <array>
#include <cmath>
#include <utility>

namespace sheen {

namespace {

using CharacterPairs = std::array<std::pair<char16_t, char16_t>, 5>;
/** Misread digits with the letters they stand for, and the other way round; neither grid has I or O. */
constexpr CharacterPairs lettersForDigits = {
    {{u'8', u'B'}, {u'5', u'S'}, {u'2', u'Z'}, {u'6', u'G'}, {u'4', u'A'}}};
constexpr CharacterPairs digitsForLetters = {
    {{u'O', u'0'}, {u'I', u'1'}, {u'S', u'5'}, {u'B', u'8'}, {u'Z', u'2'}}};

/** Makes a part of the text all digits or all letters; how many characters that took, or -1. */
int mend(QString& text, qsizetype from, qsizetype count, bool digits)
{
    int repairs = 0;
    for (qsizetype i = from; i < from + count; ++i) {
        const QChar seen = text.at(i);
        if (seen.unicode() < 128 &&
            (digits ? seen.isDigit() : seen.isUpper() && seen != u'I' && seen != u'O'))
            continue;
        QChar mended;
        for (const auto& [wrong, right] : digits ? digitsForLetters : lettersForDigits) {
            if (seen == QChar(wrong))
                mended = QChar(right);
        }
        if (mended.isNull())
            return -1;
        text[static_cast<int>(i)] = mended;
        ++repairs;
    }
    return repairs;
}

/** A band of eight degrees, up to which its letter may be a little late. */
bool isInBand(double latitude, QChar letter)
{
    constexpr double late = 0.02;
    static const QString bands = QStringLiteral("CDEFGHJKLMNPQRSTUVWX");
    const auto band = bands.indexOf(letter);
    if (band < 0)
        return false;
    const double south = -80 + 8.0 * double(band);
    const double north = letter == u'X' ? 84 : south + 8;
    return latitude > south - late && latitude < north + late;
}

/** Of the northern or southern half of a zone; nothing where the numbers are none of it. */
std::optional<GridPlace> placeInZone(const QString& text, int zone, bool north, double easting,
                                     double northing)
{
    if (zone < 1 || zone > 60)
        return std::nullopt;
    GridPlace place;
    place.text = text;
    place.squareMetres = 1;
    try {
        GeographicLib::UTMUPS::Reverse(zone, north, easting, northing, place.latitudeDegrees,
                                       place.longitudeDegrees);
    } catch (const GeographicLib::GeographicErr&) {
        return std::nullopt;
    }
    const double latitude = place.latitudeDegrees;
    const bool isWhere = north ? latitude >= 0 && latitude <= 84 : latitude <= 0 && latitude >= -80;
    return isWhere ? std::optional(place) : std::nullopt;
}

/** The text with its zone, letter, easting and northing where the match has them. */
std::optional<GridPlace> utmPlace(const QRegularExpressionMatch& match)
{
    QString text = match.captured(0);
    int repairs = 0;
    for (const auto& [name, isNumber] : {std::pair{"zone", true}, std::pair{"letter", false},
                                         std::pair{"easting", true}, std::pair{"northing", true}}) {
        const QLatin1String part(name);
        const int took = mend(text, match.capturedStart(part), match.capturedLength(part), isNumber);
        if (took < 0)
            return std::nullopt;
        repairs += took;
    }
    const auto number = [&](const char* name) {
        const QLatin1String part(name);
        return text.mid(match.capturedStart(part), match.capturedLength(part)).toDouble();
    };
    const QChar letter = text.at(match.capturedStart(QLatin1String("letter")));
    const auto at = [&](bool north) {
        return placeInZone(text, int(number("zone")), north, number("easting"), number("northing"));
    };
    std::optional<GridPlace> place = at(letter >= u'N');
    if (place && !isInBand(place->latitudeDegrees, letter))
        place = letter == u'N' ? place : std::nullopt;
    if (!place && letter == u'S')
        place = at(false);
    if (place)
        place->repairs = repairs;
    return place;
}

}  // namespace

std::optional<GridPlace> readMgrs(const QString& seen)
{
    // Zone, band and square leave an even number of digits: three, four or five each way.
    constexpr qsizetype letters = 3;
    const qsizetype zoneDigits = (seen.size() - letters) % 2 ? 1 : 2;
    const qsizetype digits = seen.size() - letters - zoneDigits;
    if (digits != 6 && digits != 8 && digits != 10)
        return std::nullopt;
    GridPlace place;
    place.text = seen;
    for (const int repairs :
         {mend(place.text, 0, zoneDigits, true), mend(place.text, zoneDigits, letters, false),
          mend(place.text, zoneDigits + letters, digits, true)}) {
        if (repairs < 0)
            return std::nullopt;
        place.repairs += repairs;
    }
    try {
        int zone = 0;
        bool north = true;
        double easting = 0;
        double northing = 0;
        int precision = 0;
        GeographicLib::MGRS::Reverse(place.text.toStdString(), zone, north, easting, northing, precision);
        GeographicLib::UTMUPS::Reverse(zone, north, easting, northing, place.latitudeDegrees,
                                       place.longitudeDegrees);
        place.squareMetres = std::pow(10.0, 5 - precision);
    } catch (const GeographicLib::GeographicErr&) {
        return std::nullopt;
    }
    return place;
}

std::optional<GridPlace> readUtm(const QString& seen)
{
    // What may be a misread digit, or a misread letter, is mended afterwards.
    static const QRegularExpression zoneFirst(
        QStringLiteral("^(UTM)?(?<zone>[0-9OISBZ]{1,2})(?<letter>[0-9A-Z])E?(?<easting>[0-9OISBZ]{6})M?E?"
                       "N?(?<northing>[0-9OISBZ]{7})M?N?$"));
    static const QRegularExpression zoneLast(
        QStringLiteral("^(UTM)?E?(?<easting>[0-9OISBZ]{6})M?E?N?(?<northing>[0-9OISBZ]{7})M?N?"
                       "(UTM)?(?<zone>[0-9OISBZ]{1,2})(?<letter>[0-9A-Z])$"));
    std::optional<GridPlace> best;
    for (const QRegularExpression& form : {zoneFirst, zoneLast}) {
        const QRegularExpressionMatch match = form.match(seen);
        const auto place = match.hasMatch() ? utmPlace(match) : std::nullopt;
        if (place && (!best || place->repairs < best->repairs))
            best = place;
    }
    return best;
}

std::optional<GridPlace> readGridPlace(const QString& text)
{
    const auto military = readMgrs(text);
    const auto metric = readUtm(text);
    return metric && (!military || metric->repairs < military->repairs) ? metric : military;
}

}  // namespace sheen
