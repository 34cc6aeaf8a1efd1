#include "teaching/teaching.h"

#include <QFileInfo>
#include <QSaveFile>

#include "base/error.h"
#include "teaching_text.h"

namespace sheen {

TaughtLesson teach(const std::vector<MarkedPicture>& pictures, const ModelFile& base, const ModelCard& card,
                   const TeachingOccasion& occasion)
{
    checkAgreement(pictures, card);
    std::vector<MarkedSamples> samples;
    for (const MarkedPicture& one : pictures) {
        const PixelFeatures features(one.picture, one.base, card);
        samples.push_back(samplesOf(one.name, hasColour(one.picture), features, one.marks, one.base));
    }
    return teach(samples, base, card, occasion);
}

TaughtLesson teach(const std::vector<MarkedSamples>& samples, const ModelFile& base, const ModelCard& card,
                   const TeachingOccasion& occasion)
{
    const Lesson lesson = learn(samples, card);
    if (const QString contradiction = contradictionOf(lesson.facts); !contradiction.isEmpty())
        throw Error(contradiction, ErrorKind::Unreadable);
    return {{taughtCard(card, lesson, occasion),
             {base.sha256(), QFileInfo(base.path()).fileName(), card.json},
             lesson.forests},
            lesson.facts};
}

void writeTaughtModel(const TaughtModel& model, const ModelFile& base, const QString& path)
{
    const QByteArray bytes = bytesOf(model, base.bytes());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(
            TeachingText::tr("The taught model \"%1\" cannot be written: %2.").arg(path, file.errorString()));
}

}  // namespace sheen
