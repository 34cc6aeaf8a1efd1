// What the network for single glyphs makes of a field's line.

#include <algorithm>

#include "field_reader.h"
#include "glyphs/glyph_network.h"

namespace sheen {

namespace {

/** A glyph less likely than this to be what it is taken for is taken for nothing. */
constexpr double leastProbability = 0.2;
}  // namespace

/** The likeliest text where the grammar accepts it; else that with one other character; else that without one
 * glyph, which is a speck then and taken out of the glyphs. */
std::optional<FieldReading> FieldReader::acceptedOrMended(OverlayField field, Glyphs& glyphs, QString& text,
                                                          QString& shown) const
{
    if (const auto reading = accepted(field, text, 1, &shown))
        return reading;
    std::optional<FieldReading> best;
    QString bestText;
    auto consider = [&](const QString& other) {
        QString otherShown;
        const auto reading = accepted(field, other, 1, &otherShown);
        if (!reading)
            return false;
        best = reading;
        bestText = other;
        shown = otherShown;
        return true;
    };
    double least = 0.02;  // as likely as this at least, beside the character that breaks the rules
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        for (std::size_t k = 1; k < glyphs[i].size(); ++k) {
            const double likely = glyphs[i][k].probability / glyphs[i].front().probability;
            QString other = text;
            other[static_cast<int>(i)] = glyphs[i][k].character;
            if (likely > least && consider(other))
                least = likely;
        }
    }
    if (!best) {
        double surest = sureNetwork;  // what is surely a character is no speck
        std::size_t speck = glyphs.size();
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            const GlyphCandidate& likeliest = glyphs[i].front();
            const bool small =
                likeliest.character == QLatin1Char('.') || likeliest.character == QLatin1Char(':');
            const double sure = small ? 0.5 * likeliest.probability : likeliest.probability;
            QString other = text;
            other.remove(static_cast<int>(i), 1);
            if (sure < surest && consider(other)) {
                surest = sure;
                speck = i;
            }
        }
        if (speck < glyphs.size())
            glyphs.erase(glyphs.begin() + static_cast<std::ptrdiff_t>(speck));
    }
    text = bestText;
    return best;
}

/** How likely the least sure glyph is what it was taken for, beside all that would give another good reading.
 */
double FieldReader::shareAgainstOthers(OverlayField field, const Glyphs& glyphs, const FieldReading& reading,
                                       const QString& text) const
{
    double least = 1;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        double own = 0;
        double others = 0;
        for (const GlyphCandidate& candidate : glyphs[i]) {
            QString other = text;
            other[static_cast<int>(i)] = candidate.character;
            if (other == text)
                own = candidate.probability;
            else if (const auto rival = accepted(field, other, 1); rival && rival->text != reading.text)
                others += candidate.probability;
        }
        // What looks like nothing that fits is not sure either, however alone it stands.
        least = std::min(least, own > leastProbability ? own / (own + others) : 0);
    }
    return least;
}

/** What the network makes of the glyphs, each by itself. `lesson` as in readByRecogniser. */
std::optional<FieldReading> FieldReader::readByNetwork(const FieldLine& line, OverlayField field,
                                                       QString& lesson)
{
    if (!m_network)
        m_network = std::make_unique<GlyphNetwork>();
    Glyphs glyphs = m_network->read(line.strokes, alphabetOf(field));
    QString text;
    for (const auto& candidates : glyphs) {
        if (candidates.empty())
            return std::nullopt;
        text += candidates.front().character;
    }
    if (line.degreeSign)
        text += degreeSign;
    QString shown;
    auto reading = acceptedOrMended(field, glyphs, text, shown);
    if (!reading)
        return std::nullopt;
    reading->confidence *= shareAgainstOthers(field, glyphs, *reading, text);
    if (shown.size() == text.size() && glyphs.size() == line.shapes.size())
        lesson = shown;
    return reading;
}

/** What the network is fairly sure of, glyph by glyph; empty where it is not. */
QString FieldReader::networkText(const FieldLine& line, OverlayField field)
{
    constexpr double fairlySure = 0.5;
    if (!m_network)
        m_network = std::make_unique<GlyphNetwork>();
    QString text;
    for (const auto& candidates : m_network->read(line.strokes, alphabetOf(field))) {
        if (candidates.empty() || candidates.front().probability < fairlySure)
            return {};
        text += candidates.front().character;
    }
    return text;
}

/** Weighs each character by how likely the text of the frame before had it at that place. */
void FieldReader::weighByPlaces(const GlyphPlaces& places, Glyphs& glyphs) const
{
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const QChar before = places.text().at(int(i));
        const double same = places.likelyTheSame(qsizetype(i));
        double sum = 0;
        for (GlyphCandidate& candidate : glyphs[i]) {
            constexpr double others = 9;  // digits
            const bool isSame = candidate.character == before ||
                                (candidate.character == QLatin1Char('0') && before == QLatin1Char('O'));
            candidate.probability *= isSame ? same : (1 - same) / others;
            sum += candidate.probability;
        }
        for (GlyphCandidate& candidate : glyphs[i])
            candidate.probability /= std::max(sum, 1e-12);
        std::sort(glyphs[i].begin(), glyphs[i].end(), [](const GlyphCandidate& a, const GlyphCandidate& b) {
            return a.probability > b.probability;
        });
    }
}

std::optional<FieldReading> FieldReader::readByPlaces(const StrokeLine& line, OverlayField field)
{
    const GlyphPlaces& places = m_places[indexOf(field)];
    if (!m_steps.glyphNetwork || !m_steps.glyphPlaces)
        return std::nullopt;
    const std::optional<StrokeLine> placed = places.on(line);
    if (!placed || placed->level < leastLevel || places.isWrittenBefore(*placed))
        return std::nullopt;
    if (!m_network)
        m_network = std::make_unique<GlyphNetwork>();
    Glyphs glyphs = m_network->read(*placed, alphabetOf(field));
    const Glyphs unweighed = glyphs;
    weighByPlaces(places, glyphs);
    QString text;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (glyphs[i].empty())
            return std::nullopt;
        const QChar character = glyphs[i].front().character;
        text += character;
        // What was there before is no evidence: the glyph has to look like it.
        const auto own =
            std::find_if(unweighed[i].begin(), unweighed[i].end(),
                         [&](const GlyphCandidate& each) { return each.character == character; });
        if (own->probability < leastProbability)
            return std::nullopt;
    }
    const bool isDirection = field == OverlayField::PlatformHeading || field == OverlayField::TargetBearing;
    if (isDirection && !lacksMarks(field))
        text += degreeSign;
    auto reading = accepted(field, text, 1);
    if (!reading)
        return std::nullopt;
    const double share = shareAgainstOthers(field, glyphs, *reading, text);
    if (share < sureNetwork)
        return std::nullopt;
    constexpr double ofPlaces = 0.3;  // beside what was found by itself
    reading->confidence *= ofPlaces * share;
    return reading;
}

}  // namespace sheen
