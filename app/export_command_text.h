#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on export command. */
struct ExportCommandText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::ExportCommand)
};

}  // namespace sheen
