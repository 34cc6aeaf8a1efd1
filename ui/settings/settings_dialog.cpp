#include "ui/settings/settings_dialog.h"

#include <QDialogButtonBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include "general_page.h"
#include "keys_page.h"
#include "maps_page.h"
#include "person_page.h"

namespace sheen {

SettingsDialog::SettingsDialog(const UserSettings& settings, const std::vector<MapSource>& maps,
                               const QList<NamedAction>& actions, QWidget* parent)
    : QDialog(parent),
      m_pages(new QTabWidget),
      m_general(new GeneralPage(settings)),
      m_person(new PersonPage(settings)),
      m_maps(new MapsPage(maps)),
      m_keys(new KeysPage(actions))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    m_pages->addTab(m_general, tr("&General"));
    m_pages->addTab(m_person, tr("&Person"));
    m_pages->addTab(m_maps, tr("&Base Maps"));
    m_pages->addTab(m_keys, tr("&Keys"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_pages, 1);
    column->addWidget(buttons);
    resize(620, 480);
}

void SettingsDialog::showPage(Page page)
{
    m_pages->setCurrentIndex(int(page));
}

UserSettings SettingsDialog::settings() const
{
    UserSettings settings;
    m_general->fill(settings);
    m_person->fill(settings);
    m_keys->fill(settings);
    return settings;
}

const std::vector<MapSource>& SettingsDialog::maps() const
{
    return m_maps->sources();
}

}  // namespace sheen
