#include "field_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>
#include <utility>

namespace sheen {

namespace {

/** In the order of OverlayField. */
constexpr std::array<const char*, overlayFieldCount> fieldWords = {
    QT_TRANSLATE_NOOP("sheen::Issue", "date"),
    QT_TRANSLATE_NOOP("sheen::Issue", "time"),
    QT_TRANSLATE_NOOP("sheen::Issue", "time zone"),
    QT_TRANSLATE_NOOP("sheen::Issue", "sensor"),
    QT_TRANSLATE_NOOP("sheen::Issue", "focal length"),
    QT_TRANSLATE_NOOP("sheen::Issue", "aircraft's latitude"),
    QT_TRANSLATE_NOOP("sheen::Issue", "aircraft's longitude"),
    QT_TRANSLATE_NOOP("sheen::Issue", "altitude"),
    QT_TRANSLATE_NOOP("sheen::Issue", "heading"),
    QT_TRANSLATE_NOOP("sheen::Issue", "target's latitude"),
    QT_TRANSLATE_NOOP("sheen::Issue", "target's longitude"),
    QT_TRANSLATE_NOOP("sheen::Issue", "target's elevation"),
    QT_TRANSLATE_NOOP("sheen::Issue", "bearing"),
    QT_TRANSLATE_NOOP("sheen::Issue", "slant range"),
};

constexpr std::array<std::pair<const char*, const char*>, 4> needWords = {{
    {"position", QT_TRANSLATE_NOOP("sheen::Issue", "position")},
    {"height", QT_TRANSLATE_NOOP("sheen::Issue", "height")},
    {"direction", QT_TRANSLATE_NOOP("sheen::Issue", "direction")},
    {"agreement", QT_TRANSLATE_NOOP("sheen::Issue", "agreement of what was found over time")},
}};

}  // namespace

QString fieldWord(OverlayField field)
{
    return QCoreApplication::translate("sheen::Issue", fieldWords[indexOf(field)]);
}

QString fieldWordList(const QString& names)
{
    QStringList words;
    for (const QString& name : names.split(QStringLiteral(", "))) {
        words << name;
        if (const auto field = overlayFieldFromName(name))
            words.back() = fieldWord(*field);
        for (const auto& [need, word] : needWords) {
            if (name == QLatin1String(need))
                words.back() = QCoreApplication::translate("sheen::Issue", word);
        }
    }
    return words.join(QStringLiteral(", "));
}

}  // namespace sheen
