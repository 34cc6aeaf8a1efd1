#include "taught_flights.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

#include "drawn_strokes.h"
#include "measurements.h"
#include "oil_overlap.h"
#include "true_masks.h"

namespace acceptance {

namespace {

constexpr int notOil = 1;  //!< the mark of class 0, which is water

/** A frame whose true oil is known. */
struct TrueFrame
{
    int number = 0;
    cv::Mat1b classes;  //!< 0: water
};

QStringList withModel(const QString& model)
{
    return model.isEmpty() ? QStringList() : QStringList{QStringLiteral("--model"), model};
}

const QStringList products{QStringLiteral("--products"), QStringLiteral("gpkg,csv,geojson")};

/** The two frames, apart in time, that show most of what `wanted` says of a pixel's class. */
template <typename Wanted>
std::vector<TrueFrame> chosenFrames(const FlightTruth& flight, const std::vector<int>& frames, Wanted wanted)
{
    const TrueOil oil(flight);
    std::vector<TrueFrame> best(2);
    std::vector<int> most(2, 0);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const TrueFrame frame{frames[i], oil.maskOf(flight.cameras.at(frames[i]))};
        const int pixels = cv::countNonZero(wanted(frame.classes));
        const std::size_t half = 2 * i / frames.size();
        if (pixels > most[half]) {
            most[half] = pixels;
            best[half] = frame;
        }
    }
    std::erase_if(best, [](const TrueFrame& frame) { return frame.classes.empty(); });
    if (best.empty())
        throw std::runtime_error("no frame shows what is to be marked");
    return best;
}

QString freshFolder(const QString& work, const QString& name)
{
    const QString folder = QDir(work).filePath(name);
    QDir(folder).removeRecursively();
    if (!QDir().mkpath(folder))
        throw std::runtime_error("a folder cannot be made");
    return folder;
}

void writeMarks(const QString& folder, int frame, const cv::Mat1b& marks)
{
    const QString path = QStringLiteral("%1/%2.marks.png").arg(folder).arg(frame, 6, 10, QLatin1Char('0'));
    if (!cv::imwrite(path.toStdString(), marks))
        throw std::runtime_error("marks cannot be written");
}

void teach(const QString& program, const FlightTruth& flight, const QString& marks, const QString& out,
           const QString& model)
{
    runProgram(program, QStringList{"teach", flight.recording, "--marks", marks, "--out", out, "--day",
                                    "2024-05-31", "--quiet"} +
                            withModel(model));
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** The flight as the model runs it, to begin with. */
struct UntaughtRun
{
    FlightTruth flight;
    QString folder;
    ProgramTime time;
    OilScore oil;
};

UntaughtRun untaught(const QString& program, const QString& folder, const QString& work, const QString& model)
{
    UntaughtRun run;
    run.flight = readFlightTruth(folder);
    run.folder = freshFolder(work, run.flight.name + QStringLiteral("-untaught"));
    run.time = runSheen(program, run.flight, run.folder, products + withModel(model));
    fillPictureSizes(run.flight, run.folder);
    run.oil = scoreOil(run.flight, run.folder);
    return run;
}

/** What else the machine does only adds to a run's time. */
ProgramTime least(const ProgramTime& a, const ProgramTime& b)
{
    return {std::min(a.wallSeconds, b.wallSeconds), std::min(a.cpuSeconds, b.cpuSeconds)};
}

}  // namespace

TaughtFlight teachOil(const QString& program, const QString& folder, const QString& work,
                      const QString& model)
{
    const UntaughtRun before = untaught(program, folder, work, model);
    const QString marks = freshFolder(work, before.flight.name + QStringLiteral("-marks"));
    for (const TrueFrame& frame : chosenFrames(before.flight, framesOf(before.folder),
                                               [](const cv::Mat1b& classes) { return classes > 0; })) {
        Marker marker(frame.classes > 0, unsigned(frame.number) + 1);
        marker.draw(true, 2);
        marker.draw(false, 2);
        writeMarks(marks, frame.number, marker.marks());
    }
    const QString taught = QDir(work).filePath(before.flight.name + QStringLiteral(".pt"));
    const QString again = QDir(work).filePath(before.flight.name + QStringLiteral("-again.pt"));
    teach(program, before.flight, marks, taught, model);
    teach(program, before.flight, marks, again, model);

    TaughtFlight result;
    result.sameBytes = !bytesOf(taught).isEmpty() && bytesOf(taught) == bytesOf(again);
    const QString out = freshFolder(work, before.flight.name + QStringLiteral("-taught"));
    result.taughtTime = runSheen(program, before.flight, out, products + withModel(taught));
    result.untaughtTime = before.time;
    const auto runAgain = [&](const QString& with) {
        const QString timed = freshFolder(work, before.flight.name + QStringLiteral("-timed"));
        return runSheen(program, before.flight, timed, products + withModel(with));
    };
    for (int i = 0; i < 2; ++i) {
        result.untaughtTime = least(result.untaughtTime, runAgain(model));
        result.taughtTime = least(result.taughtTime, runAgain(taught));
    }
    result.untaughtOverlap = before.oil.oil;
    result.oilOverlap = scoreOil(before.flight, out).oil;
    return result;
}

namespace {

TaughtAway teachCodeAway(const QString& program, const UntaughtRun& before, const QString& work,
                         const QString& model, int code)
{
    const QString marks = freshFolder(work, before.flight.name + QStringLiteral("-marks"));
    const auto ofCode = [code](const cv::Mat1b& classes) { return cv::Mat1b(classes == code); };
    for (const TrueFrame& frame : chosenFrames(before.flight, framesOf(before.folder), ofCode)) {
        Marker marker(ofCode(frame.classes), unsigned(frame.number) + 1);
        marker.draw(true, 4);
        cv::Mat1b wrong(frame.classes.size(), uchar(0));
        wrong.setTo(notOil, marker.marks());
        writeMarks(marks, frame.number, wrong);
    }
    const QString taught = QDir(work).filePath(before.flight.name + QStringLiteral(".pt"));
    teach(program, before.flight, marks, taught, model);
    const QString out = freshFolder(work, before.flight.name + QStringLiteral("-taught"));
    runSheen(program, before.flight, out, products + withModel(taught));
    const OilScore after = scoreOil(before.flight, out);

    TaughtAway result;
    result.code = QString::number(code);
    result.foundShare = before.oil.foundShareByCode.at(result.code);
    result.stillFoundShare = after.foundShareByCode.at(result.code);
    for (const auto& [other, overlap] : before.oil.byCode) {
        const double change = std::abs(after.byCode.at(other) - overlap);
        if (other != result.code && change > result.largestChange) {
            result.largestChange = change;
            result.changedCode = other;
        }
    }
    return result;
}

}  // namespace

std::vector<TaughtAway> teachCodesAway(const QString& program, const QString& folder, const QString& work,
                                       const QString& model, const std::vector<int>& codes)
{
    const UntaughtRun before = untaught(program, folder, work, model);
    std::vector<TaughtAway> results;
    for (const int code : codes)
        results.push_back(teachCodeAway(program, before, work, model, code));
    return results;
}

}  // namespace acceptance
