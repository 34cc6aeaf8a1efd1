#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on evidence. */
struct EvidenceText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Evidence)
};

}  // namespace sheen
