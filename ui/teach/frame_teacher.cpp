#include "ui/teach/frame_teacher.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>

#include "base/error.h"
#include "detect/detector.h"
#include "detect/model_file.h"
#include "flight/flight.h"
#include "teach/taught_segmentation.h"
#include "teaching/teaching.h"
#include "ui/session/shown_frame.h"

namespace sheen {

/** What the thread keeps from one lesson to the next: the detector, and frames it has looked at. */
class FrameTeacher::Worker
{
public:
    /** A frame with all that a lesson needs of it; made once. */
    struct Looked
    {
        cv::Mat picture;
        Segmentation base;
        std::shared_ptr<const PixelFeatures> features;
    };

    void prepare(const LessonRequest& request)
    {
        if (m_detector && m_flight == request.flight && m_sha256 == request.modelSha256)
            return;
        m_looked.clear();
        m_flight = request.flight;
        const QString path = request.modelPath.isEmpty() ? Detector::defaultModelPath() : request.modelPath;
        if (!m_detector || m_sha256 != request.modelSha256) {
            DetectorSettings settings;
            settings.device = request.device;
            settings.sha256 = request.modelSha256;
            m_detector = Detector::load(path, settings);
            m_sha256 = request.modelSha256;
            m_path = path;
        }
    }

    const Looked& look(int frame, double timeSeconds)
    {
        constexpr std::size_t mostKept = 8;  // some 40 MB each
        const auto known = m_looked.find(frame);
        if (known != m_looked.end())
            return known->second;
        if (m_looked.size() >= mostKept)
            m_looked.clear();
        const Frame decoded = m_flight->frameAt(frame, timeSeconds);
        if (decoded.picture.empty())
            throw Error(
                FrameTeacher::tr("Frame %1 cannot be decoded, so nothing is learned from it.").arg(frame));
        Looked looked{decoded.picture, m_detector->detect(decoded.picture), nullptr};
        looked.features = std::make_shared<PixelFeatures>(looked.picture, looked.base, m_detector->card());
        return m_looked[frame] = looked;
    }

    std::vector<MarkedSamples> samples(const LessonRequest& request)
    {
        std::vector<MarkedSamples> samples;
        for (const LessonRequest::MarkedFrame& one : request.marked) {
            const Looked& looked = look(one.frame, one.timeSeconds);
            if (one.marks.size() == looked.picture.size())
                samples.push_back(samplesOf(QString::number(one.frame), hasColour(looked.picture),
                                            *looked.features, one.marks, looked.base));
        }
        return samples;
    }

    QImage taughtMask(const LessonRequest& request)
    {
        prepare(request);
        const Lesson lesson = sheen::learn(samples(request), m_detector->card(), false);
        const ModelCard card = taughtCard(m_detector->card(), lesson, {});
        const Looked& shown = look(request.shownFrame, request.shownTimeSeconds);
        return shownMask(taughtSegmentation(lesson.forests, card, *shown.features, shown.base).classes,
                         maskColours(card));
    }

    TaughtLesson write(const LessonRequest& request, const QString& target, const TeachingOccasion& occasion)
    {
        prepare(request);
        const ModelFile base(m_path);
        TaughtLesson taught = teach(samples(request), base, m_detector->card(), occasion);
        writeTaughtModel(taught.model, base, target);
        return taught;
    }

private:
    std::shared_ptr<const Flight> m_flight;
    std::unique_ptr<Detector> m_detector;
    QString m_sha256;
    QString m_path;
    std::map<int, Looked> m_looked;
};

FrameTeacher::FrameTeacher(QObject* parent)
    : QObject(parent), m_worker(std::make_shared<Worker>()), m_thread(QStringLiteral("teach"))
{}

FrameTeacher::~FrameTeacher()
{
    m_thread.stop();
}

void FrameTeacher::post(std::function<void(Worker&)> work)
{
    m_thread.post([this, work = std::move(work)] {
        try {
            work(*m_worker);
        } catch (const Error& error) {
            Q_EMIT failed(error.sentence());
        } catch (const std::exception& error) {
            Q_EMIT failed(tr("Teaching failed: %1").arg(QString::fromLocal8Bit(error.what())));
        }
    });
}

void FrameTeacher::learn(const LessonRequest& request)
{
    const int number = ++m_latest;
    post([this, request, number](Worker& worker) {
        if (number != m_latest)
            return;  // more was drawn meanwhile
        QElapsedTimer timer;
        timer.start();
        const QImage mask = worker.taughtMask(request);
        Q_EMIT learned(request.shownFrame, mask, double(timer.elapsed()) / 1000);
    });
}

void FrameTeacher::save(const LessonRequest& request, const QString& path, const QString& flightName,
                        const QString& person)
{
    ++m_latest;
    const TeachingOccasion occasion{{}, flightName, {}, person, QDateTime::currentDateTimeUtc().date()};
    post([this, request, path, occasion](Worker& worker) {
        const TaughtLesson taught = worker.write(request, path, occasion);
        QMetaObject::invokeMethod(
            this,
            [this, card = readModelCard(path), remarks = warningsOf(taught.facts)] {
                Q_EMIT saved(card, remarks);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace sheen
