#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <memory>
#include <opencv2/core.hpp>

#include "base/part_folder.h"
#include "data/model_card.h"

namespace sheen {

/** Where the pictures of a training set are from, and what may be done with them. */
struct TrainingSource
{
    QString recording;    //!< its name
    QString contentHash;  //!< of the recording; empty: not known
    QDate recordedOn;     //!< invalid: not known
    QString owner;        //!< whose pictures they are; empty: nobody said
    QString licence;      //!< under which they may be used; empty: nobody said
    QStringList people;   //!< who marked and decided
    QString writtenBy;    //!< the program
};

/** A frame of which a person said something. */
struct TrainingFrame
{
    int frame = 0;
    double timeSeconds = 0;
    QString sensor;   //!< as telemetry calls it; empty: not known
    cv::Mat picture;  //!< CV_8UC3, BGR
    cv::Mat1b marks;  //!< of its size: 0 nothing said, 1 + class value, 255 any oil
};

/**
 * A folder `training` of tiles, 512 pixels wide and high where the frame is as large: NAME.png with its mask
 * NAME.marks.png, as `sheen teach --marks` reads them, and annotations.json in the format of COCO (Lin et
 * al., 2014), each connected area run-length encoded. Only tiles in which something is said.
 */
class TrainingTiles
{
public:
    static constexpr int side = 512;  //!< pixels

    /** `card`: names the classes of the marks. */
    TrainingTiles(const ModelCard& card, const TrainingSource& source, const PartFolder& parts);
    ~TrainingTiles();

    /** Writes the tiles of a frame. Throws Error: a file cannot be written. */
    void add(const TrainingFrame& frame);
    /** Writes annotations.json; without a tile it does nothing. Throws likewise. */
    void finish();

    int count() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen
