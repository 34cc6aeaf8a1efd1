#include "ui/widgets/sheen_settings.h"

namespace sheen {

std::unique_ptr<QSettings> sheenSettings()
{
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Sheen"),
                                       QStringLiteral("window"));
}

}  // namespace sheen
