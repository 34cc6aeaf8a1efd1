#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

#include "base/error.h"
#include "save_layout_dialog.h"
#include "ui/overlay/layout_editor.h"

// How layouts are kept, and shared.

namespace sheen {

OverlayLayout LayoutEditor::kept() const
{
    return keptLayout(m_draft, m_activePicture, QSizeF(m_frame->picture.cols, m_frame->picture.rows));
}

void LayoutEditor::save()
{
    auto* dialog = new SaveLayoutDialog(m_draft.name, m_draft.title, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { keep(kept(), dialog->name(), dialog->title()); });
    connect(dialog, &QDialog::rejected, this, [this] { m_closeWhenSaved = false; });
    dialog->open();
}

void LayoutEditor::keep(const OverlayLayout& layout, const QString& name, const QString& title)
{
    OverlayLayout named = layout;
    named.name = name;
    named.title = title;
    try {
        saveOverlayLayout(ownLayoutPath(name), named);
    } catch (const Error& error) {
        m_closeWhenSaved = false;
        say(error.sentence(), true);
        return;
    }
    m_draft.name = name;
    m_draft.title = title;
    m_modified = false;
    refresh();
    say(tr("Saved. Flights with this overlay are recognised from now on; sheen run --overlay %1 names it.")
            .arg(name),
        false);
    Q_EMIT layoutSaved(name);
    if (m_closeWhenSaved)
        close();
}

void LayoutEditor::chooseImport()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import an overlay layout"), QString(),
                                                      tr("Overlay layouts (*.json);;All files (*)"));
    if (!path.isEmpty())
        importFile(path);
}

void LayoutEditor::importFile(const QString& path)
{
    OverlayLayout layout;
    try {
        layout = loadOverlayLayout(path);
    } catch (const Error& error) {
        say(error.sentence(), true);
        return;
    }
    const QString problem = layoutNameProblem(layout.name);
    if (!problem.isEmpty()) {
        say(tr("The layout in %1 cannot be imported as it is named: %2")
                .arg(QDir::toNativeSeparators(path), problem),
            true);
        return;
    }
    const auto take = [this, layout] {
        startFrom(layout);
        keep(layout, layout.name, layout.title);
    };
    if (!QFileInfo::exists(ownLayoutPath(layout.name))) {
        take();
        return;
    }
    auto* question = new QMessageBox(QMessageBox::Question, tr("Import an overlay layout"),
                                     tr("A layout \"%1\" exists already. Replace it?").arg(layout.name),
                                     QMessageBox::Yes | QMessageBox::No, this);
    question->setTextFormat(Qt::PlainText);
    question->setObjectName(QStringLiteral("replaceQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::finished, this, [take](int answer) {
        if (answer == QMessageBox::Yes)
            take();
    });
    question->open();
}

void LayoutEditor::chooseExport()
{
    const QString name = m_draft.name.isEmpty() ? QStringLiteral("overlay") : m_draft.name;
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export the overlay layout"), name + QLatin1String(".json"), tr("Overlay layouts (*.json)"));
    if (!path.isEmpty())
        exportFile(path);
}

void LayoutEditor::exportFile(const QString& path)
{
    OverlayLayout layout = kept();
    if (layout.name.isEmpty())
        layout.name = QFileInfo(path).completeBaseName();
    if (layout.title.isEmpty())
        layout.title = layout.name;
    try {
        saveOverlayLayout(path, layout);
        say(tr("Written to %1").arg(QDir::toNativeSeparators(path)), false);
    } catch (const Error& error) {
        say(error.sentence(), true);
    }
}

}  // namespace sheen
