#pragma once

#include <QString>
#include <deque>
#include <map>
#include <memory>
#include <vector>

#include "base/cancel.h"
#include "detect/detector.h"
#include "teach/lesson.h"
#include "teaching/teaching.h"
#include "ui/teach/frame_teacher.h"

namespace sheen {

/** What the teacher's thread keeps from one lesson to the next: the detector, and frames it has looked at. */
class FrameTeacher::Worker
{
public:
    /** Loads the model that is taught where another one was. Throws Error. */
    void prepare(const LessonRequest& request);

    /** Of all that was marked and decided. Throws Error(Cancelled), and where a frame cannot be decoded. */
    std::vector<MarkedSamples> samples(const LessonRequest& request);

    Lesson learn(const LessonRequest& request);
    /** The frame's mask after a lesson. */
    Segmentation taught(const Lesson& lesson, int frame);
    ComparedFrame compare(const Lesson& lesson, int frame, const MaskReader& masks, const ModelCard& card);
    TaughtLesson write(const LessonRequest& request, const QString& target, TeachingOccasion occasion);

    const ModelCard& card() const { return m_detector->card(); }
    /** While a request asks for it; nullptr: never cancelled. */
    void setCancel(const Cancel* cancel) { m_cancel = cancel; }

private:
    /** A frame with all that a lesson needs of it; made once. */
    struct Looked
    {
        cv::Mat picture;
        Segmentation base;
        std::shared_ptr<const PixelFeatures> features;
    };
    struct Learned
    {
        cv::Mat1b marks;
        MarkedSamples samples;
    };

    const Looked& look(int frame);
    const MarkedSamples& samplesFrom(const FrameMarks& marks);
    const FrameRecord& recordOf(int frame) const;

    std::shared_ptr<const Flight> m_flight;
    std::shared_ptr<const std::vector<FrameRecord>> m_frames;
    std::unique_ptr<Detector> m_detector;
    std::unique_ptr<ModelFile> m_file;  //!< of the detector
    TaughtBase m_base;
    std::map<int, Looked> m_looked;
    std::deque<int> m_lookedOrder;  //!< the one looked at first is forgotten first
    std::map<int, Learned> m_learned;
    const Cancel* m_cancel = nullptr;
};

}  // namespace sheen
