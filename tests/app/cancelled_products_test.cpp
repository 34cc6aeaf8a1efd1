// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>

#include <QtTest>

#include "dark_flight.h"
#include "workspace/workspace.h"

using namespace sheen;
using sheen::test::DarkFlights;
using sheen::test::finished;
using sheen::test::Outcome;

namespace {

constexpr int frameCount = 240;

}  // namespace

/** SIGINT while products are written: nothing is half written, and the rest can be written later. */
class CancelledProductsTest : public QObject
{
    Q_OBJECT

    DarkFlights m_flights;
    QString m_flight;

    QStringList runArguments(const QString& output, const char* products) const
    {
        return QStringList{QStringLiteral("run"), m_flight, QStringLiteral("--out"), output} +
               m_flights.options().mid(0, 4) +
               QStringList{QStringLiteral("--products"), QLatin1String(products)};
    }

    /** Sends the signal once this product is under way. */
    static Outcome interruptedAt(const char* product, const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(SHEEN_PROGRAM), arguments + QStringList{QStringLiteral("--json")});
        const QByteArray sign = QByteArray("\"product\":\"") + product + '"';
        QByteArray seen;
        while (!seen.contains(sign) && process.waitForReadyRead(120000))
            seen += process.readAllStandardOutput();
        ::kill(pid_t(process.processId()), SIGINT);
        Outcome outcome = finished(process);
        outcome.out.prepend(QString::fromUtf8(seen));
        return outcome;
    }

    static QStringList hiddenIn(const QString& folder)
    {
        return QDir(folder).entryList({QStringLiteral(".sheen-*")},
                                      QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    static int masksIn(const QString& folder)
    {
        return int(QDir(folder + QStringLiteral("/masks")).entryList({QStringLiteral("*.tif")}).size());
    }

private Q_SLOTS:
    void initTestCase() { m_flight = m_flights.add(QStringLiteral("flight"), frameCount); }

    void aRunIsHeard()
    {
        const char* products = "csv,gpkg,masks,frames,mosaic,geojson";
        const QString output = m_flights.path(QStringLiteral("run"));
        const Outcome outcome = interruptedAt("csv", runArguments(output, products));
        QVERIFY2(outcome.status == 4, qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(QStringLiteral("while the products were written")),
                 qPrintable(outcome.err));
        QVERIFY(!QFile::exists(output + QStringLiteral("/summary.json")));
        QVERIFY(!QFile::exists(output + QStringLiteral("/mosaic.tif")));
        QVERIFY(masksIn(output) < frameCount);
        QCOMPARE(hiddenIn(output), QStringList());
        {
            const auto workspace = Workspace::open(output + QStringLiteral("/sheen.gpkg"));
            QCOMPARE(workspace->frames().size(), std::size_t(frameCount));
            QVERIFY(!workspace->facts().cancelled && !workspace->facts().brokenOff);
            QVERIFY(!workspace->slicks().empty());
        }
        const Outcome again = DarkFlights::sheen(runArguments(output, products));
        QVERIFY2(again.status == 0, qPrintable(again.err));
        QCOMPARE(masksIn(output), frameCount);
        QVERIFY(QFile::exists(output + QStringLiteral("/mosaic.tif")));
        QVERIFY(QFile::exists(output + QStringLiteral("/summary.json")));
    }

    void anExportKeepsWhatWasThere()
    {
        const QString output = m_flights.path(QStringLiteral("run"));
        const QString mosaic = output + QStringLiteral("/mosaic.tif");
        const QByteArray before = DarkFlights::contents(mosaic);
        const Outcome outcome = interruptedAt(
            "csv", {QStringLiteral("export"), output + QStringLiteral("/sheen.gpkg"), QStringLiteral("--out"),
                    output, QStringLiteral("--products"), QStringLiteral("csv,masks,frames,mosaic")});
        QVERIFY2(outcome.status == 4, qPrintable(outcome.err));
        QCOMPARE(DarkFlights::contents(mosaic), before);
        QCOMPARE(masksIn(output), frameCount);
        QCOMPARE(hiddenIn(output), QStringList());
    }
};

QTEST_GUILESS_MAIN(CancelledProductsTest)
#include "cancelled_products_test.moc"
