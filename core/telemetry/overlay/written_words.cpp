#include "written_words.h"

#include <algorithm>

#include "base/median.h"
#include "glyphs/text_strokes.h"
#include "lost_lines.h"
#include "overlay/letter_look.h"

namespace sheen {

namespace {

/** A gap wider than this, in heights of a capital, parts words. */
constexpr double wordGap = 0.62;
const QString alphabet = QStringLiteral("0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ.:-+/") + QChar(0x00B0);

/** A part of a line that looks as in a frame before says the same. */
struct Known
{
    cv::Mat mask;
    WrittenWord word;
};

bool isTall(const cv::Rect& glyph)
{
    return glyph.height > 0.72 * strokeCapitalHeight;
}

bool isRaised(const cv::Rect& glyph, const StrokeLine& line)
{
    return glyph.height < 0.6 * strokeCapitalHeight && glyph.height > 0.2 * strokeCapitalHeight &&
           glyph.width > 0.2 * strokeCapitalHeight && glyph.width < 0.8 * strokeCapitalHeight &&
           glyph.y + glyph.height < (line.top + line.bottom) / 2 + 4 && glyph.y < line.top + 6;
}

/** Specks are no letters: what is neither as tall as one, nor a full stop, colon, dash or raised sign. */
bool isLetter(const cv::Rect& glyph, const StrokeLine& line)
{
    const double capital = strokeCapitalHeight;
    const double inked = double(cv::countNonZero(line.mask(glyph))) / glyph.area();
    if (isTall(glyph))
        return inked > 0.17;
    const bool stop = glyph.y + glyph.height > line.bottom - 0.2 * capital && glyph.height < 0.45 * capital &&
                      glyph.width < 0.45 * capital && inked > 0.4;
    const bool colon = glyph.height > 0.45 * capital && glyph.width < 0.45 * capital;
    const bool dash = glyph.height < 0.3 * capital && glyph.width > 0.3 * capital && inked > 0.5 &&
                      std::abs(glyph.y + glyph.height / 2.0 - (line.top + line.bottom) / 2.0) < 0.2 * capital;
    return stop || colon || dash || isRaised(glyph, line) || glyph.height > 0.5 * capital;
}

std::vector<std::vector<cv::Rect>> wordsOf(const StrokeLine& line)
{
    std::vector<std::vector<cv::Rect>> words;
    int end = 0;
    for (const cv::Rect& glyph : line.glyphs) {
        if (!isLetter(glyph, line))
            continue;
        if (words.empty() || glyph.x - end > wordGap * strokeCapitalHeight)
            words.emplace_back();
        words.back().push_back(glyph);
        end = glyph.x + glyph.width;
    }
    words.erase(std::remove_if(words.begin(), words.end(),
                               [](const std::vector<cv::Rect>& word) {
                                   return std::none_of(word.begin(), word.end(), isTall);
                               }),
                words.end());
    return words;
}

class LineReader
{
public:
    LineReader(const TextLine& line, LineNetwork& network) : m_line(line), m_network(network) {}

    std::vector<WrittenWord> read(const cv::Mat& picture);
    double capitalPixels() const { return m_capitals.empty() ? 0 : median(m_capitals); }

private:
    WrittenWord readWord(const StrokeLine& line, const std::vector<cv::Rect>& glyphs, const TextCrop& crop);

    const TextLine& m_line;
    LineNetwork& m_network;
    std::vector<Known> m_known;
    std::vector<double> m_capitals;
};

std::vector<WrittenWord> LineReader::read(const cv::Mat& picture)
{
    StrokeSearch search;
    const double height = m_line.box.height;
    search.box = cv::Rect2d(m_line.box.x - height, m_line.box.y - 0.4 * height, m_line.box.width + 2 * height,
                            1.8 * height);
    search.capitalHeight = m_capitals.empty() ? height : median(m_capitals);
    search.smallestLevel = 12;
    const TextCrop crop = textCrop(picture, search);
    StrokeLine line = findStrokeLine(crop, search);
    std::vector<WrittenWord> words;
    if (line.empty())
        return words;
    for (const std::vector<cv::Rect>& glyphs : wordsOf(line)) {
        WrittenWord word = readWord(line, glyphs, crop);
        if (!word.text.isEmpty())
            words.push_back(word);
    }
    if (!words.empty())
        m_capitals.push_back((line.bottom - line.top) / line.scale);
    return words;
}

WrittenWord LineReader::readWord(const StrokeLine& line, const std::vector<cv::Rect>& glyphs,
                                 const TextCrop& crop)
{
    constexpr int smallestChange = 10;
    const cv::Rect extent = extentOf(glyphs);
    const cv::Mat mask = line.mask(extent).clone();
    const cv::Rect2d box(extent.x / line.scale, extent.y / line.scale, extent.width / line.scale,
                         extent.height / line.scale);
    WrittenWord word;
    word.box = box + cv::Point2d(crop.corner);
    for (Known& known : m_known) {
        if (strokeDifference(known.mask, mask) <= smallestChange) {
            known.word.box = word.box;
            return known.word;
        }
    }
    const double capitalPixels = (line.bottom - line.top) / line.scale;
    const int room = cvRound(0.4 * capitalPixels);  // beside the word, where the next one is not yet
    const cv::Range columns(std::max(0, cvFloor(box.x) - room),
                            std::min(crop.brightness.cols, cvCeil(box.x + box.width) + room));
    const LineOdds odds = m_network.read(crop.brightness.colRange(columns), capitalPixels,
                                         (line.top + line.bottom) / 2.0 / line.scale);
    const auto texts = possibleTexts(odds, cv::Range(0, odds.shares.rows), alphabet);
    if (!texts.empty()) {
        word.text = texts.front().text;
        word.confidence = texts.front().probability;
        // Raised signs between figures part them; the figures' number tells as much.
        const QChar sign(0x00B0);
        const bool last = word.text.endsWith(sign);
        word.text.remove(sign);
        if (last && !word.text.isEmpty())
            word.text += sign;
    }
    m_known.push_back({mask, word});
    return word;
}

}  // namespace

std::vector<WrittenLine> readLines(const std::vector<Frame>& frames, const std::vector<TextLine>& lines,
                                   LetterColour colour, LineNetwork& network)
{
    std::vector<cv::Mat> pictures;
    for (const Frame& frame : frames)
        pictures.push_back(inLetterColour(withLostLines(frame.picture), colour));
    std::vector<WrittenLine> all;
    for (const TextLine& line : lines) {
        LineReader reader(line, network);
        WrittenLine written;
        written.box = line.box;
        std::size_t read = 0;
        for (const cv::Mat& picture : pictures) {
            written.frames.push_back(reader.read(picture));
            read += !written.frames.back().empty();
        }
        written.capitalPixels = reader.capitalPixels();
        if (2 * read > pictures.size())
            all.push_back(std::move(written));
    }
    return all;
}

}  // namespace sheen
