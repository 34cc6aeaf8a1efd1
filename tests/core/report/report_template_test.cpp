// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_template.h"

#include <qgsapplication.h>

#include <QBuffer>
#include <QDir>
#include <QDomDocument>
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "base/whole_file.h"
#include "report/report.h"
#include "report_fields.h"
#include "support/pdf_text.h"
#include "support/qgis_test.h"
#include "support/source_folder.h"
#include "support/synthetic_flight.h"
#include "wording/wording.h"

using namespace sheen;

class ReportTemplateTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    RunFacts m_facts = SyntheticFlight::facts();
    std::vector<FrameRecord> m_frames = SyntheticFlight::records(4);
    SyntheticFlight m_flight{4};

    QString path(const QString& name) const
    {
        const QString kept = qEnvironmentVariable("SHEEN_KEEP_REPORTS");
        return (kept.isEmpty() ? m_folder.path() : kept) + QLatin1Char('/') + name;
    }
    QByteArray ownTemplate() const;
    std::vector<Slick> slicks(int accepted, int undecided = 0) const;
    ProductInput input(const std::vector<Slick>& found, const QByteArray& layout) const;
    QStringList pagesOf(const ProductInput& input, const QString& name) const;
    /** What is said of a template that is wrong; empty: nothing is. */
    static QString sentence(const QString& file);

private Q_SLOTS:
    void initTestCase();
    void ownPagesSayTheSame();
    void valuesAreNoFieldsAndNoExpressions();
    void onlyPagesOfSlicks();
    void picturesComeAlong();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void everyFieldIsDescribed();
};

void ReportTemplateTest::initTestCase()
{
    writeReportTemplate(m_folder.path());
    QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("report_template.qpt"))));
}

