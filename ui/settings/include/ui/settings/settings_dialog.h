#pragma once

#include <QDialog>
#include <vector>

#include "ui/layers/map_source.h"
#include "ui/settings/action_keys.h"
#include "ui/settings/user_settings.h"

class QTabWidget;

namespace sheen {

class GeneralPage;
class KeysPage;
class MapsPage;
class PersonPage;

/** What a user chooses for the window, on a few pages. Changes nothing by itself. */
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    enum Page { General, Person, Maps, Keys };

    SettingsDialog(const UserSettings& settings, const std::vector<MapSource>& maps,
                   const QList<NamedAction>& actions, QWidget* parent = nullptr);

    void showPage(Page page);
    UserSettings settings() const;
    const std::vector<MapSource>& maps() const;

private:
    QTabWidget* m_pages;
    GeneralPage* m_general;
    PersonPage* m_person;
    MapsPage* m_maps;
    KeysPage* m_keys;
};

}  // namespace sheen
