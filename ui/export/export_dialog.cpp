#include "ui/export/export_dialog.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QUrl>
#include <QVBoxLayout>

#include "ais_row.h"
#include "product_list.h"
#include "template_row.h"
#include "ui/export/export_process.h"
#include "ui/export/report_choice.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

namespace {

const QString productsKey = QStringLiteral("export/products");
const QString folderKey = QStringLiteral("export/folder");
const QString mosaicOrderKey = QStringLiteral("export/mosaicOrder");
const QString workspaceKey = QStringLiteral("export/workspace");
constexpr int exitCancelled = 4;
constexpr int exitNothingPlaced = 5;

QString link(const QString& path, const QString& text)
{
    return QStringLiteral("<a href=\"%1\">%2</a>")
        .arg(QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded), asHtml(text));
}

}  // namespace

ExportDialog::ExportDialog(const QString& workspacePath, QWidget* parent)
    : QDialog(parent),
      m_workspacePath(QFileInfo(workspacePath).absoluteFilePath()),
      m_process(new ExportProcess(this))
{
    connect(m_process, &ExportProcess::told, this, &ExportDialog::showProgress);
    connect(m_process, &ExportProcess::ended, this, &ExportDialog::showEnd);
    setWindowTitle(tr("Export"));
    auto* layout = new QVBoxLayout(this);

    m_settings = new QWidget;
    auto* settings = new QVBoxLayout(m_settings);
    settings->setContentsMargins(0, 0, 0, 0);
    m_products = new ProductList;
    connect(m_products, &ProductList::changed, this, &ExportDialog::updateStart);
    settings->addWidget(m_products);
    settings->addWidget(makeFolderRow());
    m_ais = new AisRow;
    settings->addWidget(m_ais);
    settings->addWidget(new TemplateRow);
    auto* remark = new QLabel(tr("Every slick is written with its decision; rejected ones are in no sum."));
    remark->setWordWrap(true);
    remark->setForegroundRole(QPalette::PlaceholderText);
    settings->addWidget(remark);
    layout->addWidget(m_settings);

    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    QSizePolicy kept = m_progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(kept);
    m_progress->hide();
    layout->addWidget(m_progress);

    m_state = new QLabel;
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setWordWrap(true);
    m_state->setMinimumHeight(m_state->fontMetrics().lineSpacing() * 3);
    m_state->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_state->setTextFormat(Qt::RichText);
    m_state->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_state, &QLabel::linkActivated, this,
            [](const QString& target) { QDesktopServices::openUrl(QUrl(target)); });
    layout->addWidget(m_state);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    m_start = new QPushButton(tr("&Export"));
    m_start->setDefault(true);
    m_start->setToolTip(tr("Writes the chosen products into the folder"));
    m_close = new QPushButton(tr("Close"));
    buttons->addWidget(m_start);
    buttons->addWidget(m_close);
    layout->addLayout(buttons);
    connect(m_start, &QPushButton::clicked, this, &ExportDialog::startExport);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);

    restoreChoice();
    updateStart();
    setMinimumWidth(560);
}

ExportDialog::~ExportDialog() = default;

QWidget* ExportDialog::makeFolderRow()
{
    auto* group = new QGroupBox(tr("Where to"));
    auto* row = new QHBoxLayout(group);
    m_folder = new QLineEdit;
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setToolTip(tr("The folder that gets the files; it is made where it does not exist"));
    auto* choose = new QPushButton(tr("&Browse…"));
    choose->setToolTip(tr("Choose the folder"));
    choose->setAutoDefault(false);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::updateStart);
    return group;
}

void ExportDialog::setAisFiles(const QStringList& files)
{
    m_ais->setFiles(files);
}

void ExportDialog::chooseFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the files"), folder());
    if (!chosen.isEmpty())
        setFolder(chosen);
}

QString ExportDialog::folder() const
{
    return m_folder->text().trimmed();
}

void ExportDialog::setFolder(const QString& folder)
{
    m_folder->setText(QDir::toNativeSeparators(folder));
}

QStringList ExportDialog::products() const
{
    return m_products->chosen();
}

void ExportDialog::setProducts(const QStringList& names)
{
    m_products->choose(names);
}

bool ExportDialog::isRunning() const
{
    return m_process->isRunning();
}

QStringList ExportDialog::filesToReplace() const
{
    const QDir target(folder());
    QStringList files;
    QStringList named;
    for (const QString& file : m_products->files()) {
        if (file.contains(QLatin1Char('*')))
            named << target.entryList({file}, QDir::Files);
        else
            named << file;
    }
    for (const QString& file : named) {
        const QFileInfo info(target.filePath(file));
        const bool isOwn = info.absoluteFilePath() == m_workspacePath;
        const bool isEmptyFolder = info.isDir() && QDir(info.filePath()).isEmpty();
        if (info.exists() && !isOwn && !isEmptyFolder)
            files << file;
    }
    return files;
}

void ExportDialog::updateStart()
{
    m_start->setEnabled(!isRunning() && !products().isEmpty() && !folder().isEmpty());
}

