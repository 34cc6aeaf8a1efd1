#pragma once

#include <QStringList>

namespace sheen::test {

/** What a file's name, a class or a note may hold, and what some program would obey. */
inline QStringList hostileTexts()
{
    return {QStringLiteral("[% 6*7 %]"),
            QStringLiteral("$CURRENT_DATE"),
            QStringLiteral("$CURRENT_DATE(yyyy) [%'a'%"),
            QStringLiteral("<b>x</b> &amp; <img src='y'>"),
            QStringLiteral("%1 %2 %n"),
            QStringLiteral("=HYPERLINK(\"x\")"),
            QStringLiteral("+1+1"),
            QStringLiteral("@SUM(1,2)"),
            QStringLiteral("-2+3"),
            QStringLiteral("\ttab"),
            QStringLiteral("a\"b'; DROP TABLE slicks; --"),
            QStringLiteral("two\nlines"),
            QStringLiteral("../../x"),
            QStringLiteral("]]><x/>")};
}

}  // namespace sheen::test
