#pragma once

#include <QString>
#include <memory>
#include <opencv2/core.hpp>

namespace sheen {

/** Tesseract, set up for single short lines of capitals and numbers. Used by one thread at a time. */
class LineRecogniser
{
public:
    /** Throws Error where Tesseract or its English model is not installed. */
    LineRecogniser();
    ~LineRecogniser();

    struct Text
    {
        QString text;
        double confidence = 0;  //!< 0 to 1
    };

    /**
     * @param darkOnLight CV_8UC1, one line, capitals about 30 px high, with a border of about 10 px
     * @param alphabet the characters that may occur
     */
    Text read(const cv::Mat& darkOnLight, const QString& alphabet);

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen
