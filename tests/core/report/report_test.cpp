#include "report/report.h"

#include <qgsapplication.h>
#include <qgsproject.h>
#include <qgsrenderer.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "base/error.h"
#include "base/whole_file.h"
#include "bodies/totals.h"
#include "evidence/recording_digest.h"
#include "geo/local_plane.h"
#include "report/map_project.h"
#include "ships/ship_findings.h"
#include "support/pdf_text.h"
#include "support/qgis_test.h"
#include "support/synthetic_flight.h"
#include "vectors/ships_file.h"
#include "wording/wording.h"
#include "workspace/workspace.h"

using namespace sheen;

class ReportTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    RunFacts m_facts = facts();
    std::vector<FrameRecord> m_frames = SyntheticFlight::records(6);
    SyntheticFlight m_flight{6};

    static RunFacts facts();
    std::vector<Slick> slicks(int count) const;
    /** The report's words page by page; empty where pdftotext is not installed. */
    QStringList pagesOf(const QString& path) const;
    /** All of them on one line, with plain spaces. */
    QString wordsOf(const QString& path) const;
    static EnteredFacts someFacts();
    static std::vector<Edit> someEdits();
    /** Where SHEEN_KEEP_REPORTS names a folder, reports are left there to be looked at. */
    QString path(const char* name) const;

private Q_SLOTS:
    void saysWhatAReportHasToSay();
    void namesShipsAsCandidates();
    void cancelLeavesTheEarlierReport();
    void sumsAreThoseOfTheMeasures();
    void manySlicksTakeManyPages();
    void nothingFoundAndNothingPlaced();
    void withoutRecording();
    void fontsAreEmbedded();
    void isPdfA();
    void pagesAreThoseOfThePdf();
    void shipsAreOnTheMapOfTheirSlick();
    void projectMovesWithItsFiles();
    void earlierReportIsKept();
};

RunFacts ReportTest::facts()
{
    RunFacts facts = SyntheticFlight::facts();
    facts.model.json = {{QStringLiteral("training"), QStringLiteral("rendered oil")},
                        {QStringLiteral("weaknesses"), QJsonArray{QStringLiteral("never tested at night")}}};
    return facts;
}

EnteredFacts ReportTest::someFacts()
{
    return EnteredFacts::fromJson({{QStringLiteral("organisation"), QStringLiteral("Coast Guard")},
                                   {QStringLiteral("observer"), QStringLiteral("Lee")},
                                   {QStringLiteral("case_number"), QStringLiteral("2026-17")},
                                   {QStringLiteral("aircraft"), QStringLiteral("CN-235")},
                                   {QStringLiteral("registration"), QStringLiteral("B-703")},
                                   {QStringLiteral("time_zone"), QStringLiteral("UTC+9")},
                                   {QStringLiteral("wind"), QStringLiteral("240\u00b0, 12 kn")},
                                   {QStringLiteral("source_name"), QStringLiteral("MV EXAMPLE")},
                                   {QStringLiteral("source_imo"), QStringLiteral("9074729")}});
}

std::vector<Edit> ReportTest::someEdits()
{
    const QDateTime time(QDate(2026, 6, 7), QTime(4, 0), Qt::UTC);
    return {{time, QStringLiteral("Park"), QStringLiteral("accept"), {1}, QStringLiteral("Accept slick 1")},
            {time.addSecs(9),
             QStringLiteral("Park"),
             QStringLiteral("reject"),
             {3},
             QStringLiteral("Reject slick 3")}};
}

