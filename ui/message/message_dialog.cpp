// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/message/message_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextDocument>
#include <QVBoxLayout>

#include "base/error.h"
#include "base/whole_file.h"
#include "messages/polrep.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/widgets/literal_text.h"
#include "workspace/workspace.h"

namespace sheen {

MessageDialog::MessageDialog(std::function<QString(const QString&)> write, const QString& folder,
                             QWidget* parent)
    : QDialog(parent), m_write(std::move(write)), m_folder(folder)
{
    setWindowTitle(tr("POLREP Message"));
    m_language = new QComboBox;
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("\ud55c\uad6d\uc5b4"), QStringLiteral("ko"));
    if (QLocale().language() == QLocale::Korean)
        m_language->setCurrentIndex(1);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("message"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* top = new QHBoxLayout;
    auto* label = new QLabel(tr("&Language:"));
    label->setBuddy(m_language);
    top->addWidget(label);
    top->addWidget(m_language);
    top->addStretch(1);
    auto* remark =
        new QLabel(tr("Only accepted slicks are in it. Complete what is marked before you send it; what you "
                      "change here is not kept."));
    remark->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copyAll = buttons->addButton(tr("&Copy All"), QDialogButtonBox::ActionRole);
    QPushButton* saveAs = buttons->addButton(tr("&Save As…"), QDialogButtonBox::ActionRole);
    connect(copyAll, &QPushButton::clicked, this, &MessageDialog::copy);
    connect(saveAs, &QPushButton::clicked, this, &MessageDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_language, qOverload<int>(&QComboBox::activated), this, &MessageDialog::writeAnew);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_text, 1);
    layout->addWidget(remark);
    layout->addWidget(buttons);
    m_text->setPlainText(m_write(m_language->currentData().toString()));
    m_text->document()->setModified(false);
    resize(760, 620);
}

QString MessageDialog::text() const
{
    return m_text->toPlainText();
}

void MessageDialog::writeAnew()
{
    if (m_text->document()->isModified() &&
        QMessageBox::question(this, windowTitle(),
                              tr("The message is written anew. Give up what you changed?")) !=
            QMessageBox::Yes)
        return;
    m_text->setPlainText(m_write(m_language->currentData().toString()));
    m_text->document()->setModified(false);
}

void MessageDialog::copy()
{
    QApplication::clipboard()->setText(text());
}

void MessageDialog::save()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the Message"),
                                                      QDir(m_folder).filePath(QStringLiteral("polrep.txt")),
                                                      tr("Text (*.txt)"));
    if (!path.isEmpty())
        saveTo(path);
}

bool MessageDialog::saveTo(const QString& path)
{
    try {
        writeWholeFile(path, (text() + QLatin1Char('\n')).toUtf8());
        m_text->document()->setModified(false);
        return true;
    } catch (const Error& error) {
        QMessageBox::warning(this, windowTitle(), asPlainText(error.sentence()));
        return false;
    }
}

void showMessage(Session& session, QWidget* parent)
{
    const std::shared_ptr<Workspace> workspace = session.workspace();
    if (!workspace)
        return;
    try {
        const EnteredFacts entered = EnteredFacts::fromJson(workspace->kept(EnteredFacts::keptName()));
        // The window goes on while the message is open, so it has copies of its own.
        auto* dialog = new MessageDialog(
            [facts = session.facts(), frames = session.frames(), slicks = session.slicks()->slicks(),
             entered](const QString& language) {
                return polrepText({facts, frames, slicks, entered}, Language::named(language)).trimmed();
            },
            QFileInfo(workspace->path()).absolutePath(), parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    } catch (const Error& error) {
        QMessageBox::warning(parent, MessageDialog::tr("POLREP Message"), asPlainText(error.sentence()));
    }
}

}  // namespace sheen
