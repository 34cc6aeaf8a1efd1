#include "report/report.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "base/error.h"
#include "geo/local_plane.h"
#include "support/pdf_text.h"
#include "support/qgis_test.h"
#include "support/synthetic_flight.h"

using namespace sheen;

class ReportTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    RunFacts m_facts = SyntheticFlight::facts();
    std::vector<FrameRecord> m_frames = SyntheticFlight::records(6);
    SyntheticFlight m_flight{6};

    std::vector<Slick> slicks(int count) const;
    /** The report's words page by page; empty where pdftotext is not installed. */
    QStringList pagesOf(const QString& path) const;
    /** Where SHEEN_KEEP_REPORTS names a folder, reports are left there to be looked at. */
    QString path(const char* name) const;

private Q_SLOTS:
    void wholeReport();
    void manySlicksTakeManyPages();
    void nothingFoundAndNothingPlaced();
    void withoutRecording();
    void earlierReportIsKept();
};

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
        slick.decision = static_cast<Decision>(i % 3);
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

void ReportTest::wholeReport()
{
    const QString file = path("whole.pdf");
    const auto found = slicks(8);
    writeReport({m_facts, m_frames, found, &m_flight}, file);
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QCOMPARE(pdf.read(5), QByteArray("%PDF-"));
    QVERIFY(pdf.size() > 20000);
    const QStringList pages = pagesOf(file);
    if (pages.isEmpty())
        QSKIP("pdftotext is not installed");
    QCOMPARE(pages.size(), 4);
    QVERIFY(pages[0].contains(QStringLiteral("Oil on the sea: synthetic")));
    QVERIFY(pages[0].contains(QStringLiteral("2026-06-07 01:30:00 to 01:30:05 UTC")));
    QVERIFY(pages[0].contains(QStringLiteral("accepted")) &&
            pages[0].contains(QStringLiteral("not decided")));
    QVERIFY(pages[1].contains(QStringLiteral("Rejected in review")));
    QVERIFY(pages[1].contains(QStringLiteral("more than")));
    QVERIFY(pages[1].contains(QStringLiteral("not known")));
    QVERIFY(pages[2].contains(QStringLiteral("Slick 1")));
    QVERIFY(pages[3].contains(m_facts.model.sha256));
    QVERIFY(pages[3].contains(QStringLiteral("50,000")) || pages[3].contains(QStringLiteral("50000")));
    QVERIFY(pages[3].contains(QStringLiteral("Page 4 of 4")));
}

void ReportTest::manySlicksTakeManyPages()
{
    const QString file = path("many.pdf");
    const auto found = slicks(130);
    writeReport({m_facts, m_frames, found, &m_flight}, file);
    const QStringList pages = pagesOf(file);
    if (pages.isEmpty())
        QSKIP("pdftotext is not installed");
    QVERIFY(pages.size() >= 6);
    // No slick is lost between two pages.
    const QString text = pages.join(QLatin1Char(' '));
    for (const Slick& slick : found)
        QVERIFY2(text.contains(QLocale().toString(slick.oiledSquareMetres(), 'f', 0)),
                 qPrintable(QString::number(slick.id)));
}

void ReportTest::nothingFoundAndNothingPlaced()
{
    const QString file = path("nothing.pdf");
    const std::vector<FrameRecord> frames(2);
    RunFacts facts = m_facts;
    facts.crsEpsg = 0;
    writeReport({facts, frames, {}, nullptr}, file);
    const QStringList pages = pagesOf(file);
    if (pages.isEmpty())
        QSKIP("pdftotext is not installed");
    QCOMPARE(pages.size(), 3);
    QVERIFY(pages[0].contains(QStringLiteral("No oil was found")));
    QVERIFY(pages[0].contains(QStringLiteral("could be placed on the map")));
}

void ReportTest::withoutRecording()
{
    const QString file = path("without.pdf");
    writeReport({m_facts, m_frames, slicks(2), nullptr}, file);
    const QStringList pages = pagesOf(file);
    if (pages.isEmpty())
        QSKIP("pdftotext is not installed");
    QVERIFY(pages[2].contains(QStringLiteral("not at hand")));
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