QByteArray ReportTemplateTest::ownTemplate() const
{
    QFile file(m_folder.filePath(QStringLiteral("report_template.qpt")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Slick> ReportTemplateTest::slicks(int accepted, int undecided) const
{
    std::vector<Slick> found;
    for (int i = 0; i < accepted + undecided; ++i) {
        Slick slick = SyntheticFlight::slick(i + 1, m_frames[std::size_t(i) % m_frames.size()]);
        slick.decision = i < accepted ? Decision::Accepted : Decision::Undecided;
        slick.reviewer = QStringLiteral("Park");
        slick.reviewedUtc = QDateTime(QDate(2026, 6, 7), QTime(4, 0), Qt::UTC);
        slick.firstUtc = m_frames.front().telemetry.utc;
        slick.lastUtc = m_frames.back().telemetry.utc;
        found.push_back(slick);
    }
    return found;
}

ProductInput ReportTemplateTest::input(const std::vector<Slick>& found, const QByteArray& layout) const
{
    static int number = 0;
    ProductInput input{m_facts, m_frames, found, &m_flight};
    input.reportTemplate = m_folder.filePath(QStringLiteral("used_%1.qpt").arg(++number));
    writeWholeFile(input.reportTemplate, layout);
    return input;
}

QStringList ReportTemplateTest::pagesOf(const ProductInput& input, const QString& name) const
{
    writeReport(input, path(name));
    QStringList pages;
    for (const QString& page : test::pdfText(path(name)).split(QLatin1Char('\f')))
        pages << page.simplified()
                     .replace(QChar(0xa0), QLatin1Char(' '))
                     .replace(QChar(0xfb01), QLatin1String("fi"));
    pages.removeLast();
    return pages;
}

QString ReportTemplateTest::sentence(const QString& file)
{
    try {
        checkReportTemplate(file);
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Unreadable ? error.sentence() : QStringLiteral("another kind");
    }
    return {};
}

/** Our pages, written out and read back, give the report that they were taken from. */
void ReportTemplateTest::ownPagesSayTheSame()
{
    const std::vector<Slick> found = slicks(2, 1);
    ProductInput whole = input(found, ownTemplate());
    whole.entered.set(EnteredFact::Organisation, QStringLiteral("Coast Guard"));
    const QStringList pages = pagesOf(whole, QStringLiteral("own_pages.pdf"));
    if (pages.isEmpty())
        QSKIP("pdftotext is not installed");
    const Wording say;
    QVERIFY2(pages[0].contains(QStringLiteral("Organisation Coast Guard")), qPrintable(pages[0]));
    QVERIFY(pages[0].contains(QStringLiteral("Oil on the sea: synthetic")));
    QVERIFY(pages[0].contains(QStringLiteral("2 of 3 slicks were looked at")));
    QVERIFY(pages[1].startsWith(QStringLiteral("Overview")));
    for (int i = 0; i < 2; ++i) {
        const QString& page = pages[2 + i];
        const SlickMeasures& measures = found[std::size_t(i)].measures;
        QVERIFY2(page.startsWith(QStringLiteral("Slick %1 Finding: accepted by Park").arg(i + 1)),
                 qPrintable(page));
        for (const QString& text :
             {say.size(measures), say.area(measures.oiledSquareMetres), say.position(measures.inside),
              say.minimumVolume(measures.minimumVolumeCubicMetres),
              QStringLiteral("Page %1 of %2").arg(3 + i).arg(pages.size())})
            QVERIFY2(page.contains(text.simplified().replace(QChar(0xa0), QLatin1Char(' '))),
                     qPrintable(text));
    }
    // What a template has no page for follows as ever.
    for (const char* text : {"Not decided", "What was not observed", "Trained on", "History of edits"})
        QVERIFY2(pages.join(QLatin1Char(' ')).contains(QLatin1String(text)), text);
    QVERIFY(!pages.join(QLatin1Char(' ')).contains(QLatin1Char('{')));
}

void ReportTemplateTest::valuesAreNoFieldsAndNoExpressions()
{
    std::vector<Slick> found = slicks(1);
    found[0].note = QStringLiteral("[% 6*7 %] {organisation} $CURRENT_DATE <b>");
    ProductInput whole = input(found, ownTemplate());
    whole.entered.set(EnteredFact::Organisation, QStringLiteral("Coast Guard"));
    const QStringList pages = pagesOf(whole, QStringLiteral("hostile.pdf"));
    if (pages.isEmpty())
        QSKIP("pdftotext is not installed");
    QVERIFY2(pages[2].contains(found[0].note), qPrintable(pages[2]));
}

/** A template without a page one leaves ours. */
void ReportTemplateTest::onlyPagesOfSlicks()
{
    QDomDocument document;
    QVERIFY(document.setContent(ownTemplate()));
    QDomElement root = document.documentElement();
    const auto removeAbove = [](QDomElement from, double y) {
        QDomElement next;
        for (QDomElement item = from.firstChildElement(QStringLiteral("LayoutItem")); !item.isNull();
             item = next) {
            next = item.nextSiblingElement(QStringLiteral("LayoutItem"));
            if (item.attribute(QStringLiteral("position")).section(QLatin1Char(','), 1, 1).toDouble() < y)
                from.removeChild(item);
        }
    };
    constexpr double thirdPage = 2 * (297 + 10);
    removeAbove(root, thirdPage - 1);
    removeAbove(root.firstChildElement(QStringLiteral("PageCollection")), thirdPage - 1);
    const std::vector<Slick> found = slicks(1);
    const QStringList pages =
        pagesOf(input(found, document.toByteArray()), QStringLiteral("only_slicks.pdf"));
    if (pages.isEmpty())
        QSKIP("pdftotext is not installed");
    QVERIFY2(pages[0].startsWith(QStringLiteral("Oil on the sea: synthetic")), qPrintable(pages[0]));
    QVERIFY(pages[1].startsWith(QStringLiteral("Overview")));
    QVERIFY(pages[2].contains(QStringLiteral("Page 3 of %1").arg(pages.size())));
}

void ReportTemplateTest::picturesComeAlong()
{
    QImage logo(40, 20, QImage::Format_RGB32);
    logo.fill(QColor(200, 0, 0));
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    logo.save(&buffer, "PNG");
    QByteArray layout = ownTemplate();
    const int at = int(layout.indexOf("id=\"slick_clean\""));
    QVERIFY(at > 0);
    layout.replace(at, int(qstrlen("id=\"slick_clean\"")), "id=\"logo\"");
    QVERIFY(layout.contains("file=\"\""));
    layout.replace("file=\"\"", "file=\"base64:" + png.toBase64() + "\"");
    const std::vector<Slick> found = slicks(1);
    const ProductInput whole = input(found, layout);
    QCOMPARE(sentence(whole.reportTemplate), QString());
    const QString folder = m_folder.filePath(QStringLiteral("with logo"));
    writeReportPages(whole, folder);
    const QImage page(folder + QStringLiteral("/report_pages/page_003.png"));
    bool red = false;
    for (int y = 0; y < page.height(); y += 4) {
        for (int x = 0; x < page.width(); x += 4) {
            const QColor colour = page.pixelColor(x, y);
            red = red || (colour.red() > 190 && colour.green() < 12 && colour.blue() < 12);
        }
    }
    QVERIFY(red);
}

void ReportTemplateTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* from, const QByteArray& to, const char* words) {
        QTest::newRow(name) << QByteArray(from) << to << QString::fromLatin1(words);
    };
    row("cut short", "</Layout>", "", "no whole XML (line");
    row("no layout", "<Layout", "<qgis><Layout", "no whole XML");
    row("unknown field", "{slick_size}", "{slick_sise}", "{slick_sise}");
    row("empty field", "{slick_size}", "{}", "{}");
    row("no map of a slick", "slick_map", "overview_map", "slick_map");
    row("no overview", "id=\"overview_map\"", "id=\"map 1\"", "map 1");
    row("expression", "{slick_size}", "[% @layout_name %]", "expression");
    row("markup", "htmlState=\"0\"", "htmlState=\"1\"", "HTML");
    row("set by an expression", "<dataDefinedProperties>",
        "<dataDefinedProperties><Option type=\"Map\"><Option name=\"active\" value=\"true\"/></Option>",
        "expression");
    row("picture from a network", "id=\"slick_clean\"", "id=\"logo\"", "logo");
    row("entities", "<Layout", "<!DOCTYPE a [<!ENTITY b \"c\">]><Layout", "entities");
    row("an item of another kind", "type=\"65641\"", "type=\"65648\"", "does not take");
    row("an HTML frame", "</Layout>", "<LayoutMultiFrame type=\"65648\"/></Layout>", "HTML frame");
}

void ReportTemplateTest::whatIsWrongIsSaid()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, words);
    QByteArray layout = ownTemplate();
    QVERIFY2(layout.contains(from), from.constData());
    // The first of these belongs to a page, of which nothing but its size is taken.
    const int at = int(from == "<dataDefinedProperties>" ? layout.lastIndexOf(from) : layout.indexOf(from));
    layout.replace(at, from.size(), to);
    const QString file = m_folder.filePath(QStringLiteral("wrong.qpt"));
    writeWholeFile(file, layout);
    const QString said = sentence(file);
    QVERIFY2(said.contains(words) && said.contains(QStringLiteral("wrong.qpt")), qPrintable(said));
    // The report says it, too, and leaves nothing.
    const std::vector<Slick> found = slicks(1);
    ProductInput whole{m_facts, m_frames, found};
    whole.reportTemplate = file;
    const QString report = m_folder.filePath(QStringLiteral("wrong.pdf"));
    QVERIFY_EXCEPTION_THROWN(writeReport(whole, report), Error);
    QVERIFY(!QFile::exists(report));
    QVERIFY(sentence(m_folder.filePath(QStringLiteral("none.qpt"))).contains(QStringLiteral("none.qpt")));
}

/** Who makes a template looks the names up. */
void ReportTemplateTest::everyFieldIsDescribed()
{
    QFile file(sourcePath(QStringLiteral("docs/report.md")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (const QString& name : knownFields())
        QVERIFY2(text.contains(QLatin1Char('`') + name + QLatin1Char('`')), qPrintable(name));
    for (const char* id : {"overview_map", "slick_map", "slick_clean", "slick_outlined"})
        QVERIFY2(text.contains(QLatin1Char('`') + QLatin1String(id) + QLatin1Char('`')), id);
}

int main(int argc, char** argv)
{
    return sheen::test::runWithQgis<ReportTemplateTest>(argc, argv);
}

#include "report_template_test.moc"