std::vector<Slick> ReportTest::slicks(int count) const
{
    std::vector<Slick> result;
    for (int i = 0; i < count; ++i) {
        const auto& frame = m_frames[std::size_t(i) % m_frames.size()];
        Slick slick = SyntheticFlight::slick(i + 1, frame);
        // A square of another size each.
        const LocalPlane plane(slick.measures.inside);
        const double side = std::sqrt(40000.0 / (i + 1));
        reshape(slick, {{{plane.toGround({0, 0}), plane.toGround({side, 0}), plane.toGround({side, side}),
                          plane.toGround({0, side})}}});
        slick.decision = static_cast<Decision>((i + 1) % 3);
        slick.firstUtc = m_frames.front().telemetry.utc;
        slick.lastUtc = m_frames.back().telemetry.utc;
        slick.sensors = QStringList{QStringLiteral("EOW")};
        if (slick.decision != Decision::Undecided) {
            slick.reviewer = QStringLiteral("Park");
            slick.reviewedUtc = QDateTime(QDate(2026, 6, 7), QTime(4, 0), Qt::UTC);
        }
        if (i == 3)
            slick.takenFor = TakenFor::OtherSubstance;
        AppearanceArea& area = slick.areas[0];
        if (i % 4 == 1) {
            area.classValue = 3;
            area.className = QStringLiteral("dark oil");
            area.code = 5;
        } else if (i % 4 == 3) {
            area.classValue = 4;
            area.className = QStringLiteral("oil in infrared");
            area.code = 0;
        }
        measure(slick);
        result.push_back(slick);
    }
    return result;
}

QStringList ReportTest::pagesOf(const QString& path) const
{
    QStringList pages = test::pdfText(path).split(QLatin1Char('\f'));
    pages.removeLast();
    return pages;
}

QString ReportTest::path(const char* name) const
{
    const QString kept = qEnvironmentVariable("SHEEN_KEEP_REPORTS");
    return (kept.isEmpty() ? m_folder.path() : kept) + QLatin1Char('/') + QLatin1String(name);
}

QString ReportTest::wordsOf(const QString& path) const
{
    return pagesOf(path)
        .join(QLatin1Char(' '))
        .simplified()
        .replace(QChar(0xa0), QLatin1Char(' '))
        .replace(QChar(0xfb01), QLatin1String("fi"));  // a ligature, which viewers look for as two letters
}

