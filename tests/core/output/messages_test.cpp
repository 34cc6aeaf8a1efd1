// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/polrep.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "base/error.h"
#include "base/whole_file.h"
#include "output/products.h"
#include "support/hostile_texts.h"
#include "support/synthetic_flight.h"
#include "tables/observation_log.h"
#include "translations/install_translations.h"
#include "wording/wording.h"

using namespace sheen;

namespace {

QString contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

EnteredFacts someFacts()
{
    EnteredFacts facts;
    facts.set(EnteredFact::Organisation, QStringLiteral("Coast Guard, air wing"));
    facts.set(EnteredFact::Wind, QStringLiteral("240\u00b0, 12 kn"));
    facts.set(EnteredFact::SourceName, QStringLiteral("MV EXAMPLE"));
    facts.set(EnteredFact::TimeZone, QStringLiteral("UTC+9"));
    return facts;
}

}  // namespace

class MessagesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    RunFacts m_facts = SyntheticFlight::facts();
    std::vector<FrameRecord> m_frames = SyntheticFlight::records(3);

    std::vector<Slick> slicks() const
    {
        std::vector<Slick> result;
        for (int i = 0; i < 3; ++i) {
            result.push_back(SyntheticFlight::slick(i + 1, m_frames[std::size_t(i)]));
            result.back().decision = i == 0   ? Decision::Accepted
                                     : i == 1 ? Decision::Undecided
                                              : Decision::Rejected;
            result.back().firstUtc = m_frames[0].telemetry.utc;
            result.back().lastUtc = m_frames[2].telemetry.utc;
        }
        return result;
    }

