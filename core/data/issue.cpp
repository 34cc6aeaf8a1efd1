#include "data/issue.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cmath>

namespace sheen {

namespace {

struct KindFacts
{
    IssueKind kind;
    const char* name;
    const char* countName;
    const char* sentence;  //!< %1, %2: the values
    bool wholeFlight = false;
};

constexpr std::array kinds = {
    KindFacts{IssueKind::Text, "text", "text", "%1"},
    KindFacts{IssueKind::PictureNotOpened, "picture_not_opened", "undecodable",
              QT_TRANSLATE_NOOP("sheen::Issue", "The picture \"%1\" cannot be opened: %2.")},
    KindFacts{IssueKind::PictureEmpty, "picture_empty", "undecodable",
              QT_TRANSLATE_NOOP("sheen::Issue", "The picture \"%1\" is empty (0 bytes).")},
    KindFacts{IssueKind::PictureTooLarge, "picture_too_large", "undecodable",
              QT_TRANSLATE_NOOP("sheen::Issue", "The picture \"%1\" is too large to be a frame.")},
    KindFacts{
        IssueKind::PictureUndecodable, "picture_undecodable", "undecodable",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The picture \"%1\" cannot be decoded; the file is damaged or of another kind.")},
    KindFacts{
        IssueKind::PictureCutShort, "picture_cut_short", "damaged",
        QT_TRANSLATE_NOOP("sheen::Issue", "The picture \"%1\" is cut short; its lower part is missing.")},
    KindFacts{IssueKind::NoSuchFrame, "no_such_frame", "undecodable",
              QT_TRANSLATE_NOOP("sheen::Issue", "The folder has no frame %1.")},
    KindFacts{IssueKind::FrameUndecodable, "frame_undecodable", "undecodable",
              QT_TRANSLATE_NOOP("sheen::Issue", "Frame %1 cannot be decoded.")},
    KindFacts{IssueKind::FrameNotConverted, "frame_not_converted", "undecodable",
              QT_TRANSLATE_NOOP("sheen::Issue", "Frame %1 cannot be turned into a picture.")},
    KindFacts{
        IssueKind::FrameDamaged, "frame_damaged", "damaged",
        QT_TRANSLATE_NOOP("sheen::Issue", "Frame %1 is damaged in the recording; parts of it are guessed.")},
    KindFacts{IssueKind::PicturesMissing, "pictures_missing", "damaged",
              QT_TRANSLATE_NOOP("sheen::Issue",
                                "Before frame %1 the recording is damaged; pictures missing there: %2.")},
    KindFacts{IssueKind::RecordingGap, "recording_gap", "damaged",
              QT_TRANSLATE_NOOP("sheen::Issue", "Before frame %1 the recording has a gap of %2 s.")},
    KindFacts{IssueKind::NotDetected, "not_detected", "not_detected",
              QT_TRANSLATE_NOOP("sheen::Issue", "No oil could be looked for. %1")},
    KindFacts{IssueKind::NoPose, "no_place", "no_place",
              QT_TRANSLATE_NOOP("sheen::Issue", "No place: its telemetry is not known.")},
    KindFacts{IssueKind::AboveHorizon, "above_horizon", "above_horizon",
              QT_TRANSLATE_NOOP("sheen::Issue", "No place: the picture shows no sea below the horizon.")},
    KindFacts{
        IssueKind::AssumedStraightDown, "assumed_straight_down", "assumed_straight_down",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "The telemetry does not say where the camera looks: straight down is assumed."),
        true},
    KindFacts{IssueKind::AssumedTakeOffAtSea, "assumed_take_off_at_sea", "assumed_take_off_at_sea",
              QT_TRANSLATE_NOOP(
                  "sheen::Issue",
                  "The telemetry has heights above the take-off alone: it is assumed to lie at sea level."),
              true},
    KindFacts{IssueKind::KlvOlderSet, "klv_older_set", "klv_older_set",
              QT_TRANSLATE_NOOP("sheen::Issue",
                                "The recording's KLV follows the older standard ST 0104, which is not read; "
                                "ST 0601 is. Without an overlay in the picture, give the telemetry as a "
                                "table."),
              true},
    KindFacts{IssueKind::KlvFrameCentreDisagrees, "klv_frame_centre_disagree", "klv_frame_centre_disagree",
              QT_TRANSLATE_NOOP("sheen::Issue",
                                "KLV disagrees with itself: its angles point %1 m (%2 degrees) away from the "
                                "place that it gives for the middle of the picture. Compare a shore or ship "
                                "with the map, and set the camera's mounting in its calibration if the "
                                "angles are wrong.")},
    KindFacts{IssueKind::OverlayLookDisagrees, "overlay_look_disagree", "overlay_look_disagree",
              QT_TRANSLATE_NOOP("sheen::Issue",
                                "The overlay disagrees with itself: bearing and slant range point %1 m (%2 "
                                "degrees) away from the target's position. Check what altitudes are counted "
                                "from and the sea level in the flight's settings, and correct the value that "
                                "is wrong in the telemetry panel.")},
    KindFacts{IssueKind::KlvOverlayPositionDisagrees, "klv_overlay_position_disagree", "klv_overlay_disagree",
              QT_TRANSLATE_NOOP("sheen::Issue",
                                "KLV, which is taken, and the overlay disagree: position by %1 m.")},
    KindFacts{
        IssueKind::KlvOverlayHeightDisagrees, "klv_overlay_height_disagree", "klv_overlay_disagree",
        QT_TRANSLATE_NOOP("sheen::Issue", "KLV, which is taken, and the overlay disagree: height by %1 m.")},
    KindFacts{IssueKind::KlvOverlayHeadingDisagrees, "klv_overlay_heading_disagree", "klv_overlay_disagree",
              QT_TRANSLATE_NOOP("sheen::Issue",
                                "KLV, which is taken, and the overlay disagree: heading by %1 degrees.")},
    KindFacts{IssueKind::KlvOverlayBearingDisagrees, "klv_overlay_bearing_disagree", "klv_overlay_disagree",
              QT_TRANSLATE_NOOP("sheen::Issue",
                                "KLV, which is taken, and the overlay disagree: bearing by %1 degrees.")},
    KindFacts{
        IssueKind::KlvOverlayFieldOfViewDisagrees, "klv_overlay_fov_disagree", "klv_overlay_disagree",
        QT_TRANSLATE_NOOP("sheen::Issue",
                          "KLV, which is taken, and the overlay disagree: field of view by %1 degrees.")},
    KindFacts{IssueKind::NoGeoid, "no_geoid", "no_geoid",
              QT_TRANSLATE_NOOP("sheen::Issue",
                                "Altitudes are heights above the ellipsoid, and PROJ has no geoid grid here "
                                "to bring them to sea level: heights may be off by up to 100 m. Install "
                                "PROJ's data (proj-data), or set the sea level to the geoid's height there."),
              true},
    KindFacts{IssueKind::ElevationUnreadable, "elevation_unreadable", "elevation_unreadable",
              QT_TRANSLATE_NOOP("sheen::Issue",
                                "The elevation model \"%1\" cannot be read: everything is placed at sea "
                                "level. Choose it again in the flight's settings."),
              true},
    KindFacts{IssueKind::ElevationPartUnreadable, "elevation_part_unreadable", "elevation_unreadable",
              QT_TRANSLATE_NOOP("sheen::Issue",
                                "A part of the elevation model \"%1\" cannot be read, and was taken for sea: "
                                "the file is damaged."),
              true},
    KindFacts{IssueKind::ElevationElsewhere, "elevation_elsewhere", "elevation_elsewhere",
              QT_TRANSLATE_NOOP("sheen::Issue",
                                "The elevation model \"%1\" does not reach where the flight looked: "
                                "everything is placed at sea level. Give one of that coast."),
              true},
    KindFacts{IssueKind::ElevationPartElsewhere, "elevation_part_elsewhere", "elevation_elsewhere",
              QT_TRANSLATE_NOOP("sheen::Issue",
                                "The elevation model \"%1\" covers the flight only in part; beyond it is sea "
                                "level."),
              true},
};

