#pragma once

#include <QString>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

namespace sheen {

/** A mask of marks in a folder, and where the picture is that it marks. */
struct MarksFile
{
    QString name;  //!< without ".marks.png"
    QString maskPath;
    QString picturePath;  //!< empty: the frame of the recording
    int frame = -1;       //!< its number; -1: the picture lies in the folder
};

/**
 * The marks of a folder by name: NAME.marks.png with NAME.png, .jpg or .jpeg beside it. `withFlight`: where
 * there is no such picture NAME may be a frame's number. Throws Error(Unreadable): no such folder, no marks
 * in it, marks without a picture.
 */
std::vector<MarksFile> marksIn(const QString& folder, bool withFlight);

/** CV_8UC1. Throws Error(Unreadable): no picture, or not one channel of 8 bit. */
cv::Mat readMarks(const QString& path);

/** CV_8UC3, BGR. Throws Error(Unreadable): no picture. */
cv::Mat readMarkedPicture(const QString& path);

}  // namespace sheen
