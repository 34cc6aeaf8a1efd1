#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>

#include "app/outcome.h"
#include "geo/geodesy.h"
#include "support/source_folder.h"

using namespace sheen;

namespace {

using Row = QHash<QString, QString>;

/** Rows of a CSV file without quoted commas, as those of the cases and the columns compared here are. */
std::vector<Row> readCsv(const QString& path)
{
    std::vector<Row> rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    const QStringList names = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(','));
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(','));
        Row row;
        for (int i = 0; i < std::min(names.size(), cells.size()); ++i)
            row[names[i]] = cells[i];
        rows.push_back(row);
    }
    return rows;
}

/** What a run has to give, in the terms of the cases' texts. */
struct Expectation
{
    QString table = {};  //!< expected.csv, or another of the case's folder; empty: no places are given
    double metres = 5;   //!< of positions
    double heightMetres = 5;
    double degrees = 1;  //!< of bearing and depression; 0: not compared
    double fovDegrees = 0.3;
    double utcSeconds = -1;   //!< below 0: not compared
    QString likeRun = {};     //!< another run of the case, whose sum of areas this one has
    double areaShare = 0.05;  //!< of that sum, or of areaSquareMetres
    double areaSquareMetres = 0;
    QString notice = {};  //!< kind of a notice that the run must give
};

}  // namespace

Q_DECLARE_METATYPE(Expectation)

