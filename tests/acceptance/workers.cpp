// How an archive would run on many machines: a simulation of the job array that `sheen archive --slurm` hands
// to a cluster, from the times that `sheen bench` measured of a flight. `workers --help`. Prints how much of
// linear growth is left; docs/performance.md says what is assumed.

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <numeric>
#include <queue>
#include <random>

#include "base/error.h"
#include "run_tool.h"
#include "support/measured_page.h"
#include "support/source_folder.h"

using namespace sheen;
using namespace sheen::test;

namespace {

/** What one machine takes, seconds. */
struct Times
{
    double start = 0;       //!< program, flight, model, its first runs
    double frame = 0;       //!< mean, all stages overlapping
    double slowFrame = 0;   //!< 99th percentile
    double read = 0;        //!< of a frame that is decoded and read alone
    double frameAtEnd = 0;  //!< of a frame once all are through: placing, merging, products
    double entry = 0;       //!< of a flight, to take it up into the catalogue
};

Times timesOf(const QJsonObject& bench)
{
    const auto value = [&bench](const char* name) { return bench.value(QLatin1String(name)).toDouble(); };
    const double frames = value("frames");
    if (frames < 1)
        throw Error(QStringLiteral("These are no times of sheen bench."));
    Times times;
    double slow = 0, mean = 0;
    const QJsonArray stages = bench.value(QStringLiteral("stages")).toArray();
    for (const QJsonValue& one : stages) {
        const QJsonObject stage = one.toObject();
        const QString name = stage.value(QStringLiteral("stage")).toString();
        const double milliseconds = stage.value(QStringLiteral("mean_ms")).toDouble();
        if (name == QLatin1String("open") || name == QLatin1String("load") ||
            name == QLatin1String("warm_up"))
            times.start += milliseconds / 1e3;
        if (stage.value(QStringLiteral("whole_flight")).toBool())
            continue;
        if (name == QLatin1String("decode") || name == QLatin1String("telemetry"))
            times.read = std::max(times.read, milliseconds / 1e3);
        if (name == QLatin1String("detect")) {
            mean = milliseconds;
            slow = stage.value(QStringLiteral("p99_ms")).toDouble();
        }
    }
    times.frame = value("frames_wall_s") / frames;
    times.slowFrame = mean > 0 ? times.frame * std::max(1.0, slow / mean) : times.frame;
    times.frameAtEnd = value("after_last_frame_s") / frames;
    times.entry = 0.5;
    return times;
}

/** Frames' times are log-normal about their mean, so that one in a hundred is as slow as was measured. */
class FrameTimes
{
public:
    explicit FrameTimes(const Times& times)
    {
        constexpr double quantile = 2.326;  // 99 %
        // mean = exp(m + s²/2) and 99 % = exp(m + 2.326 s)
        const double ratio = std::log(times.slowFrame / times.frame);
        m_sigma = quantile - std::sqrt(std::max(0.0, quantile * quantile - 2 * ratio));
        m_mean = times.frame;
    }

    /** Of so many frames, one after another. */
    double sum(int frames, std::mt19937& random) const
    {
        const double spread = m_mean * std::sqrt(std::max(0.0, std::exp(m_sigma * m_sigma) - 1));
        std::normal_distribution<double> all(m_mean * frames, spread * std::sqrt(double(frames)));
        return std::max(0.0, all(random));
    }

private:
    double m_mean = 0;
    double m_sigma = 0;
};

struct Plan
{
    int framesPerTask = 0;  //!< 0: each flight whole
    bool longestFirst = true;
};

struct Task
{
    double seconds = 0;
    int frames = 0;
    std::size_t flight = 0;
    double ready = 0;  //!< when what it waits for has ended
};

/** Machines that take one task after another. */
class Workers
{
public:
    explicit Workers(int count)
    {
        for (int i = 0; i < count; ++i)
            m_free.push(0);
    }

