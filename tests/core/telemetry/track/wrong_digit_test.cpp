// One wrong digit must not move a footprint: each digit of each field of a frame, or of two neighbours, is
// changed to each other digit.

#include <QtTest>
#include <algorithm>

#include "overlay_flight.h"

using namespace sheen;
using F = OverlayField;

namespace {

// That any corner may move; two steps of a display in whole seconds of arc are 62 m.
constexpr double mostMetres = 20;
constexpr double mostMetresOfSeconds = 75;

struct Tally
{
    int cases = 0;
    int kept = 0;  // wrong by more than a step or what the display's age hides, and taken
    int goodRejected = 0;
    double worstMetres = 0;
    QString worst, firstKept;
};

std::vector<std::array<std::optional<GroundPoint>, 4>> corners(const std::vector<TelemetryRecord>& records,
                                                               cv::Size size)
{
    std::vector<std::array<std::optional<GroundPoint>, 4>> all;
    for (const TelemetryRecord& record : records) {
        auto& own = all.emplace_back();
        if (!record.pose)
            continue;
        const CameraModel camera(*record.pose, size);
        const double w = size.width, h = size.height;
        const std::array pixels = {cv::Point2d(0, 0), cv::Point2d(w, 0), cv::Point2d(w, h),
                                   cv::Point2d(0, h)};
        for (std::size_t i = 0; i < 4; ++i)
            own[i] = camera.toGround(pixels[i]);
    }
    return all;
}

/**
 * By how much a value may be wrong and still be taken: a step; two of whole seconds of arc, which round
 * positions by 15 m; up to four where neighbours stand on one side only, and the only near one is wrong as
 * well (of a height in feet that is a metre).
 */
double allowance(F field, const OverlayFlight& flight, double step, bool atAnEnd)
{
    const bool place = field == F::PlatformLatitude || field == F::PlatformLongitude ||
                       field == F::TargetLatitude || field == F::TargetLongitude;
    const bool coarse = place && step > 1e-4;
    step *= atAnEnd ? (place ? 3 : 4) : coarse ? 2 : 1;
    const double ageMetres = flight.speed * flight.period;
    switch (field) {
        case F::PlatformLatitude:
        case F::TargetLatitude:
            return std::max(step, ageMetres / 111000);
        case F::PlatformLongitude:
        case F::TargetLongitude:
            return std::max(step, ageMetres / 111000 / std::cos(flight.latitude * radiansPerDegree));
        default:
            return step;
    }
}

QString withDigit(QString text, qsizetype place, int digit)
{
    return text.replace(place, 1, QLatin1Char(char('0' + digit)));
}

void compare(const OverlayFlight& flight, const std::vector<TelemetryReading>& readings,
             const std::vector<TelemetryRecord>& clean,
             const std::vector<std::array<std::optional<GroundPoint>, 4>>& cleanCorners,
             const std::vector<std::size_t>& frames, F field, const QString& what, Tally& tally)
{
    const auto records = finishedTrack(readings);
    const auto moved = corners(records, flight.picture);
    ++tally.cases;
    for (std::size_t i = 0; i < records.size(); ++i) {
        for (std::size_t corner = 0; corner < 4; ++corner) {
            double metres = 0;
            if (moved[i][corner] && cleanCorners[i][corner])
                metres = cv::norm(toEcef(*moved[i][corner]) - toEcef(*cleanCorners[i][corner]));
            else if (moved[i][corner].has_value() != cleanCorners[i][corner].has_value())
                metres = 1e9;
            if (metres > tally.worstMetres) {
                tally.worstMetres = metres;
                tally.worst = QString("%1, frame %2").arg(what).arg(i);
            }
        }
        for (std::size_t index = 0; index < overlayFieldCount; ++index) {
            const auto own = static_cast<F>(index);
            const bool altered = own == field && std::find(frames.begin(), frames.end(), i) != frames.end();
            if (!altered && records[i].doubts[index] != Doubt::None && clean[i].doubts[index] == Doubt::None)
                ++tally.goodRejected;
            if (!altered || records[i].qualities[index] != Quality::Read || !records[i].values[index])
                continue;
            const double off =
                std::abs(std::remainder(*records[i].values[index] - *clean[i].reading[own].value, 360));
            const bool atAnEnd = i < 2 || i + 2 >= records.size();
            if (off > 1.01 * allowance(own, flight, overlayStep(own, clean[i].reading[own].text), atAnEnd)) {
                ++tally.kept;
                if (tally.firstKept.isEmpty())
                    tally.firstKept = what;
            }
        }
        if (std::abs(double(records[i].utc.msecsTo(clean[i].utc))) > 2000) {
            ++tally.kept;
            if (tally.firstKept.isEmpty())
                tally.firstKept = what + ": clock";
        }
    }
}

}  // namespace

class WrongDigitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanFlightsAreTaken_data() { flights(); }
    void cleanFlightsAreTaken();
    void everyDigit_data() { flights(); }
    void everyDigit();

private:
    static void flights();
    static OverlayFlight flown(bool secondsOfArc, bool oblique, double turn);
};

void WrongDigitTest::flights()
{
    QTest::addColumn<bool>("secondsOfArc");
    QTest::addColumn<bool>("oblique");
    QTest::addColumn<double>("turn");
    for (const bool secondsOfArc : {false, true}) {
        for (const bool oblique : {false, true}) {
            for (const double turn : {0.0, 2.0})
                QTest::addRow("%s, %s, %s", secondsOfArc ? "seconds of arc" : "decimal degrees",
                              oblique ? "oblique" : "straight down", turn == 0 ? "straight" : "turning")
                    << secondsOfArc << oblique << turn;
        }
    }
}

OverlayFlight WrongDigitTest::flown(bool secondsOfArc, bool oblique, double turn)
{
    OverlayFlight flight;
    flight.secondsOfArc = secondsOfArc;
    flight.turnRate = [turn](double) { return turn; };
    flight.climb = 0.6;
    flight.frames = 40;
    if (oblique) {
        flight.depression = 40;
        flight.azimuth = 80;
        flight.focal = 38;
    }
    return flight;
}

/** Rounding, ages and turns alone make nothing doubtful. */
void WrongDigitTest::cleanFlightsAreTaken()
{
    QFETCH(bool, secondsOfArc);
    QFETCH(bool, oblique);
    QFETCH(double, turn);
    const OverlayFlight flight = flown(secondsOfArc, oblique, turn);
    int doubted = 0;
    for (const TelemetryRecord& record : finishedTrack(flight.readings())) {
        for (std::size_t i = 0; i < overlayFieldCount; ++i) {
            doubted += record.doubts[i] != Doubt::None;
            if (record.doubts[i] != Doubt::None)
                qInfo("frame %d %s: %s", record.reading.frame,
                      qPrintable(overlayFieldName(static_cast<F>(i))),
                      qPrintable(doubtName(record.doubts[i])));
        }
    }
    QVERIFY2(doubted <= 8, qPrintable(QString::number(doubted)));  // of 520
}

void WrongDigitTest::everyDigit()
{
    QFETCH(bool, secondsOfArc);
    QFETCH(bool, oblique);
    QFETCH(double, turn);
    const OverlayFlight flight = flown(secondsOfArc, oblique, turn);
    const auto readings = flight.readings();
    const auto clean = finishedTrack(readings);
    const auto cleanCorners = corners(clean, flight.picture);
    const std::size_t last = readings.size() - 1;
    Tally all;
    for (std::size_t index = 0; index < overlayFieldCount; ++index) {
        const auto field = static_cast<F>(index);
        Tally tally;
        for (const std::vector<std::size_t>& frames : std::vector<std::vector<std::size_t>>{
                 {0}, {0, 1}, {last / 2}, {last / 2, last / 2 + 1}, {last}, {last - 1, last}}) {
            const QString text = readings[frames[0]][field].text;
            for (qsizetype place = 0; place < text.size(); ++place) {
                for (int digit = 0; text.at(place).isDigit() && digit < 10; ++digit) {
                    if (text.at(place).digitValue() == digit)
                        continue;
                    auto altered = readings;
                    for (const std::size_t frame : frames) {
                        const QString& own = readings[frame][field].text;
                        if (place >= own.size() || !own.at(place).isDigit())
                            continue;
                        OverlayFlight::set(altered[frame], field, withDigit(own, place, digit));
                        altered[frame].utc =
                            overlayUtc(altered[frame][F::Date].text, altered[frame][F::Time].text,
                                       overlayZoneHours(altered[frame][F::Zone].text));
                    }
                    compare(flight, altered, clean, cleanCorners, frames, field,
                            QString("%1 as %2 in frames %3 to %4")
                                .arg(text, withDigit(text, place, digit))
                                .arg(frames.front())
                                .arg(frames.back()),
                            tally);
                }
            }
        }
        qInfo(
            "%-20s %4d cases, corners move by %7.1f m at most (%s), %d wrong values taken (%s), %d good "
            "ones not",
            qPrintable(overlayFieldName(field)), tally.cases, tally.worstMetres, qPrintable(tally.worst),
            tally.kept, qPrintable(tally.firstKept), tally.goodRejected);
        all.cases += tally.cases;
        all.kept += tally.kept;
        all.goodRejected += tally.goodRejected;
        all.worstMetres = std::max(all.worstMetres, tally.worstMetres);
    }
    QVERIFY2(all.worstMetres < (secondsOfArc ? mostMetresOfSeconds : mostMetres),
             qPrintable(QString::number(all.worstMetres)));
    QCOMPARE(all.kept, 0);
    // Hardly one good value for each wrong one: where aircraft and target contradict each other, and neither
    // is clearly wrong, both go.
    QVERIFY2(all.goodRejected < 2 * all.cases, qPrintable(QString::number(all.goodRejected)));
}

QTEST_GUILESS_MAIN(WrongDigitTest)
#include "wrong_digit_test.moc"
