#include "field_words.h"

#include <QCoreApplication>
#include <array>

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

}  // namespace

QString fieldWord(OverlayField field)
{
    return QCoreApplication::translate("sheen::Issue", fieldWords[indexOf(field)]);
}

}  // namespace sheen