    /** When a task ends that goes to the worker that is free first. */
    double end(const Task& task)
    {
        const double done = std::max(m_free.top(), task.ready) + task.seconds;
        m_free.pop();
        m_free.push(done);
        return done;
    }

private:
    std::priority_queue<double, std::vector<double>, std::greater<>> m_free;
};

struct Span
{
    double array = 0;  //!< until all tasks have ended, also those that join parts; seconds
    double rest = 0;   //!< of the job behind them
    double inAll() const { return array + rest; }
};

/** What the tasks of an archive take. */
struct Work
{
    std::vector<Task> array;
    std::vector<Task> joins;  //!< of flights in parts: ready once these have ended
    double rest = 0;
};

/**
 * Tasks go to the workers in their order. Those that join were submitted last, so that they come behind all
 * of the array, the one first whose parts ended first.
 */
Span spanOf(Work work, int count)
{
    Workers workers(count);
    Span span{0, work.rest};
    for (const Task& task : work.array) {
        const double end = workers.end(task);
        span.array = std::max(span.array, end);
        for (Task& join : work.joins) {
            if (join.flight == task.flight)
                join.ready = std::max(join.ready, end);
        }
    }
    std::stable_sort(work.joins.begin(), work.joins.end(),
                     [](const Task& a, const Task& b) { return a.ready < b.ready; });
    for (const Task& join : work.joins)
        span.array = std::max(span.array, workers.end(join));
    return span;
}

Work workOf(const std::vector<int>& flights, const Times& times, const Plan& plan)
{
    constexpr int neighbours = 4;  // frames beside a part that are detected too
    std::mt19937 random(7);
    const FrameTimes frameTimes(times);
    Work work;
    for (std::size_t flight = 0; flight < flights.size(); ++flight) {
        const int frames = flights[flight];
        const double atEnd = frames * times.frameAtEnd;
        work.rest += times.entry;
        const int parts = plan.framesPerTask > 0 ? (frames + plan.framesPerTask - 1) / plan.framesPerTask : 1;
        if (parts < 2) {
            work.array.push_back({times.start + frameTimes.sum(frames, random) + atEnd, frames, flight});
            continue;
        }
        for (int part = 0; part < parts; ++part) {
            const int first = int(qint64(frames) * part / parts);
            const int own = int(qint64(frames) * (part + 1) / parts) - first;
            work.array.push_back(
                {times.start + first * times.read + frameTimes.sum(own + neighbours, random), own, flight});
        }
        work.joins.push_back({times.start + atEnd, frames, flight});
    }
    if (plan.longestFirst)
        std::stable_sort(work.array.begin(), work.array.end(),
                         [](const Task& a, const Task& b) { return a.frames > b.frames; });
    return work;
}

Span simulate(const std::vector<int>& flights, const Times& times, const Plan& plan, int workers)
{
    return spanOf(workOf(flights, times, plan), workers);
}

/** Lengths of flights, evenly between two. */
std::vector<int> flightsOf(int count, int fewest, int most)
{
    std::mt19937 random(3);
    std::uniform_int_distribution<int> frames(fewest, most);
    std::vector<int> flights(std::size_t(std::max(0, count)));
    std::generate(flights.begin(), flights.end(), [&] { return frames(random); });
    return flights;
}

/** Of linear: what one worker takes for whole flights, over what so many take together. */
double efficiency(const std::vector<int>& flights, const Times& times, const Plan& plan, int workers)
{
    return simulate(flights, times, {}, 1).inAll() /
           (workers * simulate(flights, times, plan, workers).inAll());
}

QString number(double value, int decimals)
{
    return QString::number(value, 'f', decimals);
}

QString tableOf(const Times& times, int workers)
{
    constexpr int framesOfHour = 7200;
    struct Case
    {
        QString name;
        std::vector<int> flights;
        Plan plan;
    };
    const std::vector<int> many = flightsOf(1000, framesOfHour / 2, 4 * framesOfHour);
    const std::vector<int> few = flightsOf(10, 3 * framesOfHour, 4 * framesOfHour);
    const std::vector<Case> cases{
        {QStringLiteral("1,000 flights of half an hour to four hours, whole, the longest first"), many, {}},
        {QStringLiteral("the same as they are found"), many, {0, false}},
        {QStringLiteral("the same in parts of 2,000 frames"), many, {2000, true}},
        {QStringLiteral("200 flights like them, whole, the longest first"),
         flightsOf(200, framesOfHour / 2, 4 * framesOfHour),
         {}},
        {QStringLiteral("10 flights of three to four hours, whole"), few, {}},
        {QStringLiteral("the same in parts of 2,000 frames"), few, {2000, true}},
        {QStringLiteral("10,000 flights of 48 frames, whole"), flightsOf(10000, 48, 48), {}}};
    QString table = QStringLiteral(
                        "| archive | one worker, h | %1 workers, h | of it the last job, h | of linear |\n"
                        "|---|---|---|---|---|\n")
                        .arg(workers);
    for (const Case& one : cases) {
        const Span span = simulate(one.flights, times, one.plan, workers);
        table += QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
                     .arg(one.name, number(simulate(one.flights, times, {}, 1).inAll() / 3600, 1),
                          number(span.inAll() / 3600, 2), number(span.rest / 3600, 2),
                          number(efficiency(one.flights, times, one.plan, workers), 3));
    }
    return table;
}

QJsonObject benchOf(const QString& sheen, const QString& flight)
{
    QProcess process;
    process.start(sheen, {QStringLiteral("bench"), flight, QStringLiteral("--json")});
    process.waitForFinished(-1);
    if (process.exitCode() != 0)
        throw Error(QStringLiteral("\"%1 bench\" failed: %2")
                        .arg(sheen, QString::fromUtf8(process.readAllStandardError())));
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

QJsonObject jsonOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("\"%1\" cannot be read.").arg(path));
    return QJsonDocument::fromJson(file.readAll()).object();
}

