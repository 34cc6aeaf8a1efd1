#include "glyphs/line_recogniser.h"

#include <omp.h>
#include <tesseract/baseapi.h>

#include <QCoreApplication>
#include <string>
#include <vector>

#include "base/error.h"

namespace sheen {

namespace {

/**
 * Tesseract asks for four threads in each of its many small parallel regions, which costs far more than it
 * gains on a short line, and no count set for the thread changes that. Regions that may not be active at all
 * run in the calling thread.
 */
class SingleThreaded
{
public:
    SingleThreaded() : m_before(omp_get_max_active_levels()) { omp_set_max_active_levels(0); }
    ~SingleThreaded() { omp_set_max_active_levels(m_before); }
    SingleThreaded(const SingleThreaded&) = delete;
    SingleThreaded& operator=(const SingleThreaded&) = delete;

private:
    int m_before;
};

}  // namespace

class LineRecogniser::Private
{
public:
    tesseract::TessBaseAPI api;
    QString alphabet;
};

LineRecogniser::LineRecogniser() : d(std::make_unique<Private>())
{
    const std::vector<std::string> names = {"load_system_dawg", "load_freq_dawg",    "load_punc_dawg",
                                            "load_number_dawg", "load_unambig_dawg", "load_bigram_dawg"};
    const std::vector<std::string> values(names.size(), "0");
    if (d->api.Init(nullptr, "eng", tesseract::OEM_LSTM_ONLY, nullptr, 0, &names, &values, false) != 0) {
        throw Error(QCoreApplication::translate(
            "LineRecogniser",
            "Tesseract's English model was not found, so overlays cannot be read. Install tesseract-ocr-eng, "
            "or set TESSDATA_PREFIX to the folder that holds eng.traineddata."));
    }
    d->api.SetPageSegMode(tesseract::PSM_SINGLE_LINE);
    // A line of its own says nothing about the next one.
    d->api.SetVariable("classify_enable_learning", "0");
    d->api.SetVariable("debug_file", "/dev/null");
}

LineRecogniser::~LineRecogniser() = default;

LineRecogniser::Text LineRecogniser::read(const cv::Mat& darkOnLight, const QString& alphabet)
{
    const SingleThreaded singleThreaded;
    if (d->alphabet != alphabet) {
        d->api.SetVariable("tessedit_char_whitelist", alphabet.toUtf8().constData());
        d->alphabet = alphabet;
    }
    d->api.SetImage(darkOnLight.data, darkOnLight.cols, darkOnLight.rows, 1,
                    static_cast<int>(darkOnLight.step));
    d->api.SetSourceResolution(300);
    const std::unique_ptr<char[]> text(d->api.GetUTF8Text());
    Text result;
    if (text) {
        result.text = QString::fromUtf8(text.get()).trimmed();
        result.confidence = std::max(0, d->api.MeanTextConf()) / 100.0;
    }
    return result;
}

}  // namespace sheen
