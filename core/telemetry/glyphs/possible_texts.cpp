#include <algorithm>
#include <map>
#include <string>

#include "glyphs/line_network.h"

namespace sheen {

namespace {

/** In the order of the network's outputs, after that for nothing. */
const QString characters = QStringLiteral("0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ:.+-\u00B0'\"/,");

constexpr double nothingHere = 0.5;    //!< a column as surely empty as this is part of a gap
constexpr double leastShare = 0.003;   //!< a character less likely in a column does not stand there
constexpr std::size_t mostTexts = 24;  //!< followed at a time

/** Chance that the columns so far say a text, by whether the last one shows its last character or nothing. */
struct Chance
{
    double letter = 0;
    double nothing = 0;

    double sum() const { return letter + nothing; }
};

using Texts = std::map<std::u16string, Chance>;

/** The likeliest texts. */
Texts likeliest(const Texts& texts)
{
    std::vector<std::pair<double, const Texts::value_type*>> order;
    for (const auto& each : texts)
        order.emplace_back(-each.second.sum(), &each);
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    if (order.size() > mostTexts)
        order.resize(mostTexts);
    Texts kept;
    for (const auto& [chance, text] : order)
        kept.insert(*text);
    return kept;
}

/** What texts become with one more column; of `allowed` are the outputs for these characters. */
Texts continued(const Texts& texts, const float* shares, const std::vector<int>& allowed)
{
    Texts next;
    for (const auto& [text, chance] : texts) {
        next[text].nothing += chance.sum() * shares[0];
        for (const int output : allowed) {
            const double share = shares[output];
            if (share < leastShare)
                continue;
            const char16_t character = characters.at(output - 1).unicode();
            if (!text.empty() && text.back() == character) {
                next[text].letter += chance.letter * share;  // the same one goes on
                if (chance.nothing > 0)
                    next[text + character].letter += chance.nothing * share;
            } else {
                next[text + character].letter += chance.sum() * share;
            }
        }
    }
    return next;
}

}  // namespace

std::vector<cv::Range> wordsOf(const LineOdds& odds, double capitalPixels)
{
    constexpr double gap = 1.15;  // capitals' heights; letters of one word stand closer
    const int empty = std::max(2, int(gap * capitalPixels / odds.columnPixels));
    std::vector<cv::Range> words;
    int last = -1;
    for (int column = 0; column < odds.shares.rows; ++column) {
        if (odds.shares.at<float>(column, 0) > nothingHere)
            continue;
        if (last < 0 || column - last > empty)
            words.emplace_back(std::max(0, column - 1), column);
        words.back().end = std::min(odds.shares.rows, column + 2);
        last = column;
    }
    return words;
}

std::vector<PossibleText> possibleTexts(const LineOdds& odds, const cv::Range& columns,
                                        const QString& alphabet)
{
    std::vector<int> allowed;
    for (int i = 0; i < characters.size(); ++i) {
        const QChar each = characters[i];
        if (alphabet.contains(each) || (each == QLatin1Char('0') && alphabet.contains(QLatin1Char('O'))))
            allowed.push_back(i + 1);
    }
    Texts texts;
    texts[{}].nothing = 1;
    for (int column = columns.start; column < columns.end; ++column)
        texts = likeliest(continued(texts, odds.shares.ptr<float>(column), allowed));
    std::vector<PossibleText> found;
    for (const auto& [text, chance] : texts) {
        if (!text.empty())
            found.push_back({QString::fromUtf16(text.data(), int(text.size())), chance.sum()});
    }
    std::sort(found.begin(), found.end(),
              [](const PossibleText& a, const PossibleText& b) { return a.probability > b.probability; });
    return found;
}

}  // namespace sheen
