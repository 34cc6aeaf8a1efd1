#include "written_values.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/median.h"

namespace sheen {

namespace {

constexpr std::size_t mostWords = 4;  // "N 35 12 34"

double middleOf(double begin, double length)
{
    return begin + length / 2;
}

double overlapShare(const cv::Rect2d& a, const cv::Rect2d& b)
{
    const double width = std::min(a.br().x, b.br().x) - std::max(a.x, b.x);
    return std::max(0.0, width) / std::min(a.width, b.width);
}

/** The words of one line that may be one kind of value, frame by frame. */
struct Track
{
    WrittenValue value;
    double length = 0;  //!< characters, over all frames
    std::vector<cv::Rect2d> boxes;

    /** Specks below a letter, or a word of another row in one frame, must not move it. */
    cv::Rect2d usualBox() const
    {
        std::vector<double> middles, heights;
        for (const cv::Rect2d& box : boxes) {
            middles.push_back(middleOf(box.y, box.height));
            heights.push_back(box.height);
        }
        const double middle = median(std::move(middles));
        const double height = median(std::move(heights));
        cv::Rect2d usual;
        for (const cv::Rect2d& box : boxes) {
            if (std::abs(middleOf(box.y, box.height) - middle) < 0.5 * height)
                usual |= cv::Rect2d(box.x, middle - height / 2, box.width, height);
        }
        return usual;
    }
};

/** Finds the values of one line. */
class LineValues
{
public:
    LineValues(const WrittenLine& line, std::size_t index) : m_line(line), m_index(index)
    {
        for (std::size_t frame = 0; frame < line.frames.size(); ++frame)
            add(frame);
    }

    /** Those that most frames have, without those that lie in a better one. */
    std::vector<WrittenValue> best();

private:
    void add(std::size_t frame);
    void add(std::size_t frame, const cv::Rect2d& box, const MeantText& meant, qsizetype characters);
    void measureRoom(WrittenValue& value) const;
    void readLabels(WrittenValue& value) const;

