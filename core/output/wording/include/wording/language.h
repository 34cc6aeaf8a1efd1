// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>
#include <memory>

namespace sheen {

/** In which language something is written: that of the application, or one that somebody else reads. */
class Language
{
public:
    static Language ofApplication();
    static Language english();
    /** By its code: "ko", "en". Throws Error where there is no translation into it. */
    static Language named(const QString& code);

    /** A source text of a context, marked with QT_TRANSLATE_NOOP; English where it is not translated. */
    QString say(const char* context, const char* source) const;
    /** How numbers are written. */
    const QLocale& locale() const { return m_locale; }

private:
    enum class Kind { Application, English, Other };

    Language(Kind kind, const QLocale& locale) : m_kind(kind), m_locale(locale) {}

    Kind m_kind;
    QLocale m_locale;
    std::shared_ptr<const QTranslator> m_translator;  //!< of another language
};

}  // namespace sheen
