// Texts from outside go through everything that is written and come out as they were, and nothing obeys them.

#include <ogrsf_frmts.h>

#include <QDate>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "base/error.h"
#include "output/products.h"
#include "report/report.h"
#include "support/hostile_texts.h"
#include "support/pdf_text.h"
#include "support/qgis_test.h"
#include "support/synthetic_flight.h"
#include "tables/csv_row.h"
#include "workspace/workspace.h"

using namespace sheen;
using sheen::test::hostileTexts;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** A slick of each text, as its class and note. */
std::vector<Slick> hostileSlicks(const FrameRecord& frame)
{
    std::vector<Slick> slicks;
    for (const QString& text : hostileTexts()) {
        Slick slick = SyntheticFlight::slick(std::int64_t(slicks.size()) + 1, frame);
        slick.areas[0].classValue = int(slicks.size()) + 1;
        slick.areas[0].className = text;
        slick.note = text;
        slicks.push_back(slick);
    }
    return slicks;
}

QStringList classNamesIn(const QString& path)
{
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR));
    QStringList names;
    for (OGRLayer* layer : dataset->GetLayers()) {
        for (const auto& feature : *layer) {
            const int field = feature->GetFieldIndex("class_name");
            if (field >= 0 && feature->IsFieldSetAndNotNull(field))
                names << QString::fromUtf8(feature->GetFieldAsString(field));
        }
    }
    return names;
}

QString withoutSpaces(QString text)
{
    return text.remove(QRegularExpression(QStringLiteral("\\s")));
}

/** The words of a PDF without spaces; empty where pdftotext is not installed. */
QString wordsOf(const QString& path)
{
    return withoutSpaces(test::pdfText(path));
}

}  // namespace

class OutsideTextTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    RunFacts m_facts = SyntheticFlight::facts();
    std::vector<FrameRecord> m_frames = SyntheticFlight::records(2);
    SyntheticFlight m_flight{2};

