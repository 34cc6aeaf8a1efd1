#include "detect/picture_scale.h"

#include <QString>
#include <algorithm>
#include <cmath>

namespace sheen {

namespace {

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

/** Rounds a length to two significant digits; whole metres keep all of theirs. */
double inTwoDigits(double metres)
{
    return roundedTo(metres, std::max(0, 1 - int(std::floor(std::log10(metres)))));
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

std::optional<Issue> scaleIssue(const ModelCard& card, double groundSampleDistanceMetres, cv::Size picture)
{
    const GroundSampleDistances& wanted = card.groundSampleDistances;
    if (wanted.areKnown()) {
        if (!(groundSampleDistanceMetres > mostEnlarged * wanted.coarsestMetres))
            return std::nullopt;
        return Issue{IssueKind::PicturesTooCoarse,
                     {inTwoDigits(groundSampleDistanceMetres), wanted.finestMetres, wanted.coarsestMetres}};
    }
    const double scale = scaleForSize(card, picture);
    if (scale < 1)
        return Issue{IssueKind::PicturesReduced, {sizeText(picture), sizeText(scaledSize(picture, scale))}};
    if (card.tile > 0 && card.longestSide == 0 && longestSide(picture) > manyTiles * card.tile)
        return Issue{IssueKind::TilesOfAnyScale, {sizeText(picture), card.tile}};
    return std::nullopt;
}

}  // namespace sheen
