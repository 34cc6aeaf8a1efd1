#include "ui/export/export_dialog.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

using namespace sheen;

class ExportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void doneShowsLinks();
    void argumentsAreThoseOfTheCommandLine();
    void progressIsShown();
    void errorsAreSaid();
    void cancelStops();
    void filesAreReplacedOnlyAfterAsking();
    void choiceIsRemembered();
    void nothingChosenCannotStart();
    void missingProgramIsSaid();

private:
    /** A program that stands for `sheen`. */
    void writeProgram(const QByteArray& body);
    QString workspace() const { return m_folder->filePath(QStringLiteral("flight/sheen.gpkg")); }
    QString target() const { return m_folder->filePath(QStringLiteral("out put")); }
    static int wait(ExportDialog& dialog);
    static QString state(const ExportDialog& dialog)
    {
        return dialog.findChild<QLabel*>(QStringLiteral("state"))->text();
    }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ExportDialogTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("SheenTest"));
}

void ExportDialogTest::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkdir(QStringLiteral("flight"));
    QFile(workspace()).open(QIODevice::WriteOnly);
}

void ExportDialogTest::writeProgram(const QByteArray& body)
{
    const QString path = m_folder->filePath(QStringLiteral("program"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + body);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("SHEEN_EXECUTABLE", path.toLocal8Bit());
}

int ExportDialogTest::wait(ExportDialog& dialog)
{
    QSignalSpy spy(&dialog, &ExportDialog::exported);
    if (!spy.wait(20000))
        return -99;
    return spy.first().first().toInt();
}

void ExportDialogTest::doneShowsLinks()
{
    writeProgram(
        "mkdir -p \"$4\"; touch \"$4/report.pdf\"\n"
        "echo '{\"event\":\"notice\",\"sentence\":\"The recording is not at hand.\"}'\n");
    ExportDialog dialog(workspace());
    dialog.setFolder(target());
    dialog.startExport();
    QCOMPARE(wait(dialog), 0);
    QVERIFY2(state(dialog).contains(QStringLiteral("Open folder")), qPrintable(state(dialog)));
    QVERIFY2(state(dialog).contains(QStringLiteral("report.pdf")), qPrintable(state(dialog)));
    QVERIFY2(state(dialog).contains(QStringLiteral("not at hand")), qPrintable(state(dialog)));
    QVERIFY(state(dialog).contains(QStringLiteral("out%20put")));
}

void ExportDialogTest::argumentsAreThoseOfTheCommandLine()
{
    writeProgram("for a in \"$@\"; do echo \"$a\"; done > \"$(dirname \"$0\")/arguments\"\n");
    ExportDialog dialog(workspace());
    dialog.setFolder(target());
    dialog.setProducts({QStringLiteral("report"), QStringLiteral("kml")});
    dialog.startExport();
    QCOMPARE(wait(dialog), 0);
    QFile file(m_folder->filePath(QStringLiteral("arguments")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(
        QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')),
        (QStringList{QStringLiteral("export"), workspace(), QStringLiteral("--out"), target(),
                     QStringLiteral("--products"), QStringLiteral("report,kml"), QStringLiteral("--mosaic"),
                     QStringLiteral("sharpest"), QStringLiteral("--json"), QString()}));

    dialog.setAisFiles({QStringLiteral("/data/ais 1.csv"), QStringLiteral("/data/2.nmea")});
    QCOMPARE(dialog.findChild<QLineEdit*>(QStringLiteral("ais"))->text(),
             QStringLiteral("ais 1.csv, 2.nmea"));
    dialog.startExport();
    QCOMPARE(wait(dialog), 0);
    QFile again(file.fileName());
    QVERIFY(again.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(again.readAll())
                .endsWith(QStringLiteral("--ais\n/data/ais 1.csv\n--ais\n/data/2.nmea\n--json\n")));
}

void ExportDialogTest::progressIsShown()
{
    writeProgram(
        "echo '{\"event\":\"product\",\"product\":\"report\",\"share\":1}'\n"
        "echo 'no json at all'\n"
        "printf '{\"event\":\"product\",\"pro'\nsleep 0.1\n"
        "echo 'duct\":\"kml\",\"share\":0.5}'\nsleep 1\n");
    ExportDialog dialog(workspace());
    dialog.setFolder(target());
    dialog.setProducts({QStringLiteral("report"), QStringLiteral("kml")});
    dialog.show();
    dialog.startExport();
    QVERIFY(dialog.isRunning());
    auto* bar = dialog.findChild<QProgressBar*>();
    QTRY_COMPARE(bar->value(), 750);
    QVERIFY(bar->isVisible());
    QVERIFY2(state(dialog).contains(QStringLiteral("KML")), qPrintable(state(dialog)));
    QCOMPARE(wait(dialog), 0);
    QVERIFY(!bar->isVisible());
}

void ExportDialogTest::errorsAreSaid()
{
    writeProgram("echo 'sheen: the disk is full: make room' >&2; exit 1\n");
    ExportDialog dialog(workspace());
    dialog.setFolder(target());
    dialog.startExport();
    QCOMPARE(wait(dialog), 1);
    QVERIFY2(state(dialog).contains(QStringLiteral("the disk is full: make room")),
             qPrintable(state(dialog)));
    QVERIFY(!state(dialog).contains(QStringLiteral("Open folder")));
    writeProgram("kill -SEGV $$\n");
    dialog.startExport();
    QCOMPARE(wait(dialog), -1);
    QVERIFY2(state(dialog).contains(QStringLiteral("unexpectedly")), qPrintable(state(dialog)));
}

void ExportDialogTest::cancelStops()
{
    writeProgram("trap 'exit 4' TERM\nwhile true; do sleep 0.1; done\n");
    ExportDialog dialog(workspace());
    dialog.setFolder(target());
    dialog.startExport();
    QVERIFY(dialog.isRunning());
    QTest::qWait(300);
    dialog.reject();  // the button says "Cancel" now
    QCOMPARE(wait(dialog), 4);
    QVERIFY(!dialog.isRunning());
    QVERIFY2(state(dialog).contains(QStringLiteral("Cancelled")), qPrintable(state(dialog)));
}

void ExportDialogTest::filesAreReplacedOnlyAfterAsking()
{
    writeProgram("touch \"$(dirname \"$0\")/ran\"\n");
    QDir().mkpath(target() + QStringLiteral("/masks"));
    QDir().mkpath(target() + QStringLiteral("/frames"));
    for (const char* name : {"slicks.shp", "masks/000001.tif"})
        QFile(target() + QLatin1Char('/') + QLatin1String(name)).open(QIODevice::WriteOnly);
    ExportDialog dialog(workspace());
    dialog.setFolder(target());
    dialog.setProducts({QStringLiteral("shapefile"), QStringLiteral("masks"), QStringLiteral("frames"),
                        QStringLiteral("kml")});
    QCOMPARE(dialog.filesToReplace(), (QStringList{QStringLiteral("slicks.shp"), QStringLiteral("masks")}));
    // What is named for the flight is found by its end.
    dialog.setProducts({QStringLiteral("shapefile"), QStringLiteral("masks"), QStringLiteral("klv")});
    QCOMPARE(dialog.filesToReplace(), (QStringList{QStringLiteral("slicks.shp"), QStringLiteral("masks")}));
    QFile(target() + QStringLiteral("/flight_klv.ts")).open(QIODevice::WriteOnly);
    QVERIFY(dialog.filesToReplace().contains(QStringLiteral("flight_klv.ts")));
    const auto answer = [](QMessageBox::StandardButton button) {
        QTimer::singleShot(0, [button] {
            for (QWidget* widget : QApplication::topLevelWidgets()) {
                if (auto* box = qobject_cast<QMessageBox*>(widget))
                    box->button(button)->click();
            }
        });
    };
    answer(QMessageBox::Cancel);
    dialog.startExport();
    QVERIFY(!dialog.isRunning());
    answer(QMessageBox::Ok);
    dialog.startExport();
    QVERIFY(dialog.isRunning());
    QCOMPARE(wait(dialog), 0);
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("ran"))));
}

