#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on export dialog. */
struct ExportDialogText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::ExportDialog)
};

}  // namespace sheen
