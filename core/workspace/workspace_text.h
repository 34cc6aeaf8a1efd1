#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on workspace. */
struct WorkspaceText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Workspace)
};

}  // namespace sheen
