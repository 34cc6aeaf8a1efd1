#include "data/class_names.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <iterator>

namespace sheen {

namespace {

constexpr std::array<const char*, 12> knownNames = {
    QT_TRANSLATE_NOOP("sheen::ClassNames", "water"),
    QT_TRANSLATE_NOOP("sheen::ClassNames", "oil"),
    QT_TRANSLATE_NOOP("sheen::ClassNames", "not oil"),
    QT_TRANSLATE_NOOP("sheen::ClassNames", "sheen"),
    QT_TRANSLATE_NOOP("sheen::ClassNames", "rainbow"),
    QT_TRANSLATE_NOOP("sheen::ClassNames", "metallic"),
    QT_TRANSLATE_NOOP("sheen::ClassNames", "true colour, discontinuous"),
    QT_TRANSLATE_NOOP("sheen::ClassNames", "true colour, continuous"),
    QT_TRANSLATE_NOOP("sheen::ClassNames", "emulsion"),
    QT_TRANSLATE_NOOP("sheen::ClassNames", "ship or structure"),
    QT_TRANSLATE_NOOP("sheen::ClassNames", "land, foam or other"),
    QT_TRANSLATE_NOOP("sheen::ClassNames", "oil in infrared"),
};

}  // namespace

QString shownClassName(const QString& name)
{
    // Asked of the translation only where the name is one of these: a name from a file is no key of anything.
    const auto known = std::find(knownNames.begin(), knownNames.end(), name);
    return known == knownNames.end() ? name : QCoreApplication::translate("sheen::ClassNames", *known);
}

}  // namespace sheen
