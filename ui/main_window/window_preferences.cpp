#include "ui/layers/layer_panel.h"
#include "ui/layers/own_layers.h"
#include "ui/main_window/main_window.h"
#include "ui/settings/settings_dialog.h"
#include "window_settings.h"

// What a user chooses for the window.

namespace sheen {

void MainWindow::useSettings(const UserSettings& settings)
{
    applyTheme(settings.theme);
    applyStyle(*this);
    Notation::current().setUnits(settings.units);
    applyKeys(actionsOf(menus()), settings.keys);
}

void MainWindow::showSettings()
{
    auto* dialog =
        new SettingsDialog(readUserSettings(), m_layers->ownLayers().sources(), actionsOf(menus()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const UserSettings before = readUserSettings();
        const UserSettings chosen = dialog->settings();
        writeUserSettings(chosen);
        useSettings(chosen);
        m_layers->ownLayers().setSources(dialog->maps());
        if (chosen.language != before.language)
            sayNotice(tr("The language changes when Sheen is started the next time."));
    });
    dialog->open();
}

}  // namespace sheen
