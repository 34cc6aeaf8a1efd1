#pragma once

#include <QString>

#include "data/telemetry.h"
#include "layout_canvas.h"
#include "ui/overlay/layout_draft.h"

namespace sheen {

/** "Aircraft latitude", or that a box is another mark. */
QString boxName(const LayoutBox& box);

/** What reading a box came to, for people. */
struct BoxVerdict
{
    BoxLook::State state = BoxLook::State::Waiting;
    QString text;    //!< as read, with its value where the text does not say it
    QString reason;  //!< why it was refused, and what helps; empty where it was read
};
BoxVerdict verdictOf(const LayoutBox& box, const FieldReading& reading);

/** A form with an example, for choosing: "MM/DD/YYYY   05/14/2025". */
QString formText(OverlayField field, const QString& form);

}  // namespace sheen
