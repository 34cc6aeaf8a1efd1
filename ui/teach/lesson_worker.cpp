#include "lesson_worker.h"

#include <algorithm>

#include "base/error.h"
#include "data/mask_codec.h"
#include "detect/model_file.h"
#include "flight/flight.h"
#include "teach/taught_segmentation.h"
#include "teaching/decided_slicks.h"
#include "ui/session/shown_frame.h"

namespace sheen {

namespace {

double shareOfOil(const cv::Mat& classes, const ModelCard& card)
{
    if (classes.empty())
        return 0;
    int pixels = 0;
    for (const ModelClass& one : card.classes)
        pixels += one.oil ? cv::countNonZero(classes == one.value) : 0;
    return double(pixels) / double(classes.total());
}

bool sameMarks(const cv::Mat1b& a, const cv::Mat1b& b)
{
    return a.size() == b.size() && cv::norm(a, b, cv::NORM_INF) == 0;
}

/** None where one of them is not known. */
QStringList sensorsOf(const std::vector<FrameMarks>& marks)
{
    QStringList sensors;
    for (const FrameMarks& one : marks) {
        if (one.sensor.isEmpty())
            return {};
        sensors << one.sensor;
    }
    sensors.removeDuplicates();
    sensors.sort();
    return sensors;
}

std::vector<FrameMarks> allMarks(const LessonRequest& request, const ModelCard& card)
{
    return request.decided.empty()
               ? request.marks
               : together(decidedSlickMarks(request.decided, *request.frames, card), request.marks);
}

}  // namespace

void FrameTeacher::Worker::prepare(const LessonRequest& request)
{
    m_frames = request.frames;
    const bool isOther =
        !m_detector || m_base.sha256 != request.base.sha256 || m_base.isInside != request.base.isInside;
    if (isOther || m_flight != request.flight) {
        m_looked.clear();
        m_lookedOrder.clear();
        m_learned.clear();
    }
    m_flight = request.flight;
    if (!isOther)
        return;
    m_detector.reset();
    const QString path = request.base.path.isEmpty() ? Detector::defaultModelPath() : request.base.path;
    ModelFile file(path);
    if (!request.base.sha256.isEmpty() && file.sha256() != request.base.sha256)
        throw Error(
            FrameTeacher::tr("The model \"%1\" is another file than the one that was trusted: choose it "
                             "again.")
                .arg(path));
    m_file = std::make_unique<ModelFile>(request.base.isInside ? file.baseFile() : std::move(file));
    DetectorSettings settings;
    settings.device = request.device;
    settings.sha256 = m_file->sha256();  // should the file have become another one meanwhile
    m_detector =
        Detector::load(request.base.isInside ? ModelFile(path).baseFile() : ModelFile(path), settings);
    m_base = request.base;
}

const FrameRecord& FrameTeacher::Worker::recordOf(int frame) const
{
    const auto at = std::lower_bound(m_frames->begin(), m_frames->end(), frame,
                                     [](const FrameRecord& one, int number) { return one.frame < number; });
    if (at == m_frames->end() || at->frame != frame)
        throw Error(FrameTeacher::tr("Frame %1 is not among the results.").arg(frame));
    return *at;
}

const FrameTeacher::Worker::Looked& FrameTeacher::Worker::look(int frame)
{
    constexpr std::size_t mostKept = 8;  // some 40 MB each
    const auto known = m_looked.find(frame);
    if (known != m_looked.end())
        return known->second;
    const FrameRecord& record = recordOf(frame);
    const Frame decoded = m_flight->frameAt(frame, record.timeSeconds);
    if (decoded.picture.empty())
        throw Error(
            FrameTeacher::tr("Frame %1 cannot be decoded, so nothing is learned from it.").arg(frame));
    PictureHints hints;
    hints.sensor = record.telemetry.sensor;
    hints.groundSampleDistanceMetres = record.groundSampleDistanceMetres;
    static const Cancel never;
    Looked looked{decoded.picture, m_detector->detect(decoded.picture, hints, m_cancel ? *m_cancel : never),
                  nullptr};
    if (looked.base.classes.empty())
        throw Error(FrameTeacher::tr("Teaching was cancelled."), ErrorKind::Cancelled);
    looked.features = std::make_shared<PixelFeatures>(looked.picture, looked.base, m_detector->card());
    if (m_looked.size() >= mostKept) {
        m_looked.erase(m_lookedOrder.front());
        m_lookedOrder.pop_front();
    }
    m_lookedOrder.push_back(frame);
    return m_looked[frame] = looked;
}

const MarkedSamples& FrameTeacher::Worker::samplesFrom(const FrameMarks& marks)
{
    const auto known = m_learned.find(marks.frame);
    if (known != m_learned.end() && sameMarks(known->second.marks, marks.marks))
        return known->second.samples;
    const Looked& looked = look(marks.frame);
    Learned learned{marks.marks, {}};
    if (marks.marks.size() == looked.picture.size())
        learned.samples = samplesOf(QString::number(marks.frame), hasColour(looked.picture), *looked.features,
                                    marks.marks, looked.base);
    return (m_learned[marks.frame] = std::move(learned)).samples;
}

std::vector<MarkedSamples> FrameTeacher::Worker::samples(const LessonRequest& request)
{
    std::vector<MarkedSamples> samples;
    for (const FrameMarks& marks : allMarks(request, m_detector->card())) {
        MarkedSamples one = samplesFrom(marks);
        if (!one.picture.isEmpty())
            samples.push_back(std::move(one));
    }
    return samples;
}

Lesson FrameTeacher::Worker::learn(const LessonRequest& request)
{
    prepare(request);
    return sheen::learn(samples(request), m_detector->card(), false);
}

Segmentation FrameTeacher::Worker::taught(const Lesson& lesson, int frame)
{
    const ModelCard card = taughtCard(m_detector->card(), lesson, {});
    const Looked& shown = look(frame);
    return taughtSegmentation(lesson.forests, card, *shown.features, shown.base);
}

ComparedFrame FrameTeacher::Worker::compare(const Lesson& lesson, int frame, const MaskReader& masks,
                                            const ModelCard& card)
{
    const ModelCard taughtTo = taughtCard(m_detector->card(), lesson, {});
    const cv::Mat before = maskFromPng(masks(frame));
    const Segmentation after = taught(lesson, frame);
    return {frame,
            shownPicture(look(frame).picture),
            shownMask(before, maskColours(card)),
            shownMask(after.classes, maskColours(taughtTo)),
            shareOfOil(before, card),
            shareOfOil(after.classes, taughtTo)};
}

TaughtLesson FrameTeacher::Worker::write(const LessonRequest& request, const QString& target,
                                         TeachingOccasion occasion)
{
    prepare(request);
    occasion.sensors = sensorsOf(allMarks(request, m_detector->card()));
    TaughtLesson taught = teach(samples(request), *m_file, m_detector->card(), occasion);
    writeTaughtModel(taught.model, *m_file, target);
    return taught;
}

}  // namespace sheen
