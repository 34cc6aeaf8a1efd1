#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on teaching. */
struct TeachingText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Teaching)
};

}  // namespace sheen
