#pragma once

#include <QByteArray>
#include <QString>
#include <memory>
#include <opencv2/core.hpp>

namespace sheen::test {

/** How a test's video is made. */
struct VideoOptions
{
    QString codec = QStringLiteral("mpeg4");  //!< FFmpeg's encoder name: mpeg4, mpeg2video, mjpeg, ffv1
    cv::Size size{160, 120};
    double framesPerSecond = 10;
    int keyFrameDistance = 12;
    int clockwiseQuarterTurns = 0;  //!< how a player has to turn the pictures; written as a display matrix
    bool deepGrey = false;          //!< 16 bits of grey (ffv1 in mkv); pictures are CV_16UC1 then
    QString pixelFormat = {};       //!< FFmpeg's name; empty: the usual one
    bool klv = false;               //!< with a KLV stream (transport streams)
    bool klvIsSynchronous = false;  //!< stream type 0x15, in metadata access unit cells
    int bitsPerSecond = 2'000'000;
    cv::Size sampleAspect{1, 1};  //!< a pixel's width to its height
};

/** Writes a small video; the container follows from the file's extension. Throws std::runtime_error. */
class VideoWriter
{
public:
    VideoWriter(const QString& path, const VideoOptions& options);
    ~VideoWriter();

    /** BGR, of the options' size. */
    void write(const cv::Mat& picture, double timeSeconds);
    /** One after another, times rising, between the pictures. */
    void writeKlv(const QByteArray& packet, double timeSeconds);
    /** Writes the file's end; without it the file stays as an interrupted recording leaves it. */
    void finish();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/** A picture whose number can be told from its looks, whatever a codec does to it. */
cv::Mat numberedPicture(int number, cv::Size size = {160, 120});
/** The number that a picture shows; -1 where it shows none. */
int numberOf(const cv::Mat& picture);

/** A video of so many numbered pictures. */
void writeNumberedVideo(const QString& path, int count, const VideoOptions& options = {});

}  // namespace sheen::test
