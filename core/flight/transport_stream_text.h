#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on transport stream. */
struct TransportStreamText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TransportStream)
};

}  // namespace sheen
