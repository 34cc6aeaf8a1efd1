#pragma once

#include <memory>
#include <optional>

#include "data/issue.h"

#include "flight/flight.h"
#include "table_source.h"

namespace sheen {

/** Telemetry that a camera wrote as subtitles beside a video or within it. */
struct FoundSubtitles
{
    std::unique_ptr<TableSource> source;  //!< nullptr where there are none, or they cannot be used
    std::optional<Issue> notice;          //!< which were taken, or are there and why they were not
};

/**
 * Looks for subtitles of a video's own name beside it, then for a text track within it. Those that cannot be
 * read as telemetry, or are not about as long as the video, are only named.
 */
FoundSubtitles findSubtitles(const FlightInfo& flight, const TableSettings& settings);

}  // namespace sheen
