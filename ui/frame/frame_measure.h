#pragma once

#include <QObject>
#include <QPointF>
#include <QString>
#include <optional>
#include <vector>

#include "data/frame_record.h"

namespace sheen {

class FrameView;

/**
 * Measures on the sea what is clicked in the frame: length and bearing of a line, from three places on the
 * area within, too. A double click ends it; the next click begins anew. Another frame clears it.
 */
class FrameMeasure : public QObject
{
    Q_OBJECT

public:
    explicit FrameMeasure(FrameView* view);

    void setOn(bool on);
    bool isOn() const { return m_on; }
    void setFrame(const FrameRecord& record);

private:
    void add(const QPointF& pixel, bool last);
    void show();

    FrameView* m_view;
    FrameRecord m_record;
    std::vector<QPointF> m_pixels;
    bool m_on = false;
    bool m_ended = false;
};

/**
 * "1,234.5 m (0.667 NM), 045° true; area 2,345 m²": the way over places of the sea, the bearing of its last
 * leg, and from three on the area that it encloses. Empty with fewer than two.
 */
QString measuredText(const std::vector<GroundPoint>& places);

}  // namespace sheen
