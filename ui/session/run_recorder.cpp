#include "run_recorder.h"

#include <chrono>

#include "base/error.h"
#include "ui/session/mask_mosaic.h"
#include "ui/session/shown_frame.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

constexpr auto batchInterval = std::chrono::milliseconds(250);
/** Masks of frames that wait longer are painted when the run ends. */
constexpr std::size_t mostWaitingMasks = 16;

}  // namespace

void FrameMailbox::put(std::vector<ShownFrame>&& frames, const RunProgress& progress)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.progress = progress;
    for (ShownFrame& frame : frames) {
        if (!frame.picture.isNull()) {
            for (ShownFrame& earlier : m_waiting.frames) {
                earlier.picture = QImage();
                earlier.mask = QImage();
            }
        }
        m_waiting.frames.push_back(std::move(frame));
    }
}

FrameMailbox::Delivery FrameMailbox::take()
{
    const std::lock_guard lock(m_mutex);
    Delivery delivery;
    std::swap(delivery.frames, m_waiting.frames);
    delivery.progress = m_waiting.progress;
    return delivery;
}

RunRecorder::RunRecorder(std::shared_ptr<Workspace> workspace, std::shared_ptr<MaskMosaic> masks,
                         std::shared_ptr<FrameMailbox> mailbox, QVector<QRgb> colours,
                         std::shared_ptr<Cancel> cancel)
    : m_workspace(std::move(workspace)),
      m_masks(std::move(masks)),
      m_mailbox(std::move(mailbox)),
      m_colours(std::move(colours)),
      m_cancel(std::move(cancel)),
      m_thread([this] { work(); })
{}

RunRecorder::~RunRecorder()
{
    finish();
}

void RunRecorder::add(FrameResult&& result, const RunProgress& progress)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_waiting.empty())
            m_waiting.back().picture.release();
        if (m_waiting.size() >= mostWaitingMasks)
            m_waiting[m_waiting.size() - mostWaitingMasks].segmentation = {};
        result.segmentation.confidence.release();
        m_waiting.push_back(std::move(result));
        m_progress = progress;
    }
    m_arrived.notify_one();
}

void RunRecorder::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
    }
    m_arrived.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void RunRecorder::work()
{
    for (;;) {
        std::deque<FrameResult> results;
        RunProgress progress;
        bool last = false;
        {
            std::unique_lock lock(m_mutex);
            m_arrived.wait(lock, [this] { return m_finished || !m_waiting.empty(); });
            results.swap(m_waiting);
            progress = m_progress;
            last = m_finished;
        }
        const auto started = std::chrono::steady_clock::now();
        if (!results.empty())
            record(std::move(results), progress);
        if (last)
            return;
        std::unique_lock lock(m_mutex);
        m_arrived.wait_until(lock, started + batchInterval, [this] { return m_finished; });
    }
}

void RunRecorder::record(std::deque<FrameResult>&& results, const RunProgress& progress)
{
    std::vector<ShownFrame> frames;
    try {
        if (m_workspace && m_failure.isEmpty()) {
            std::vector<FrameRecord> records;
            for (const FrameResult& result : results)
                records.push_back(result.record);
            m_workspace->append(records);
        }
    } catch (const Error& error) {
        m_failure = error.sentence();
        m_cancel->request();
    }
    for (FrameResult& result : results) {
        ShownFrame frame;
        try {
            m_masks->paint(result.record, result.segmentation.classes);
            frame.picture = shownPicture(result.picture);
            if (!frame.picture.isNull())
                frame.mask = shownMask(result.segmentation.classes, m_colours);
        } catch (const std::exception&) {
            // A frame that cannot be shown is still recorded.
        }
        frame.record = std::move(result.record);
        frames.push_back(std::move(frame));
    }
    m_mailbox->put(std::move(frames), progress);
}

}  // namespace sheen
