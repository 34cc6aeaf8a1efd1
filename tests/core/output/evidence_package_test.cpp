// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>

#include "base/error.h"
#include "base/whole_file.h"
#include "evidence/bag.h"
#include "evidence/bag_check.h"
#include "evidence/concerned_frames.h"
#include "evidence/recording_digest.h"
#include "evidence/signature.h"
#include "evidence/zip_package.h"
#include "support/hostile_texts.h"
#include "support/synthetic_flight.h"

using namespace sheen;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    writeWholeFile(path, bytes);
}

}  // namespace

class EvidenceTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_bags = 0;

    /** A sealed bag with four files, one of a name that manifests escape. */
    QString newBag()
    {
        const QString bag = m_folder.filePath(QStringLiteral("bag%1").arg(++m_bags));
        put(bag + QStringLiteral("/data/report.pdf"), "a report");
        put(bag + QStringLiteral("/data/frames/000001.png"), QByteArray(3000000, 'x'));
        put(bag + QStringLiteral("/data/empty.csv"), "");
        put(bag + QStringLiteral("/data/50%0A done.txt"), "escaped");
        sealBag(bag, {{QStringLiteral("Source-Organization"), QStringLiteral("Coast Guard\nFake: label")},
                      {QStringLiteral("Contact-Name"), QString()}});
        return bag;
    }

    static QStringList all(const BagCheck& check) { return check.altered + check.missing + check.added; }