/** Each line of "What a report has to say" of the field's handbooks. */
void ReportTest::saysWhatAReportHasToSay()
{
    const QString file = path("whole.pdf");
    const std::vector<Slick> found = slicks(20);
    const std::vector<Edit> edits = someEdits();
    const RecordingDigest recording{
        {{QStringLiteral("flight.mp4"), 123456789, QString(64, QLatin1Char('e'))}},
        123456789,
        QString(64, QLatin1Char('e')),
        3725};
    std::vector<FrameRecord> frames = m_frames;
    frames.back().issues = {{IssueKind::AboveHorizon, {}}};
    ProductInput input{m_facts, frames, found, &m_flight};
    input.entered = someFacts();
    input.edits = &edits;
    input.recording = &recording;
    writeReport(input, file);
    const QString words = wordsOf(file);
    if (words.isEmpty())
        QSKIP("pdftotext is not installed");
    QVERIFY(!pagesOf(file).isEmpty());
    const Wording say;
    const Slick& slick = found[0];
    const SlickMeasures& measures = slick.measures;
    const auto has = [&words](const QString& text) {
        const QString wanted = QString(text).replace(QChar(0xa0), QLatin1Char(' ')).simplified();
        if (!words.contains(wanted))
            qWarning("not in the report: %s", qPrintable(wanted));
        return words.contains(wanted);
    };
    // 1 Dimensions.
    QVERIFY(has(QStringLiteral("Length \u00d7 width ") + say.size(measures)));
    QVERIFY(has(QStringLiteral("Overall area ") + say.area(measures.overallSquareMetres)));
    QVERIFY(has(QStringLiteral("Coverage ") + say.percent(measures.coveragePercent)));
    QVERIFY(has(QStringLiteral("Oiled area ") + say.area(measures.oiledSquareMetres)));
    QVERIFY(has(QStringLiteral("\u00b0 true")) && has(QStringLiteral("Form continuous")));
    // 2 Shares and volumes, each with its use.
    QVERIFY(
        has(QStringLiteral("Minimum volume (law) ") + say.minimumVolume(measures.minimumVolumeCubicMetres)));
    QVERIFY(has(QStringLiteral("Maximum volume (response) ") +
                say.maximumVolume(measures.minimumVolumeCubicMetres, measures.maximumVolumeCubicMetres)));
    QVERIFY(has(QStringLiteral("more than")) && has(QStringLiteral("not known")));
    // 3 Position with error, land, UTC and local time.
    QVERIFY(has(say.position(measures.inside)));
    QVERIFY(has(QStringLiteral("\u00b1 12.5 m (95 %)")));
    QVERIFY(has(QStringLiteral("Nearest land")));
    QVERIFY(has(QStringLiteral("2026-06-07 01:30:00 to 01:30:05 UTC")));
    QVERIFY(has(QStringLiteral("2026-06-07 10:30:00 UTC+9")));
    // 4 Who, from what, with what; what was not observed.
    for (const char* text : {"Observer Lee", "Aircraft CN-235", "Registration B-703", "Sensors EOW",
                             "Height above the sea 300 m", "What was not observed", "above the horizon",
                             "Sea outside of the pictures was not observed", "glint"})
        QVERIFY(has(QString::fromUtf8(text)));
    // 5 Entered by a person, or not recorded.
    for (const char* text :
         {"Wind 240", "Sea state not recorded", "Visibility not recorded", "Light not recorded",
          "Tide or current not recorded", "Air temperature not recorded", "Suspected source MV EXAMPLE",
          "IMO number 9074729", "Flag not recorded", "Course of the source not recorded",
          "Part of the ship not recorded", "Discharge when contacted not recorded",
          "Action taken not recorded", "Samples not recorded", "Photographs not recorded",
          "Case number 2026-17", "Mission not recorded", "Organisation Coast Guard"})
        QVERIFY(has(QString::fromUtf8(text)));
    // 6 Findings and proposals apart.
    QVERIFY(has(QStringLiteral("14 of 20 slicks were looked at")));
    for (const char* text : {"accepted", "not decided", "rejected", "Look-alikes considered",
                             "another substance", "Only what was accepted is a finding"})
        QVERIFY(has(QString::fromUtf8(text)));
    // 7 What the numbers rest on.
    for (const char* text :
         {"Interpolated from other frames 0 frames, 0 %", "Set by hand", "confidence", "no probability",
          "Trained on", "Never tested on", "never tested at night", "may count twice"})
        QVERIFY(words.contains(QString::fromUtf8(text), Qt::CaseInsensitive));
    // 8 Evidence.
    for (const char* text :
         {"123,456,789 bytes", "Length 1:02:05", "SHA-256", "Accept slick 1", "Park", "Reject slick 3",
          "Place, date, name, signature", "as it was recorded", "The same frame, outlined"})
        QVERIFY(has(QString::fromUtf8(text)));
    QVERIFY(has(QString(64, QLatin1Char('e'))));
    QVERIFY(has(m_facts.model.sha256));
    // Nothing of the machine's own language.
    for (const char* text : {"null", "{", "true_colour", "not_decided", "track:"})
        QVERIFY2(!words.contains(QLatin1String(text)), text);
}

void ReportTest::namesShipsAsCandidates()
{
    const QString file = path("ships.pdf");
    const std::vector<Slick> found = slicks(2);
    ShipFindings ships;
    ShipTrack tanker;
    tanker.mmsi = 440123456;
    tanker.name = QStringLiteral("EXAMPLE <b>SPIRIT</b>");
    tanker.imo = QStringLiteral("9074729");
    tanker.type = QStringLiteral("tanker");
    ships.ships = {tanker};
    ships.shipsInArea = 7;
    NearShip near;
    near.closest = {1234, 0, 5400, {34.5, 128}};
    near.courseDegrees = 87;
    near.speedKnots = 11.5;
    ships.slicks = {{1, {near}, {}}};
    ProductInput input{m_facts, m_frames, found, nullptr};
    input.entered = someFacts();
    input.ships = &ships;
    writeReport(input, file);
    QString words = wordsOf(file);
    if (words.isEmpty())
        QSKIP("pdftotext is not installed");
    const auto has = [&words](const char* text) { return words.contains(QString::fromUtf8(text)); };
    QVERIFY(has("candidates, no culprits") && has("SPIRIT</b>"));
    QVERIFY(has("IMO 9074729") && has("MMSI 440123456") && has("tanker") && has("11.5 kn"));
    QVERIFY(has("1,230 m") && has("90 min") && has("Neither wind nor current"));
    QVERIFY(has("7 ship(s) were in the area") || has("7 ships were in the area"));

    ships.drift = driftOf(windOf(input.entered.of(EnteredFact::Wind)), {});
    ships.slicks[0].ships[0].closestAdrift = ShipApproach{567, 0, 3000, {34.5, 128}};
    writeReport(input, file);
    words = wordsOf(file);
    QVERIFY(has("rule of thumb") && has("3 % of the wind (240") && has("567 m") && has("50 min"));
    ships.slicks[0].ships.clear();
    writeReport(input, file);
    words = wordsOf(file);
    QVERIFY(has("No ship was within 10.0 km"));
}

