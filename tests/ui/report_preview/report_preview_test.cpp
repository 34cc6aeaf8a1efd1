// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report_preview/report_preview.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "page_view.h"
#include "ui/export/report_choice.h"

using namespace sheen;

class ReportPreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void pagesComeOneByOne();
    void stopKeepsWhatIsThere();
    void refreshDrawsAnewAndStaysAtThePage();
    void whatIsWrongIsSaid();
    void unwrittenReviewIsNoReport();
    void savesWhereItIsWanted();
    void theTemplateIsPassedOn();

private:
    /** A program that stands for `sheen`. */
    void writeProgram(const QByteArray& body);
    QString path(const QString& name) const { return m_folder->filePath(name); }
    static QString state(const ReportPreview& preview)
    {
        return preview.findChild<QLabel*>(QStringLiteral("state"))->text();
    }
    static bool wait(QSignalSpy& spy) { return !spy.isEmpty() || spy.wait(20000); }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    const QByteArray m_twoPages =
        "mkdir -p \"$4/report_pages\"\n"
        "for i in 1 2; do\n"
        "  cp \"$(dirname \"$0\")/page$i.png\" \"$4/report_pages/page_00$i.png\"\n"
        "  echo \"{\\\"event\\\":\\\"page\\\",\\\"page\\\":$i,\\\"pages\\\":2,"
        "\\\"file\\\":\\\"report_pages/page_00$i.png\\\"}\"\n"
        "done\n";
};

void ReportPreviewTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("SheenTest"));
}

void ReportPreviewTest::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    for (const int number : {1, 2}) {
        QImage page(210, 297, QImage::Format_RGB32);
        page.fill(QColor(10 * number, 0, 0));
        page.save(path(QStringLiteral("page%1.png").arg(number)));
    }
}

