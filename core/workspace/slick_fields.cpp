#include "workspace/slick_fields.h"

#include "field_table.h"
#include "ogr/ogr_shapes.h"

namespace sheen {

namespace {

enum SlickColumn {
    Id,
    DecisionMade,
    Taken,
    Kind,
    OriginOf,
    Length,
    Width,
    Orientation,
    Overall,
    Coverage,
    Oiled,
    Code1,
    Code2,
    Code3,
    Code4,
    Code5,
    OtherCode,
    MinimumVolume,
    MaximumVolume,
    NoteOnVolume,
    Form,
    Latitude,
    Longitude,
    PositionError,
    AreaError,
    Unseen,
    Confidence,
    FirstFrame,
    LastFrame,
    BestFrame,
    FirstUtc,
    LastUtc,
    Sensors,
    Reviewer,
    ReviewedUtc,
    Note,
    FormSet,
    Gap,
    AreaErrorShare,
};

// The last ones are the workspace's own.
constexpr std::array<Field, 39> slickFields = {{
    {"id", "id", OFTInteger64, 0, 0},
    {"decision", "decision", OFTString, 12, 0},
    {"taken_for", "taken_for", OFTString, 16, 0},
    {"look_alike", "look_alike", OFTString, 12, 0},
    {"origin", "origin", OFTString, 8, 0},
    {"length_m", "length_m", OFTReal, 14, 2},
    {"width_m", "width_m", OFTReal, 14, 2},
    {"orientation_deg", "orient_deg", OFTReal, 8, 2},
    {"overall_m2", "overall_m2", OFTReal, 18, 2},
    {"coverage_pct", "cover_pct", OFTReal, 8, 2},
    {"oiled_m2", "oiled_m2", OFTReal, 18, 2},
    {"code1_pct", "code1_pct", OFTReal, 8, 2},
    {"code2_pct", "code2_pct", OFTReal, 8, 2},
    {"code3_pct", "code3_pct", OFTReal, 8, 2},
    {"code4_pct", "code4_pct", OFTReal, 8, 2},
    {"code5_pct", "code5_pct", OFTReal, 8, 2},
    {"other_pct", "other_pct", OFTReal, 8, 2},
    {"min_m3", "min_m3", OFTReal, 18, 6},
    {"max_m3", "max_m3", OFTReal, 18, 6},
    {"volume_note", "vol_note", OFTString, 40, 0},
    {"form", "form", OFTString, 12, 0},
    {"latitude", "latitude", OFTReal, 14, 8},
    {"longitude", "longitude", OFTReal, 14, 8},
    {"position_error_m", "pos_err_m", OFTReal, 12, 2},
    {"area_error_m2", "area_err", OFTReal, 18, 2},
    {"unseen_m2", "unseen_m2", OFTReal, 18, 2},
    {"confidence", "confidence", OFTReal, 8, 4},
    {"first_frame", "first_fram", OFTInteger, 0, 0},
    {"last_frame", "last_frame", OFTInteger, 0, 0},
    {"best_frame", "best_frame", OFTInteger, 0, 0},
    {"first_utc", "first_utc", OFTString, 24, 0},
    {"last_utc", "last_utc", OFTString, 24, 0},
    {"sensors", "sensors", OFTString, 32, 0},
    {"reviewer", "reviewer", OFTString, 64, 0},
    {"reviewed_utc", "review_utc", OFTString, 24, 0},
    {"note", "note", OFTString, 254, 0},
    {"form_set", "", OFTString, 0, 0},
    {"gap_m", "", OFTReal, 0, 0},
    {"area_error_share", "", OFTReal, 0, 0},
}};

const QLatin1String betweenSensors(", ");

}  // namespace

void defineSlickFields(OGRLayer& layer, FieldNames names, const QString& file)
{
    defineFields(layer, slickFields, names, file);
}

bool hasSlickFields(OGRLayer& layer)
{
    return hasFields(layer, slickFields);
}

void fillSlick(OGRFeature& feature, const Slick& slick, FieldNames names)
{
    const FieldWriter set(feature, slickFields, names);
    const SlickMeasures& measures = slick.measures;
    set(Id, slick.id);
    set(DecisionMade, decisionName(slick.decision));
    set(Taken, takenForName(slick.takenFor));
    set(Kind, lookAlikeName(slick.lookAlike));
    set(OriginOf, originName(slick.origin));
    set(Length, measures.lengthMetres);
    set(Width, measures.widthMetres);
    set(Orientation, measures.orientationDegrees);
    set(Overall, measures.overallSquareMetres);
    set(Coverage, measures.coveragePercent);
    set(Oiled, measures.oiledSquareMetres);
    for (int code = 1; code <= 5; ++code)
        set(Code1 + code - 1, measures.codePercent[static_cast<std::size_t>(code)]);
    set(OtherCode, measures.codePercent[0]);
    set(MinimumVolume, measures.minimumVolumeCubicMetres);
    set(MaximumVolume, measures.maximumVolumeCubicMetres);
    set(NoteOnVolume, volumeNoteName(measures.volumeNote));
    set(Form, slickFormName(slick.shownForm()));
    set(Latitude, measures.inside.latitudeDegrees);
    set(Longitude, measures.inside.longitudeDegrees);
    set(PositionError, slick.positionErrorMetres);
    set(AreaError, measures.areaErrorSquareMetres);
    set(Unseen, measures.unseenSquareMetres);
    set(Confidence, slick.confidence);
    set(FirstFrame, slick.seen.firstFrame);
    set(LastFrame, slick.seen.lastFrame);
    set(BestFrame, slick.seen.bestFrame);
    set(FirstUtc, slick.firstUtc);
    set(LastUtc, slick.lastUtc);
    set(Sensors, slick.sensors.join(betweenSensors));
    set(Reviewer, slick.reviewer);
    set(ReviewedUtc, slick.reviewedUtc);
    set(Note, slick.note);
    set(FormSet, slick.form ? slickFormName(*slick.form) : QString());
    set(Gap, slick.gapMetres);
    set(AreaErrorShare, slick.areaErrorShare);
    feature.SetGeometryDirectly(ogrMultiPolygon(slick.outline).release());
}

Slick slickFromFeature(const OGRFeature& feature)
{
    const FieldReader read(feature, slickFields);
    Slick slick;
    slick.id = read.id(Id);
    slick.decision = decisionFromName(read.text(DecisionMade));
    slick.takenFor = takenForFromName(read.text(Taken));
    slick.lookAlike = lookAlikeFromName(read.text(Kind));
    slick.origin = originFromName(read.text(OriginOf));
    slick.form = slickFormFromName(read.text(FormSet));
    slick.note = read.text(Note);
    slick.reviewer = read.text(Reviewer);
    slick.reviewedUtc = read.utc(ReviewedUtc);
    slick.positionErrorMetres = read.number(PositionError);
    slick.areaErrorShare = read.number(AreaErrorShare);
    slick.firstUtc = read.utc(FirstUtc);
    slick.lastUtc = read.utc(LastUtc);
    const QString sensors = read.text(Sensors);
    if (!sensors.isEmpty())
        slick.sensors = sensors.split(betweenSensors);
    slick.gapMetres = read.number(Gap);
    return slick;
}

}  // namespace sheen
