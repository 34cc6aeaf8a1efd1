#include "training/training_tiles.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <opencv2/imgcodecs.hpp>
#include <vector>

#include "base/error.h"
#include "coco_file.h"

namespace sheen {

namespace {

struct OutputText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Output)
};

const QString folderName = QStringLiteral("training/");
const QString annotationsName = QStringLiteral("annotations.json");

/** The last one ends where the picture does and overlaps the one before it. */
std::vector<cv::Range> divided(int length)
{
    std::vector<cv::Range> parts;
    const int side = std::min(length, TrainingTiles::side);
    for (int begin = 0; begin < length; begin += TrainingTiles::side) {
        const int first = std::min(begin, length - side);
        parts.emplace_back(first, first + side);
    }
    return parts;
}

QByteArray toPng(const cv::Mat& picture)
{
    std::vector<uchar> bytes;
    cv::imencode(".png", picture, bytes);
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), int(bytes.size()));
}

}  // namespace

class TrainingTiles::Private
{
public:
    CocoFile coco;
    const PartFolder& parts;

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(parts.path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
            throw Error(
                OutputText::tr("\"%1\" cannot be written (%2). Make room on the disk or choose another "
                               "folder.")
                    .arg(folderName + name, file.errorString()));
        file.close();
        parts.publish(name, folderName + name);
    }
};

TrainingTiles::TrainingTiles(const ModelCard& card, const TrainingSource& source, const PartFolder& parts)
    : d(new Private{CocoFile(card, source), parts})
{}

TrainingTiles::~TrainingTiles() = default;

int TrainingTiles::count() const
{
    return d->coco.imageCount();
}

void TrainingTiles::add(const TrainingFrame& frame)
{
    for (const cv::Range& rows : divided(frame.picture.rows)) {
        for (const cv::Range& columns : divided(frame.picture.cols)) {
            const cv::Mat1b marks = frame.marks(rows, columns);
            if (cv::countNonZero(marks) == 0)
                continue;
            const QString name = QStringLiteral("%1_%2_%3")
                                     .arg(frame.frame, 6, 10, QLatin1Char('0'))
                                     .arg(columns.start, 4, 10, QLatin1Char('0'))
                                     .arg(rows.start, 4, 10, QLatin1Char('0'));
            const CocoImage image{name + QStringLiteral(".png"), name + QStringLiteral(".marks.png"),
                                  cv::Rect(columns.start, rows.start, columns.size(), rows.size()), &frame};
            d->write(image.fileName, toPng(frame.picture(rows, columns)));
            d->write(image.maskName, toPng(marks));
            d->coco.add(image, marks);
        }
    }
}

void TrainingTiles::finish()
{
    if (count() > 0)
        d->write(annotationsName, d->coco.json());
}

}  // namespace sheen
