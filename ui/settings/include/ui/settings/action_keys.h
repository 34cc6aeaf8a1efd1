#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;
class QMenu;

namespace sheen {

/** An action that can have a key, with the menu that it is in. */
struct NamedAction
{
    QAction* action = nullptr;
    QString menu;  //!< without the letter for Alt
};

/** All of the menus and what lies in them; those without a name have no key to be chosen. */
QList<NamedAction> actionsOf(const QList<QMenu*>& menus);

/** Without the letter for Alt, also where it stands in parentheses of its own ("(&V)"). */
QString textWithoutLetter(QString text);

QList<QKeySequence> usualKeys(const QAction& action);  //!< Sheen's own

/** Gives each action its chosen keys (QKeySequence::listToString), or Sheen's own; the tool tip says which.
 */
void applyKeys(const QList<NamedAction>& actions, const QHash<QString, QString>& keys);

}  // namespace sheen
