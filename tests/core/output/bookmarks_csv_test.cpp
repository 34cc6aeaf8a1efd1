#include "tables/bookmarks_csv.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "support/synthetic_flight.h"

using namespace sheen;

class BookmarksCsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineTellsWhenWhereAndWho()
    {
        const QTemporaryDir folder;
        const std::vector<FrameRecord> frames = SyntheticFlight::records(5);
        const double second = frames[1].timeSeconds;
        const QDateTime written = QDateTime::fromString(QStringLiteral("2026-06-07T01:02:03Z"), Qt::ISODate);
        const QString path = folder.filePath(QStringLiteral("bookmarks.csv"));
        writeBookmarksCsv({{second, second, QStringLiteral("=ship, \"A\""), QStringLiteral("Kim"), written},
                           {0, frames.back().timeSeconds, QString(), QString(), {}}},
                          frames, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).trimmed().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(QStringLiteral("start_s,end_s,frame,utc,")));
        QCOMPARE(lines[1].section(QLatin1Char(','), 0, 0).toDouble(), second);
        QCOMPARE(lines[1].section(QLatin1Char(','), 2, 2).toInt(), frames[1].frame);
        QCOMPARE(lines[1].section(QLatin1Char(','), 4, 4).toDouble(), frames[1].centre->latitudeDegrees);
        QVERIFY2(lines[1].endsWith(QStringLiteral("Kim,2026-06-07T01:02:03Z,\"'=ship, \"\"A\"\"\"")),
                 qPrintable(lines[1]));
        QCOMPARE(lines[2].section(QLatin1Char(','), 1, 1).toDouble(), frames.back().timeSeconds);
    }

    void jsonKeepsThemByTheirStart()
    {
        const QDateTime written = QDateTime::fromString(QStringLiteral("2026-06-07T01:02:03Z"), Qt::ISODate);
        const std::vector<Bookmark> bookmarks{{1, 4, QStringLiteral("유막"), QStringLiteral("김"), written},
                                              {2.5, 2.5, QStringLiteral("ship"), QString(), written}};
        QVERIFY(bookmarksFromJson(bookmarksToJson({bookmarks[1], bookmarks[0]})) == bookmarks);
        QVERIFY(bookmarksFromJson({}).empty());
        QVERIFY(bookmarksFromJson({{QStringLiteral("bookmarks"), QStringLiteral("none")}}).empty());
    }
};

QTEST_GUILESS_MAIN(BookmarksCsvTest)
#include "bookmarks_csv_test.moc"
