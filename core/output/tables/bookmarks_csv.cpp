#include "tables/bookmarks_csv.h"

#include <algorithm>

#include "base/whole_file.h"
#include "tables/csv_row.h"

namespace sheen {

namespace {

constexpr int secondDecimals = 3;
constexpr int placeDecimals = 8;  // 1 mm

/** The frame that is shown at this time: the last one begun by then. */
const FrameRecord* frameAt(const std::vector<FrameRecord>& frames, double seconds)
{
    const auto after =
        std::upper_bound(frames.begin(), frames.end(), seconds + 1e-6,
                         [](double time, const FrameRecord& frame) { return time < frame.timeSeconds; });
    if (frames.empty())
        return nullptr;
    return after == frames.begin() ? &frames.front() : &*(after - 1);
}

}  // namespace

void writeBookmarksCsv(const std::vector<Bookmark>& bookmarks, const std::vector<FrameRecord>& frames,
                       const QString& path)
{
    QByteArray rows("start_s,end_s,frame,utc,latitude_deg,longitude_deg,person,written_utc,note\n");
    for (const Bookmark& bookmark : bookmarks) {
        const FrameRecord* frame = frameAt(frames, bookmark.startSeconds);
        const bool isPlaced = frame && frame->centre;
        const auto utc = [](const QDateTime& time) {
            return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
        };
        CsvRow row;
        row.number(bookmark.startSeconds, secondDecimals);
        row.number(bookmark.endSeconds, secondDecimals);
        row.text(frame ? QString::number(frame->frame) : QString());
        row.text(frame ? utc(frame->telemetry.utc) : QString());
        row.number(isPlaced ? std::optional(frame->centre->latitudeDegrees) : std::nullopt, placeDecimals);
        row.number(isPlaced ? std::optional(frame->centre->longitudeDegrees) : std::nullopt, placeDecimals);
        row.text(bookmark.person);
        row.text(utc(bookmark.written));
        row.text(bookmark.note);
        rows += row.line();
    }
    writeWholeFile(path, rows);
}

}  // namespace sheen
