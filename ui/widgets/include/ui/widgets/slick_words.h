#pragma once

#include <QString>

#include "data/slick.h"

namespace sheen {

// What a person says of a slick, in words.

QString decisionText(Decision decision);
QString takenForText(TakenFor takenFor, LookAlike kind);  //!< "oil", "look-alike: algae"
QString lookAlikeText(LookAlike kind);                    //!< "algae"; "not said"
QString formText(SlickForm form);

}  // namespace sheen