void ReportPreviewTest::writeProgram(const QByteArray& body)
{
    QFile file(path(QStringLiteral("program")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\nfor a in \"$@\"; do echo \"$a\"; done > \"$(dirname \"$0\")/arguments\"\n" + body);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("SHEEN_EXECUTABLE", file.fileName().toLocal8Bit());
}

void ReportPreviewTest::pagesComeOneByOne()
{
    writeProgram(m_twoPages);
    ReportPreview preview(path(QStringLiteral("sheen.gpkg")), {});
    QSignalSpy drawn(&preview, &ReportPreview::drawn);
    QSignalSpy shown(&preview, &ReportPreview::pageShown);
    QVERIFY(preview.isDrawing());
    QVERIFY(wait(drawn));
    QVERIFY(drawn.first().first().toBool());
    QCOMPARE(preview.pageCount(), 2);
    QVERIFY(wait(shown));
    auto* view = preview.findChild<PageView*>(QStringLiteral("page"));
    QCOMPARE(view->page().pixelColor(5, 5), QColor(10, 0, 0));
    preview.findChild<QListWidget*>(QStringLiteral("pages"))->setCurrentRow(1);
    QTRY_COMPARE(view->page().pixelColor(5, 5), QColor(20, 0, 0));
    // Enlarged, and whole again.
    view->resize(400, 400);
    const double whole = view->transform().m11();
    preview.findChild<QPushButton*>(QStringLiteral("zoomIn"))->click();
    QVERIFY(view->transform().m11() > 1.2 * whole);
    preview.findChild<QPushButton*>(QStringLiteral("whole"))->click();
    QCOMPARE(view->transform().m11(), whole);
}

void ReportPreviewTest::stopKeepsWhatIsThere()
{
    writeProgram(m_twoPages + "trap 'exit 4' TERM\nwhile true; do sleep 0.1; done\n");
    ReportPreview preview(path(QStringLiteral("sheen.gpkg")), {});
    QSignalSpy drawn(&preview, &ReportPreview::drawn);
    QTRY_COMPARE_WITH_TIMEOUT(preview.pageCount(), 2, 20000);
    QVERIFY(preview.isDrawing());
    QTest::qWait(300);  // the shell sets its trap
    preview.findChild<QPushButton*>(QStringLiteral("stop"))->click();
    QVERIFY(wait(drawn));
    QVERIFY(!drawn.first().first().toBool());
    QCOMPARE(preview.pageCount(), 2);
    QVERIFY2(state(preview).contains(QStringLiteral("Stopped")), qPrintable(state(preview)));
}

void ReportPreviewTest::refreshDrawsAnewAndStaysAtThePage()
{
    writeProgram(m_twoPages);
    ReportPreview preview(path(QStringLiteral("sheen.gpkg")), {});
    QSignalSpy drawn(&preview, &ReportPreview::drawn);
    QVERIFY(wait(drawn));
    auto* list = preview.findChild<QListWidget*>(QStringLiteral("pages"));
    list->setCurrentRow(1);
    QImage page(210, 297, QImage::Format_RGB32);
    page.fill(QColor(99, 0, 0));
    page.save(path(QStringLiteral("page2.png")));
    drawn.clear();
    preview.refresh();
    QVERIFY(wait(drawn));
    QCOMPARE(list->currentRow(), 1);
    QTRY_COMPARE(preview.findChild<PageView*>(QStringLiteral("page"))->page().pixelColor(5, 5),
                 QColor(99, 0, 0));
}

void ReportPreviewTest::whatIsWrongIsSaid()
{
    writeProgram(
        "echo '{\"event\":\"error\",\"sentence\":\"The template is wrong.\",\"status\":3}'; exit 3\n");
    ReportPreview preview(path(QStringLiteral("sheen.gpkg")), {});
    QSignalSpy drawn(&preview, &ReportPreview::drawn);
    QVERIFY(wait(drawn));
    QVERIFY2(state(preview).contains(QStringLiteral("The template is wrong.")), qPrintable(state(preview)));
    qputenv("SHEEN_EXECUTABLE", "/nowhere/sheen");
    drawn.clear();
    preview.refresh();
    QVERIFY(wait(drawn));
    QVERIFY2(state(preview).contains(QStringLiteral("could not be started")), qPrintable(state(preview)));
}

void ReportPreviewTest::unwrittenReviewIsNoReport()
{
    writeProgram(m_twoPages);
    ReportPreview preview(path(QStringLiteral("sheen.gpkg")),
                          [] { return QStringLiteral("The disk is full."); });
    QVERIFY(!preview.isDrawing());
    QCOMPARE(state(preview), QStringLiteral("The disk is full."));
    QVERIFY(!QFile::exists(path(QStringLiteral("arguments"))));
}

void ReportPreviewTest::savesWhereItIsWanted()
{
    writeProgram(m_twoPages + "case \"$6\" in report) printf 'the report' > \"$4/report.pdf\" ;; esac\n");
    ReportPreview preview(path(QStringLiteral("sheen.gpkg")), {});
    QSignalSpy drawn(&preview, &ReportPreview::drawn);
    QVERIFY(wait(drawn));
    QSignalSpy saved(&preview, &ReportPreview::saved);
    const QString target = path(QStringLiteral("my report.pdf"));
    preview.saveTo(target);
    QVERIFY(wait(saved));
    QCOMPARE(saved.first().first().toString(), QString());
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("the report"));
    QCOMPARE(preview.pageCount(), 2);  // they stay
    saved.clear();
    preview.saveTo(path(QStringLiteral("nowhere/my report.pdf")));
    QVERIFY(wait(saved));
    QVERIFY(!saved.first().first().toString().isEmpty());
}

void ReportPreviewTest::theTemplateIsPassedOn()
{
    writeProgram(m_twoPages);
    chooseReportTemplate(QStringLiteral("/forms/our pages.qpt"));
    ReportPreview preview(path(QStringLiteral("sheen.gpkg")), {});
    QSignalSpy drawn(&preview, &ReportPreview::drawn);
    QVERIFY(wait(drawn));
    QFile file(path(QStringLiteral("arguments")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString arguments = QString::fromUtf8(file.readAll());
    QVERIFY2(
        arguments.contains(QStringLiteral("report-pages\n--report-template\n/forms/our pages.qpt\n--json\n")),
        qPrintable(arguments));
}

QTEST_MAIN(ReportPreviewTest)
#include "report_preview_test.moc"
