#pragma once

#include <QCoreApplication>

namespace sheen {

/** The translation context of this room's sentences on detector. */
struct DetectorText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Detector)
};

}  // namespace sheen
