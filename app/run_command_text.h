#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on run command. */
struct RunCommandText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::RunCommand)
};

}  // namespace sheen