private Q_SLOTS:
    void isWhole()
    {
        const BagCheck check = checkBag(newBag());
        QCOMPARE(all(check), QStringList());
        QVERIFY(check.isIntact());
        QCOMPARE(check.files, 7);  // four, and three tag files
        QCOMPARE(int(check.signature.state), int(SignatureState::None));
    }

    void laidOutAsTheStandardSays()
    {
        const QString bag = newBag();
        QCOMPARE(contents(bag + QStringLiteral("/bagit.txt")),
                 QByteArray("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        const QByteArray info = contents(bag + QStringLiteral("/bag-info.txt"));
        QVERIFY2(info.contains("Source-Organization: Coast Guard Fake: label\n"), info.constData());
        QVERIFY2(!info.contains("Contact-Name"), info.constData());
        QVERIFY2(info.contains("Payload-Oxum: 3000015.4\n"), info.constData());
        const QByteArray manifest = contents(bag + QStringLiteral("/manifest-sha256.txt"));
        // sha256sum of "a report", from coreutils.
        const QString program = QStandardPaths::findExecutable(QStringLiteral("sha256sum"));
        QVERIFY2(manifest.contains("  data/50%250A done.txt\n"), manifest.constData());
        if (program.isEmpty())
            QSKIP("sha256sum is not installed");
        QProcess process;
        process.setWorkingDirectory(bag);
        process.start(program, {QStringLiteral("--check"), QStringLiteral("--strict"),
                                QStringLiteral("tagmanifest-sha256.txt")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    }

    void anIndependentReaderAgrees()
    {
        const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        QProcess probe;
        probe.start(python, {QStringLiteral("-c"), QStringLiteral("import bagit")});
        if (python.isEmpty() || !probe.waitForFinished() || probe.exitCode() != 0)
            QSKIP("Python's bagit is not installed");
        QProcess process;
        process.start(
            python, {QStringLiteral("-m"), QStringLiteral("bagit"), QStringLiteral("--validate"), newBag()});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    void namesWhatIsAltered_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("altered");
        const auto row = [](const char* name, const QStringList& altered = {}) {
            QTest::newRow(name) << QString::fromUtf8(name)
                                << (altered.isEmpty() ? QStringList{QString::fromUtf8(name)} : altered);
        };
        row("data/report.pdf");
        row("data/frames/000001.png");
        row("data/50%0A done.txt");
        row("bag-info.txt");
        row("bagit.txt");
    }

    void namesWhatIsAltered()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, altered);
        const QString bag = newBag();
        const QString path = bag + QLatin1Char('/') + file;
        QByteArray bytes = contents(path);
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
        writeWholeFile(path, bytes);
        const BagCheck check = checkBag(bag);
        QCOMPARE(all(check), altered);
        QCOMPARE(check.altered, altered);
        QVERIFY(!check.isIntact());
    }

    void anAlteredManifestIsFound()
    {
        const QString bag = newBag();
        const QString path = bag + QStringLiteral("/manifest-sha256.txt");
        QByteArray lines = contents(path);
        lines[0] = lines[0] == '0' ? '1' : '0';
        writeWholeFile(path, lines);
        const BagCheck check = checkBag(bag);
        QVERIFY(check.altered.contains(QStringLiteral("manifest-sha256.txt")));
        QCOMPARE(check.altered.size(), 2);  // and the file of its first line
        writeWholeFile(path, "no manifest\n");
        QVERIFY(checkBag(bag).altered.contains(QStringLiteral("manifest-sha256.txt")));
    }

    void namesWhatIsMissing()
    {
        for (const char* name : {"data/empty.csv", "data/frames/000001.png", "bagit.txt", "bag-info.txt",
                                 "manifest-sha256.txt", "tagmanifest-sha256.txt"}) {
            const QString bag = newBag();
            QVERIFY(QFile::remove(bag + QLatin1Char('/') + QLatin1String(name)));
            const BagCheck check = checkBag(bag);
            QVERIFY2(check.missing.contains(QLatin1String(name)), name);
            QVERIFY(!check.isIntact());
        }
    }

    void namesWhatIsAdded()
    {
        for (const char* name :
             {"data/frames/000002.png", "extra.txt", "data/.hidden", "data/new/deep.txt"}) {
            const QString bag = newBag();
            put(bag + QLatin1Char('/') + QLatin1String(name), "new");
            const BagCheck check = checkBag(bag);
            QCOMPARE(check.added, QStringList{QLatin1String(name)});
            QCOMPARE(all(check).size(), 1);
        }
    }

    void anEmptiedPackageIsNotWhole()
    {
        const QString bag = newBag();
        QVERIFY(QDir(bag + QStringLiteral("/data")).removeRecursively());
        QCOMPARE(checkBag(bag).missing.size(), 4);
    }

    void zipIsTheSame()
    {
        const QString bag = newBag();
        const QString zip = m_folder.filePath(QStringLiteral("evidence.zip"));
        QVERIFY(fitsIntoZip(bag));
        double last = 0;
        zipFolder(bag, zip, [&last](double share) { last = share; });
        QCOMPARE(last, 1.0);
        const BagCheck check = checkBag(zip);
        QCOMPARE(all(check), QStringList());
        QCOMPARE(check.files, 7);
        const QString unzip = QStandardPaths::findExecutable(QStringLiteral("unzip"));
        if (!unzip.isEmpty()) {
            QProcess process;
            process.start(unzip, {QStringLiteral("-tq"), zip});
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitCode(), 0);
        }
    }

    /** Where a byte of what a ZIP file holds is changed, the package is not whole, or no package. */
    void anAlteredZipIsNotWhole()
    {
        const QString bag = newBag();
        const QString zip = m_folder.filePath(QStringLiteral("altered.zip"));
        zipFolder(bag, zip);
        const QByteArray bytes = contents(zip);
        const int at = int(bytes.indexOf("data/frames/000001.png")) + 200;  // within what it holds
        QByteArray other = bytes;
        other[at] = char(other[at] ^ 0xff);
        writeWholeFile(zip, other);
        try {
            QVERIFY(!checkBag(zip).isIntact());
        } catch (const Error&) {
        }
        writeWholeFile(zip, bytes.left(int(bytes.size() / 2)));
        QVERIFY_EXCEPTION_THROWN(checkBag(zip), Error);
    }

    void whatIsNoPackageIsSaid()
    {
        QVERIFY_EXCEPTION_THROWN(checkBag(m_folder.filePath(QStringLiteral("nowhere"))), Error);
        const QString folder = m_folder.filePath(QStringLiteral("plain"));
        put(folder + QStringLiteral("/some.txt"), "text");
        QVERIFY_EXCEPTION_THROWN(checkBag(folder), Error);
        QVERIFY_EXCEPTION_THROWN(checkBag(folder + QStringLiteral("/some.txt")), Error);
    }

    /** Names in a manifest are never opened, only compared. */
    void manifestsReachNowhere()
    {
        const QString bag = newBag();
        put(m_folder.filePath(QStringLiteral("outside.txt")), "secret");
        const QString path = bag + QStringLiteral("/manifest-sha256.txt");
        QByteArray lines = contents(path);
        QStringList names{QStringLiteral("../outside.txt"), QStringLiteral("/etc/passwd")};
        for (const QString& text : test::hostileTexts())
            names << QStringLiteral("data/") + text;
        for (const QString& name : names) {
            QByteArray escaped = name.toUtf8();
            escaped.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D");
            lines += QByteArray(64, '0') + "  " + escaped + '\n';
        }
        writeWholeFile(path, lines);
        const BagCheck check = checkBag(bag);
        for (const QString& name : names)
            QVERIFY2(check.missing.contains(name), qPrintable(name));
    }

    void signedByOnesOwnKey()
    {
        const QString gpg = QStandardPaths::findExecutable(QStringLiteral("gpg"));
        if (gpg.isEmpty())
            QSKIP("GnuPG is not installed");
        // Its sockets want a short path.
        QTemporaryDir home(QDir::tempPath() + QStringLiteral("/gXXXXXX"));
        const QByteArray earlier = qgetenv("GNUPGHOME");
        qputenv("GNUPGHOME", home.path().toUtf8());
        const QString bag = newBag();
        const QString manifest = bag + QStringLiteral("/tagmanifest-sha256.txt");
        QCOMPARE(int(signFile(manifest).state), int(Signing::NoKey));
        QProcess process;
        process.start(gpg, {QStringLiteral("--batch"), QStringLiteral("--passphrase"), QString(),
                            QStringLiteral("--quick-gen-key"), QStringLiteral("Kim <kim@example.org>"),
                            QStringLiteral("ed25519"), QStringLiteral("sign")});
        const bool made = process.waitForFinished(60000) && process.exitCode() == 0;
        if (made) {
            QCOMPARE(int(signFile(manifest).state), int(Signing::Signed));
            BagCheck check = checkBag(bag);
            QCOMPARE(int(check.signature.state), int(SignatureState::Good));
            QCOMPARE(check.signature.signer, QStringLiteral("Kim <kim@example.org>"));
            QVERIFY(check.isIntact());
            // Whoever alters a file and seals the bag anew cannot sign it anew.
            writeWholeFile(bag + QStringLiteral("/data/report.pdf"), "another report");
            sealBag(bag, {});
            check = checkBag(bag);
            QCOMPARE(int(check.signature.state), int(SignatureState::Bad));
            QVERIFY(!check.isIntact());
        }
        QProcess::execute(QStringLiteral("gpgconf"), {QStringLiteral("--kill"), QStringLiteral("gpg-agent")});
        if (earlier.isNull())
            qunsetenv("GNUPGHOME");
        else
            qputenv("GNUPGHOME", earlier);
        if (!made)
            QSKIP("GnuPG makes no key here");
    }

    void recordingIsKnownByItsBytes()
    {
        const QString file = m_folder.filePath(QStringLiteral("flight.mp4"));
        put(file, "abc");
        const RecordingDigest digest = digestOfRecording(file);
        // FIPS 180-2, appendix B.1.
        QCOMPARE(digest.sha256,
                 QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(digest.bytes, qint64(3));
        QVERIFY(digestFromJson(digestToJson(digest)) == digest);
        QVERIFY_EXCEPTION_THROWN(digestOfRecording(m_folder.filePath(QStringLiteral("gone.mp4"))), Error);
        Cancel cancel;
        cancel.request();
        QVERIFY_EXCEPTION_THROWN(digestOfRecording(file, {}, &cancel), Error);
    }

    void framesConcernedAreUnchanged()
    {
        const SyntheticFlight flight(6);
        const std::vector<FrameRecord> frames = SyntheticFlight::records(6);
        Slick accepted = SyntheticFlight::slick(1, frames[3]);
        accepted.decision = Decision::Accepted;
        const QString folder = m_folder.filePath(QStringLiteral("concerned"));
        QCOMPARE(
            writeConcernedFrames(frames, {accepted, SyntheticFlight::slick(2, frames[5])}, flight, folder),
            0);
        const QStringList files = QDir(folder).entryList({QStringLiteral("*.png")}, QDir::Files);
        QCOMPARE(files, (QStringList{QStringLiteral("000000.png"), QStringLiteral("000003.png"),
                                     QStringLiteral("000005.png")}));
        const cv::Mat again = cv::imread(QDir(folder).filePath(files[1]).toStdString());
        QCOMPARE(cv::norm(again, SyntheticFlight::picture(3), cv::NORM_INF), 0.0);
        QCOMPARE(contents(folder + QStringLiteral("/frames.csv")).count('\n'), 4);
    }
};

QTEST_GUILESS_MAIN(EvidenceTest)

#include "evidence_package_test.moc"
