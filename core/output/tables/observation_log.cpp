// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/observation_log.h"

#include "base/whole_file.h"
#include "tables/csv_row.h"
#include "wording/wording.h"

namespace sheen {

namespace {

constexpr double metresPerKilometre = 1000;
constexpr double squareMetresPerSquareKilometre = 1e6;

QByteArray logHeader()
{
    return "slick,reporting_authority,aircraft,registration,mission,date,time_utc,position,latitude_deg,"
           "longitude_deg,length_km,width_km,area_km2,coverage_pct,oiled_area_km2,code1_pct,code2_pct,code3_"
           "pct,"
           "code4_pct,code5_pct,other_pct,min_volume_m3,max_volume_m3,volume_note,combat,photo,video,flir,"
           "slar,"
           "uv,wind,cloud,visibility,sea_state,kind_of_polluter,remarks\n";
}

bool sawInfrared(const Slick& slick)
{
    return slick.sensors.contains(QStringLiteral("IR"));
}

QString ticked(bool is)
{
    return is ? QStringLiteral("x") : QString();
}

QByteArray rowOf(const Slick& slick, const EnteredFacts& entered)
{
    const SlickMeasures& measures = slick.measures;
    const Wording words(Language::english());
    CsvRow row;
    const auto fact = [&](EnteredFact which) { row.text(entered.of(which)); };
    row.text(QString::number(slick.id));
    fact(EnteredFact::Organisation);
    fact(EnteredFact::Aircraft);
    fact(EnteredFact::Registration);
    fact(EnteredFact::Mission);
    const QDateTime utc = slick.firstUtc.toUTC();
    row.text(utc.isValid() ? utc.toString(QStringLiteral("yyyy-MM-dd")) : QString());
    row.text(utc.isValid() ? utc.toString(QStringLiteral("HH:mm:ss")) : QString());
    row.text(words.position(measures.inside).simplified());
    row.number(measures.inside.latitudeDegrees, 8);
    row.number(measures.inside.longitudeDegrees, 8);
    // Hundredths of metres and of square metres, as in every other file.
    row.number(measures.lengthMetres / metresPerKilometre, 5);
    row.number(measures.widthMetres / metresPerKilometre, 5);
    row.number(measures.overallSquareMetres / squareMetresPerSquareKilometre, 8);
    row.number(measures.coveragePercent, 2);
    row.number(measures.oiledSquareMetres / squareMetresPerSquareKilometre, 8);
    for (const std::size_t code : {1u, 2u, 3u, 4u, 5u, 0u})
        row.number(measures.codePercent[code], 2);
    row.number(measures.minimumVolumeCubicMetres, 6);
    row.number(measures.maximumVolumeCubicMetres, 6);
    row.text(volumeNoteName(measures.volumeNote));
    fact(EnteredFact::Action);
    fact(EnteredFact::Photographs);
    row.text(ticked(true));  // what Sheen looks at is a recording
    row.text(ticked(sawInfrared(slick)));
    row.text({});
    row.text({});
    fact(EnteredFact::Wind);
    fact(EnteredFact::Weather);
    fact(EnteredFact::Visibility);
    fact(EnteredFact::SeaState);
    fact(EnteredFact::SourceType);
    QStringList remarks;
    if (slick.takenFor != TakenFor::Oil)
        remarks << words.takenFor(slick);
    for (const QString& remark : {slick.note, entered.of(EnteredFact::Remarks)}) {
        if (!remark.isEmpty())
            remarks << remark;
    }
    row.text(remarks.join(QStringLiteral("; ")));
    return row.line();
}

}  // namespace

void writeObservationLog(const std::vector<Slick>& slicks, const EnteredFacts& entered, const QString& path)
{
    QByteArray rows = logHeader();
    for (const Slick& slick : slicks) {
        if (slick.decision == Decision::Accepted)
            rows += rowOf(slick, entered);
    }
    writeWholeFile(path, rows);
}

}  // namespace sheen
