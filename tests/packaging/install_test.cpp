#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeDatabase>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "app/outcome.h"
#include "support/source_folder.h"

// Installs the build into a folder with a name that is not easy, and uses it from there, with nothing else in
// the environment and, where this user may have file systems of his own, with the source tree out of sight.

using sheen::test::finished;
using sheen::test::Outcome;

class InstallTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_prefix;
    bool m_sourceIsHidden = false;

    QString installed(const QString& path) const { return m_prefix + QLatin1Char('/') + path; }
    QString program() const { return installed(QStringLiteral("bin/sheen")); }

    QProcessEnvironment environment(const QString& locale) const
    {
        QProcessEnvironment result;
        result.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin:/usr/sbin:/sbin"));
        result.insert(QStringLiteral("HOME"), m_folder.path());
        result.insert(QStringLiteral("LC_ALL"), locale);
        const QString libraries = QStringLiteral("LD_LIBRARY_PATH");  // of a QGIS in a folder of its own
        if (qEnvironmentVariableIsSet("LD_LIBRARY_PATH"))
            result.insert(libraries, qEnvironmentVariable("LD_LIBRARY_PATH"));
        return result;
    }

    Outcome execute(const QStringList& command, const QString& locale = QStringLiteral("C")) const
    {
        QProcess process;
        process.setProcessEnvironment(environment(locale));
        process.setWorkingDirectory(m_folder.path());
        process.start(command.first(), command.mid(1));
        return finished(process);
    }

    /** Commands before which the source tree, and the build tree in it, is an empty folder. */
    static QStringList hidingTheSource()
    {
        return {QStringLiteral("unshare"),
                QStringLiteral("--user"),
                QStringLiteral("--map-root-user"),
                QStringLiteral("--mount"),
                QStringLiteral("sh"),
                QStringLiteral("-c"),
                QStringLiteral("mount -t tmpfs none \"$0\" && exec \"$@\""),
                sheen::sourceFolder()};
    }

    Outcome sheen(const QStringList& arguments, const QString& locale = QStringLiteral("C")) const
    {
        return execute(
            (m_sourceIsHidden ? hidingTheSource() : QStringList()) + QStringList(program()) + arguments,
            locale);
    }

    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QStringList optionsOf(const QString& command) const
    {
        QStringList options;
        const QString help =
            sheen((command.isEmpty() ? QStringList() : QStringList(command)) + QStringList("--help")).out;
        auto match = QRegularExpression(QStringLiteral("^  (?:-\\w, )?(--[a-z-]+)"),
                                        QRegularExpression::MultilineOption)
                         .globalMatch(help);
        while (match.hasNext())
            options << match.next().captured(1);
        return options;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_prefix = m_folder.filePath(QStringLiteral("접두 prefix"));
        const Outcome outcome = execute(
            {QStringLiteral(SHEEN_CMAKE), QStringLiteral("--install"), QStringLiteral(SHEEN_BUILD_DIR),
             QStringLiteral("--strip"), QStringLiteral("--prefix"), m_prefix},
            QStringLiteral("C.UTF-8"));
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        const bool qgisIsInSource = QStringLiteral(SHEEN_QGIS_LIBRARY_DIR).startsWith(sheen::sourceFolder());
        m_sourceIsHidden =
            !qgisIsInSource && execute(hidingTheSource() + QStringList(QStringLiteral("true"))).status == 0;
        if (!m_sourceIsHidden)
            qWarning("The source tree stays in sight.");
    }

    void nothingThatIsInstalledNamesTheSourceTree()
    {
#ifndef NDEBUG
        QSKIP("Assertions name the files that they stand in.");
#endif
        QDirIterator files(m_prefix, QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QByteArray content = contentOf(files.next());
            content.replace(SHEEN_QGIS_LIBRARY_DIR, "");  // where the program finds a QGIS of its own
            for (const QString& folder : {sheen::sourceFolder(), QStringLiteral(SHEEN_BUILD_DIR)})
                QVERIFY2(!content.contains(folder.toUtf8()), qPrintable(files.filePath()));
            ++count;
        }
        QVERIFY(count > 50);
    }

    void theVersionIsTold()
    {
        const Outcome outcome = sheen({QStringLiteral("--version")});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.startsWith(QStringLiteral("sheen ") + QStringLiteral(SHEEN_VERSION)));
    }

    void theShippedModelIsThere()
    {
        const QString model = installed(QStringLiteral("share/sheen/resources/models/sheen-compact.pt"));
        const Outcome outcome =
            sheen({QStringLiteral("model"), model, QStringLiteral("--check")}, QStringLiteral("ko_KR.UTF-8"));
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.out.contains(model), qPrintable(outcome.out));
        QVERIFY2(outcome.out.contains(QStringLiteral("이름:")), qPrintable(outcome.out));
    }

    void theDemoFlightRuns()
    {
        const QString results = m_folder.filePath(QStringLiteral("결과"));
        const Outcome outcome =
            sheen({QStringLiteral("run"), installed(QStringLiteral("share/sheen/resources/demo/flight.mp4")),
                   QStringLiteral("--every"), QStringLiteral("4"), QStringLiteral("--out"), results});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        const QJsonObject frames =
            QJsonDocument::fromJson(contentOf(results + QStringLiteral("/summary.json")))
                .object()
                .value(QStringLiteral("frames"))
                .toObject();
        QVERIFY(frames.value(QStringLiteral("placed")).toInt() > 2);
        for (const char* product : {"/report.pdf", "/mosaic.tif", "/slicks.shp", "/sheen.gpkg"})
            QVERIFY2(!contentOf(results + QLatin1String(product)).isEmpty(), product);
    }

    void aBrokenInstallationIsSaid()
    {
        const QString resources = installed(QStringLiteral("share/sheen/resources"));
        const QString aside = resources + QStringLiteral(".aside");
        QVERIFY(QDir().rename(resources, aside));
        const auto restored = qScopeGuard([&] { QDir().rename(aside, resources); });
        const Outcome outcome = sheen({QStringLiteral("run"), aside + QStringLiteral("/demo/flight.mp4"),
                                       QStringLiteral("--out"), m_folder.filePath(QStringLiteral("none"))});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("is missing")), qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(resources), qPrintable(outcome.err));
    }

    void desktopsKnowTheProgram()
    {
        for (const char* file :
             {"icons/hicolor/scalable/apps/sheen.svg", "icons/hicolor/48x48/apps/sheen.png",
              "icons/hicolor/256x256/apps/sheen.png", "doc/sheen/README.md", "doc/sheen/docs/manual.md"})
            QVERIFY2(!contentOf(installed(QStringLiteral("share/") + QLatin1String(file))).isEmpty(), file);
        const QList<QStringList> checks{
            {QStringLiteral("desktop-file-validate"),
             installed(QStringLiteral("share/applications/sheen.desktop"))},
            {QStringLiteral("appstreamcli"), QStringLiteral("validate"), QStringLiteral("--no-net"),
             installed(QStringLiteral("share/metainfo/org.sheen.sheen.metainfo.xml"))}};
        for (const QStringList& check : checks) {
            QVERIFY2(QFile::exists(check.last()), qPrintable(check.last()));
            if (QStandardPaths::findExecutable(check.first()).isEmpty())
                continue;
            const Outcome outcome = execute(check, QStringLiteral("C.UTF-8"));
            QVERIFY2(outcome.status == 0, qPrintable(outcome.out + outcome.err));
        }
    }

    void workspacesHaveATypeOfTheirOwn()
    {
        const QByteArray before = qgetenv("XDG_DATA_DIRS");
        const auto restored = qScopeGuard([&] { qputenv("XDG_DATA_DIRS", before); });
        qputenv("XDG_DATA_DIRS", QFile::encodeName(installed(QStringLiteral("share")) + ":/usr/share"));
        const QMimeDatabase types;
        const auto typeOf = [&types](const char* name) {
            return types.mimeTypeForFile(QString::fromLatin1(name), QMimeDatabase::MatchExtension);
        };
        QCOMPARE(typeOf("/flights/a.sheen/sheen.gpkg").name(),
                 QStringLiteral("application/x-sheen-workspace"));
        QCOMPARE(typeOf("sheen.1.gpkg").name(), QStringLiteral("application/x-sheen-workspace"));
        QCOMPARE(typeOf("coast.gpkg").name(), QStringLiteral("application/geopackage+sqlite3"));
        QVERIFY(typeOf("sheen.gpkg").inherits(QStringLiteral("application/geopackage+sqlite3")));
        const QByteArray entry = contentOf(installed(QStringLiteral("share/applications/sheen.desktop")));
        const QRegularExpressionMatch list =
            QRegularExpression(QStringLiteral("\nMimeType=(.*);\n")).match(QString::fromUtf8(entry));
        QVERIFY(list.hasMatch());
        for (const QString& type : list.captured(1).split(QLatin1Char(';'))) {
            // The name of AVI from shared-mime-info 2.3 on; the one before is its alias there.
            if (type != QLatin1String("video/vnd.avi"))
                QVERIFY2(types.mimeTypeForName(type).isValid(), qPrintable(type));
        }
        for (const char* video : {"a.mp4", "a.mpg", "a.mkv", "a.avi", "a.mov", "a.m2ts"})
            QVERIFY2(list.captured(1).contains(typeOf(video).name()), video);
    }

    void theManualPageHasEveryOption()
    {
        const QString page =
            QString::fromUtf8(contentOf(installed(QStringLiteral("share/man/man1/sheen.1"))));
        QVERIFY(!page.contains(QLatin1Char('@')));
        QVERIFY(page.contains(QStringLiteral("Sheen ") + QStringLiteral(SHEEN_VERSION)));
        for (const char* command : {"", "run", "export", "resume", "model", "teach"}) {
            const QStringList options = optionsOf(QString::fromLatin1(command));
            QVERIFY(options.size() > 3);
            for (QString option : options)
                QVERIFY2(page.contains(option.replace(QLatin1Char('-'), QStringLiteral("\\-"))),
                         qPrintable(option));
        }
    }

    void bashCompletesTheCommandLine_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("completions");
        QTest::newRow("commands") << QStringList{"ru"} << QStringList{"run"};
        QTest::newRow("options of a command")
            << QStringList{"run", "a.ts", "--tel"} << QStringList{"--telemetry", "--telemetry-shift"};
        QTest::newRow("options of the window") << QStringList{"--sta"} << QStringList{"--start"};
        QTest::newRow("values") << QStringList{"run", "a.ts", "--device", "c"} << QStringList{"cpu", "cuda"};
        QTest::newRow("files") << QStringList{"run", "fli"} << QStringList{};
    }

    void bashCompletesTheCommandLine()
    {
        QFETCH(QStringList, words);
        QFETCH(QStringList, completions);
        const QString script = installed(QStringLiteral("share/bash-completion/completions/sheen"));
        const Outcome outcome =
            execute(QStringList{QStringLiteral("bash"), QStringLiteral("-c"),
                                QStringLiteral("source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
                                               "_sheen \"$1\"; printf '%s\\n' \"${COMPREPLY[@]}\""),
                                script, program()} +
                    words);
        QStringList lines = outcome.out.split(QLatin1Char('\n'));
        lines.removeAll(QString());
        QCOMPARE(lines, completions);
    }
};

QTEST_GUILESS_MAIN(InstallTest)
#include "install_test.moc"