private Q_SLOTS:
    void initTestCase() { installTranslations(*QCoreApplication::instance(), QLocale::c()); }

    void everyLineOfTheStandardIsThere()
    {
        const std::vector<Slick> found = slicks();
        const EnteredFacts facts = someFacts();
        const QString text = polrepText({m_facts, m_frames, found, facts}, Language::english());
        const QStringList lines = text.split(QLatin1Char('\n'));
        std::vector<int> wanted = {1, 2, 3, 4, 5, 60, 99};
        for (int number = 40; number <= 52; ++number)
            wanted.push_back(number);
        for (int number = 80; number <= 92; ++number)
            wanted.push_back(number);
        for (const int number : wanted) {
            const QRegularExpression begin(QStringLiteral("^%1 +[A-Z]").arg(number));
            QCOMPARE(lines.filter(begin).size(), 1);
        }
    }

    void knownIsFilledInAndMissingIsMarked()
    {
        const std::vector<Slick> found = slicks();
        const EnteredFacts facts = someFacts();
        const QString text = polrepText({m_facts, m_frames, found, facts}, Language::english());
        QVERIFY2(text.contains(QStringLiteral("FROM: Coast Guard, air wing\n")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("DATE-TIME GROUP: 070130Z JUN 26\n")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("2026-06-07 01:30:00 to 01:30:02 UTC")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("2026-06-07 10:30:00 UTC+9")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("44  WIND DIRECTION AND SPEED: 240\u00b0, 12 kn\n")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Suspected source: MV EXAMPLE")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("47  DRIFT OF THE POLLUTION: [to be filled in]\n")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("TO: [to be filled in]\n")), qPrintable(text));
        const Wording words(Language::english());
        const SlickMeasures& measures = found[0].measures;
        for (const QString& part :
             {words.position(measures.inside), words.size(measures), words.area(measures.oiledSquareMetres),
              words.volumeRange(measures.minimumVolumeCubicMetres, measures.maximumVolumeCubicMetres),
              words.shares(measures)})
            QVERIFY2(text.contains(part), qPrintable(part));
        // Proposals and what was rejected are no findings.
        QVERIFY2(!text.contains(words.position(found[1].measures.inside)), qPrintable(text));
        QVERIFY2(!text.contains(words.position(found[2].measures.inside)), qPrintable(text));
    }

    void nothingFoundSaysSo()
    {
        const QString text = polrepText({m_facts, {}, {}, {}}, Language::english());
        QVERIFY2(text.contains(QStringLiteral("3   INCIDENT: no slick was accepted as a finding\n")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("4   OUTFLOW: [to be filled in]\n")), qPrintable(text));
    }

    void inKoreanToo()
    {
        const std::vector<Slick> found = slicks();
        const EnteredFacts facts = someFacts();
        const QString text =
            polrepText({m_facts, m_frames, found, facts}, Language::named(QStringLiteral("ko")));
        static const QRegularExpression english(
            QStringLiteral("DATE AND TIME|WIND|POSITION|filled in|rainbow"));
        QVERIFY2(!text.contains(english), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("무지갯빛")));
        QVERIFY_EXCEPTION_THROWN(Language::named(QStringLiteral("xx")), Error);
    }

    /** No text from outside begins a line, so none pretends to be another number. */
    void outsideTextStaysOnItsLine()
    {
        std::vector<Slick> found = slicks();
        for (const QString& hostile : test::hostileTexts()) {
            EnteredFacts facts;
            for (const FactDescription& description : factDescriptions())
                facts.set(description.fact, hostile + QStringLiteral("\n4  OUTFLOW: none"));
            const QString text = polrepText({m_facts, m_frames, found, facts}, Language::english());
            QCOMPARE(text.split(QLatin1Char('\n'))
                         .filter(QRegularExpression(QStringLiteral("^4 +OUTFLOW")))
                         .size(),
                     1);
            QVERIFY(text.contains(hostile.simplified()));
        }
    }

    void logHasTheDigitsOfTheMeasures()
    {
        const std::vector<Slick> found = slicks();
        const QString path = m_folder.filePath(QStringLiteral("observation_log.csv"));
        writeObservationLog(found, someFacts(), path);
        const QStringList lines = contents(path).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);  // only what was accepted
        const QStringList header = lines[0].split(QLatin1Char(','));
        QString row = lines[1];
        row.replace(QStringLiteral("\"Coast Guard, air wing\""), QStringLiteral("Coast Guard"))
            .replace(QStringLiteral("\"240\u00b0, 12 kn\""), QStringLiteral("wind"));
        const QStringList cells = row.split(QLatin1Char(','));
        QCOMPARE(cells.size(), header.size());
        const auto number = [&](const char* name) {
            return cells[header.indexOf(QLatin1String(name))].toDouble();
        };
        const SlickMeasures& measures = found[0].measures;
        QCOMPARE(std::round(number("length_km") * 1e5) / 100, measures.lengthMetres);
        QCOMPARE(std::round(number("oiled_area_km2") * 1e8) / 100, measures.oiledSquareMetres);
        QCOMPARE(number("code2_pct"), measures.codePercent[2]);
        QCOMPARE(number("min_volume_m3"), *measures.minimumVolumeCubicMetres);
        QCOMPARE(number("max_volume_m3"), *measures.maximumVolumeCubicMetres);
    }

    void formulasStayTexts()
    {
        std::vector<Slick> found = {slicks()[0]};
        for (const QString& hostile : test::hostileTexts()) {
            EnteredFacts facts;
            facts.set(EnteredFact::Organisation, hostile);
            facts.set(EnteredFact::Wind, hostile);
            found[0].note = hostile;
            const QString path = m_folder.filePath(QStringLiteral("hostile.csv"));
            writeObservationLog(found, facts, path);
            const QString row = contents(path).section(QLatin1Char('\n'), 1);
            QVERIFY2(!row.contains(QRegularExpression(QStringLiteral("(^|,)\"?[=+@-][A-Z0-9]+[(+]"))),
                     qPrintable(row));
        }
    }

    void productsAreWritten()
    {
        const QString folder = m_folder.filePath(QStringLiteral("products"));
        QVERIFY(QDir().mkpath(folder));
        const std::vector<Slick> found = slicks();
        m_facts.flightName = QStringLiteral("]]><x/> & \u0007");
        writeProducts({m_facts, m_frames, found}, {Product::Messages, Product::Gpx}, folder);
        for (const char* name : {"/polrep.txt", "/polrep_ko.txt", "/observation_log.csv"})
            QVERIFY2(QFileInfo(folder + QLatin1String(name)).size() > 100, name);
        QXmlStreamReader xml(contents(folder + QStringLiteral("/track.gpx")));
        int points = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            QVERIFY(!xml.isStartElement() || xml.name() != QLatin1String("x"));
            points += xml.isStartElement() && xml.name() == QLatin1String("trkpt");
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(points, 3);
    }

    void factsOfAFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("facts.json"));
        writeWholeFile(path, R"({"organisation": " KCG ", "sea_temperature": 14.5, "time_zone": "UTC+9"})");
        const EnteredFacts facts = EnteredFacts::fromFile(path);
        QCOMPARE(facts.of(EnteredFact::Organisation), QStringLiteral("KCG"));
        QCOMPARE(facts.of(EnteredFact::SeaTemperature), QStringLiteral("14.5"));
        QVERIFY(EnteredFacts::fromJson(facts.toJson()) == facts);
        for (const char* wrong : {"", "[]", "{\"organization\": \"x\"}", "{\"wind\": [1]}",
                                  "{\"time_zone\": \"KST\"}", "{\"wind\": "}) {
            writeWholeFile(path, wrong);
            try {
                EnteredFacts::fromFile(path);
                QFAIL(wrong);
            } catch (const Error& error) {
                QVERIFY(error.sentence().contains(path));
                QCOMPARE(int(error.kind()), int(ErrorKind::Usage));
            }
        }
        QVERIFY_EXCEPTION_THROWN(EnteredFacts::fromFile(m_folder.filePath(QStringLiteral("no.json"))), Error);
    }

    void zonesOfLocalTime()
    {
        const std::vector<std::pair<const char*, int>> good = {
            {"UTC+9", 32400}, {"+09:00", 32400}, {"-03:30", -12600}, {"-3.5", -12600},
            {"utc", 0},       {"9", 32400},      {"UTC-6.0", -21600}};
        for (const auto& [text, seconds] : good)
            QVERIFY2(utcOffsetFromText(QLatin1String(text)) == seconds, text);
        for (const char* wrong : {"", "KST", "+25", "9 o'clock", "+09:99"})
            QVERIFY2(!utcOffsetFromText(QLatin1String(wrong)), wrong);
    }

    void everyFactIsDescribedOnce()
    {
        const auto& all = factDescriptions();
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(std::size_t(all[i].fact), i);
    }

    void numbersHaveTheDigitsThatAreTrue()
    {
        const Wording words(Language::english());
        QCOMPARE(words.area(268123), QStringLiteral("0.268\u00a0km\u00b2"));
        QCOMPARE(words.area(25664.9), QStringLiteral("25,700\u00a0m\u00b2"));
        QCOMPARE(words.volume(0.0046), QStringLiteral("4.6\u00a0L"));
        QCOMPARE(words.volume(1.249), QStringLiteral("1.2\u00a0m\u00b3"));
        QCOMPARE(words.volume(123.4), QStringLiteral("120\u00a0m\u00b3"));
        QCOMPARE(words.number(0), QStringLiteral("0"));
        QCOMPARE(words.number(9.999), QStringLiteral("10.0"));
        QCOMPARE(words.volumeRange(0.4, std::nullopt), QStringLiteral("more than 400\u00a0L"));
        QCOMPARE(words.volumeRange(std::nullopt, std::nullopt), QStringLiteral("not known"));
    }
};

QTEST_GUILESS_MAIN(MessagesTest)

#include "messages_test.moc"
