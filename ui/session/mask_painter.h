#pragma once

#include <QObject>
#include <atomic>
#include <memory>
#include <vector>

#include "data/frame_record.h"
#include "data/mask_codec.h"
#include "ui/session/work_thread.h"

namespace sheen {

class MaskMosaic;

/**
 * The masks on the map. A run paints its own while it goes on; once frames are placed better than they were,
 * their masks are painted again in the background, and what was seen stays until that is done. Lives in the
 * widgets' thread.
 */
class MaskPainter : public QObject
{
    Q_OBJECT

public:
    explicit MaskPainter(QObject* parent);
    ~MaskPainter() override;  //!< stops
    void stop();

    std::shared_ptr<MaskMosaic> masks() const { return m_masks; }  //!< never nullptr

    /** Begins anew, empty; what is being painted is dropped. `epsg`: see MaskMosaic. */
    void clear(int epsg);

    /** `painted` follows, unless something newer is to be painted before. */
    void paint(std::shared_ptr<const std::vector<FrameRecord>> frames, MaskReader read, int epsg);

Q_SIGNALS:
    void painted();  //!< masks() are others

private:
    std::shared_ptr<MaskMosaic> m_masks;
    std::atomic<int> m_paintings{0};  //!< counts them: only the latest counts
    WorkThread m_thread;
};

}  // namespace sheen
