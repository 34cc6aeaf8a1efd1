#include "ui/teach/frame_teacher.h"

#include <QDateTime>
#include <QElapsedTimer>

#include "base/error.h"
#include "lesson_worker.h"
#include "ui/session/shown_frame.h"

namespace sheen {

FrameTeacher::FrameTeacher(QObject* parent)
    : QObject(parent), m_worker(std::make_shared<Worker>()), m_thread(QStringLiteral("teach"))
{}

FrameTeacher::~FrameTeacher()
{
    cancelComparing();
    m_thread.stop();
}

/** In the widgets' thread. */
template <typename Tell>
void FrameTeacher::tell(Tell&& signal)
{
    QMetaObject::invokeMethod(this, std::forward<Tell>(signal), Qt::QueuedConnection);
}

void FrameTeacher::post(std::function<void(Worker&)> work)
{
    m_thread.post([this, work = std::move(work)] {
        const auto fail = [this](const QString& sentence) {
            tell([this, sentence] { Q_EMIT failed(sentence); });
        };
        try {
            work(*m_worker);
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::Cancelled)
                fail(error.sentence());
        } catch (const std::exception& error) {
            fail(tr("Teaching failed: %1").arg(QString::fromLocal8Bit(error.what())));
        }
    });
}

void FrameTeacher::learn(const LessonRequest& request)
{
    const int number = ++m_latest;
    const auto facts = std::make_shared<std::optional<LessonFacts>>();
    post([this, request, number, facts](Worker& worker) {
        if (number != m_latest)
            return;  // more was drawn meanwhile
        QElapsedTimer timer;
        timer.start();
        const Lesson lesson = worker.learn(request);
        const ModelCard card = taughtCard(worker.card(), lesson, {});
        const LearnedFrame shown{
            request.shownFrame,
            shownMask(worker.taught(lesson, request.shownFrame).classes, maskColours(card)),
            double(timer.elapsed()) / 1000, lesson.facts};
        *facts = lesson.facts;
        tell([this, shown] { Q_EMIT learned(shown); });
    });
    post([this, request, number, facts](Worker& worker) {
        if (number == m_latest && *facts)
            judge(worker, request, **facts);
    });
}

void FrameTeacher::judge(Worker& worker, const LessonRequest& request, LessonFacts facts)
{
    facts.heldOutOverlap = heldOutOverlap(worker.samples(request), worker.card());
    tell([this, overlap = facts.heldOutOverlap, remarks = warningsOf(facts)] {
        Q_EMIT judged(overlap, remarks);
    });
}

void FrameTeacher::compare(const LessonRequest& request, const std::vector<int>& frames,
                           const MaskReader& masks, const ModelCard& card)
{
    ++m_latest;
    m_comparing = std::make_shared<Cancel>();
    post([this, request, frames, masks, card, cancel = m_comparing](Worker& worker) {
        worker.setCancel(cancel.get());
        try {
            const Lesson lesson = worker.learn(request);
            for (const int frame : frames) {
                if (cancel->requested())
                    break;
                tell([this, one = worker.compare(lesson, frame, masks, card)] { Q_EMIT compared(one); });
            }
            if (!cancel->requested())
                judge(worker, request, lesson.facts);
        } catch (...) {
            worker.setCancel(nullptr);
            tell([this] { Q_EMIT comparedAll(); });
            throw;
        }
        worker.setCancel(nullptr);
        tell([this] { Q_EMIT comparedAll(); });
    });
}

void FrameTeacher::cancelComparing()
{
    if (m_comparing)
        m_comparing->request();
}

void FrameTeacher::save(const LessonRequest& request, const QString& path, const QString& name,
                        const QString& flightName, const QString& person)
{
    ++m_latest;
    const TeachingOccasion occasion{name, flightName, {}, person, QDateTime::currentDateTimeUtc().date()};
    post([this, request, path, occasion](Worker& worker) {
        const TaughtLesson taught = worker.write(request, path, occasion);
        tell([this, card = readModelCard(path), remarks = warningsOf(taught.facts)] {
            Q_EMIT saved(card, remarks);
        });
    });
}

}  // namespace sheen