    const WrittenLine& m_line;
    const std::size_t m_index;
    std::vector<Track> m_tracks;
};

void LineValues::add(std::size_t frame)
{
    const std::vector<WrittenWord>& words = m_line.frames[frame];
    for (std::size_t first = 0; first < words.size(); ++first) {
        QString text;
        cv::Rect2d box = words[first].box;
        for (std::size_t last = first; last < std::min(words.size(), first + mostWords); ++last) {
            text += words[last].text;
            box |= words[last].box;
            for (const MeantText& meant : meaningsOf(text))
                add(frame, box, meant, text.size());
        }
    }
}

void LineValues::add(std::size_t frame, const cv::Rect2d& box, const MeantText& meant, qsizetype characters)
{
    constexpr double same = 0.5;
    auto track = std::find_if(m_tracks.begin(), m_tracks.end(), [&](const Track& each) {
        return each.value.meaning == meant.meaning && each.value.form == meant.form &&
               each.value.before == meant.before && overlapShare(each.value.box, box) > same;
    });
    if (track == m_tracks.end()) {
        Track fresh;
        fresh.value.line = m_index;
        fresh.value.box = box;
        fresh.value.capitalPixels = m_line.capitalPixels;
        fresh.value.meaning = meant.meaning;
        fresh.value.form = meant.form;
        fresh.value.before = meant.before;
        fresh.value.bare = meant.bare;
        fresh.value.values.resize(m_line.frames.size());
        fresh.value.longitudes.resize(m_line.frames.size());
        m_tracks.push_back(fresh);
        track = m_tracks.end() - 1;
    }
    track->length += double(characters);
    track->value.box |= box;
    track->boxes.push_back(box);
    track->value.framesRead += 1;
    if (meant.value) {
        track->value.values[frame] = meant.value;
        track->value.longitudes[frame] = meant.longitude;
    }
}

std::vector<WrittenValue> LineValues::best()
{
    const auto frames = std::count_if(m_line.frames.begin(), m_line.frames.end(),
                                      [](const auto& words) { return !words.empty(); });
    std::stable_sort(m_tracks.begin(), m_tracks.end(), [](const Track& a, const Track& b) {
        if (a.value.bare != b.value.bare)
            return b.value.bare;
        return a.length > b.length;
    });
    std::vector<WrittenValue> kept;
    for (Track& track : m_tracks) {
        if (2 * track.value.framesRead < frames)
            continue;
        const bool within = std::any_of(kept.begin(), kept.end(), [&](const WrittenValue& other) {
            return overlapShare(track.value.box, other.box) > 0.3;
        });
        if (within)
            continue;
        kept.push_back(track.value);
        kept.back().box = track.usualBox();
    }
    for (WrittenValue& value : kept) {
        measureRoom(value);
        readLabels(value);
    }
    return kept;
}

/** The median, over the frames, of the way to the words on both sides. */
void LineValues::measureRoom(WrittenValue& value) const
{
    const double far = 100 * value.capitalPixels;
    std::vector<double> left, right;
    for (const std::vector<WrittenWord>& words : m_line.frames) {
        double toLeft = far;
        double toRight = far;
        for (const WrittenWord& word : words) {
            if (middleOf(word.box.x, word.box.width) < value.box.x)
                toLeft = std::min(toLeft, value.box.x - word.box.br().x);
            else if (middleOf(word.box.x, word.box.width) > value.box.br().x)
                toRight = std::min(toRight, word.box.x - value.box.br().x);
        }
        left.push_back(toLeft);
        right.push_back(toRight);
    }
    value.roomLeft = std::max(0.0, median(std::move(left)));
    value.roomRight = std::max(0.0, median(std::move(right)));
}

/** Of the words left of the value that belong to no other, and of the one that touches it. */
void LineValues::readLabels(WrittenValue& value) const
{
    if (const auto label = labelOf(value.before))
        value.labels.insert(*label);
    std::map<ValueLabel, int> seen;
    for (const std::vector<WrittenWord>& words : m_line.frames) {
        // From the value to the left, up to another value.
        for (auto word = words.rbegin(); word != words.rend(); ++word) {
            if (middleOf(word->box.x, word->box.width) > value.box.x)
                continue;
            const auto label = labelOf(word->text);
            if (!label && !meaningsOf(word->text).empty())
                break;
            if (label)
                ++seen[*label];
        }
    }
    for (const auto& [label, count] : seen) {
        if (3 * count > value.framesRead)
            value.labels.insert(label);
    }
}

/** What a line without values says, in most of the frames that show it. */
std::set<ValueLabel> labelsOf(const WrittenLine& line)
{
    std::map<ValueLabel, int> seen;
    int frames = 0;
    for (const std::vector<WrittenWord>& words : line.frames) {
        frames += !words.empty();
        for (const WrittenWord& word : words) {
            if (const auto label = labelOf(word.text))
                ++seen[*label];
        }
    }
    std::set<ValueLabel> labels;
    for (const auto& [label, count] : seen) {
        if (2 * count > frames)
            labels.insert(label);
    }
    return labels;
}

/** Whether a line stands right of another, in the same row and not far. */
bool isRightOf(const cv::Rect2d& value, const cv::Rect2d& label, double capital)
{
    constexpr double farthest = 4;
    return std::abs(middleOf(value.y, value.height) - middleOf(label.y, label.height)) < 0.5 * capital &&
           value.x >= label.br().x - 0.3 * capital && value.x - label.br().x < farthest * capital;
}

/** Whether a line stands in the next row below another, in its column. */
bool isBelow(const cv::Rect2d& value, const cv::Rect2d& above, double capital)
{
    constexpr double nextRow = 2.6;
    const double down = middleOf(value.y, value.height) - middleOf(above.y, above.height);
    return down > 0.7 * capital && down < nextRow * capital &&
           std::min(value.br().x, above.br().x) - std::max(value.x, above.x) > -0.5 * capital;
}

}  // namespace

std::vector<WrittenValue> writtenValues(const std::vector<WrittenLine>& lines)
{
    std::vector<WrittenValue> values;
    std::vector<bool> hasValues(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (WrittenValue& value : LineValues(lines[i], i).best()) {
            hasValues[i] = true;
            values.push_back(std::move(value));
        }
    }
    std::vector<std::set<ValueLabel>> heads(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!hasValues[i])
            heads[i] = labelsOf(lines[i]);
    }
    for (WrittenValue& value : values) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (isRightOf(value.box, lines[i].box, value.capitalPixels))
                value.labels.insert(heads[i].begin(), heads[i].end());
        }
    }
    // A number with a sign may be both; its label tells.
    for (WrittenValue& value : values) {
        if (value.bare && value.meaning == Meaning::Latitude && value.has(ValueLabel::Longitude) &&
            !value.has(ValueLabel::Latitude))
            value.meaning = Meaning::Longitude;
    }
    // A head over a column is that of all its rows: handed down from row to row.
    for (int row = 0; row < 4; ++row) {
        for (WrittenValue& value : values) {
            const auto inherit = [&value](const std::set<ValueLabel>& above) {
                for (const ValueLabel label : {ValueLabel::Platform, ValueLabel::Target}) {
                    const bool other =
                        value.has(label == ValueLabel::Platform ? ValueLabel::Target : ValueLabel::Platform);
                    if (above.count(label) && !other)
                        value.labels.insert(label);
                }
            };
            for (std::size_t i = 0; i < lines.size(); ++i) {
                if (!hasValues[i] && isBelow(value.box, lines[i].box, value.capitalPixels))
                    inherit(heads[i]);
            }
            for (const WrittenValue& above : values) {
                if (isBelow(value.box, above.box, value.capitalPixels))
                    inherit(above.labels);
            }
        }
    }
    return values;
}

}  // namespace sheen