/** A signal while the report is made. */
void ReportTest::cancelLeavesTheEarlierReport()
{
    const QString file = path("cancelled.pdf");
    const std::vector<Slick> found = slicks(2);
    writeWholeFile(file, "the earlier one");
    Cancel cancel;
    cancel.request();
    QVERIFY_EXCEPTION_THROWN(writeReport({m_facts, m_frames, found, nullptr}, file, &cancel), Error);
    QFile kept(file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("the earlier one"));
}

void ReportTest::sumsAreThoseOfTheMeasures()
{
    const QString file = path("sums.pdf");
    const std::vector<Slick> found = slicks(9);
    writeReport({m_facts, m_frames, found, nullptr}, file);
    const QString words = wordsOf(file);
    if (words.isEmpty())
        QSKIP("pdftotext is not installed");
    const DecisionTotals totals(found);
    const Wording say;
    for (const Decision decision : {Decision::Accepted, Decision::Undecided, Decision::Rejected}) {
        const SlickTotals& some = totals.of(decision);
        const QString row = QStringList{say.decision(decision), QString::number(some.count),
                                        say.area(some.overallSquareMetres), say.area(some.oiledSquareMetres)}
                                .join(QLatin1Char(' '))
                                .replace(QChar(0xa0), QLatin1Char(' '));
        QVERIFY2(words.contains(row), qPrintable(row));
    }
}

void ReportTest::manySlicksTakeManyPages()
{
    const QString file = path("many.pdf");
    const auto found = slicks(200);
    writeReport({m_facts, m_frames, found, &m_flight}, file);
    const QString words = wordsOf(file);
    if (words.isEmpty())
        QSKIP("pdftotext is not installed");
    // A page for each finding, and no slick is lost between two pages.
    const Wording say;
    for (const Slick& slick : found) {
        QVERIFY2(slick.decision != Decision::Accepted ||
                     words.contains(QStringLiteral("Slick %1 Finding").arg(slick.id)),
                 qPrintable(QString::number(slick.id)));
        const QString area = say.area(slick.oiledSquareMetres()).replace(QChar(0xa0), QLatin1Char(' '));
        QVERIFY2(words.contains(area), qPrintable(area));
    }
}

void ReportTest::nothingFoundAndNothingPlaced()
{
    const QString file = path("nothing.pdf");
    const std::vector<FrameRecord> frames(2);
    RunFacts facts = m_facts;
    facts.crsEpsg = 0;
    writeReport({facts, frames, {}, nullptr}, file);
    const QString words = wordsOf(file);
    if (words.isEmpty())
        QSKIP("pdftotext is not installed");
    QVERIFY(words.contains(QStringLiteral("No oil was found")));
    QVERIFY(words.contains(QStringLiteral("could be placed on the map")));
    QVERIFY(words.contains(QStringLiteral("Organisation not recorded")));
}

void ReportTest::withoutRecording()
{
    const QString file = path("without.pdf");
    writeReport({m_facts, m_frames, slicks(4), nullptr}, file);
    const QString words = wordsOf(file);
    if (words.isEmpty())
        QSKIP("pdftotext is not installed");
    QVERIFY(words.contains(QStringLiteral("not at hand")));
}

