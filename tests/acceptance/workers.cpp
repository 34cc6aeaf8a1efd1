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
};

/** The last end, where each task goes to the worker that is free first, in their order. */
double spanOf(const std::vector<Task>& tasks, int workers)
{
    std::priority_queue<double, std::vector<double>, std::greater<>> free;
    for (int i = 0; i < workers; ++i)
        free.push(0);
    double end = 0;
    for (const Task& task : tasks) {
        const double done = free.top() + task.seconds;
        free.pop();
        free.push(done);
        end = std::max(end, done);
    }
    return end;
}

struct Span
{
    double array = 0;  //!< of the job array, seconds
    double rest = 0;   //!< of the job behind it
    double inAll() const { return array + rest; }
};

Span simulate(const std::vector<int>& flights, const Times& times, const Plan& plan, int workers)
{
    constexpr int neighbours = 4;  // frames beside a part that are detected too
    std::mt19937 random(7);
    const FrameTimes frameTimes(times);
    std::vector<Task> tasks;
    Span span;
    for (const int frames : flights) {
        span.rest += times.entry;
        const int parts = plan.framesPerTask > 0 ? (frames + plan.framesPerTask - 1) / plan.framesPerTask : 1;
        if (parts < 2) {
            tasks.push_back(
                {times.start + frameTimes.sum(frames, random) + frames * times.frameAtEnd, frames});
            continue;
        }
        for (int part = 0; part < parts; ++part) {
            const int first = int(qint64(frames) * part / parts);
            const int own = int(qint64(frames) * (part + 1) / parts) - first;
            tasks.push_back(
                {times.start + first * times.read + frameTimes.sum(own + neighbours, random), own});
        }
        span.rest += times.start + frames * times.frameAtEnd;
    }
    if (plan.longestFirst)
        std::stable_sort(tasks.begin(), tasks.end(),
                         [](const Task& a, const Task& b) { return a.frames > b.frames; });
    span.array = spanOf(tasks, workers);
    return span;
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
    const std::vector<Task> tasks{{4, 0}, {3, 0}, {2, 0}, {1, 0}};
    require(spanOf(tasks, 2) == 5, "two workers share what can be shared");
    require(spanOf(tasks, 9) == 4, "no task is done by two");
    for (const int workers : {2, 8, 64}) {
        require(efficiency(flights, times, {}, workers) <= 1, "nothing is better than linear");
        require(simulate(flights, times, {}, workers).array <=
                    simulate(flights, times, {0, false}, workers).array * 1.001,
                "the longest first is no slower");
    }
    require(simulate(flights, times, {500, true}, 64).rest > simulate(flights, times, {}, 64).rest,
            "parts are joined by the last job");
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
    parser.process(application);
    try {
        return execute(parser);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
