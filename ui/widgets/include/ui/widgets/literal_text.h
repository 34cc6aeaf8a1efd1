#pragma once

#include <QString>

namespace sheen {

// Names, notes and sentences with them come from outside. These show them as they are, whatever is in them.

/** For widgets that take every text for HTML: QGIS's message bar. */
QString asHtml(const QString& text);

/** For widgets that guess whether a text is HTML: tool tips and message boxes. */
QString asPlainText(const QString& text);

/** For entries of menus, where & makes the letter after it a key. */
QString asMenuText(const QString& text);

}  // namespace sheen