void ReportTest::fontsAreEmbedded()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdffonts"));
    if (program.isEmpty())
        QSKIP("pdffonts is not installed");
    const QString file = path("fonts.pdf");
    writeReport({m_facts, m_frames, slicks(2), &m_flight}, file);
    QProcess process;
    process.start(program, {file});
    QVERIFY(process.waitForFinished());
    const QStringList lines =
        QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 2);
    // Columns from the right: object and generation, uni, sub, emb.
    for (const QString& line : lines.mid(2)) {
        const QStringList columns = line.simplified().split(QLatin1Char(' '));
        QVERIFY2(columns.at(columns.size() - 5) == QLatin1String("yes"), qPrintable(line));
        QVERIFY2(columns.at(columns.size() - 3) == QLatin1String("yes"), qPrintable(line));
    }
}

/** PDF/A-1b: XMP says so, colours have a profile, nothing shines through, text is text. */
void ReportTest::isPdfA()
{
    const QString file = path("archive.pdf");
    const std::vector<Slick> found = slicks(4);
    writeReport({m_facts, m_frames, found, &m_flight}, file);
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const QByteArray bytes = pdf.readAll();
    const QString letters = QString::fromLatin1(bytes.constData(), bytes.size());
    QVERIFY(bytes.startsWith("%PDF-1.4"));
    const auto has = [&letters](const char* form) {
        return QRegularExpression(QString::fromLatin1(form)).match(letters).hasMatch();
    };
    QVERIFY(has("/Metadata \\d+ 0 R") && has("<rdf:RDF"));
    QVERIFY(has("pdfaid:part(=\"|>)1") && has("pdfaid:conformance(=\"|>)B"));
    QVERIFY(has("/OutputIntents \\[") && has("/GTS_PDFA1") && has("/DestOutputProfile \\d+ 0 R"));
    QVERIFY(has("/ID *\\["));
    QVERIFY(!has("/SMask +\\d+ 0 R") && !has("/SMask *<<"));
    QVERIFY(!has("/(ca|CA) +0?\\.\\d"));
    QVERIFY(!has("/S */Transparency") && !has("/JavaScript") && !has("/Encrypt") && !has("/EmbeddedFiles"));
    const QString words = wordsOf(file);
    if (words.isEmpty())
        QSKIP("pdftotext is not installed");
    QVERIFY(words.contains(QStringLiteral("Oil on the sea")));
}

void ReportTest::pagesAreThoseOfThePdf()
{
    const QString folder = m_folder.filePath(QStringLiteral("as pictures"));
    const std::vector<Slick> found = slicks(4);
    const ProductInput input{m_facts, m_frames, found, &m_flight};
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/report_pages")));
    // Of an earlier report, which was longer.
    for (const int page : {40, 41})
        writeWholeFile(
            folder + QStringLiteral("/report_pages/page_%1.png").arg(page, 3, 10, QLatin1Char('0')), "x");
    QStringList told;
    int count = 0;
    writeReportPages(input, folder, [&](int page, int pages, const QString& file) {
        QCOMPARE(page, told.size() + 1);
        QVERIFY(QFile::exists(folder + QLatin1Char('/') + file));
        told << file;
        count = pages;
    });
    QCOMPARE(count, told.size());
    QVERIFY(count > 3);
    const QImage first(folder + QLatin1Char('/') + told[0]);
    QVERIFY(first.width() > 1000 && first.height() > first.width());
    QVERIFY(first.pixelColor(first.width() / 2, 5) == QColor(Qt::white));
    QCOMPARE(QDir(folder + QStringLiteral("/report_pages")).entryList(QDir::Files).size(), count);
    writeReport(input, path("as_pictures.pdf"));
    if (const QStringList pages = pagesOf(path("as_pictures.pdf")); !pages.isEmpty())
        QCOMPARE(pages.size(), count);
    Cancel cancel;
    cancel.request();
    QVERIFY_EXCEPTION_THROWN(writeReportPages(input, folder, {}, &cancel), Error);
}

