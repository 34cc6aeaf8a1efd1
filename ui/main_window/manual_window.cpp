#include "manual_window.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include "base/error.h"
#include "base/resources.h"

namespace sheen {

QString documentFolder()
{
    try {
        const QDir resources(QFileInfo(resourcePath(QStringLiteral("icons"))).canonicalPath());
        for (const QString& relative : {QStringLiteral("../docs"), QStringLiteral("../../doc/sheen/docs")}) {
            const QString folder = QDir::cleanPath(resources.filePath(relative));
            if (QFileInfo::exists(folder + QStringLiteral("/manual.md")))
                return folder;
        }
    } catch (const Error&) {
        // Nothing of Sheen is where it should be; other parts say so.
    }
    return {};
}

ManualWindow::ManualWindow(QWidget* parent) : QDialog(parent), m_text(new QTextBrowser)
{
    setObjectName(QStringLiteral("manualWindow"));
    setWindowTitle(tr("Manual"));
    m_text->setOpenLinks(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* back = buttons->addButton(tr("&Back"), QDialogButtonBox::ActionRole);
    back->setEnabled(false);
    connect(back, &QPushButton::clicked, m_text, &QTextBrowser::backward);
    connect(m_text, &QTextBrowser::backwardAvailable, back, &QPushButton::setEnabled);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (!link.isRelative() && !link.isLocalFile())
            QDesktopServices::openUrl(link);
        else if (link.fileName().endsWith(QLatin1String(".md")))
            m_text->setSource(m_text->source().resolved(link), QTextDocument::MarkdownResource);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_text);
    column->addWidget(buttons);
    resize(860, 640);
}

void ManualWindow::showPage(const QString& page)
{
    const QString folder = documentFolder();
    if (folder.isEmpty()) {
        m_text->setPlainText(
            tr("The manual was not installed. It is in the folder docs of Sheen's sources."));
        return;
    }
    m_text->setSearchPaths({folder});
    m_text->setSource(QUrl::fromLocalFile(folder + QLatin1Char('/') + page), QTextDocument::MarkdownResource);
}

}  // namespace sheen
