// What the network for whole lines makes of a field's line.

#include <algorithm>
#include <cmath>

#include "field_reader.h"
#include "grammar/incomplete_text.h"

namespace sheen {

namespace {

/** A look that is as sure as this needs no second one. */
constexpr double sureLook = 0.85;

/** Less than this is not taken, or nothing to go by. */
constexpr double least = 0.5;

/** Strokes without those of the lines above and below, which may touch them. */
cv::Mat ownRows(const StrokeLine& line)
{
    constexpr int slack = strokeCapitalHeight / 10;
    const cv::Range rows(std::max(0, line.top - slack), std::min(line.soft.rows, line.bottom + slack));
    cv::Mat own = cv::Mat::zeros(line.soft.size(), CV_8UC1);
    line.soft.rowRange(rows).copyTo(own.rowRange(rows));
    return own;
}

/** The words of a line, each by itself, with the next one, and all together. */
std::vector<cv::Range> partsOf(const LineOdds& odds, double capitalPixels)
{
    std::vector<cv::Range> parts = wordsOf(odds, capitalPixels);
    const std::size_t words = parts.size();
    for (std::size_t i = 0; i + 1 < words; ++i)
        parts.emplace_back(parts[i].start, parts[i + 1].end);
    if (words > 2)
        parts.emplace_back(parts.front().start, parts[words - 1].end);
    return parts;
}

/** Adds a text to others, or its chance to that of the same one. */
void add(std::vector<FieldReader::LineReading>& texts, const FieldReader::LineReading& more)
{
    const auto same = std::find_if(texts.begin(), texts.end(),
                                   [&](const auto& each) { return each.reading.text == more.reading.text; });
    if (same == texts.end())
        texts.push_back(more);
    else
        same->chance += more.chance;
}

double chanceOf(const std::vector<FieldReader::LineReading>& texts)
{
    double most = 0;
    for (const auto& each : texts)
        most = std::max(most, each.chance);
    return most;
}

/** How likely the line is any of these. */
double massOf(const std::vector<FieldReader::LineReading>& texts)
{
    double mass = 0;
    for (const auto& each : texts)
        mass += each.chance;
    return mass;
}

/** Two looks at one line: each counts as much as it saw of a text. */
std::vector<FieldReader::LineReading> together(const std::vector<FieldReader::LineReading>& one,
                                               const std::vector<FieldReader::LineReading>& other)
{
    const double ofOne = massOf(one);
    const double ofOther = massOf(other);
    if (ofOne + ofOther <= 0)
        return one;
    std::vector<FieldReader::LineReading> texts;
    for (const auto& [looked, weight] : {std::pair(&one, ofOne), std::pair(&other, ofOther)}) {
        for (FieldReader::LineReading each : *looked) {
            each.chance *= weight / (ofOne + ofOther);
            add(texts, each);
        }
    }
    return texts;
}

/** Whether a text is another one and a sign, a unit or a letter behind it: a digit more is another number. */
bool isMarkOnly(const QString& part, const QString& whole)
{
    return whole.startsWith(part) &&
           std::none_of(whole.begin() + part.size(), whole.end(), [](QChar each) { return each.isDigit(); });
}

/** What one look saw without its sign, unit or letter, and the other with it, is the same text. */
void joinIncomplete(std::vector<FieldReader::LineReading>& texts)
{
    constexpr double seenAtAll = 0.1;
    for (FieldReader::LineReading& part : texts) {
        if (part.reading.value)
            continue;
        const auto whole = std::find_if(texts.begin(), texts.end(), [&](const auto& each) {
            return each.reading.value && each.chance > seenAtAll &&
                   isMarkOnly(part.reading.text, each.reading.text);
        });
        if (whole == texts.end())
            continue;
        whole->chance += part.chance;
        part.chance = 0;
    }
}

}  // namespace

/** What these columns may say that the grammar accepts; without value where only a mark is missing. */
std::vector<FieldReader::LineReading> FieldReader::readColumns(OverlayField field, const LineOdds& odds,
                                                               const cv::Range& columns) const
{
    constexpr double ofRepair =
        0.3;  // what a reading is worth of which a character was taken for another one
    const QString alphabet = alphabetOf(field) + QString::fromUtf8("°'\"");
    std::vector<LineReading> texts;
    for (const PossibleText& each : possibleTexts(odds, columns, alphabet)) {
        auto reading = accepted(field, each.text);
        if (!reading)
            reading = readIncomplete(field, each.text);
        if (!reading)
            continue;
        // An O is a 0 to the network: no repair.
        QString letters = reading->text;
        letters.replace(QLatin1Char('O'), QLatin1Char('0'));
        const bool repaired = !letters.contains(each.text) && !each.text.contains(letters);
        add(texts, {*reading, each.text, each.probability * (repaired ? ofRepair : 1)});
    }
    return texts;
}

/** What a picture of the line may say. */
std::vector<FieldReader::LineReading> FieldReader::look(OverlayField field, const cv::Mat& brightness,
                                                        double capitalPixels, double middleRow)
{
    constexpr double longer = 0.3;  // as likely as this beside a part of it, more characters say more
    ++m_linesRead;
    const LineOdds odds = m_network->read(brightness, capitalPixels, middleRow);
    std::vector<LineReading> best;
    if (odds.empty())
        return best;
    double mostChance = 0;
    for (const cv::Range& columns : partsOf(odds, capitalPixels)) {
        std::vector<LineReading> found = readColumns(field, odds, columns);
        const double chance = chanceOf(found);
        const bool isLonger =
            !best.empty() && !found.empty() && found.front().seen.size() > best.front().seen.size();
        if (!found.empty() &&
            (best.empty() || (isLonger ? chance > longer * mostChance : longer * chance > mostChance))) {
            best = std::move(found);
            mostChance = chance;
            for (LineReading& each : best) {
                each.left = columns.start * odds.columnPixels;
                each.right = columns.end * odds.columnPixels;
            }
        }
    }
    return best;
}

std::vector<FieldReader::LineReading> FieldReader::looks(const FieldLine& line, OverlayField field)
{
    const std::vector<LineReading> plain = look(field, line.brightness, line.capitalPixels, line.middleRow);
    const bool lacksMark = std::any_of(plain.begin(), plain.end(), [&](const LineReading& each) {
        return !each.reading.value && each.chance > least &&
               !incompleteText(field, each.reading.text).isEmpty();
    });
    if (line.strokes.empty() || (chanceOf(plain) >= sureLook && (!lacksMark || lacksMarks(field))))
        return plain;
    // The strokes as they were parted from the ground: another witness, of letters in a box the better one.
    const StrokeLine& strokes = line.strokes;
    std::vector<LineReading> parted =
        look(field, ownRows(strokes), strokes.bottom - strokes.top, (strokes.top + strokes.bottom) / 2.0);
    for (LineReading& each : parted) {
        each.left /= strokes.scale;
        each.right /= strokes.scale;
    }
    // And as if the letters were a little larger and smaller than they are: each time other pixels meet.
    constexpr double larger = 1.12;
    std::vector<LineReading> texts = together(plain, parted);
    for (const double size : {larger, 1 / larger})
        texts = together(texts, look(field, line.brightness, size * line.capitalPixels, line.middleRow));
    joinIncomplete(texts);
    return texts;
}

FieldReader::LineReading FieldReader::readByLine(const FieldLine& line, OverlayField field)
{
    constexpr double enough = 0.5;  // chance that the line is a text of the field at all
    const std::vector<LineReading> texts = looks(line, field);
    const double mass = massOf(texts);
    double weighedMass = 0;
    double weighedChance = 0;
    const LineReading* best = nullptr;
    for (const LineReading& each : texts) {
        const double weight = m_steps.textsBefore ? m_before[indexOf(field)].weight(each.reading.text) : 1;
        weighedMass += weight * each.chance;
        if (weight * each.chance > weighedChance) {
            weighedChance = weight * each.chance;
            best = &each;
        }
    }
    if (!best)
        return {};
    const auto confidenceOf = [&](double share) {
        return share * share * share * std::sqrt(std::min(1.0, mass / enough));
    };
    const double confidence = confidenceOf(weighedChance / weighedMass);
    if (confidence < least) {
        LineReading refused;
        refused.reading.text = best->reading.text;
        return refused;
    }
    LineReading taken = *best;
    // What was there before makes a text likelier, but never sure.
    taken.reading.confidence = std::clamp(confidenceOf(best->chance / mass), least, confidence);
    m_before[indexOf(field)].learn(taken.reading.text);
    count(field, taken.reading);
    return taken;
}

}  // namespace sheen
