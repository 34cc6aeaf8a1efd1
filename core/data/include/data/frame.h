#pragma once

#include <QByteArray>
#include <QString>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "data/issue.h"

namespace sheen {

/** A packet of a recording's data stream (KLV), as the container handed it out. */
struct DataPacket
{
    /** Presentation time in the recording, or that of the pictures it stands among; NaN: unknown. */
    double timeSeconds = 0;
    QByteArray bytes;
    int stream = 0;          //!< number of the data stream in the container
    bool hasOwnTime = true;  //!< false: the time is that of the pictures it stands among
};

/** One picture of a flight. */
struct Frame
{
    int index = 0;  //!< number in the recording, from 0: decoded pictures of a video, files of a folder
    double timeSeconds = 0;        //!< presentation time since the recording's first picture
    cv::Mat picture;               //!< BGR, CV_8UC3; empty where the frame could not be decoded
    QString fileName;              //!< of a frame folder's file (no path); empty for a video
    std::optional<Issue> issue;    //!< why the picture is empty or doubtful; nothing where all is well
    bool isAfterJoin = false;      //!< since the frame handed out before another recording was joined on
    std::vector<DataPacket> data;  //!< data packets since the frame handed out before this one
};

}  // namespace sheen
