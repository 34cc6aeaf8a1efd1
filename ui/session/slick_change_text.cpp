#include "slick_change_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>

#include "ui/widgets/slick_words.h"

namespace sheen {

namespace {

struct SlickChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(sheen::SlickChangeText)
};

constexpr int longestList = 6;  //!< slicks whose changes are named one by one

QString areaText(double squareMetres)
{
    return QStringLiteral("%1 m²").arg(QLocale().toString(squareMetres, 'f', squareMetres < 100 ? 1 : 0));
}

/** Classes and codes of the areas, the largest first: "sheen 1, emulsion 0". */
QString appearanceText(const Slick& slick)
{
    QStringList parts;
    for (const AppearanceArea& area : slick.areas)
        parts << QStringLiteral("%1 %2").arg(area.className).arg(area.code);
    parts.removeDuplicates();
    return parts.join(QStringLiteral(", "));
}

QString quoted(const QString& note)
{
    return note.isEmpty() ? SlickChangeWords::tr("none") : QStringLiteral("\"%1\"").arg(note.simplified());
}

QString changeOf(const Slick& before, const Slick& after)
{
    QStringList changes;
    const auto add = [&changes](const QString& name, const QString& from, const QString& to) {
        if (from != to)
            changes << QStringLiteral("%1: %2 → %3").arg(name, from, to);
    };
    add(SlickChangeWords::tr("decision"), decisionText(before.decision), decisionText(after.decision));
    add(SlickChangeWords::tr("taken for"), takenForText(before.takenFor, before.lookAlike),
        takenForText(after.takenFor, after.lookAlike));
    add(SlickChangeWords::tr("class and code"), appearanceText(before), appearanceText(after));
    add(SlickChangeWords::tr("form"),
        before.form ? formText(*before.form) : SlickChangeWords::tr("as proposed"),
        after.form ? formText(*after.form) : SlickChangeWords::tr("as proposed"));
    add(SlickChangeWords::tr("oiled area"), areaText(before.oiledSquareMetres()),
        areaText(after.oiledSquareMetres()));
    add(SlickChangeWords::tr("note"), quoted(before.note), quoted(after.note));
    return changes.join(QStringLiteral("; "));
}

}  // namespace

QString slickChangeText(const std::vector<Slick>& before, const std::vector<Slick>& after)
{
    QStringList changes;
    QStringList named;
    for (const Slick& slick : before) {
        const auto now = std::find_if(after.begin(), after.end(),
                                      [&slick](const Slick& one) { return one.id == slick.id; });
        const QString change = now != after.end() ? changeOf(slick, *now) : QString();
        if (change.isEmpty())
            continue;
        changes << change;
        named << QStringLiteral("%1 %2").arg(slick.id).arg(change);
    }
    const int count = static_cast<int>(changes.size());
    if (changes.removeDuplicates(); changes.size() <= 1)
        return changes.value(0);
    return count > longestList ? SlickChangeWords::tr("%n slicks changed", nullptr, count)
                               : named.join(QStringLiteral("; "));
}

}  // namespace sheen
