#include "ui/settings/action_keys.h"

#include <QAction>
#include <QMenu>
#include <QRegularExpression>
#include <QVariant>

namespace sheen {

namespace {

constexpr const char* usualProperty = "sheenUsualKeys";

void rememberUsual(QAction& action)
{
    if (!action.property(usualProperty).isValid())
        action.setProperty(usualProperty,
                           QKeySequence::listToString(action.shortcuts(), QKeySequence::PortableText));
}

void collect(const QMenu& menu, const QString& title, QList<NamedAction>& found)
{
    const QList<QAction*> actions = menu.actions();
    for (QAction* action : actions) {
        if (action->menu()) {
            collect(*action->menu(), title, found);
        } else if (!action->isSeparator() && !action->objectName().isEmpty()) {
            rememberUsual(*action);
            found.append({action, title});
        }
    }
}

void setKeys(QAction& action, const QList<QKeySequence>& keys)
{
    if (action.shortcuts() == keys)
        return;
    action.setShortcuts(keys);
    const QString tip = action.statusTip();
    if (tip.isEmpty())
        return;
    action.setToolTip(
        keys.isEmpty() ? tip
                       : QStringLiteral("%1 (%2)").arg(tip, keys.first().toString(QKeySequence::NativeText)));
}

}  // namespace

QString textWithoutLetter(QString text)
{
    static const QRegularExpression letter(QStringLiteral("\\s*\\(&.\\)"));
    return text.remove(letter).remove(QLatin1Char('&'));
}

QList<NamedAction> actionsOf(const QList<QMenu*>& menus)
{
    QList<NamedAction> found;
    for (const QMenu* menu : menus)
        collect(*menu, textWithoutLetter(menu->title()), found);
    return found;
}

QList<QKeySequence> usualKeys(const QAction& action)
{
    const QVariant usual = action.property(usualProperty);
    return usual.isValid() ? QKeySequence::listFromString(usual.toString(), QKeySequence::PortableText)
                           : action.shortcuts();
}

void applyKeys(const QList<NamedAction>& actions, const QHash<QString, QString>& keys)
{
    for (const NamedAction& named : actions) {
        rememberUsual(*named.action);
        const auto chosen = keys.find(named.action->objectName());
        setKeys(*named.action, chosen == keys.end()
                                   ? usualKeys(*named.action)
                                   : QKeySequence::listFromString(*chosen, QKeySequence::PortableText));
    }
}

}  // namespace sheen
