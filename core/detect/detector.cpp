#include "detect/detector.h"

#include <atomic>

#include "base/resources.h"
#include "detect/load_trial.h"
#include "detect/model_file.h"
#include "taught_detector.h"
#include "torch_detector.h"

namespace sheen {

namespace {

std::atomic<int> loads{0};

}  // namespace

std::unique_ptr<Detector> Detector::load(const QString& path, const DetectorSettings& settings,
                                         const Cancel& cancel)
{
    return load(ModelFile(path), settings, cancel);
}

std::unique_ptr<Detector> Detector::load(ModelFile file, const DetectorSettings& settings,
                                         const Cancel& cancel)
{
    if (file.format() == ModelFormat::Taught)
        return std::make_unique<TaughtDetector>(file, settings, cancel);
    if (!settings.isTrial)
        tryInOwnProcess(file, cancel);
    std::unique_ptr<Detector> detector =
        std::make_unique<TorchDetector>(std::make_shared<ModelFile>(std::move(file)), settings);
    ++loads;
    return detector;
}

QString Detector::defaultModelPath()
{
    return resourcePath(QStringLiteral("models/sheen-compact.pt"));
}

int Detector::loadCount()
{
    return loads;
}

}  // namespace sheen