void ExportDialog::restoreChoice()
{
    const QSettings settings;
    setProducts(settings.value(productsKey, m_products->defaults()).toStringList());
    m_products->setMosaicOrder(settings.value(mosaicOrderKey).toString());
    // Another flight's files belong in another folder.
    const bool sameFlight = settings.value(workspaceKey).toString() == m_workspacePath;
    const QString own = QFileInfo(m_workspacePath).absolutePath();
    setFolder(sameFlight ? settings.value(folderKey, own).toString() : own);
}

void ExportDialog::saveChoice() const
{
    QSettings settings;
    settings.setValue(productsKey, products());
    settings.setValue(folderKey, folder());
    settings.setValue(mosaicOrderKey, m_products->mosaicOrder());
    settings.setValue(workspaceKey, m_workspacePath);
}

void ExportDialog::startExport()
{
    if (isRunning() || products().isEmpty() || folder().isEmpty())
        return;
    const QStringList replaced = filesToReplace();
    if (!replaced.isEmpty()) {
        const auto answer = QMessageBox::question(
            this, tr("Replace files?"),
            asPlainText(
                tr("In %1 these will be replaced: %2.").arg(folder(), replaced.join(QStringLiteral(", ")))),
            QMessageBox::Ok | QMessageBox::Cancel, QMessageBox::Cancel);
        if (answer != QMessageBox::Ok)
            return;
    }
    saveChoice();
    launch();
}

void ExportDialog::launch()
{
    m_shares.clear();
    m_progress->setValue(0);
    m_process->start(QStringList{m_workspacePath, QStringLiteral("--out"), folder(),
                                 QStringLiteral("--products"), products().join(QLatin1Char(',')),
                                 QStringLiteral("--mosaic"), m_products->mosaicOrder()} +
                     m_ais->arguments() + reportTemplateArguments());
    if (m_process->isRunning())
        setBusy(true);
}

void ExportDialog::setBusy(bool busy)
{
    m_settings->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_close->setText(busy ? tr("Cancel") : tr("Close"));
    if (busy) {
        m_progress->setRange(0, 0);
        m_state->setText(tr("Starting…"));
    }
    updateStart();
}

void ExportDialog::showProgress(const QJsonObject& said)
{
    const QString name = said.value(QStringLiteral("product")).toString();
    if (name.isEmpty() || m_process->isCancelled())
        return;
    m_state->setText(tr("Writing: %1").arg(m_products->titleOf(name)));
    m_shares[name] = qBound(0.0, said.value(QStringLiteral("share")).toDouble(), 1.0);
    const QStringList chosen = products();
    double done = 0;
    for (const QString& product : chosen)
        done += m_shares.value(product);
    m_progress->setRange(0, 1000);
    m_progress->setValue(qMax(m_progress->value(), qRound(1000 * done / chosen.size())));
}

void ExportDialog::showEnd(const ExportEnd& end)
{
    if (!end.notStarted.isEmpty()) {
        conclude(tr("The export could not be started: %1.").arg(end.notStarted), false);
    } else if (end.cancelled) {
        conclude(tr("Cancelled. Files that were whole by then are in the folder; what was there before and "
                    "was not "
                    "replaced is untouched."),
                 false);
    } else if (end.crashed) {
        conclude(tr("The export ended unexpectedly. Your review is safe; try again with fewer products.") +
                     QLatin1Char('\n') + end.words,
                 false);
    } else if (end.exitCode == 0) {
        conclude(end.words, true);
    } else if (end.exitCode == exitNothingPlaced) {
        conclude(tr("No frame could be placed on the map.") + QLatin1Char('\n') + end.words, true);
    } else if (end.exitCode == exitCancelled) {
        conclude(tr("Cancelled."), false);
    } else {
        conclude(
            end.words.isEmpty() ? tr("The export stopped (exit status %1).").arg(end.exitCode) : end.words,
            false);
    }
    Q_EMIT exported(end.exitCode);
}

void ExportDialog::conclude(const QString& sentence, bool done)
{
    setBusy(false);
    QString text;
    if (done) {
        const QDir target(folder());
        text = tr("Done.") + QLatin1Char(' ') + link(target.absolutePath(), tr("Open folder"));
        const QString report = target.absoluteFilePath(QStringLiteral("report.pdf"));
        if (products().contains(QStringLiteral("report")) && QFileInfo::exists(report))
            text += QStringLiteral(" · ") + link(report, tr("Open report"));
    }
    if (!sentence.trimmed().isEmpty()) {
        if (!text.isEmpty())
            text += QStringLiteral("<br>");
        text += asHtml(sentence.trimmed());
    }
    m_state->setText(text);
}

void ExportDialog::cancelExport()
{
    if (!isRunning() || m_process->isCancelled())
        return;
    m_state->setText(tr("Cancelling…"));
    m_process->cancel();
}

void ExportDialog::reject()
{
    if (isRunning())
        cancelExport();
    else
        QDialog::reject();
}

}  // namespace sheen
