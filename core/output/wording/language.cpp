// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/language.h"

#include <QCoreApplication>

#include "base/error.h"
#include "translations/install_translations.h"

namespace sheen {

Language Language::ofApplication()
{
    return {Kind::Application, QLocale()};
}

Language Language::english()
{
    return {Kind::English, QLocale(QLocale::English, QLocale::UnitedKingdom)};
}

Language Language::named(const QString& code)
{
    if (code == QLatin1String("en"))
        return english();
    initialiseTranslations();
    Language language(Kind::Other, QLocale(code));
    auto translator = std::make_shared<QTranslator>();
    if (!translator->load(QStringLiteral(":/translations/sheen_%1.qm").arg(code)))
        throw Error(QCoreApplication::translate(
                        "sheen::Wording", "There is no translation into the language \"%1\". Use en or ko.")
                        .arg(code),
                    ErrorKind::Usage);
    language.m_translator = std::move(translator);
    return language;
}

QString Language::say(const char* context, const char* source) const
{
    switch (m_kind) {
        case Kind::Application:
            return QCoreApplication::translate(context, source);
        case Kind::Other:
            if (const QString said = m_translator->translate(context, source); !said.isEmpty())
                return said;
            break;
        case Kind::English:
            break;
    }
    return QString::fromUtf8(source);
}

}  // namespace sheen
