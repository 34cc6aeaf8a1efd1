#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on ships. */
struct ShipsText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Ships)
};

}  // namespace sheen