/** What analysts met in the field (../shared/data/cases): each is run as they would run it. */
class FieldCasesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QHash<QString, double> m_areas;  //!< of runs, by their command

    static QString casesFolder() { return sourcePath(QStringLiteral("../shared/data/cases/")); }

    struct CaseRun
    {
        test::Outcome outcome;
        QString folder;
        QJsonObject summary;
    };

    CaseRun runSheen(const QString& folder, const QStringList& arguments)
    {
        CaseRun run;
        run.folder = m_folder.filePath(QString::number(m_runs++));
        QProcess process;
        process.setWorkingDirectory(casesFolder() + folder);
        process.start(QStringLiteral(SHEEN_PROGRAM),
                      QStringList{QStringLiteral("run")} + arguments +
                          QStringList{QStringLiteral("--quiet"), QStringLiteral("--out"), run.folder});
        run.outcome = test::finished(process);
        QFile summary(run.folder + QStringLiteral("/summary.json"));
        if (summary.open(QIODevice::ReadOnly))
            run.summary = QJsonDocument::fromJson(summary.readAll()).object();
        return run;
    }

    static double areaOf(const CaseRun& run)
    {
        QFile file(run.folder + QStringLiteral("/slicks.geojson"));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        double sum = 0;
        for (const QJsonValue& feature :
             QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("features")].toArray()) {
            const QJsonObject fields = feature.toObject()[QLatin1String("properties")].toObject();
            sum += fields
                       .value(fields.contains(QLatin1String("oiled_m2")) ? QLatin1String("oiled_m2")
                                                                         : QLatin1String("area_m2"))
                       .toDouble();
        }
        return sum;
    }

    static const Row* nearestInTime(const std::vector<Row>& rows, const Row& expected)
    {
        const auto difference = [&expected](const Row& row) {
            const QString key = expected.contains(QStringLiteral("frame")) ? QStringLiteral("frame")
                                                                           : QStringLiteral("time_s");
            return std::abs(row[key].toDouble() - expected[key].toDouble());
        };
        const auto found = std::min_element(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
            return difference(a) < difference(b);
        });
        return found != rows.end() && difference(*found) < 0.3 ? &*found : nullptr;
    }

    static QString comparePlace(const Row& row, const Row& expected, const Expectation& wanted)
    {
        const auto number = [](const Row& of, const char* name) {
            return of[QLatin1String(name)].toDouble();
        };
        const auto ecef = [&number](const Row& of, const char* latitude, const char* longitude) {
            return toEcef({number(of, latitude), number(of, longitude)});
        };
        const double metres = cv::norm(ecef(row, "platform_latitude_deg", "platform_longitude_deg") -
                                       ecef(expected, "camera_latitude_deg", "camera_longitude_deg"));
        if (!(metres <= wanted.metres))
            return QStringLiteral("place is %1 m off").arg(metres);
        const auto off = [&](const char* name, const char* expectedName, double tolerance, bool isAngle) {
            if (tolerance <= 0 || !expected.contains(QLatin1String(expectedName)))
                return QString();
            const double difference = number(row, name) - number(expected, expectedName);
            const double size = std::abs(isAngle ? std::remainder(difference, 360) : difference);
            return row[QLatin1String(name)].isEmpty() || size > tolerance
                       ? QStringLiteral("%1 is %2 for %3")
                             .arg(QLatin1String(name), row[QLatin1String(name)],
                                  expected[QLatin1String(expectedName)])
                       : QString();
        };
        for (const QString& wrong :
             {off("platform_altitude_m", "camera_height_m", wanted.heightMetres, false),
              off("camera_bearing_deg", "camera_bearing_deg", wanted.degrees, true),
              off("camera_depression_deg", "camera_depression_deg", wanted.degrees, false),
              off("horizontal_fov_deg", "horizontal_fov_deg", wanted.fovDegrees, false)}) {
            if (!wrong.isEmpty())
                return wrong;
        }
        if (wanted.utcSeconds < 0 || !expected.contains(QStringLiteral("utc")))
            return {};
        const auto instant = [](const Row& of) {
            return QDateTime::fromString(of[QStringLiteral("utc")], Qt::ISODateWithMs);
        };
        if (!instant(row).isValid() ||
            std::abs(instant(row).msecsTo(instant(expected))) > wanted.utcSeconds * 1000)
            return QStringLiteral("utc is %1 for %2")
                .arg(row[QStringLiteral("utc")], expected[QStringLiteral("utc")]);
        return {};
    }

    static QString comparePlaces(const CaseRun& run, const QString& folder, const Expectation& wanted)
    {
        const std::vector<Row> rows = readCsv(run.folder + QStringLiteral("/telemetry.csv"));
        const std::vector<Row> expected = readCsv(casesFolder() + folder + QLatin1Char('/') + wanted.table);
        if (expected.empty())
            return QStringLiteral("the case has no %1").arg(wanted.table);
        for (const Row& row : expected) {
            const Row* found = nearestInTime(rows, row);
            const QString wrong = found ? comparePlace(*found, row, wanted) : QStringLiteral("there is none");
            if (!wrong.isEmpty())
                return QStringLiteral("frame at %1: %2")
                    .arg(row.value(QStringLiteral("time_s"), row.value(QStringLiteral("frame"))), wrong);
        }
        return {};
    }

    static bool hasNotice(const CaseRun& run, const QString& kind)
    {
        const QJsonArray notices = run.summary[QLatin1String("notices")].toArray();
        return std::any_of(notices.begin(), notices.end(), [&kind](const QJsonValue& notice) {
            return notice.toObject()[QLatin1String("kind")].toString() == kind;
        });
    }

    int m_runs = 0;

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFileInfo::exists(casesFolder()))
            QSKIP("The cases from the field are not here.");
        QVERIFY(m_folder.isValid());
    }

    void aCaseIsRight_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("command");
        QTest::addColumn<Expectation>("wanted");
        const auto row = [](const char* folder, const char* command, const Expectation& wanted = {}) {
            QTest::addRow("%s: %s", folder, command)
                << QString::fromLatin1(folder) << QString::fromUtf8(command) << wanted;
        };
        const QString table = QStringLiteral("expected.csv");
        const QString good = QStringLiteral("flight.mp4 --every 1 --telemetry good.csv");
        row("01-srt-compact-gps", "flight.mp4 --every 1 --hfov 27 --telemetry p4rtk.SRT", {.table = table});
        row("01-srt-compact-gps", "flight.mp4 --every 1 --hfov 27 --telemetry m300.SRT",
            {.table = table, .degrees = 3, .notice = QStringLiteral("assumed_straight_down")});
        row("03-csv-one-bad-cell", "flight.mp4 --every 1 --telemetry good.csv", {.table = table});
        for (const char* command : {"flight.mp4 --every 1 --telemetry overflow.csv",
                                    "flight.mp4 --every 1 --telemetry minus-one.csv"})
            row("03-csv-one-bad-cell", command, {.table = table, .likeRun = good, .areaShare = 0.02});
        row("04-csv-equal-times", "flight.mp4 --every 1 --telemetry whole-seconds.csv",
            {.table = table, .metres = 10});
        for (const char* command : {"flight.mp4 --every 1 --telemetry one-row-twice.csv",
                                    "flight.mp4 --every 1 --telemetry one-row-late.csv",
                                    "flight.mp4 --every 1 --telemetry same-name-twice.csv"})
            row("04-csv-equal-times", command, {.table = table});
        const char* korean =
            "--columns "
            "위도=latitude,경도=longitude,고도(m)=altitude,카메라방위=camera_bearing,"
            "카메라경사=camera_depression,화각=horizontal_fov,시간(s)=time "
            "--units 고도(m)=m,시간(s)=s";
        row("05-csv-korean-excel",
            qPrintable(QStringLiteral("flight.mp4 --every 1 --telemetry cp949.csv ") +
                       QString::fromUtf8(korean)),
            {.table = table});
        for (const char* command : {"flight.mp4 --every 1 --telemetry cp949.csv",
                                    "flight.mp4 --every 1 --telemetry excel-dates-us.csv",
                                    "flight.mp4 --every 1 --telemetry excel-dates-short.csv"})
            row("05-csv-korean-excel", command, {.table = table});
        row("06-exif-pix4d-pitch", "pix4d-style", {.table = table});
        row("06-exif-pix4d-pitch", "dji-style", {.table = table, .likeRun = QStringLiteral("pix4d-style")});
        for (const char* command : {"below", "absolute-below", "absolute-low"})
            row("08-exif-altitude-ref", command, {.table = table});
        row("11-thermal-16bit", "png8 --telemetry poses.csv");
        for (const char* command : {"png16 --telemetry poses.csv", "png14 --telemetry poses.csv",
                                    "tif-float --telemetry poses.csv"})
            row("11-thermal-16bit", command,
                {.likeRun = QStringLiteral("png8 --telemetry poses.csv"), .areaShare = 0.15});
        row("12-klv-checksum", "good.ts --every 1", {.table = table, .utcSeconds = 1});
        for (const char* command : {"wrong.ts --every 1", "missing.ts --every 1"})
            row("12-klv-checksum", command,
                {.table = table,
                 .utcSeconds = 1,
                 .likeRun = QStringLiteral("good.ts --every 1"),
                 .areaShare = 0.01});
        for (const char* command :
             {"width.ts --every 1", "width.ts --hfov 27 --every 1", "corners.ts --every 1"})
            row("15-klv-target-width", command, {.table = table});
        for (const char* command :
             {"overlay-and-klv-without-fov.ts --every 1", "overlay-and-klv-position-only.ts --every 1"})
            row("15-klv-target-width", command,
                {.table = QStringLiteral("expected-overlay.csv"), .metres = 20, .heightMetres = 20});
        row("16-klv-narrow-high", "hale.ts --every 1",
            {.table = table, .heightMetres = 40, .degrees = 0.5, .fovDegrees = 0.01});
        row("18-klv-clock-zero", "zero.ts --every 1", {.table = table});
        row("19-ts-joined", "again.ts --every 1", {.table = table, .metres = 30, .utcSeconds = 2});
        row("23-parts", ". --every 1", {.table = table, .metres = 20, .heightMetres = 20, .utcSeconds = 1});
        row("25-ten-bit", "gray8.mkv --every 2 --telemetry poses.csv");
        row("25-ten-bit", "gray16.mkv --every 2 --telemetry poses.csv",
            {.likeRun = QStringLiteral("gray8.mkv --every 2 --telemetry poses.csv"), .areaShare = 0.15});
        row("26-log-longer-than-video", "flight.mp4 --every 1 --telemetry log.csv --hfov 27",
            {.table = table, .metres = 10, .utcSeconds = 1});
        row("27-subtitles-beside-and-inside", "DJI_0001.MP4 --every 1 --telemetry DJI_0001.SRT",
            {.table = table});
        for (const char* command : {"DJI_0001.MP4 --every 1", "inside.mp4 --every 1"})
            row("27-subtitles-beside-and-inside", command, {.table = table, .fovDegrees = 0.1});
        for (const char* command : {"w896", "w2688", "w4032", "w5376"})
            row("29-picture-kinds", command, {.areaShare = 0.15, .areaSquareMetres = 36424});
        for (const char* command : {"demo-1280.mp4 --stride 1", "demo-3840.mp4 --stride 1"})
            row("31-uhd", command, {.areaShare = 0.10, .areaSquareMetres = 34188});
        row("34-no-yaw", "frames", {.table = table});
    }

    void aCaseIsRight()
    {
        QFETCH(QString, folder);
        QFETCH(QString, command);
        QFETCH(Expectation, wanted);
        const CaseRun run =
            runSheen(folder, command.split(QLatin1Char(' ')) +
                                 QStringList{QStringLiteral("--products"), QStringLiteral("csv,geojson")});
        QVERIFY2(run.outcome.status == 0, qPrintable(run.outcome.err));
        const QString wrong = wanted.table.isEmpty() ? QString() : comparePlaces(run, folder, wanted);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        if (!wanted.notice.isEmpty())
            QVERIFY2(hasNotice(run, wanted.notice), qPrintable(wanted.notice));
        const double area = areaOf(run);
        m_areas[folder + command] = area;
        const double shall =
            wanted.likeRun.isEmpty() ? wanted.areaSquareMetres : m_areas.value(folder + wanted.likeRun);
        if (shall > 0)
            QVERIFY2(std::abs(area / shall - 1) <= wanted.areaShare,
                     qPrintable(QStringLiteral("%1 m2 of oil for %2").arg(area).arg(shall)));
    }

    void picturesAreOrderedByTheirClocks_data()
    {
        QTest::addColumn<QString>("frames");
        QTest::addRow("a second apart") << QStringLiteral("frames");
        QTest::addRow("two seconds apart") << QStringLiteral("frames-2s");
    }

    void picturesAreOrderedByTheirClocks()
    {
        QFETCH(QString, frames);
        const QString folder = QStringLiteral("09-numbers-start-again");
        const CaseRun run = runSheen(folder, {frames, QStringLiteral("--products"), QStringLiteral("csv")});
        QVERIFY2(run.outcome.status == 0, qPrintable(run.outcome.err));
        const std::vector<Row> rows = readCsv(run.folder + QStringLiteral("/telemetry.csv"));
        const std::vector<Row> expected =
            readCsv(casesFolder() + folder + QStringLiteral("/expected-%1.csv").arg(frames));
        QCOMPARE(rows.size(), expected.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            QCOMPARE(comparePlace(rows[i], expected[i], {.metres = 5, .utcSeconds = 0}), QString());
    }

    void anotherCameraOfTheFileCanBeTaken()
    {
        const QString folder = QStringLiteral("22-two-pictures");
        const QStringList products{QStringLiteral("--every"), QStringLiteral("1"),
                                   QStringLiteral("--products"), QStringLiteral("csv")};
        const CaseRun first = runSheen(folder, QStringList{QStringLiteral("ir-first.ts")} + products);
        QCOMPARE(first.outcome.status, 0);
        QVERIFY(hasNotice(first, QStringLiteral("several_videos")));
        const CaseRun second = runSheen(folder, QStringList{QStringLiteral("ir-first.ts"),
                                                            QStringLiteral("--stream"), QStringLiteral("2")} +
                                                    products);
        QCOMPARE(second.outcome.status, 0);
        const std::vector<Row> rows = readCsv(second.folder + QStringLiteral("/telemetry.csv"));
        QCOMPARE(rows.size(), std::size_t(3));
        const Row expected{{QStringLiteral("camera_latitude_deg"), QStringLiteral("35.2")},
                           {QStringLiteral("camera_longitude_deg"), QStringLiteral("129.45")},
                           {QStringLiteral("camera_bearing_deg"), QStringLiteral("40")},
                           {QStringLiteral("camera_depression_deg"), QStringLiteral("90")},
                           {QStringLiteral("horizontal_fov_deg"), QStringLiteral("37.85")}};
        QCOMPARE(comparePlace(rows[0], expected, {.metres = 20}), QString());
    }
};

QTEST_GUILESS_MAIN(FieldCasesTest)
#include "field_cases_test.moc"
