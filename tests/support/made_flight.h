#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <set>
#include <thread>

#include "base/error.h"
#include "detect/detector.h"
#include "flight/flight.h"

namespace sheen {

/** A flight of grey pictures with one dark rectangle; some frames broken, some of another size. */
class MadeFlight : public Flight
{
public:
    explicit MadeFlight(int count)
    {
        m_info.kind = FlightInfo::Kind::Folder;
        m_info.path = QStringLiteral("/made/flight");
        m_info.name = QStringLiteral("flight");
        m_info.pictureSize = {160, 120};
        m_info.frameCount = count;
    }

    std::set<int> broken;
    std::set<int> otherSize;
    std::function<void(const cv::Mat&)> watch;  //!< is shown each picture that a source hands out
    mutable std::atomic<int> handedOut{0};

    const FlightInfo& info() const override { return m_info; }

    Frame frameAt(int index, double timeSeconds) const override
    {
        Frame frame;
        frame.index = index;
        frame.timeSeconds = timeSeconds;
        if (broken.count(index) > 0) {
            frame.issue = Issue{IssueKind::FrameUndecodable, {index}};
            return frame;
        }
        const cv::Size size = otherSize.count(index) > 0 ? cv::Size(96, 72) : m_info.pictureSize;
        frame.picture = cv::Mat(size, CV_8UC3, cv::Scalar::all(180));
        frame.picture(cv::Rect(size.width / 4, size.height / 4, size.width / 4, size.height / 4))
            .setTo(cv::Scalar::all(30));
        return frame;
    }

    std::unique_ptr<FrameSource> frames(const FrameSelection& selection) const override
    {
        class Source : public FrameSource
        {
        public:
            Source(const MadeFlight& flight, const FrameSelection& chosen)
                : m_flight(flight),
                  m_next(chosen.firstFrame),
                  m_end(std::min(chosen.endFrame, flight.m_info.frameCount))
            {}
            std::optional<Frame> next() override
            {
                if (m_next >= m_end)
                    return std::nullopt;
                ++m_flight.handedOut;
                const int index = m_next++;
                Frame frame = m_flight.frameAt(index, index);
                if (m_flight.watch)
                    m_flight.watch(frame.picture);
                return frame;
            }
            int expectedFrames() const override { return std::max(0, m_end - m_next); }

        private:
            const MadeFlight& m_flight;
            int m_next;
            int m_end;
        };
        return std::make_unique<Source>(*this, selection);
    }

private:
    FlightInfo m_info;
};

/** Dark is oil. */
class DarkDetector : public Detector
{
public:
    DarkDetector()
    {
        m_card.name = QStringLiteral("Dark");
        m_card.classes = {{0, QStringLiteral("water"), {}, 0, false},
                          {1, QStringLiteral("oil"), {}, 3, true}};
    }

    double groundSampleDistanceMetres = 0;  //!< of the last picture, as it was told
    int failsOn = -1;                       //!< which call, from 0
    int blindOn = -1;                       //!< likewise: sees nothing
    std::chrono::milliseconds delay{0};

    /** From now on its card says on what pictures it was trained. */
    void setTraining(int longestSide, const GroundSampleDistances& distances)
    {
        m_card.longestSide = longestSide;
        m_card.groundSampleDistances = distances;
    }

    const ModelCard& card() const override { return m_card; }
    QString deviceName() const override
    {
        return m_calls > 3 ? QStringLiteral("CPU in its place") : QStringLiteral("test");
    }
    double cpuSeconds() override { return 0; }
    Segmentation detect(const cv::Mat& picture, const PictureHints& hints, const Cancel&) override
    {
        groundSampleDistanceMetres = hints.groundSampleDistanceMetres;
        std::this_thread::sleep_for(delay);
        const int call = m_calls++;
        if (call == failsOn)
            throw Error(QStringLiteral("the model fails on this picture"));
        Segmentation result;
        cv::Mat grey;
        cv::extractChannel(picture, grey, 0);
        result.classes = (grey < (call == blindOn ? 0 : 100)) / 255;
        result.confidence = cv::Mat(picture.size(), CV_8UC1, cv::Scalar(200));
        return result;
    }

private:
    ModelCard m_card;
    int m_calls = 0;
};

}  // namespace sheen
