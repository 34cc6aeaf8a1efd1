#include "teach/marks_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <opencv2/imgcodecs.hpp>

#include "base/error.h"
#include "teaching_text.h"

namespace sheen {

namespace {

const QString marksEnding = QStringLiteral(".marks.png");

[[noreturn]] void refuse(const QString& sentence)
{
    throw Error(sentence, ErrorKind::Unreadable);
}

/** Empty where it is no picture. */
cv::Mat decoded(const QString& path, int flags)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        refuse(TeachingText::tr("The file \"%1\" cannot be read: %2.").arg(path, file.errorString()));
    const QByteArray bytes = file.readAll();
    if (bytes.isEmpty())
        return {};
    try {
        const cv::Mat encoded(1, int(bytes.size()), CV_8UC1, const_cast<char*>(bytes.constData()));
        return cv::imdecode(encoded, flags);
    } catch (const cv::Exception&) {
        return {};
    }
}

QString pictureOf(const QDir& folder, const QString& name)
{
    for (const char* ending : {".png", ".jpg", ".jpeg", ".PNG", ".JPG", ".JPEG"}) {
        const QString path = folder.filePath(name + QLatin1String(ending));
        if (QFileInfo(path).isFile())
            return path;
    }
    return {};
}

MarksFile found(const QDir& folder, const QString& fileName, bool withFlight)
{
    MarksFile marks;
    marks.name = fileName.left(fileName.size() - marksEnding.size());
    marks.maskPath = folder.filePath(fileName);
    marks.picturePath = pictureOf(folder, marks.name);
    if (!marks.picturePath.isEmpty())
        return marks;
    bool isNumber = false;
    const int frame = marks.name.toInt(&isNumber);
    if (withFlight && isNumber && frame >= 0)
        marks.frame = frame;
    else if (withFlight)
        refuse(
            TeachingText::tr("\"%1\" marks no picture: put %2.png or %2.jpg beside it, or name it after the "
                             "number of a frame, as 000120.marks.png.")
                .arg(marks.maskPath, marks.name));
    else
        refuse(TeachingText::tr(
                   "\"%1\" marks no picture: put %2.png or %2.jpg beside it, or name the flight whose "
                   "frame it marks.")
                   .arg(marks.maskPath, marks.name));
    return marks;
}

}  // namespace

std::vector<MarksFile> marksIn(const QString& folder, bool withFlight)
{
    const QDir directory(folder);
    if (!directory.exists())
        refuse(TeachingText::tr("The folder of marks \"%1\" does not exist.").arg(folder));
    std::vector<MarksFile> marks;
    const QStringList names = directory.entryList({QLatin1Char('*') + marksEnding}, QDir::Files, QDir::Name);
    for (const QString& name : names)
        marks.push_back(found(directory, name, withFlight));
    if (marks.empty())
        refuse(TeachingText::tr(
                   "The folder \"%1\" holds no marks: each picture NAME.png needs its NAME.marks.png.")
                   .arg(folder));
    return marks;
}

cv::Mat readMarks(const QString& path)
{
    const cv::Mat marks = decoded(path, cv::IMREAD_UNCHANGED);
    if (marks.empty())
        refuse(TeachingText::tr("The marks \"%1\" are no picture that can be read: save them as PNG.")
                   .arg(path));
    if (marks.type() != CV_8UC1)
        refuse(TeachingText::tr(
                   "The marks \"%1\" must be a PNG of 8 bit and one channel, whose values are the marks.")
                   .arg(path));
    return marks;
}

cv::Mat readMarkedPicture(const QString& path)
{
    const cv::Mat picture = decoded(path, cv::IMREAD_COLOR);
    if (picture.empty())
        refuse(TeachingText::tr("The picture \"%1\" cannot be read: it is damaged, or neither PNG nor JPEG.")
                   .arg(path));
    return picture;
}

}  // namespace sheen
