#include "ui/overlay/save_layout_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/telemetry/overlay_layout.h"

namespace sheen {

QString ownLayoutPath(const QString& name)
{
    return QDir(ownOverlayLayoutFolder()).filePath(name + QLatin1String(".json"));
}

QString fileNameProblem(const QString& name)
{
    constexpr int longest = 60;
    bool good = name.size() <= longest && name.trimmed() == name && !name.startsWith(QLatin1Char('.'));
    for (const QChar character : name)
        good = good && character.isPrint() && !QStringLiteral("/\\:*?\"<>|").contains(character);
    if (!good)
        return SaveLayoutDialog::tr(
                   "A name has at most %1 letters, no leading dot or space, and none of / \\ : * ? \" < > |")
            .arg(longest);
    return {};
}

QString layoutNameProblem(const QString& name)
{
    if (name.isEmpty())
        return SaveLayoutDialog::tr("The layout needs a name.");
    if (isShippedOverlayLayout(name.toLower()) || name.toLower() == QLatin1String("auto"))
        return SaveLayoutDialog::tr("\"%1\" belongs to Sheen itself. Choose another name.").arg(name);
    return fileNameProblem(name);
}

SaveLayoutDialog::SaveLayoutDialog(const QString& name, const QString& title, QWidget* parent)
    : QDialog(parent), m_name(new QLineEdit(name)), m_title(new QLineEdit(title)), m_remark(new QLabel)
{
    setWindowTitle(tr("Save Overlay Layout"));
    m_name->setObjectName(QStringLiteral("layoutName"));
    m_title->setObjectName(QStringLiteral("layoutTitle"));
    m_name->setPlaceholderText(tr("e.g. coastguard-hd"));
    m_name->setToolTip(tr("The file's name, and that of sheen run --overlay"));
    m_title->setPlaceholderText(tr("for people, e.g. Coastguard turret, HD"));
    m_remark->setWordWrap(true);
    m_remark->setMinimumHeight(m_remark->fontMetrics().lineSpacing() * 3);
    m_remark->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    auto* form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Title"), m_title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_remark);
    column->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &SaveLayoutDialog::check);
    setMinimumWidth(440);
    check();
}

QString SaveLayoutDialog::name() const
{
    return m_name->text().trimmed();
}

QString SaveLayoutDialog::title() const
{
    return m_title->text().trimmed().isEmpty() ? name() : m_title->text().trimmed();
}

void SaveLayoutDialog::check()
{
    const QString problem = layoutNameProblem(name());
    const bool exists = problem.isEmpty() && QFileInfo::exists(ownLayoutPath(name()));
    m_save->setEnabled(problem.isEmpty());
    m_save->setText(exists ? tr("&Replace") : tr("&Save"));
    if (!problem.isEmpty())
        m_remark->setText(problem);
    else if (exists)
        m_remark->setText(tr("A layout \"%1\" exists already: Replace overwrites it.").arg(name()));
    else
        m_remark->setText(tr("Kept in %1").arg(QDir::toNativeSeparators(ownLayoutPath(name()))));
}

}  // namespace sheen
