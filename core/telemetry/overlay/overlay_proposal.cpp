#include "overlay/overlay_proposal.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/median.h"
#include "glyphs/line_network.h"
#include "overlay/overlay_reader.h"
#include "overlay/text_lines.h"
#include "value_roles.h"
#include "written_values.h"

namespace sheen {

namespace {

using F = OverlayField;

constexpr std::size_t framesForWords = 24;
constexpr std::size_t fewestLines = 3;
constexpr std::size_t mostLines = 60;  // more are a textured ground

/** So many of the frames, evenly over all of them. */
std::vector<Frame> someOf(const std::vector<Frame>& frames, std::size_t count)
{
    if (frames.size() <= count)
        return frames;
    std::vector<Frame> some;
    for (std::size_t i = 0; i < count; ++i)
        some.push_back(frames[i * (frames.size() - 1) / (count - 1)]);
    return some;
}

std::vector<Frame> ofOneSize(const std::vector<Frame>& frames)
{
    std::vector<Frame> alike;
    for (const Frame& frame : frames) {
        const bool known = frame.picture.type() == CV_8UC3 || frame.picture.type() == CV_8UC1;
        if (!frame.picture.empty() && known &&
            (alike.empty() || frame.picture.size() == alike.front().picture.size()))
            alike.push_back(frame);
    }
    return alike;
}

/** A box around a value: room for a digit more on both sides, halfway to the next word at most. */
QRectF boxOf(const WrittenValue& value, cv::Size size)
{
    constexpr double mostRoom = 1;  // capitals
    constexpr double tall = 1.5;
    const double capital = value.capitalPixels;
    const double left = value.box.x - std::min(mostRoom * capital, 0.5 * value.roomLeft);
    const double right = value.box.br().x + std::min(mostRoom * capital, 0.5 * value.roomRight);
    const double middle = value.box.y + value.box.height / 2;
    const QRectF box(left / size.width, (middle - tall * capital / 2) / size.height,
                     (right - left) / size.width, tall * capital / size.height);
    return box & QRectF(0, 0, 1, 1);
}

OverlayLayout layoutOf(const std::vector<WrittenLine>& lines, const std::vector<WrittenValue>& values,
                       const ValueRoles& roles, LetterColour colour, cv::Size size)
{
    OverlayLayout layout;
    layout.textColour = colour;
    layout.aspectRatio = double(size.width) / size.height;
    std::vector<double> capitals;
    for (const auto& [field, index] : roles.fields) {
        const WrittenValue& value = values[index];
        capitals.push_back(value.capitalPixels);
        layout.fields.push_back({field, boxOf(value, size), false, {value.form, value.before, {}}});
    }
    if (!capitals.empty())
        layout.textHeight = median(std::move(capitals)) / size.height;
    for (const WrittenLine& line : lines) {
        const double edge = 0.3 * line.capitalPixels;
        const QRectF mark((line.box.x - edge) / size.width, (line.box.y - edge) / size.height,
                          (line.box.width + 2 * edge) / size.width,
                          (line.box.height + 2 * edge) / size.height);
        layout.otherMarks.push_back(mark & QRectF(0, 0, 1, 1));
    }
    return layout;
}

/** The share of frames in which each field is read by the layout. */
std::array<double, overlayFieldCount> readShares(const OverlayLayout& layout,
                                                 const std::vector<Frame>& frames, const Cancel& cancel)
{
    std::array<double, overlayFieldCount> shares{};
    OverlayReader reader(layout);
    for (const Frame& frame : frames) {
        if (cancel.requested())
            return {};
        const TelemetryReading reading = reader.readFields(frame);
        for (std::size_t i = 0; i < overlayFieldCount; ++i)
            shares[i] += (reading.fields[i].confidence > 0) / double(frames.size());
    }
    return shares;
}

/** What one colour of letters gives. */
OverlayProposal proposeIn(LetterColour colour, const std::vector<Frame>& frames, const Cancel& cancel)
{
    OverlayProposal proposal;
    std::vector<cv::Mat> pictures;
    for (const Frame& frame : frames)
        pictures.push_back(frame.picture);
    const std::vector<TextLine> found = findTextLines(pictures, colour);
    if (found.size() < fewestLines || found.size() > mostLines || cancel.requested())
        return proposal;
    LineNetwork network;
    const std::vector<Frame> some = someOf(frames, framesForWords);
    const std::vector<WrittenLine> lines = readLines(some, found, colour, network);
    if (cancel.requested())
        return proposal;
    const std::vector<WrittenValue> values = writtenValues(lines);
    std::vector<double> times;
    for (const Frame& frame : some)
        times.push_back(frame.timeSeconds);
    const ValueRoles roles = rolesOf(values, times);
    proposal.layout = layoutOf(lines, values, roles, colour, pictures.front().size());
    if (proposal.layout.fields.empty())
        return proposal;

    constexpr double most = 0.6;
    const auto shares = readShares(proposal.layout, frames, cancel);
    const auto isRead = [&](F field) { return shares[indexOf(field)] >= most; };
    proposal.hasPosition = isRead(F::PlatformLatitude) && isRead(F::PlatformLongitude);
    proposal.hasHeight = isRead(F::PlatformAltitude);
    proposal.hasDirection = isRead(F::PlatformHeading) || isRead(F::TargetBearing);
    proposal.sure = proposal.hasPosition && proposal.hasHeight && proposal.hasDirection &&
                    roles.positionMoves && roles.heightFits && roles.directionFits;
    return proposal;
}

}  // namespace

OverlayProposal proposeOverlay(const std::vector<Frame>& frames, const Cancel& cancel)
{
    constexpr std::size_t fewestFrames = 5;
    OverlayProposal best;
    const std::vector<Frame> alike = ofOneSize(frames);
    if (alike.size() < fewestFrames)
        return best;
    for (const LetterColour colour :
         {LetterColour::White, LetterColour::Green, LetterColour::Yellow, LetterColour::Cyan}) {
        const OverlayProposal each = proposeIn(colour, alike, cancel);
        if (each.sure || each.layout.fields.size() > best.layout.fields.size())
            best = each;
        if (best.sure || cancel.requested())
            break;
    }
    return best;
}

}  // namespace sheen