/** Names of ships stand on the map beside their triangles, and are no expressions there. */
void ReportTest::shipsAreOnTheMapOfTheirSlick()
{
    std::vector<Slick> found = slicks(2);
    for (Slick& slick : found)
        slick.decision = Decision::Accepted;
    ShipFindings ships;
    ShipTrack tanker;
    tanker.mmsi = 440123456;
    tanker.name = QStringLiteral("[% 6*7 %] SPIRIT");
    for (int i = 0; i < 12; ++i)
        tanker.positions.push_back({i * 600000, {34.46 + 0.005 * i, 127.97 + 0.006 * i}, 45, 10});
    ships.ships = {tanker};
    ships.shipsInArea = 1;
    NearShip near;
    near.closest = {1234, 0, 5400, {34.5, 128.02}};
    SlickShips of{1, {near}, {}};
    for (int i = 0; i <= 12; ++i)
        of.driftBack.push_back({1800.0 * i, {34.5, 128.0 - 0.004 * i}, 100.0 + 50 * i});
    ships.slicks = {of};
    ProductInput input{m_facts, m_frames, found, &m_flight};
    input.ships = &ships;
    const QString file = path("ship_map.pdf");
    writeReport(input, file);
    const QStringList pages = pagesOf(file);
    if (pages.isEmpty())
        QSKIP("pdftotext is not installed");
    QVERIFY2(pages[2].contains(QStringLiteral("6*7")) && pages[2].contains(QStringLiteral("rule of thumb")),
             qPrintable(pages[2]));
    QVERIFY(!pages[3].contains(QStringLiteral("6*7")));  // of the other slick nothing is known
}

/** A project that QGIS opens again, wherever the folder lies then. */
void ReportTest::projectMovesWithItsFiles()
{
    const QString folder = m_folder.filePath(QStringLiteral("here"));
    QVERIFY(QDir().mkpath(folder));
    const std::vector<Slick> found = slicks(3);
    ProductInput input{m_facts, m_frames, found};
    QVERIFY(!writeMapProject(input, folder));
    QVERIFY(!QFile::exists(folder + QStringLiteral("/sheen.qgz")));
    Workspace::create(folder + QStringLiteral("/sheen.gpkg"), m_facts)->finish(m_facts, m_frames, found);
    QVERIFY(writeMapProject(input, folder));
    ShipFindings ships;
    ships.ships.resize(1);
    ships.ships[0].positions = {{0, {34.5, 128}, {}, {}}, {60000, {34.6, 128}, {}, {}}};
    ships.slicks = {{1, {NearShip()}, {{0, {34.5, 128}, 100}, {1800, {34.5, 127.9}, 500}}}};
    writeShipsGeoJson(ships, PartFolder(folder));
    input.ships = &ships;
    QVERIFY(writeMapProject(input, folder));  // replaces the first
    QCOMPARE(QDir(folder).entryList({QStringLiteral("*.qgz*"), QStringLiteral(".sheen-part*")},
                                    QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("sheen.qgz")});
    const QString there = m_folder.filePath(QStringLiteral("there"));
    QVERIFY(QDir().rename(folder, there));
    QgsProject project;
    QVERIFY(project.read(there + QStringLiteral("/sheen.qgz")));
    const auto layers = project.mapLayers();
    QCOMPARE(layers.size(), 7);  // three of the ships
    for (const QgsMapLayer* layer : layers) {
        QVERIFY2(layer->isValid(), qPrintable(layer->name()));
        QVERIFY2(layer->source().startsWith(there), qPrintable(layer->source()));
    }
    const auto named = project.mapLayersByName(QStringLiteral("Slicks"));
    QCOMPARE(named.size(), 1);
    QCOMPARE(qobject_cast<QgsVectorLayer*>(named[0])->renderer()->type(),
             QStringLiteral("categorizedSymbol"));
}

void ReportTest::earlierReportIsKept()
{
    const QString file = m_folder.filePath(QStringLiteral("a file"));
    QFile plain(file);
    QVERIFY(plain.open(QIODevice::WriteOnly));
    plain.write("x");
    plain.close();
    QVERIFY_EXCEPTION_THROWN(
        writeReport({m_facts, m_frames, slicks(1), nullptr}, file + QStringLiteral("/report.pdf")), Error);
    QCOMPARE(plain.size(), qint64(1));
}

int main(int argc, char** argv)
{
    return sheen::test::runWithQgis<ReportTest>(argc, argv);
}

#include "report_test.moc"
