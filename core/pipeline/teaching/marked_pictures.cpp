#include "teaching/marked_pictures.h"

#include "base/error.h"
#include "data/issue.h"
#include "detect/detector.h"
#include "flight/flight.h"
#include "frame_picture.h"
#include "teach/marks_folder.h"
#include "teaching_text.h"

namespace sheen {

namespace {

cv::Mat pictureOfFrame(const Flight& flight, const MarksFile& marks)
{
    const std::optional<Frame> frame = frameOf(flight, marks.frame);
    if (!frame)
        throw Error(TeachingText::tr("\"%1\" marks frame %2, which \"%3\" does not have.")
                        .arg(marks.maskPath, QString::number(marks.frame), flight.info().path),
                    ErrorKind::Unreadable);
    if (frame->picture.empty())
        throw Error(TeachingText::tr("\"%1\" marks frame %2, which cannot be decoded: %3")
                        .arg(marks.maskPath, QString::number(marks.frame),
                             frame->issue ? sentenceOf(*frame->issue) : QString()),
                    ErrorKind::Unreadable);
    return frame->picture;
}

}  // namespace

std::vector<MarkedPicture> readMarkedPictures(const QString& folder, const Flight* flight, Detector& base,
                                              const Cancel& cancel, const MarkedPictureProgress& progress)
{
    const std::vector<MarksFile> files = marksIn(folder, flight != nullptr);
    std::vector<MarkedPicture> pictures;
    for (const MarksFile& file : files) {
        if (cancel.requested())
            throw Error(TeachingText::tr("Teaching was cancelled."), ErrorKind::Cancelled);
        MarkedPicture one;
        one.name = file.name;
        one.frame = file.frame;
        one.marks = readMarks(file.maskPath);
        one.picture = file.frame < 0 ? readMarkedPicture(file.picturePath) : pictureOfFrame(*flight, file);
        checkMarks(file.maskPath, one.picture.size(), one.marks, base.card());
        one.base = base.detect(one.picture);
        pictures.push_back(std::move(one));
        if (progress)
            progress(int(pictures.size()), int(files.size()));
    }
    return pictures;
}

}  // namespace sheen
