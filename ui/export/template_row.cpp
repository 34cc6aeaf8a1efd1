// SPDX-License-Identifier: GPL-3.0-or-later
#include "template_row.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include "export_dialog_text.h"
#include "ui/export/report_choice.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

namespace {

const QString templateKey = QStringLiteral("export/reportTemplate");

/** The row is a part of the dialog, also for those who translate it. */

}  // namespace

QString chosenReportTemplate()
{
    return QSettings().value(templateKey).toString();
}

void chooseReportTemplate(const QString& path)
{
    QSettings().setValue(templateKey, path);
}

QStringList reportTemplateArguments()
{
    const QString path = chosenReportTemplate();
    return path.isEmpty() ? QStringList() : QStringList{QStringLiteral("--report-template"), path};
}

TemplateRow::TemplateRow(QWidget* parent) : QGroupBox(ExportDialogText::tr("Pages of the report"), parent)
{
    auto* row = new QHBoxLayout(this);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("reportTemplate"));
    m_name->setReadOnly(true);
    m_name->setPlaceholderText(ExportDialogText::tr("Sheen's own"));
    auto* button = new QPushButton(ExportDialogText::tr("&Template…"));
    button->setToolTip(ExportDialogText::tr(
        "Choose pages that you laid out in QGIS (*.qpt); \"Report template\" above writes Sheen's to "
        "begin with"));
    button->setAutoDefault(false);
    m_own = new QPushButton(ExportDialogText::tr("&Sheen's Own"));
    m_own->setObjectName(QStringLiteral("ownPages"));
    m_own->setToolTip(ExportDialogText::tr("Make the report with Sheen's pages again"));
    m_own->setAutoDefault(false);
    row->addWidget(m_name, 1);
    row->addWidget(button);
    row->addWidget(m_own);
    connect(button, &QPushButton::clicked, this, &TemplateRow::choose);
    connect(m_own, &QPushButton::clicked, this, [this] {
        chooseReportTemplate(QString());
        show(QString());
    });
    show(chosenReportTemplate());
}

void TemplateRow::choose()
{
    const QString path = QFileDialog::getOpenFileName(
        this, ExportDialogText::tr("Template of the Report"), chosenReportTemplate(),
        ExportDialogText::tr("Layout templates of QGIS (*.qpt);;All files (*)"));
    if (path.isEmpty())
        return;
    chooseReportTemplate(path);
    show(path);
}

void TemplateRow::show(const QString& path)
{
    m_name->setText(QFileInfo(path).fileName());
    m_name->setToolTip(path.isEmpty() ? ExportDialogText::tr("The pages that Sheen lays out")
                                      : asPlainText(QDir::toNativeSeparators(path)));
    m_own->setEnabled(!path.isEmpty());
}

}  // namespace sheen
