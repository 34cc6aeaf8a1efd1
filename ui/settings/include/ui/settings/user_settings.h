#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include "ui/settings/theme.h"
#include "ui/widgets/notation.h"

namespace sheen {

/** What a user has chosen for the window, whatever is open in it. */
struct UserSettings
{
    QString language;  //!< as "ko"; empty: the system's
    Theme theme = Theme::System;
    Units units;
    QString person;        //!< who reviews; empty: as the system names its user
    QString organisation;  //!< proposed among the facts of a flight
    QHash<QString, QString>
        keys;  //!< of actions that have others than Sheen's own, by name; see action_keys.h
};

UserSettings readUserSettings();
void writeUserSettings(const UserSettings& settings);

/** The language alone: is known before there is an application. Empty: the system's. */
QString chosenLanguage();
QStringList languages();  //!< that Sheen speaks: "en", "ko"

}  // namespace sheen
