// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facts/facts_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QTabWidget>
#include <QVBoxLayout>

#include "base/error.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/session/waiting_writes.h"
#include "ui/widgets/literal_text.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

const QString settingsGroup = QStringLiteral("facts/");

QString remembered(const FactDescription& description)
{
    return QSettings().value(settingsGroup + QLatin1String(description.key)).toString();
}

}  // namespace

FactsDialog::FactsDialog(const EnteredFacts& facts, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Facts of the Flight"));
    auto* tabs = new QTabWidget;
    for (const FactGroup group :
         {FactGroup::Who, FactGroup::Conditions, FactGroup::Source, FactGroup::Done, FactGroup::Message})
        tabs->addTab(makeGroup(group), factGroupTitle(group));
    m_remark = new QLabel;
    m_remark->setObjectName(QStringLiteral("remark"));
    m_remark->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Save)->setObjectName(QStringLiteral("save"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(tabs);
    layout->addWidget(m_remark);
    layout->addWidget(buttons);
    for (const FactDescription& description : factDescriptions()) {
        const QString text =
            facts.isEmpty() && description.repeats ? remembered(description) : facts.of(description.fact);
        if (const auto line = m_lines.find(description.fact); line != m_lines.end())
            line->second->setText(text);
        else
            m_texts.at(description.fact)->setPlainText(text);
    }
    connect(m_lines.at(EnteredFact::TimeZone), &QLineEdit::textChanged, this, &FactsDialog::check);
    check();
    resize(620, 480);
}

QWidget* FactsDialog::makeGroup(FactGroup group)
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (const FactDescription& description : factDescriptions()) {
        if (description.group != group)
            continue;
        QWidget* edit = nullptr;
        if (description.manyLines) {
            auto* text = new QPlainTextEdit;
            text->setTabChangesFocus(true);
            text->setMaximumHeight(text->fontMetrics().lineSpacing() * 4);
            m_texts[description.fact] = text;
            edit = text;
        } else {
            auto* line = new QLineEdit;
            line->setPlaceholderText(description.fact == EnteredFact::TimeZone ? QStringLiteral("UTC+9")
                                                                               : tr("not recorded"));
            m_lines[description.fact] = line;
            edit = line;
        }
        edit->setObjectName(QLatin1String(description.key));
        form->addRow(factTitle(description.fact), edit);
    }
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    return scroll;
}

void FactsDialog::check()
{
    const QString zone = m_lines.at(EnteredFact::TimeZone)->text().trimmed();
    const bool good = zone.isEmpty() || utcOffsetFromText(zone);
    m_remark->setText(good ? tr("What is left blank is \"not recorded\" in report and messages.")
                           : tr("The zone of local time is not understood. Write it like UTC+9 or -03:30."));
    findChild<QPushButton*>(QStringLiteral("save"))->setEnabled(good);
}

EnteredFacts FactsDialog::facts() const
{
    EnteredFacts facts;
    for (const auto& [fact, line] : m_lines)
        facts.set(fact, line->text());
    for (const auto& [fact, text] : m_texts)
        facts.set(fact, text->toPlainText());
    return facts;
}

void FactsDialog::remember() const
{
    const EnteredFacts entered = facts();
    QSettings settings;
    for (const FactDescription& description : factDescriptions()) {
        if (description.repeats)
            settings.setValue(settingsGroup + QLatin1String(description.key), entered.of(description.fact));
    }
}

void editFacts(Session& session, QWidget* parent)
{
    const std::shared_ptr<Workspace> workspace = session.workspace();
    if (!workspace)
        return;
    try {
        FactsDialog dialog(EnteredFacts::fromJson(workspace->kept(EnteredFacts::keptName())), parent);
        if (dialog.exec() != QDialog::Accepted)
            return;
        session.slicks()->writes().write([facts = dialog.facts().toJson()](Workspace& results) {
            results.keep(EnteredFacts::keptName(), facts);
        });
        dialog.remember();
    } catch (const Error& error) {
        QMessageBox::warning(parent, FactsDialog::tr("Facts of the Flight"), asPlainText(error.sentence()));
    }
}

}  // namespace sheen
