#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on run. */
struct RunText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Run)
};

}  // namespace sheen
