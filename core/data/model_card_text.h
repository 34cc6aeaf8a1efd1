#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on model card. */
struct ModelCardText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::ModelCard)
};

}  // namespace sheen
