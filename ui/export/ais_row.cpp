// SPDX-License-Identifier: GPL-3.0-or-later
#include "ais_row.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "export_dialog_text.h"

namespace sheen {

namespace {

/** The row is a part of the dialog, also for those who translate it. */

}  // namespace

AisRow::AisRow(QWidget* parent) : QGroupBox(ExportDialogText::tr("Ships"), parent)
{
    auto* row = new QHBoxLayout(this);
    m_names = new QLineEdit;
    m_names->setObjectName(QStringLiteral("ais"));
    m_names->setReadOnly(true);
    m_names->setPlaceholderText(ExportDialogText::tr("files as they were given before, or none"));
    m_names->setToolTip(ExportDialogText::tr(
        "AIS of the ships around: tables of the Danish Maritime Authority or of MarineCadastre, or "
        "files of !AIVDM sentences; the results keep their names"));
    auto* button = new QPushButton(ExportDialogText::tr("&AIS files…"));
    button->setToolTip(ExportDialogText::tr(
        "Choose files of AIS: report and table name the ships that were near the slicks"));
    button->setAutoDefault(false);
    row->addWidget(m_names, 1);
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, &AisRow::choose);
}

void AisRow::choose()
{
    setFiles(
        QFileDialog::getOpenFileNames(this, ExportDialogText::tr("Files of AIS"), QString(),
                                      ExportDialogText::tr("AIS (*.csv *.txt *.nmea *.log);;All files (*)")));
}

void AisRow::setFiles(const QStringList& files)
{
    if (files.isEmpty())
        return;
    m_files = files;
    QStringList names;
    for (const QString& file : files)
        names << QFileInfo(file).fileName();
    m_names->setText(names.join(QStringLiteral(", ")));
}

QStringList AisRow::arguments() const
{
    QStringList arguments;
    for (const QString& file : m_files)
        arguments << QStringLiteral("--ais") << file;
    return arguments;
}

}  // namespace sheen
