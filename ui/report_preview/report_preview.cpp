// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report_preview/report_preview.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTemporaryDir>
#include <QVBoxLayout>

#include "base/error.h"
#include "base/stage_thread.h"
#include "base/whole_file.h"
#include "page_view.h"
#include "ui/export/export_process.h"
#include "ui/export/report_choice.h"

namespace sheen {

namespace {

/** Puts a file to where it is wanted; why it could not be, empty: it is there. */
QString copyWhole(const QString& from, const QString& to)
{
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly))
        return ReportPreview::tr("The report was not written.");
    try {
        writeWholeFile(to, file.readAll());
        return {};
    } catch (const Error& error) {
        return error.sentence();
    }
}

}  // namespace

ReportPreview::ReportPreview(const QString& workspacePath, Obstacle obstacle, QWidget* parent)
    : QDialog(parent),
      m_workspacePath(QFileInfo(workspacePath).absoluteFilePath()),
      m_obstacle(std::move(obstacle)),
      m_drawing(new ExportProcess(this)),
      m_saving(new ExportProcess(this)),
      m_work(std::make_unique<StageThread>())
{
    setWindowTitle(tr("Report"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("pages"));
    m_list->setToolTip(tr("The pages of the report"));
    m_view = new PageView;
    m_view->setObjectName(QStringLiteral("page"));
    auto* parts = new QSplitter;
    parts->addWidget(m_list);
    parts->addWidget(m_view);
    parts->setStretchFactor(1, 1);
    parts->setSizes({110, 600});
    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    m_state = new QLabel;
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeBar());
    layout->addWidget(parts, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_state);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            showPage(row + 1);
    });
    connect(m_drawing, &ExportProcess::told, this, &ReportPreview::take);
    connect(m_drawing, &ExportProcess::ended, this, &ReportPreview::showEnd);
    connect(m_saving, &ExportProcess::ended, this, &ReportPreview::finishSaving);
    resize(820, 900);
    refresh();
}

ReportPreview::~ReportPreview()
{
    // Before the folders that they write into.
    delete m_drawing;
    delete m_saving;
    m_work.reset();
}

QWidget* ReportPreview::makeBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char* name, const QString& text, const QString& tip, auto whenClicked) {
        auto* button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, whenClicked);
        row->addWidget(button);
        return button;
    };
    constexpr double step = 1.25;
    add("zoomIn", tr("Zoom &In"), tr("Enlarge the page; the wheel does so too"),
        [this] { m_view->zoomBy(step); });
    add("zoomOut", tr("Zoom &Out"), tr("Show more of the page"), [this] { m_view->zoomBy(1 / step); });
    add("whole", tr("&Whole Page"), tr("Show all of the page"), [this] { m_view->showWhole(); });
    row->addStretch(1);
    m_stop =
        add("stop", tr("S&top"), tr("Draw no more pages; those that are there stay"), &ReportPreview::stop);
    m_refresh = add("refresh", tr("&Refresh"), tr("Draw the pages again, from the review as it is now"),
                    &ReportPreview::refresh);
    m_save = add("save", tr("&Save as PDF…"), tr("Write the report, from the review as it is now"),
                 &ReportPreview::save);
    return bar;
}

bool ReportPreview::isDrawing() const
{
    return m_drawing->isRunning();
}

void ReportPreview::say(const QString& sentence)
{
    m_state->setText(sentence);
}

void ReportPreview::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_stop->setEnabled(busy);
    m_refresh->setEnabled(!busy);
    m_save->setEnabled(!busy);
}

void ReportPreview::refresh()
{
    if (m_drawing->isRunning() || m_saving->isRunning())
        return;
    if (const QString why = m_obstacle ? m_obstacle() : QString(); !why.isEmpty()) {
        say(why);
        setBusy(false);
        return;
    }
    m_files.clear();
    m_list->clear();
    m_view->setPage({});
    m_folder = std::make_unique<QTemporaryDir>();
    setBusy(true);
    m_progress->setRange(0, 0);
    say(tr("The pages are being laid out…"));
    m_drawing->start(QStringList{m_workspacePath, QStringLiteral("--out"), m_folder->path(),
                                 QStringLiteral("--products"), QStringLiteral("report-pages")} +
                     reportTemplateArguments());
}

