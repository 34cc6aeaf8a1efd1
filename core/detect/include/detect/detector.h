#pragma once

#include <QString>
#include <memory>
#include <opencv2/core.hpp>
#include <vector>

#include "base/cancel.h"
#include "data/model_card.h"
#include "data/run_facts.h"
#include "data/segmentation.h"

namespace sheen {

class ModelFile;

struct DetectorSettings
{
    QString device = QStringLiteral("auto");  //!< "auto", "cpu", "cuda", "cuda:1"
    int threads = 0;                          //!< of the CPU; 0: as many as the machine has
    cv::Size expectedPicture;                 //!< pixels; the network is warmed up for it; empty: not known
    int largestSide =
        2048;              //!< pixels: longer pictures are looked at in tiles, unless the card says otherwise
    int tileSide = 1024;   //!< pixels, likewise
    bool isTrial = false;  //!< the process is there for this one trial, see load_trial.h
    QString sha256 = {};  //!< of the file that the analyst trusts: another one is refused; empty: any will do
};

/** What is known of a picture before it is looked at. */
struct PictureHints
{
    std::vector<OverlayMark> overlay;       //!< letters and symbols over it; they never become oil
    double groundSampleDistanceMetres = 0;  //!< 0: not known
    QString sensor = {};                    //!< as telemetry calls it: EOW, EON, IR; empty: not known
};

/**
 * Stage 1: gives every pixel of a picture a class and a confidence. Behind this interface lie LibTorch and
 * OpenCV's networks. detect() is called by one thread at a time.
 */
class Detector
{
public:
    /**
     * Loads the model and runs it twice on an empty picture, so that what it says fits its card.
     * Throws Error(Unreadable): neither a TorchScript, an ONNX nor a taught model's file, no card, output
     * that does not fit the card, not the one that the settings name, or one that its trial (load_trial.h)
     * did not survive; Error(Usage): the device is not there; Error(Cancelled): `cancel`, which is asked
     * while a foreign model is tried, was requested. A model file is a program: whoever calls this has seen
     * to it that the analyst trusts it.
     */
    static std::unique_ptr<Detector> load(const QString& path, const DetectorSettings& settings = {},
                                          const Cancel& cancel = Cancel());
    static std::unique_ptr<Detector> load(ModelFile file, const DetectorSettings& settings = {},
                                          const Cancel& cancel = Cancel());

    /** Path of the model that ships with Sheen. */
    static QString defaultModelPath();

    /** How many models this process has loaded so far (a session loads its model once). */
    static int loadCount();

    virtual ~Detector() = default;

    virtual const ModelCard& card() const = 0;

    /**
     * "CPU, 2 threads", "CUDA 0"; the CPU, with the reason, where the graphics card's memory was too small or
     * the model failed on it. Any thread.
     */
    virtual QString deviceName() const = 0;

    /**
     * CPU time that its threads have spent so far, seconds; to be asked by the thread that detects. Of an
     * ONNX model OpenCV's other threads are not counted.
     */
    virtual double cpuSeconds() = 0;

    /** What running it on an empty picture took while it was loaded, seconds; 0: not known. */
    virtual double warmUpSeconds() const { return 0; }

    /**
     * `picture`: BGR, CV_8UC3, any size. Both planes of the result have its size; they are empty where
     * `cancel`, which is asked before each tile of a large picture, was requested. Throws Error: the network
     * fails on this picture, or answers with what its card does not name.
     */
    virtual Segmentation detect(const cv::Mat& picture, const PictureHints& hints, const Cancel& cancel) = 0;
    Segmentation detect(const cv::Mat& picture, const PictureHints& hints = {})
    {
        return detect(picture, hints, Cancel());
    }
};

/** Reads the card of a model file, and its hash, without running it. Throws as Detector::load does. */
ModelCard readModelCard(const QString& path);

}  // namespace sheen
