#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <opencv2/core.hpp>

#include "data/model_card.h"
#include "training/training_tiles.h"

namespace sheen {

/** A tile as COCO's list of images has it. */
struct CocoImage
{
    QString fileName;
    QString maskName;
    cv::Rect place;  //!< in the frame, pixels
    const TrainingFrame* frame = nullptr;
};

/** Collects what annotations.json says: images, categories (1 + class value, 255 any oil), their areas. */
class CocoFile
{
public:
    CocoFile(const ModelCard& card, const TrainingSource& source);

    /** `marks`: of the tile. */
    void add(const CocoImage& image, const cv::Mat1b& marks);
    QByteArray json() const;
    int imageCount() const { return int(m_images.size()); }

private:
    QJsonArray m_categories;
    QJsonObject m_info;
    QJsonObject m_licence;
    QString m_source;
    QJsonArray m_images;
    QJsonArray m_annotations;
};

/** Lengths of runs of pixels that are not set and set, in turn, column by column, beginning with those that
 * are not. */
QJsonArray cocoRuns(const cv::Mat1b& mask);

}  // namespace sheen
