#include "taught_detector.h"

#include "detect/model_file.h"
#include "file_hash.h"
#include "overlay_cover.h"
#include "teach/pixel_features.h"
#include "teach/taught_card.h"
#include "teach/taught_segmentation.h"

namespace sheen {

namespace {

std::unique_ptr<Detector> loadBase(const ModelFile& file, DetectorSettings settings, const Cancel& cancel)
{
    checkHash(file, settings.sha256);
    settings.sha256 = file.taught().base.sha256;
    return Detector::load(file.baseFile(), settings, cancel);
}

}  // namespace

TaughtDetector::TaughtDetector(const ModelFile& file, const DetectorSettings& settings, const Cancel& cancel)
    : m_model(file.taught()), m_sensors(taughtSensors(m_model.card)), m_base(loadBase(file, settings, cancel))
{}

Segmentation TaughtDetector::detect(const cv::Mat& picture, const PictureHints& hints, const Cancel& cancel)
{
    // Letters over the picture are taken out once, for the base and the forests.
    const OverlayCover cover(picture, hints.overlay);
    PictureHints withoutOverlay = hints;
    withoutOverlay.overlay.clear();
    Segmentation result = m_base->detect(cover.picture(), withoutOverlay, cancel);
    if (result.classes.empty())
        return result;
    const bool otherSensor =
        !hints.sensor.isEmpty() && !m_sensors.isEmpty() && !m_sensors.contains(hints.sensor);
    if (!otherSensor && knowsSuchPictures(m_model.forests, picture))
        result = taughtSegmentation(m_model.forests, m_model.card,
                                    PixelFeatures(cover.picture(), result, m_base->card()), result);
    cover.fillMask(result);
    return result;
}

}  // namespace sheen