void require(bool holds, const char* what)
{
    std::printf("%s: %s\n", what, holds ? "holds" : "DOES NOT HOLD");
    if (!holds)
        throw Error(QStringLiteral("The simulation is wrong."));
}

/** That the simulation counts right. */
void check()
{
    const Times times{3, 0.1, 0.2, 0.02, 0.005, 0.5};
    const std::vector<int> flights = flightsOf(300, 100, 5000);
    const double frames = std::accumulate(flights.begin(), flights.end(), 0.0);
    const double byHand = 300 * (3 + 0.5) + frames * (0.1 + 0.005);
    require(std::abs(simulate(flights, times, {}, 1).inAll() / byHand - 1) < 0.01,
            "one worker takes the sum");
    require(std::abs(efficiency(flights, times, {}, 1) - 1) < 1e-12, "one worker is linear");
    Work work{{{4, 0, 0}, {3, 0, 1}, {2, 0, 2}, {1, 0, 3}}, {}, 0};
    require(spanOf(work, 2).array == 5, "two workers share what can be shared");
    require(spanOf(work, 9).array == 4, "no task is done by two");
    work = {{{4, 0, 0}, {3, 0, 1}, {2, 0, 0}, {2, 0, 1}}, {{3, 0, 0}, {1, 0, 1}}, 0};
    require(spanOf(work, 4).array == 7, "a flight's parts are joined when they have ended");
    require(spanOf(work, 1).array == 15, "by nobody else where there is one worker");
    for (const int workers : {2, 8, 64}) {
        require(efficiency(flights, times, {}, workers) <= 1, "nothing is better than linear");
        require(simulate(flights, times, {}, workers).array <=
                    simulate(flights, times, {0, false}, workers).array * 1.001,
                "the longest first is no slower");
    }
    const std::vector<int> long4(4, 50000);
    require(simulate(long4, times, {5000, true}, 64).inAll() < simulate(long4, times, {}, 64).inAll() / 2,
            "parts help where there are fewer flights than workers");
}

int execute(const QCommandLineParser& parser)
{
    const auto value = [&parser](const char* name) { return parser.value(QString::fromLatin1(name)); };
    if (parser.isSet(QStringLiteral("check"))) {
        check();
        return 0;
    }
    const QJsonObject bench =
        value("times").isEmpty() ? benchOf(value("sheen"), value("flight")) : jsonOf(value("times"));
    Times times = timesOf(bench);
    times.entry = value("entry").toDouble();
    const QString text =
        QStringLiteral(
            "A machine takes %1 s to start, %2 ms for a frame (one in a hundred %3 ms), %4 ms for one that "
            "is read alone, %5 ms for each at the end, and %6 s to take a flight up.\n\n%7")
            .arg(number(times.start, 1), number(1e3 * times.frame, 0), number(1e3 * times.slowFrame, 0),
                 number(1e3 * times.read, 0), number(1e3 * times.frameAtEnd, 1), number(times.entry, 1),
                 tableOf(times, std::max(1, value("workers").toInt())));
    std::printf("%s", qPrintable(text));
    if (!value("write").isEmpty())
        writeMeasured(value("write"), QStringLiteral("workers"), text);
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Simulates an archive on many machines, from the times of a flight on this one."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("sheen"), QStringLiteral("The program, whose bench is asked."),
          QStringLiteral("FILE"), QStringLiteral("sheen")},
         {QStringLiteral("flight"), QStringLiteral("A flight for that."), QStringLiteral("FILE"),
          sourcePath(QStringLiteral("resources/demo/flight.mp4"))},
         {QStringLiteral("times"), QStringLiteral("What sheen bench --json wrote, instead."),
          QStringLiteral("FILE")},
         {QStringLiteral("workers"), QStringLiteral("How many machines."), QStringLiteral("N"),
          QStringLiteral("64")},
         {QStringLiteral("entry"), QStringLiteral("Seconds to take a flight up into the catalogue."),
          QStringLiteral("SECONDS"), QStringLiteral("0.5")},
         {QStringLiteral("write"), QStringLiteral("docs/performance.md, to put the figures into."),
          QStringLiteral("FILE")},
         {QStringLiteral("check"), QStringLiteral("Checks the simulation itself.")}});
    return runTool(parser, application, execute);
}
