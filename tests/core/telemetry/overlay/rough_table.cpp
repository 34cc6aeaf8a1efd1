#include "rough_table.h"

#include <QDir>
#include <QStringList>
#include <algorithm>
#include <cstdio>
#include <map>
#include <opencv2/imgcodecs.hpp>
#include <vector>

#include "rough_score.h"
#include "support/measured_page.h"
#include "support/source_folder.h"

namespace sheen::test {

namespace {

/** Fonts and the first seed of the recordings that are drawn with them. */
struct RoughSet
{
    QStringList fonts;
    std::uint64_t seed = 0;
};

const RoughSet tuningSet = {{"simplex", "duplex", "DejaVu Sans Mono", "NanumGothicCoding"}, 1000};
const RoughSet measuringSet = {
    {"complex", "matrix", "DejaVu Sans", "DejaVu Sans Condensed", "NanumGothic", "NanumBarunGothic"}, 500000};

struct RoughPlace
{
    const char* title;
    RoughGround ground;
    const char* folder;  //!< of photographs, beside the source tree
};
const std::vector<RoughPlace> roughPlaces = {{"sea", RoughGround::Sea, "seadronessee_a"},
                                             {"glare", RoughGround::Glare, "seadronessee_b"},
                                             {"land", RoughGround::Land, "usgs_sandbar"}};

/** Every second photograph of a place, so that what is tuned on is not what is measured with. */
QStringList photographs(const RoughPlace& place, bool measuring)
{
    const QDir folder(sourcePath(QStringLiteral("../shared/data/water/%1").arg(place.folder)));
    QStringList chosen;
    const QStringList names = folder.entryList({"*.jpg", "*.png"}, QDir::Files, QDir::Name);
    for (int i = measuring ? 1 : 0; i < names.size(); i += 2)
        chosen << folder.filePath(names[i]);
    return chosen;
}

void printRow(const QString& title, const RoughScore& score)
{
    std::printf("%-34s %6.1f %8.2f %8.2f %7.2f %7d %7.1f %8.1f %9.0f\n", qPrintable(title),
                score.recognisedPercent(), score.exactPercent(), score.exactOfFoundPercent(),
                score.wrongPercent(), score.wrongAfterChecks, score.placedPercent(),
                score.readMilliseconds / std::max(1, score.framesRead),
                score.recogniseMilliseconds / std::max(1, score.recordings));
    std::fflush(stdout);
}

QString pageRow(const QString& title, const RoughScore& score)
{
    return QStringLiteral("| %1 | %2 of %3 | %4 | %5 | %6 | %7 | %8 | %9 |\n")
        .arg(title)
        .arg(score.recognised)
        .arg(score.recordings)
        .arg(score.exactPercent(), 0, 'f', 2)
        .arg(score.exactOfFoundPercent(), 0, 'f', 2)
        .arg(score.wrongPercent(), 0, 'f', 2)
        .arg(score.wrongAfterChecks)
        .arg(score.placedPercent(), 0, 'f', 1)
        .arg(score.readMilliseconds / std::max(1, score.framesRead), 0, 'f', 1);
}

/** A row for each ground, each font, and for all. */
QString pageTable(const std::map<QString, std::map<QString, RoughScore>>& scores, const QStringList& fonts)
{
    QString table = QStringLiteral(
        "| recordings | layout found | fields exact, % | of those found, % | wrong, % | wrong after checking "
        "| frames placed, % | reading a frame, CPU ms |\n|---|---|---|---|---|---|---|---|\n");
    RoughScore all;
    for (const RoughPlace& place : roughPlaces) {
        RoughScore sum;
        for (const QString& font : fonts)
            sum.add(scores.at(font).at(QString::fromLatin1(place.title)));
        table += pageRow(QStringLiteral("over %1").arg(QString::fromLatin1(place.title)), sum);
        all.add(sum);
    }
    for (const QString& font : fonts) {
        RoughScore sum;
        for (const auto& each : scores.at(font))
            sum.add(each.second);
        table += pageRow(font, sum);
    }
    return table + pageRow(QStringLiteral("all"), all);
}

}  // namespace

void printRough(const RoughChoice& choice, const QString& page)
{
    RoughSet set = choice.measuring ? measuringSet : tuningSet;
    if (!choice.font.isEmpty())
        set.fonts = QStringList{choice.font};
    std::printf("%-34s %6s %8s %8s %7s %7s %7s %8s %9s\n", "font, ground", "found%", "exact %", "of found",
                "wrong %", "checked", "placed%", "read ms", "find ms");
    RoughScore all;
    std::map<QString, std::map<QString, RoughScore>> scores;
    std::uint64_t seed = choice.seed.value_or(set.seed);
    for (const QString& font : set.fonts) {
        for (const RoughPlace& place : roughPlaces) {
            const QString title = QString::fromLatin1(place.title);
            RoughScore& score = scores[font][title];
            for (int i = 0; i < choice.each; ++i, ++seed) {
                if (!title.contains(choice.scene))
                    continue;
                const RoughRecording recording =
                    roughRecording(font, place.ground, photographs(place, choice.measuring), seed);
                if (choice.saveFolder.isEmpty())
                    score.add(recording, choice.verbose);
                else
                    cv::imwrite(QStringLiteral("%1/%2 %3 %4.png")
                                    .arg(choice.saveFolder, font, title)
                                    .arg(seed)
                                    .toStdString(),
                                recording.frames.front().picture);
            }
            if (score.recordings > 0)
                printRow(font + QStringLiteral(", ") + title, score);
            all.add(score);
        }
    }
    if (all.recordings > 0)
        printRow(QStringLiteral("all"), all);
    if (!page.isEmpty())
        writeMeasured(page, QStringLiteral("rough"), pageTable(scores, set.fonts));
}

}  // namespace sheen::test
