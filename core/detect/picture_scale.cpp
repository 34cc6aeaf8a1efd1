#include "core/detect/picture_scale.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Detector)
};

constexpr double mostEnlarged = 4;

/** Networks of any size are trained on pictures of about that length, unless their cards say otherwise. */
constexpr int usualLongestSide = 1280;

/** Pictures that are hardly longer than that are looked at as they are. */
constexpr double hardlyLonger = 1.25;

/** Tiles along a picture from which on its scale is doubtful. */
constexpr int manyTiles = 4;

double inSteps(double scale)
{
    constexpr double perOctave = 12;
    return std::exp2(std::round(perOctave * std::log2(scale)) / perOctave);
}

int longestSide(cv::Size picture)
{
    return std::max(picture.width, picture.height);
}

/** Of the pictures that the model was trained on; 0 where the card wants larger ones in tiles, or in its own
 * size. */
int longestSideFor(const ModelCard& card)
{
    if (card.longestSide > 0)
        return card.longestSide;
    return card.tile > 0 || card.inputWidth > 0 ? 0 : usualLongestSide;
}

QString sizeText(cv::Size size)
{
    return QStringLiteral("%1 x %2").arg(size.width).arg(size.height);
}

}  // namespace

cv::Size scaledSize(cv::Size picture, double scale)
{
    return {std::max(1, int(std::lround(picture.width * scale))),
            std::max(1, int(std::lround(picture.height * scale)))};
}

double scaleForGround(const ModelCard& card, double groundSampleDistanceMetres, cv::Size picture)
{
    constexpr double manyPixels = 2e6;
    const GroundSampleDistances& wanted = card.groundSampleDistances;
    if (!wanted.areKnown() || !(groundSampleDistanceMetres > 0))
        return 1;
    const double least = groundSampleDistanceMetres / wanted.coarsestMetres;
    const double most = groundSampleDistanceMetres / wanted.finestMetres;
    const double fewPixels = std::sqrt(manyPixels / std::max(1.0, double(picture.width) * picture.height));
    const double scale = std::clamp(std::min(1.0, fewPixels), least, most);
    return scale == 1 ? 1 : std::min(inSteps(scale), mostEnlarged);
}

double scaleForSize(const ModelCard& card, cv::Size picture)
{
    const int longest = longestSideFor(card);
    if (longest == 0 || longestSide(picture) <= hardlyLonger * longest)
        return 1;
    return 1.0 / std::ceil(double(longestSide(picture)) / longest);
}

std::vector<double> scalesFor(const ModelCard& card, double groundSampleDistanceMetres, cv::Size picture)
{
    const GroundSampleDistances& wanted = card.groundSampleDistances;
    if (wanted.areKnown() && groundSampleDistanceMetres > 0)
        return {scaleForGround(card, groundSampleDistanceMetres, picture)};
    const double largest = scaleForSize(card, picture);
    if (!wanted.areKnown() || card.givesClassMap())  // none of its answers is surer than another
        return {largest};
    // A model that knows many scales needs fewer looks to meet one of them.
    const double step = std::clamp(wanted.coarsestMetres / wanted.finestMetres, 2.0, 4.0);
    constexpr double smallest = 0.24;
    std::vector<double> scales;
    for (double part = 1; part >= smallest; part /= step)
        scales.push_back(largest * part);
    return scales;
}

QString scaleNotice(const ModelCard& card, double groundSampleDistanceMetres, cv::Size picture)
{
    const GroundSampleDistances& wanted = card.groundSampleDistances;
    if (wanted.areKnown()) {
        const bool tooCoarse = groundSampleDistanceMetres > mostEnlarged * wanted.coarsestMetres;
        return tooCoarse
                   ? Text::tr(
                         "The pictures show %1 m a pixel, and the model was made for %2 to %3 m: more than "
                         "4 times enlarging shows no more, so that oil may be missed. Fly lower, zoom in, or "
                         "choose a model that was made for this.")
                         .arg(groundSampleDistanceMetres, 0, 'g', 2)
                         .arg(wanted.finestMetres)
                         .arg(wanted.coarsestMetres)
                   : QString();
    }
    const double scale = scaleForSize(card, picture);
    if (scale < 1)
        return Text::
            tr("Pictures of %1 pixels were reduced to %2 for the model, whose card does not say for which "
               "metres a pixel it was made: films of a few pixels may be missed. See "
               "input.ground_sample_distance_m in docs/model-card.md.")
                .arg(sizeText(picture), sizeText(scaledSize(picture, scale)));
    if (card.tile > 0 && card.longestSide == 0 && longestSide(picture) > manyTiles * card.tile)
        return Text::
            tr("Pictures of %1 pixels were looked at in tiles of %2, as the model's card wants it, but it "
               "does "
               "not say for which metres a pixel the model was made: where it finds too little, name "
               "input.ground_sample_distance_m or input.longest_side in its card. See docs/model-card.md.")
                .arg(sizeText(picture))
                .arg(card.tile);
    return {};
}

}  // namespace sheen
