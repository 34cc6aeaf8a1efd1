#include "recording/find_recording.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "flight/identity.h"

using namespace sheen;

class FindRecordingTest : public QObject
{
    Q_OBJECT

    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    /** Of more than three parts, with something of its own in one of them. */
    static QByteArray recording(int place, char mark)
    {
        QByteArray bytes(400000, 'x');
        bytes[place] = mark;
        return bytes;
    }

private Q_SLOTS:
    void sameContentIsTheSameRecording()
    {
        const QTemporaryDir folder;
        const QString one = folder.filePath(QStringLiteral("0815.ts"));
        const QString other = folder.filePath(QStringLiteral("0815.mp4"));
        for (const int place : {0, 200000, 399999}) {
            write(one, recording(place, 'a'));
            write(other, recording(place, 'b'));
            QVERIFY(identityOf(one).isKnown());
            QVERIFY(!(identityOf(one) == identityOf(other)));
            QFile::remove(other);
            QFile::copy(one, other);
            QVERIFY(identityOf(one) == identityOf(other));
        }
        write(other, recording(0, 'a') + 'x');
        QVERIFY(!(identityOf(one) == identityOf(other)));
        QVERIFY(!identityOf(folder.filePath(QStringLiteral("none.ts"))).isKnown());
        QVERIFY(!identityOf(folder.path()).isKnown());  // no pictures in it
        write(one, "short");
        QVERIFY(identityOf(one).isKnown());
    }

    void aFolderIsKnownByItsPictures()
    {
        const QTemporaryDir folder;
        for (const char* name : {"1.jpg", "2.jpg", "10.jpg"})
            write(folder.filePath(QLatin1String(name)), name);
        const RecordingIdentity before = identityOf(folder.path());
        QVERIFY(before.isKnown());
        write(folder.filePath(QStringLiteral("sheen.gpkg")), "no picture");
        QVERIFY(identityOf(folder.path()) == before);
        write(folder.filePath(QStringLiteral("11.jpg")), "one more");
        QVERIFY(!(identityOf(folder.path()) == before));
    }

    void resultsBelongToTheirRecording()
    {
        RunFacts facts;
        facts.flightPath = QStringLiteral("/flights/0815.ts");
        facts.recording = {100, QStringLiteral("aa")};
        QVERIFY(isResultOf(facts, QStringLiteral("/elsewhere/renamed.ts"), {100, QStringLiteral("aa")}));
        QVERIFY(!isResultOf(facts, QStringLiteral("/flights/0815.ts"), {100, QStringLiteral("bb")}));
        facts.recording = {};  // of an earlier version
        QVERIFY(isResultOf(facts, QStringLiteral("/flights/0815.ts"), {100, QStringLiteral("aa")}));
        QVERIFY(!isResultOf(facts, QStringLiteral("/flights/0815.mp4"), {100, QStringLiteral("aa")}));
    }

    void aRecordingThatWasMovedIsFound()
    {
        const QTemporaryDir folder;
        const QDir flights(folder.path());
        QVERIFY(flights.mkpath(QStringLiteral("0815.sheen")));
        const QString workspace = flights.filePath(QStringLiteral("0815.sheen/sheen.gpkg"));
        RunFacts facts;
        facts.flightPath = flights.filePath(QStringLiteral("0815.ts"));
        write(facts.flightPath, recording(200000, 'a'));
        facts.recording = identityOf(facts.flightPath);
        QCOMPARE(findRecording(facts, workspace), facts.flightPath);

        const QString renamed = flights.filePath(QStringLiteral("바다.ts"));
        QVERIFY(QFile::rename(facts.flightPath, renamed));
        write(flights.filePath(QStringLiteral("other.ts")), recording(200000, 'b'));
        QCOMPARE(findRecording(facts, workspace), renamed);
        // Another recording has its name now.
        write(facts.flightPath, recording(200000, 'c'));
        QCOMPARE(findRecording(facts, workspace), renamed);
        QVERIFY(QFile::remove(renamed));
        QVERIFY_EXCEPTION_THROWN(findRecording(facts, workspace), Error);
        facts.recording = {};
        QCOMPARE(findRecording(facts, workspace), facts.flightPath);
    }
};

QTEST_GUILESS_MAIN(FindRecordingTest)
#include "find_recording_test.moc"
