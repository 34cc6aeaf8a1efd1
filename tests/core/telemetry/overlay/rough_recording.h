#pragma once

#include <QString>
#include <QStringList>
#include <cstdint>
#include <vector>

#include "data/frame.h"
#include "support/overlay_rendering.h"

namespace sheen::test {

/** Frames of an overlay as recorders leave it, with what they show. */
struct RoughRecording
{
    QString layout;        //!< name of the one that was drawn
    OverlayLayout placed;  //!< where it was drawn
    QString description;   //!< what was done to it
    std::vector<Frame> frames;
    std::vector<OverlayTexts> texts;  //!< of each frame
};

/** What the letters lie over. */
enum class RoughGround { Sea, Glare, Land };

/**
 * Draws a flight's overlay at a layout's places, moved by up to 3 % and stretched by up to 4 % each way, 25
 * to 90 levels brighter than the ground, every second line lost in half of them, without degree sign in a
 * third, as JPEG of quality 25 to 45 leaves them. The ground is a photograph of `pictures` that drifts, or
 * where there are none drawn. The same seed gives the same recording.
 */
RoughRecording roughRecording(const QString& font, RoughGround ground, const QStringList& pictures,
                              std::uint64_t seed);

}  // namespace sheen::test