private Q_SLOTS:
    void reportsSayIt()
    {
        for (const QString& name : hostileTexts()) {
            RunFacts facts = m_facts;
            facts.flightName = name;
            facts.flightPath = QStringLiteral("/flights/") + name;
            facts.model.name = name;
            facts.notices = {{IssueKind::ElevationElsewhere, {name}}};
            Slick slick = SyntheticFlight::slick(1, m_frames[1]);
            slick.areas[0].className = name;
            slick.areas[0].code = 0;  // then the class is in the legend
            slick.decision = Decision::Accepted;
            slick.note = name;
            slick.reviewer = name;
            const std::vector<Edit> edits = {
                {QDateTime(QDate(2026, 6, 7), QTime(3, 0), Qt::UTC), name, name, {1}, name}};
            const std::vector<Slick> slicks{slick};
            ProductInput whole{facts, m_frames, slicks, &m_flight};
            whole.edits = &edits;
            for (const FactDescription& description : factDescriptions())
                whole.entered.set(description.fact, name);
            const QString path = m_folder.filePath(QStringLiteral("report.pdf"));
            writeReport(whole, path);
            const QString words = wordsOf(path);
            if (words.isEmpty())
                QSKIP("pdftotext is not installed");
            const QString wanted = withoutSpaces(name);
            QVERIFY2(words.contains(QStringLiteral("Oilonthesea:") + wanted), qPrintable(words));
            // Title, footers of all pages, path, model, notice, class, note, reviewer, edit, and every fact
            // that a person enters; the lines of a cell of several lie apart.
            for (const QString& line : name.split(QLatin1Char('\n')))
                QVERIFY2(words.count(withoutSpaces(line)) >= 40, qPrintable(words));
            QVERIFY2(!words.contains(QStringLiteral("Oilonthesea:42")), qPrintable(words));
        }
    }

    void vectorFilesHoldIt()
    {
        const std::vector<Slick> slicks = hostileSlicks(m_frames[0]);
        const QString folder = m_folder.filePath(QStringLiteral("vectors"));
        QVERIFY(QDir().mkpath(folder));
        writeProducts({m_facts, m_frames, slicks, nullptr},
                      {Product::Shapefile, Product::GeoJson, Product::Kml}, folder);
        for (const char* file : {"/appearances.shp", "/appearances.geojson"})
            QCOMPARE(classNamesIn(folder + QLatin1String(file)), hostileTexts());
        QStringList inKml = classNamesIn(folder + QStringLiteral("/slicks.kml"));
        QCOMPARE(inKml.replaceInStrings(QString(QChar(0x200B)), QString()), hostileTexts());
        QXmlStreamReader kml(contents(folder + QStringLiteral("/slicks.kml")));
        int placemarks = 0;
        while (!kml.atEnd()) {
            kml.readNext();
            QVERIFY2(!kml.isStartElement() ||
                         (kml.name() != QLatin1String("b") && kml.name() != QLatin1String("x")),
                     "a text became an element");
            placemarks += kml.isStartElement() && kml.name() == QLatin1String("Placemark");
        }
        QVERIFY2(!kml.hasError(), qPrintable(kml.errorString()));
        QCOMPARE(placemarks, 2 * int(slicks.size()));  // each with its area
    }

    void longNamesDoNotEndAnExport()
    {
        std::vector<Slick> slicks = {SyntheticFlight::slick(1, m_frames[0])};
        slicks[0].areas[0].className = QString(100, QChar(0xAE30));
        const QString folder = m_folder.filePath(QStringLiteral("long"));
        QVERIFY(QDir().mkpath(folder));
        writeProducts({m_facts, m_frames, slicks, nullptr}, {Product::Shapefile}, folder);
        const QString name = classNamesIn(folder + QStringLiteral("/appearances.shp")).value(0);
        QVERIFY2(!name.isEmpty() && slicks[0].areas[0].className.startsWith(name), qPrintable(name));
    }

    void spreadsheetsTakeNothingForAFormula()
    {
        for (const QString& text : hostileTexts()) {
            CsvRow row;
            row.text(text);
            const QString cell = QString::fromUtf8(row.line()).chopped(1);
            const QString bare = cell.startsWith(QLatin1Char('"')) ? cell.mid(1) : cell;
            QVERIFY2(!QStringLiteral("=+-@\t\r").contains(bare.at(0)), qPrintable(cell));
        }
        CsvRow numbers;
        numbers.text(QStringLiteral("-12.5"));
        numbers.text(QStringLiteral("+3e-4"));
        numbers.number(-0.25, 3);
        numbers.number(std::nullopt, 3);
        numbers.text(QStringLiteral("=1, \"2\""));
        QCOMPARE(numbers.line(), QByteArray("-12.5,+3e-4,-0.25,,\"'=1, \"\"2\"\"\"\n"));

        for (FrameRecord& frame : m_frames)
            frame.fileName = QStringLiteral("=HYPERLINK(\"x\").jpg");
        const QString folder = m_folder.filePath(QStringLiteral("csv"));
        QVERIFY(QDir().mkpath(folder));
        writeProducts({m_facts, m_frames, {}, nullptr}, {Product::Csv}, folder);
        QVERIFY(contents(folder + QStringLiteral("/telemetry.csv"))
                    .contains(",\"'=HYPERLINK(\"\"x\"\").jpg\"\n"));
    }

    void workspacesKeepIt()
    {
        const QString path = m_folder.filePath(QStringLiteral("sheen.gpkg"));
        RunFacts facts = m_facts;
        const std::vector<Slick> slicks = hostileSlicks(m_frames[0]);
        const QString all = hostileTexts().join(QLatin1Char('|'));
        facts.flightName = all;
        facts.model.classes[1].name = all;
        m_frames[0].issues = {{IssueKind::PictureEmpty, {all}}};
        Edit edit;
        edit.time = QDateTime(QDate(2026, 6, 7), QTime(3, 0), Qt::UTC);
        edit.person = all;
        edit.description = all;
        const auto workspace = Workspace::create(path, facts);
        workspace->finish(facts, m_frames, slicks);
        workspace->replaceAll(facts, m_frames, slicks, {}, edit);
        const auto again = Workspace::open(path);
        QCOMPARE(again->facts().flightName, all);
        QCOMPARE(again->facts().model.classes[1].name, all);
        QVERIFY(again->frames()[0].issues == m_frames[0].issues);
        QStringList names;
        QStringList notes;
        for (const Slick& slick : again->slicks()) {
            names << slick.areas[0].className;
            notes << slick.note;
        }
        QCOMPARE(names, hostileTexts());
        QCOMPARE(notes, hostileTexts());
        QCOMPARE(again->edits().back().person, all);
        QCOMPARE(again->edits().back().description, all);
    }

    void sentencesSayIt()
    {
        for (const QString& text : hostileTexts()) {
            for (const IssueKind kind : {IssueKind::PictureNotOpened, IssueKind::ElevationElsewhere,
                                         IssueKind::NotDetected, IssueKind::Text})
                QVERIFY(sentenceOf({kind, {text, QStringLiteral("why")}}).contains(text));
            try {
                parseProducts(text + QStringLiteral("masks"));
                QFAIL("taken for a product");
            } catch (const Error& error) {
                // A list: its words are looked at one by one.
                QVERIFY2(error.sentence().contains(text.section(QLatin1Char(','), 0, 0).trimmed()),
                         qPrintable(error.sentence()));
            }
        }
    }
};

int main(int argc, char** argv)
{
    return sheen::test::runWithQgis<OutsideTextTest>(argc, argv);
}

#include "outside_text_test.moc"
