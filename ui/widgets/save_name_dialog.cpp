#include "ui/widgets/save_name_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sheen {

QString fileNameProblem(const QString& name)
{
    constexpr int longest = 60;
    bool good = name.size() <= longest && name.trimmed() == name && !name.startsWith(QLatin1Char('.'));
    for (const QChar character : name)
        good = good && character.isPrint() && !QStringLiteral("/\\:*?\"<>|").contains(character);
    if (!good)
        return SaveNameDialog::tr(
                   "A name has at most %1 letters, no leading dot or space, and none of / \\ : * ? \" < > |")
            .arg(longest);
    return {};
}

SaveNameDialog::SaveNameDialog(const QString& name, QWidget* parent)
    : QDialog(parent), m_name(new QLineEdit(name)), m_form(new QFormLayout), m_remark(new QLabel)
{
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setMinimumHeight(m_remark->fontMetrics().lineSpacing() * 3);
    m_remark->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->addRow(tr("Name"), m_name);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(m_form);
    column->addWidget(m_remark);
    column->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &SaveNameDialog::check);
    setMinimumWidth(440);
}

QString SaveNameDialog::name() const
{
    return m_name->text().trimmed();
}

void SaveNameDialog::check()
{
    const QString why = problem();
    const bool replaces = why.isEmpty() && exists();
    m_save->setEnabled(why.isEmpty());
    m_save->setText(replaces ? tr("&Replace") : tr("&Save"));
    if (!why.isEmpty())
        m_remark->setText(why);
    else if (replaces)
        m_remark->setText(existsSentence());
    else
        m_remark->setText(tr("Kept in %1").arg(QDir::toNativeSeparators(place())));
}

}  // namespace sheen
