#pragma once

#include <QString>
#include <functional>
#include <map>
#include <vector>

#include "core/telemetry/track/overlay_flight.h"
#include "data/frame.h"
#include "support/overlay_rendering.h"

namespace sheen::test {

/** A piece of text that an overlay which no layout describes writes at a place. */
struct DrawnText
{
    double left = 0, baseline = 0;  //!< pixels of 1280 x 720
    std::function<QString(const TelemetryReading&, const CameraPose&)> text;
    std::optional<OverlayField> field;  //!< whose value it holds; nothing for labels and what is no field
    /** Another longitude's, of a grid reference. */
    std::optional<OverlayField> second = std::nullopt;
};

/** An overlay that no layout describes, over a flight. */
struct UnknownOverlay
{
    QString title;
    int font = 0;  //!< one of OpenCV's
    double capitalHeight = 14;
    cv::Scalar colour = cv::Scalar::all(235);
    SeaStyle sea;
    OverlayFlight flight;
    std::vector<DrawnText> texts;

    struct Drawn
    {
        Frame frame;
        std::map<OverlayField, cv::Rect> places;  //!< of the values, pixels
        std::map<OverlayField, double> values;    //!< as they are shown
    };
    Drawn frame(int index) const;  //!< of the flight, one a second
    /** In bursts, as a whole flight is looked at. */
    std::vector<Drawn> frames() const;
};

/** Five, after the forms that are seen in the field. */
std::vector<UnknownOverlay> unknownOverlays();

}  // namespace sheen::test
