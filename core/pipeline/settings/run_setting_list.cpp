#include <QCoreApplication>
#include <algorithm>
#include <limits>

#include "settings/run_settings.h"

namespace sheen {

namespace {

struct RunSettingsText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::RunSettings)
};

using Kind = SettingDescription::Kind;
using Run = Setting<RunSettings>;
using Help = QString (*)();

constexpr double mostFrames = std::numeric_limits<int>::max() - 1;  // one more: to the end

struct Place
{
    const char* group;
    const char* key;
};

struct Option
{
    const char* name;
    const char* placeholder;
    Help help;
};

SettingDescription described(Kind kind, const Place& place, const Option& option)
{
    return {.option = QLatin1String(option.name),
            .placeholder = QLatin1String(option.placeholder),
            .group = QLatin1String(place.group),
            .key = QLatin1String(place.key),
            .kind = kind,
            .help = option.help};
}

SettingDescription text(const Place& place, const Option& option)
{
    return described(Kind::Text, place, option);
}

SettingDescription number(const Place& place, const char* unit, double minimum, double maximum,
                          const Option& option = {})
{
    SettingDescription setting = described(Kind::Number, place, option);
    setting.unit = QString::fromUtf8(unit);
    setting.minimum = minimum;
    setting.maximum = maximum;
    return setting;
}

SettingDescription positive(const Place& place, const char* unit, double maximum, const Option& option = {})
{
    SettingDescription setting = number(place, unit, 0, maximum, option);
    setting.minimumExcluded = true;
    return setting;
}

SettingDescription count(const Place& place, int minimum, const Option& option = {})
{
    SettingDescription setting = number(place, "", minimum, mostFrames, option);
    setting.kind = Kind::WholeNumber;
    return setting;
}

/** Which frames are looked at. */
std::vector<Run> ofSelection()
{
    return {
        Run::of(
            positive({"selection", "every_s"}, "s", 86400,
                     {"every", "SECONDS",
                      [] { return RunSettingsText::tr("Seconds from one frame to the next."); }}),
            [](auto& run) -> auto& { return run.selection.everySeconds; }),
        Run::of(
            count({"selection", "stride"}, 1,
                  {"stride", "N",
                   [] {
                       return RunSettingsText::tr(
                           "Every Nth frame. Without --every and --stride: all frames of a "
                           "folder, two a second of a video.");
                   }}),
            [](auto& run) -> auto& { return run.selection.stride; }),
        Run::of(
            count({"selection", "first_frame"}, 0),
            [](auto& run) -> auto& { return run.selection.firstFrame; }),
        Run::of(
            count({"selection", "end_frame"}, 0), [](auto& run) -> auto& { return run.selection.endFrame; }),
        Run::of(
            positive({"selection", "folder_interval_s"}, "s", 86400,
                     {"interval", "SECONDS",
                      [] {
                          return RunSettingsText::tr("Seconds between the frames of a folder without times.");
                      }}),
            [](auto& run) -> auto& { return run.selection.folderIntervalSeconds; }),
        Run::of(
            count({"selection", "video_stream"}, 1,
                  {"stream", "N",
                   [] { return RunSettingsText::tr("Which video of a file with several, by its number."); }}),
            [](auto& run) -> auto& { return run.selection.videoStream; }),
    };
}

/** Where the camera's pose comes from. */
std::vector<Run> ofTelemetry()
{
    return {
        Run::of(
            text({"", "telemetry"},
                 {"telemetry", "SOURCE",
                  [] {
                      return RunSettingsText::tr(
                          "auto, overlay, klv, exif, or a table beside the recording (CSV, "
                          "SRT).");
                  }}),
            [](auto& run) -> auto& { return run.telemetry; }),
        Run::of(
            text({"", "overlay"},
                 {"overlay", "LAYOUT",
                  [] { return RunSettingsText::tr("auto, the name of a layout, or a layout file."); }}),
            [](auto& run) -> auto& { return run.overlay; }),
    };
}

/** From masks to slicks. */
std::vector<Run> ofSlicks()
{
    return {
        Run::of(
            number({"", "time_filter_s"}, "s", 0, 60,
                   {"time-filter", "SECONDS",
                    [] {
                        return RunSettingsText::tr(
                                   "Frames so many seconds apart are compared, which removes "
                                   "flicker; 0: none (%1 unless given).")
                            .arg(RunSettings().timeFilterSeconds);
                    }}),
            [](auto& run) -> auto& { return run.timeFilterSeconds; }),
        Run::of(
            text({"", "crs"}, {"crs", "CRS",
                               [] {
                                   return RunSettingsText::tr(
                                       "Of the rasters: auto (the flight's UTM zone) or EPSG:n.");
                               }}),
            [](auto& run) -> auto& { return run.crs; }),
        Run::of(
            number({"merge", "smallest_area_m2"}, "m²", 0, 1e9,
                   {"smallest", "M2",
                    [] {
                        return RunSettingsText::tr(
                            "Smallest appearance area that is kept, in m2 (25 unless given).");
                    }}),
            [](auto& run) -> auto& { return run.merge.smallestAreaSquareMetres; }),
        Run::of(
            number({"merge", "gap_m"}, "m", 0, 1e4,
                   {"gap", "METRES",
                    [] {
                        return RunSettingsText::tr(
                            "Areas no farther apart are one slick, in metres (30 unless given).");
                    }}),
            [](auto& run) -> auto& { return run.merge.gapMetres; }),
        Run::of(
            number({"merge", "cell_size_m"}, "m", 0, 1e4),
            [](auto& run) -> auto& { return run.merge.cellSizeMetres; }),
        Run::of(
            number({"merge", "pass_s"}, "s", 0, 1e9),
            [](auto& run) -> auto& { return run.merge.passSeconds; }),
        Run::of(
            count({"outlines", "smallest_pixels"}, 0),
            [](auto& run) -> auto& { return run.outlines.smallestPixels; }),
        Run::of(
            number({"outlines", "simplify_pixels"}, "px", 0, 100),
            [](auto& run) -> auto& { return run.outlines.simplifyPixels; }),
    };
}

/** What the table and the track say of themselves. */
std::vector<Run> ofParts()
{
    std::vector<Run> list;
    for (const Setting<TableSettings>& setting : tableSettingList())
        list.push_back(setting.in<RunSettings>([](auto& run) -> auto& { return run.table; }));
    for (const Setting<TrackSettings>& setting : trackSettingList())
        list.push_back(setting.in<RunSettings>([](auto& run) -> auto& { return run.track; }));
    return list;
}

}  // namespace

const std::vector<Setting<RunSettings>>& runSettingList()
{
    static const std::vector<Run> list = [] {
        std::vector<Run> all;
        for (const std::vector<Run>& part : {ofSelection(), ofTelemetry(), ofParts(), ofSlicks()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return list;
}

const Setting<RunSettings>& runSetting(const char* option)
{
    return *std::ranges::find_if(
        runSettingList(), [option](const Run& setting) { return setting.option == QLatin1String(option); });
}

}  // namespace sheen
