#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on archive command. */
struct ArchiveCommandText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::ArchiveCommand)
};

}  // namespace sheen
