#include "mask_painter.h"

#include <exception>
#include <utility>

#include "ui/session/mask_mosaic.h"

namespace sheen {

MaskPainter::MaskPainter(QObject* parent)
    : QObject(parent), m_masks(std::make_shared<MaskMosaic>()), m_thread(QStringLiteral("masks"))
{}

MaskPainter::~MaskPainter()
{
    stop();
}

void MaskPainter::stop()
{
    ++m_paintings;
    m_thread.stop();
}

void MaskPainter::clear(int epsg)
{
    ++m_paintings;
    m_masks = std::make_shared<MaskMosaic>(epsg);
}

void MaskPainter::paint(std::shared_ptr<const std::vector<FrameRecord>> frames, MaskReader read, int epsg)
{
    const int painting = ++m_paintings;
    m_thread.post([this, frames = std::move(frames), read = std::move(read), epsg, painting] {
        auto finer = std::make_shared<MaskMosaic>(epsg);
        for (const FrameRecord& record : *frames) {
            if (painting != m_paintings)
                return;
            if (record.footprint.empty())
                continue;
            try {
                finer->paint(record, maskFromPng(read(record.frame)));
            } catch (const std::exception&) {
                // One mask less to be seen; its outlines are there all the same.
            }
        }
        QMetaObject::invokeMethod(
            this,
            [this, finer, painting] {
                if (painting != m_paintings)
                    return;
                m_masks = finer;
                Q_EMIT painted();
            },
            Qt::QueuedConnection);
    });
}

}  // namespace sheen