void ExportDialogTest::choiceIsRemembered()
{
    writeProgram("exit 0\n");
    {
        ExportDialog dialog(workspace());
        QVERIFY(!dialog.products().contains(QStringLiteral("frames")));
        QCOMPARE(QDir(dialog.folder()), QDir(m_folder->filePath(QStringLiteral("flight"))));
        dialog.setFolder(target());
        dialog.setProducts({QStringLiteral("csv")});
        dialog.startExport();
        QCOMPARE(wait(dialog), 0);
    }
    const ExportDialog again(workspace());
    QCOMPARE(again.products(), QStringList{QStringLiteral("csv")});
    QCOMPARE(again.folder(), target());
    const ExportDialog other(m_folder->filePath(QStringLiteral("other/sheen.gpkg")));
    QCOMPARE(QDir(other.folder()), QDir(m_folder->filePath(QStringLiteral("other"))));
}

void ExportDialogTest::nothingChosenCannotStart()
{
    ExportDialog dialog(workspace());
    dialog.setProducts({});
    dialog.startExport();
    QVERIFY(!dialog.isRunning());
    dialog.setProducts({QStringLiteral("kml")});
    dialog.setFolder(QStringLiteral("  "));
    dialog.startExport();
    QVERIFY(!dialog.isRunning());
}

void ExportDialogTest::missingProgramIsSaid()
{
    qputenv("SHEEN_EXECUTABLE", "/nowhere/sheen");
    ExportDialog dialog(workspace());
    dialog.setFolder(target());
    QSignalSpy exported(&dialog, &ExportDialog::exported);
    dialog.startExport();
    QTRY_COMPARE(exported.count(), 1);
    QCOMPARE(exported.first().first().toInt(), -1);
    QVERIFY2(state(dialog).contains(QStringLiteral("could not be started")), qPrintable(state(dialog)));
    QVERIFY(!dialog.isRunning());
}

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
