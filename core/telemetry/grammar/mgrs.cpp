#include "mgrs.h"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>
#include <array>
#include <cmath>
#include <utility>

namespace sheen {

namespace {

using CharacterPairs = std::array<std::pair<char16_t, char16_t>, 5>;
/** Misread digits with the letters they stand for, and the other way round; MGRS has no I and no O. */
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

}  // namespace

std::optional<MgrsPlace> readMgrs(const QString& seen)
{
    // Zone, band and square leave an even number of digits: three, four or five each way.
    constexpr qsizetype letters = 3;
    const qsizetype zoneDigits = (seen.size() - letters) % 2 ? 1 : 2;
    const qsizetype digits = seen.size() - letters - zoneDigits;
    if (digits != 6 && digits != 8 && digits != 10)
        return std::nullopt;
    MgrsPlace place;
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

}  // namespace sheen