void ReportPreview::stop()
{
    m_drawing->cancel();
    m_saving->cancel();
}

void ReportPreview::take(const QJsonObject& event)
{
    if (event.value(QStringLiteral("event")).toString() != QLatin1String("page"))
        return;
    const int number = event.value(QStringLiteral("page")).toInt();
    const int count = event.value(QStringLiteral("pages")).toInt();
    if (number != pageCount() + 1)
        return;
    m_files << m_folder->filePath(event.value(QStringLiteral("file")).toString());
    m_list->addItem(tr("Page %1").arg(number));
    m_progress->setRange(0, count);
    m_progress->setValue(number);
    say(tr("Page %1 of %2 is drawn.").arg(number).arg(count));
    if (number == m_wanted)
        m_list->setCurrentRow(number - 1);
}

void ReportPreview::showEnd(const ExportEnd& end)
{
    setBusy(false);
    if (!end.notStarted.isEmpty())
        say(tr("The report could not be started: %1.").arg(end.notStarted));
    else if (end.cancelled)
        say(tr("Stopped after %n page(s).", nullptr, pageCount()));
    else if (end.crashed)
        say(tr("The report ended unexpectedly. Your review is safe.") + QLatin1Char('\n') + end.words);
    else
        say(end.words);
    if (m_list->currentRow() < 0 && m_list->count() > 0)
        m_list->setCurrentRow(m_list->count() - 1);
    Q_EMIT drawn(end.exitCode == 0);
}

void ReportPreview::showPage(int number)
{
    m_wanted = number;
    m_work->submit([this, file = m_files.value(number - 1), number] {
        const QImage page(file);
        QMetaObject::invokeMethod(this, [this, page, number] {
            if (m_wanted != number)
                return;
            m_view->setPage(page);
            Q_EMIT pageShown(number);
        });
    });
}

void ReportPreview::save()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the Report"),
        QFileInfo(m_workspacePath).absoluteDir().filePath(QStringLiteral("report.pdf")), tr("PDF (*.pdf)"));
    if (!path.isEmpty())
        saveTo(path);
}

void ReportPreview::saveTo(const QString& path)
{
    if (m_drawing->isRunning() || m_saving->isRunning())
        return;
    if (const QString why = m_obstacle ? m_obstacle() : QString(); !why.isEmpty()) {
        say(why);
        return;
    }
    m_target = path;
    m_pdf = std::make_unique<QTemporaryDir>();
    setBusy(true);
    m_progress->setRange(0, 0);
    say(tr("The report is being written…"));
    m_saving->start(QStringList{m_workspacePath, QStringLiteral("--out"), m_pdf->path(),
                                QStringLiteral("--products"), QStringLiteral("report")} +
                    reportTemplateArguments());
}

void ReportPreview::finishSaving(const ExportEnd& end)
{
    if (end.exitCode != 0 || end.cancelled) {
        setBusy(false);
        const QString why = end.cancelled ? tr("Stopped; the report was not written.")
                            : end.notStarted.isEmpty()
                                ? end.words
                                : tr("The report could not be started: %1.").arg(end.notStarted);
        say(why);
        Q_EMIT saved(why);
        return;
    }
    m_work->submit(
        [this, from = m_pdf->filePath(QStringLiteral("report.pdf")), to = m_target, words = end.words] {
            const QString problem = copyWhole(from, to);
            QMetaObject::invokeMethod(this, [this, problem, to, words] {
                setBusy(false);
                m_pdf.reset();
                const QString done = tr("The report is \"%1\".").arg(QDir::toNativeSeparators(to));
                say(problem.isEmpty() ? QStringList{done, words}.join(QLatin1Char('\n')).trimmed() : problem);
                Q_EMIT saved(problem);
            });
        });
}

}  // namespace sheen
