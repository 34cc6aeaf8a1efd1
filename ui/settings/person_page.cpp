#include "person_page.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include "ui/session/reviewer.h"

namespace sheen {

namespace {

QLabel* hint(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("hint", true);
    label->setWordWrap(true);
    return label;
}

}  // namespace

PersonPage::PersonPage(const UserSettings& settings, QWidget* parent)
    : QWidget(parent), m_person(new QLineEdit(settings.person)), m_organisation(new QLineEdit)
{
    m_person->setObjectName(QStringLiteral("person"));
    if (settings.person.isEmpty())
        m_person->setPlaceholderText(reviewerName());
    m_organisation->setObjectName(QStringLiteral("organisation"));
    m_organisation->setText(settings.organisation);
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Person"), m_person);
    form->addRow(QString(),
                 hint(tr("Stands at each decision and edit from now on: in the history, and in the "
                         "report as the analyst. Left blank, it is the name that the system knows.")));
    form->addRow(tr("Organisation"), m_organisation);
    form->addRow(QString(),
                 hint(tr("Is proposed among the facts of a flight, which report and messages repeat.")));
}

void PersonPage::fill(UserSettings& settings) const
{
    settings.person = m_person->text().simplified();
    settings.organisation = m_organisation->text().simplified();
}

}  // namespace sheen
