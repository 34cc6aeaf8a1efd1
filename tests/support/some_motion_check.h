#pragma once

#include "data/picture_motion.h"

namespace sheen::test {

/** What twelve pairs of pictures straight down say, surely enough. */
inline MotionCheck someMotionCheck(double scale, double headingDegrees, double focalLengthMillimetres = 13)
{
    MotionCheck check;
    check.sensor = QStringLiteral("EOW");
    check.focalLengthMillimetres = focalLengthMillimetres;
    check.fieldOfViewDegrees = 40.5;
    check.depressionDegrees = 90;
    check.pairs = 12;
    check.knowsScale = check.knowsHeading = true;
    check.scale = scale;
    check.scaleError = 0.03;
    check.headingDegrees = headingDegrees;
    check.headingErrorDegrees = 1.1;
    return check;
}

}  // namespace sheen::test
