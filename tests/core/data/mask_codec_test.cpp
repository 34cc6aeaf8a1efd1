#include "data/mask_codec.h"

#include <QtTest>
#include <opencv2/imgcodecs.hpp>

using namespace sheen;

namespace {

cv::Mat someMask()
{
    cv::Mat classes(90, 160, CV_8UC1, cv::Scalar(0));
    classes(cv::Rect(20, 30, 40, 10)).setTo(3);
    classes(cv::Rect(0, 0, 160, 4)).setTo(255);
    return classes;
}

QByteArray encoded(const cv::Mat& image)
{
    std::vector<uchar> bytes;
    cv::imencode(".png", image, bytes);
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), int(bytes.size()));
}

/** As PNG has it at the end of each chunk. */
quint32 crc32(const QByteArray& bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

}  // namespace

class MaskCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        const cv::Mat back = maskFromPng(maskToPng(someMask()));
        QCOMPARE(back.type(), CV_8UC1);
        QCOMPARE(cv::norm(back, someMask(), cv::NORM_INF), 0.0);
        QVERIFY(maskToPng(cv::Mat()).isEmpty());
        QVERIFY(maskFromPng({}).empty());
    }

    void anotherImageIsNoMask()
    {
        QVERIFY(maskFromPng(encoded(cv::Mat(9, 9, CV_8UC3, cv::Scalar::all(1)))).empty());
        QVERIFY(maskFromPng(encoded(cv::Mat(9, 9, CV_16UC1, cv::Scalar::all(1)))).empty());
    }

    /** A mask cut off anywhere, or with any byte changed, gives a mask or none, and never an exception. */
    void damagedBytesGiveNoException()
    {
        const QByteArray whole = maskToPng(someMask());
        QVERIFY(maskFromPng("no image at all").empty());
        for (int length = 0; length < whole.size(); ++length)
            maskFromPng(whole.left(length));
        for (int i = 0; i < whole.size(); ++i) {
            QByteArray changed = whole;
            changed[i] = char(changed[i] ^ 0x55);
            maskFromPng(changed);
        }
    }

    /** OpenCV throws where a header claims more pixels than it takes. */
    void sizeThatCannotBeIsNoMask()
    {
        QByteArray bytes = maskToPng(someMask());
        bytes[16] = bytes[20] = char(0x0f);  // the most significant bytes of width and height
        const quint32 checksum = crc32(bytes.mid(12, 17));
        for (int i = 0; i < 4; ++i)
            bytes[29 + i] = char(checksum >> (24 - 8 * i));
        QVERIFY(maskFromPng(bytes).empty());
    }
};

QTEST_GUILESS_MAIN(MaskCodecTest)
#include "mask_codec_test.moc"