/** The table's rows stand in the order of the enum. */
constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (static_cast<std::size_t>(kinds[i].kind) != i)
            return false;
    }
    return kinds.back().kind == IssueKind::ElevationPartElsewhere;
}
static_assert(isInOrder());

const KindFacts& factsOf(IssueKind kind)
{
    return kinds[static_cast<std::size_t>(kind)];
}

QString textOf(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest)
                            : value.toString();
}

/** In one pass, so that a "%2" in a value stays what it is. */
QString filled(const QString& sentence, const QJsonArray& values)
{
    QString text;
    for (int i = 0; i < sentence.size(); ++i) {
        const int number = i + 1 < sentence.size() ? sentence[i + 1].digitValue() : 0;
        if (sentence[i] == QLatin1Char('%') && number > 0) {
            text += textOf(values.at(number - 1));
            ++i;
        } else {
            text += sentence[i];
        }
    }
    return text;
}

/** What stands in `sentence` at the places of `pattern`'s values; nothing where it is another sentence. */
std::optional<QJsonArray> valuesIn(const QString& sentence, const QString& pattern)
{
    static const QRegularExpression place(QStringLiteral("%[1-9]"));
    const QStringList parts = pattern.split(place);
    if (!sentence.startsWith(parts.first()) || !sentence.endsWith(parts.last()))
        return std::nullopt;
    QJsonArray values;
    auto begin = parts.first().size();
    for (int i = 1; i < parts.size(); ++i) {
        const auto end =
            i + 1 < parts.size() ? sentence.indexOf(parts[i], begin) : sentence.size() - parts.last().size();
        if (end < begin)
            return std::nullopt;
        const QString text = sentence.mid(begin, end - begin);
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        values.append(isNumber ? QJsonValue(number) : QJsonValue(text));
        begin = end + parts[i].size();
    }
    return begin == sentence.size() ? std::optional(values) : std::nullopt;
}

QString translated(const KindFacts& facts)
{
    return QCoreApplication::translate("sheen::Issue", facts.sentence);
}

}  // namespace

std::vector<IssueKind> issueKinds()
{
    std::vector<IssueKind> all;
    for (const KindFacts& facts : kinds)
        all.push_back(facts.kind);
    return all;
}

QString issueName(IssueKind kind)
{
    return QLatin1String(factsOf(kind).name);
}

std::optional<IssueKind> issueKindFromName(const QString& name)
{
    for (const KindFacts& facts : kinds) {
        if (name == QLatin1String(facts.name))
            return facts.kind;
    }
    return std::nullopt;
}

QString issueCountName(IssueKind kind)
{
    return QLatin1String(factsOf(kind).countName);
}

bool isOfWholeFlight(IssueKind kind)
{
    return factsOf(kind).wholeFlight;
}

QString sentenceOf(const Issue& issue)
{
    return filled(translated(factsOf(issue.kind)), issue.values);
}

Issue issueFromSentence(const QString& sentence)
{
    for (const KindFacts& facts : kinds) {
        if (facts.kind == IssueKind::Text)
            continue;
        for (const QString& pattern : {translated(facts), QString::fromLatin1(facts.sentence)}) {
            if (const std::optional<QJsonArray> values = valuesIn(sentence, pattern))
                return {facts.kind, *values};
        }
    }
    return {IssueKind::Text, {sentence}};
}

QStringList sentencesOf(const std::vector<Issue>& issues)
{
    QStringList sentences;
    for (const Issue& issue : issues)
        sentences << sentenceOf(issue);
    sentences.removeDuplicates();
    return sentences;
}

void removeIssues(std::vector<Issue>& issues, std::initializer_list<IssueKind> unwanted)
{
    std::erase_if(issues, [&unwanted](const Issue& issue) {
        return std::find(unwanted.begin(), unwanted.end(), issue.kind) != unwanted.end();
    });
}

double roundedTo(double number, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    return std::round(number * scale) / scale;
}

}  // namespace sheen
