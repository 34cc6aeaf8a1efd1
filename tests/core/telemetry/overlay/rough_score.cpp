#include "rough_score.h"

#include <cmath>
#include <cstdio>
#include <ctime>

#include "grammar/incomplete_text.h"
#include "overlay/overlay_reader.h"
#include "track/track.h"

namespace sheen::test {

namespace {

double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

/** The value that a shown text means; of one without its sign, the likeliest. */
std::optional<double> valueOf(OverlayField field, const QString& text)
{
    if (const auto whole = readByGrammar(field, text))
        return whole->value;
    const auto possible = possibleReadings(field, text);
    return possible.empty() ? std::nullopt : possible.front().value;
}

constexpr double leastScore = 0.35;  // as a run demands

/** On three frames, and where they do not show it surely on eight, as a run does. */
LayoutMatch findLayout(const RoughRecording& recording)
{
    LayoutMatch best;
    for (const std::size_t count : {3, 8}) {
        std::vector<Frame> frames;
        for (std::size_t i = 0; i < count; ++i)
            frames.push_back(recording.frames[i * (recording.frames.size() - 1) / (count - 1)]);
        const LayoutMatch match = OverlayReader::recognise(frames);
        if (match.score > best.score)
            best = match;
        if (best.score > surePlacementScore)
            break;
    }
    return best;
}

/** How far the box is off that lies furthest from where it was drawn, across and down, in capitals' heights.
 */
cv::Point2d off(const OverlayLayout& found, const RoughRecording& recording)
{
    const cv::Size size = recording.frames.front().picture.size();
    const double capital = recording.placed.textHeight * size.height;
    cv::Point2d most;
    for (const OverlayLayout::Field& field : found.fields) {
        for (const OverlayLayout::Field& drawn : recording.placed.fields) {
            if (drawn.field != field.field)
                continue;
            const QPointF apart = field.box.center() - drawn.box.center();
            most.x = std::max(most.x, std::abs(apart.x()) * size.width / capital);
            most.y = std::max(most.y, std::abs(apart.y()) * size.height / capital);
        }
    }
    return most;
}

/** Whether a value that stands as read is another one than was shown. */
bool isWrong(const TelemetryRecord& record, OverlayField field, const QString& shown)
{
    if (record.qualities[indexOf(field)] != Quality::Read || !record.values[indexOf(field)])
        return false;
    const auto value = valueOf(field, shown);
    return !value || std::abs(*value - *record.values[indexOf(field)]) > 1e-7;
}

}  // namespace

void RoughScore::add(const RoughRecording& recording, bool verbose)
{
    ++recordings;
    const std::size_t count = recording.frames.size();
    for (const OverlayTexts& texts : recording.texts)
        shown += int(texts.size());
    frames += int(count);
    double before = threadMilliseconds();
    const LayoutMatch match = findLayout(recording);
    recogniseMilliseconds += threadMilliseconds() - before;
    if (verbose)
        std::printf("  %s: %s, score %.2f, off by %.2f x %.2f capitals\n", qPrintable(recording.description),
                    qPrintable(match.layout.name), match.score, off(match.layout, recording).x,
                    off(match.layout, recording).y);
    if (match.score < leastScore || match.layout.name != recording.layout)
        return;
    ++recognised;
    framesRead += int(count);
    for (const OverlayTexts& texts : recording.texts)
        shownFound += int(texts.size());
    OverlayReader reader(match.layout);
    Track track;
    for (std::size_t i = 0; i < count; ++i) {
        before = threadMilliseconds();
        const TelemetryReading reading = reader.read(recording.frames[i]);
        readMilliseconds += threadMilliseconds() - before;
        track.add(reading);
        for (const auto& [field, text] : recording.texts[i]) {
            const FieldReading& seen = reading[field];
            const bool same = seen.confidence > 0 && seen.text == text;
            exact += same;
            wrong += seen.confidence > 0 && !same;
            if (verbose && !same)
                std::printf("    frame %zu %s: %s \"%s\" (%.2f), shown \"%s\"\n", i,
                            qPrintable(overlayFieldName(field)), seen.confidence > 0 ? "read" : "refused",
                            qPrintable(seen.text), seen.confidence, qPrintable(text));
        }
    }
    const auto records = track.finish();
    for (std::size_t i = 0; i < records.size(); ++i) {
        placed += records[i].pose.has_value();
        for (const auto& [field, text] : recording.texts[i]) {
            const bool passed = isWrong(records[i], field, text);
            wrongAfterChecks += passed;
            if (verbose && passed)
                std::printf("    after checks, frame %zu %s: %.6f, shown \"%s\"\n", i,
                            qPrintable(overlayFieldName(field)), *records[i].values[indexOf(field)],
                            qPrintable(text));
        }
    }
}

void RoughScore::add(const RoughScore& other)
{
    recordings += other.recordings;
    recognised += other.recognised;
    shown += other.shown;
    shownFound += other.shownFound;
    exact += other.exact;
    wrong += other.wrong;
    wrongAfterChecks += other.wrongAfterChecks;
    placed += other.placed;
    frames += other.frames;
    framesRead += other.framesRead;
    readMilliseconds += other.readMilliseconds;
    recogniseMilliseconds += other.recogniseMilliseconds;
}

}  // namespace sheen::test
