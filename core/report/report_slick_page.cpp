// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_slick_page.h"

#include <QLocale>
#include <algorithm>

#include "data/class_names.h"
#include "report_flow.h"
#include "report_pictures.h"
#include "report_text.h"
#include "wording/wording.h"

namespace sheen {

namespace {

constexpr double gap = 4;
constexpr double halfWidth = (ReportPages::width - gap) / 2;
constexpr double mapHeight = 78;

QString decidedBy(const Slick& slick, const Wording& words)
{
    const QString who = slick.reviewer.isEmpty() ? words.notRecorded() : slick.reviewer;
    return ReportText::tr("Finding: accepted by %1, %2").arg(who, words.time(slick.reviewedUtc));
}

/** Both pictures with what they are; gives the y below. */
double addPictures(const SlickPageParts& parts, const Slick& slick, double y, const Wording& words)
{
    ReportPages& pages = parts.pages;
    const FramePair pair = picturesOf(slick, parts.input, parts.pictures);
    if (!pair.record) {
        pages.text({ReportPages::left, y, ReportPages::width, 5},
                   ReportText::tr("No frame shows this slick: it was drawn by the analyst."));
        return y + 7;
    }
    if (pair.clean.isEmpty()) {
        pages.text({ReportPages::left, y, ReportPages::width, 5},
                   parts.input.flight
                       ? ReportText::tr("Frame %1 could not be read again.").arg(pair.record->frame)
                       : ReportText::tr("The recording is not at hand, so its pictures cannot be shown."));
        return y + 7;
    }
    const cv::Size size = pair.record->pictureSize;
    const double height =
        size.width > 0 ? std::min(72.0, halfWidth * size.height / static_cast<double>(size.width)) : 50;
    const double right = ReportPages::left + halfWidth + gap;
    pages.picture({ReportPages::left, y, halfWidth, height}, pair.clean);
    pages.picture({right, y, halfWidth, height}, pair.outlined);
    const QString sensor = pair.record->telemetry.sensor;
    const QString when = pair.record->telemetry.utc.isValid()
                             ? words.time(pair.record->telemetry.utc, parts.input.entered)
                             : ReportText::tr("%1 s into the recording")
                                   .arg(QLocale().toString(pair.record->timeSeconds, 'f', 1));
    pages.text({ReportPages::left, y + height + 1, halfWidth, 8},
               ReportText::tr("Frame %1 as it was recorded\n%2").arg(pair.record->frame).arg(when),
               ReportStyle::Small);
    QString about =
        ReportText::tr("The same frame, outlined by appearance; scale at the middle of the picture");
    if (!sensor.isEmpty())
        about += QLatin1Char('\n') + ReportText::tr("Sensor %1").arg(sensor);
    pages.text({right, y + height + 1, halfWidth, 8}, about, ReportStyle::Small);
    return y + height + 10;
}

QString withError(const QString& value, const QString& error)
{
    return ReportText::tr("%1 \u00b1 %2 (95 %)").arg(value, error);
}

std::vector<QStringList> areaRows(const Slick& slick, const Wording& words)
{
    std::vector<QStringList> rows;
    for (const AppearanceArea& area : slick.areas)
        rows.push_back({area.code == 0 ? QStringLiteral("\u2013") : QString::number(area.code),
                        words.appearance(area.code), shownClassName(area.className),
                        words.area(area.areaSquareMetres),
                        words.percent(slick.measures.oiledSquareMetres > 0
                                          ? 100 * area.areaSquareMetres / slick.measures.oiledSquareMetres
                                          : 0),
                        words.volumeRange(area.minimumVolumeCubicMetres(), area.maximumVolumeCubicMetres())});
    return rows;
}

QString volumeNoteText(VolumeNote note)
{
    switch (note) {
        case VolumeNote::NoBound:
            return ReportText::tr(
                "Some of the oil is of code 5, which has no upper bound: its maximum is not known.");
        case VolumeNote::PartKnown:
            return ReportText::tr("Some of the oil has no appearance code: the volumes are without it.");
        case VolumeNote::NoBoundPart:
            return ReportText::tr(
                "Some of the oil has no appearance code, and some is of code 5, which has no "
                "upper bound: the minimum is without the former, the maximum is not known.");
        case VolumeNote::Unknown:
            return ReportText::tr("None of the oil has an appearance code: there is no volume.");
        case VolumeNote::Whole:
            break;
    }
    return {};
}

}  // namespace

ReportRows slickRows(const ProductInput& input, const NearestLand* land, const Slick& slick)
{
    const Wording words;
    const SlickMeasures& measures = slick.measures;
    const QString position = words.position(measures.inside);
    const QString oiled = words.area(measures.oiledSquareMetres);
    ReportRows rows;
    const auto add = [&rows](const char* field, const QString& title, const QString& value) {
        rows.push_back({QLatin1String(field), title, value});
    };
    add("slick_number", QString(), QString::number(slick.id));
    add("slick_decided", QString(), decidedBy(slick, words));
    add("slick_size", ReportText::tr("Length \u00d7 width"), words.size(measures));
    add("slick_overall_area", ReportText::tr("Overall area"), words.area(measures.overallSquareMetres));
    add("slick_coverage", ReportText::tr("Coverage"), words.percent(measures.coveragePercent));
    add("slick_oiled_area", ReportText::tr("Oiled area"),
        measures.areaErrorSquareMetres > 0 ? withError(oiled, words.area(measures.areaErrorSquareMetres))
                                           : oiled);
    add("slick_orientation", ReportText::tr("Orientation"),
        ReportText::tr("%1\u00b0 true").arg(QLocale().toString(measures.orientationDegrees, 'f', 0)));
    add("slick_form", ReportText::tr("Form"), words.form(slick.shownForm()));
    add("slick_shares", QString(), words.shares(measures));
    add("slick_minimum_volume", ReportText::tr("Minimum volume (law)"),
        words.minimumVolume(measures.minimumVolumeCubicMetres));
    add("slick_maximum_volume", ReportText::tr("Maximum volume (response)"),
        words.maximumVolume(measures.minimumVolumeCubicMetres, measures.maximumVolumeCubicMetres));
    add("slick_volume_note", QString(), volumeNoteText(measures.volumeNote));
    add("slick_position", ReportText::tr("Position"),
        slick.positionErrorMetres > 0 ? withError(position, words.length(slick.positionErrorMetres))
                                      : position);
    add("slick_nearest_land", ReportText::tr("Nearest land"), landText(land, measures.inside));
    add("slick_seen", ReportText::tr("Seen"), words.timeRange(slick.firstUtc, slick.lastUtc));
    add("slick_local_time", ReportText::tr("Local time"),
        input.entered.utcOffsetSeconds() ? words.time(slick.firstUtc, input.entered) : words.notRecorded());
    add("slick_sensors", ReportText::tr("Sensors"),
        slick.sensors.isEmpty() ? words.notRecorded() : slick.sensors.join(QStringLiteral(", ")));
    add("slick_taken_for", ReportText::tr("Taken for"), words.takenFor(slick));
    add("slick_origin", ReportText::tr("Came about"), words.origin(slick.origin));
    add("slick_note", ReportText::tr("Note"), slick.note.isEmpty() ? words.notRecorded() : slick.note);
    add("slick_unseen", ReportText::tr("Not seen by any frame"),
        measures.unseenSquareMetres > 0 ? words.area(measures.unseenSquareMetres) : QString());
    return rows;
}

QString landText(const NearestLand* land, const GroundPoint& place)
{
    const Wording words;
    const std::optional<LandNearby> near = land ? land->of(place) : std::nullopt;
    if (!near)
        return ReportText::tr("none within 300 km on the map at hand");
    if (near->distanceMetres <= 0)
        return ReportText::tr("within %1, as the map at hand has its coast").arg(near->name);
    return ReportText::tr("%1 from %2, bearing %3\u00b0")
        .arg(words.length(near->distanceMetres < 1000 ? near->distanceMetres
                                                      : std::round(near->distanceMetres / 100) * 100),
             near->name, QLocale().toString(near->bearingDegrees, 'f', 0));
}

void addSlickPage(const SlickPageParts& parts, const Slick& slick)
{
    ReportPages& pages = parts.pages;
    const Wording words;
    const QString heading = ReportText::tr("Slick %1").arg(slick.id);
    double y = pages.beginPage(heading);
    const QString decided = pages.wrapped(decidedBy(slick, words), ReportPages::width, ReportStyle::Strong)
                                .join(QLatin1Char('\n'));
    const double decidedHeight =
        (static_cast<double>(decided.count(QLatin1Char('\n'))) + 1) * pages.lineHeight(ReportStyle::Strong);
    pages.text({ReportPages::left, y, ReportPages::width, decidedHeight + 1}, decided, ReportStyle::Strong);
    y = addPictures(parts, slick, y + decidedHeight + 2, words);

    ReportFlow flow(pages, heading, y);
    flow.facts(slickRows(parts.input, parts.land, slick));
    flow.table({{ReportText::tr("Code"), 12, true},
                {ReportText::tr("Appearance"), 50},
                {ReportText::tr("Class of the model"), 46},
                {ReportText::tr("Area"), 24, true},
                {ReportText::tr("Share"), 16, true},
                {ReportText::tr("Volume, minimum to maximum"), 32, true}},
               areaRows(slick, words), ReportStyle::Dense);
    if (const QString note = volumeNoteText(slick.measures.volumeNote); !note.isEmpty())
        flow.paragraph(note, ReportStyle::Small);
    if (!parts.maps.isPlaced() || slick.overallOutline.empty())
        return;
    constexpr double leastMap = 50;
    flow.keep(leastMap);
    parts.maps.addSlickMap(
        slick, {ReportPages::left, flow.y() + 1, ReportPages::width, std::min(mapHeight, flow.room() - 1)});
}

}  // namespace sheen
