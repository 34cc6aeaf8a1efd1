#pragma once

#include <opencv2/imgproc.hpp>

#include "camera/camera_model.h"
#include "camera/footprint.h"
#include "data/frame_record.h"
#include "data/mask_codec.h"
#include "data/run_facts.h"
#include "flight/flight.h"
#include "support/some_slick.h"

namespace sheen {

constexpr int oilClass = 2;
const cv::Size syntheticPicture{320, 180};

/** A flight straight ahead over one bright square of oil, looking straight down; no files. */
class SyntheticFlight : public Flight
{
public:
    explicit SyntheticFlight(int frameCount) : m_frameCount(frameCount)
    {
        m_info.name = QStringLiteral("synthetic");
        m_info.pictureSize = syntheticPicture;
        m_info.frameCount = frameCount;
    }

    const FlightInfo& info() const override { return m_info; }

    /** Grey sea, a red pixel block where the mask has oil. */
    static cv::Mat picture(int index)
    {
        cv::Mat bgr(syntheticPicture, CV_8UC3, cv::Scalar(90, 90, 40 + index));
        bgr.setTo(cv::Scalar(0, 0, 255), mask(index) == oilClass);
        return bgr;
    }

    /** Oil in the middle of the picture. */
    static cv::Mat mask(int)
    {
        cv::Mat classes(syntheticPicture, CV_8UC1, cv::Scalar(0));
        cv::rectangle(classes, cv::Rect(150, 80, 20, 20), cv::Scalar(oilClass), cv::FILLED);
        return classes;
    }

    Frame frameAt(int index, double timeSeconds) const override
    {
        Frame frame;
        frame.index = index;
        frame.timeSeconds = timeSeconds;
        frame.picture = picture(index);
        return frame;
    }

    std::unique_ptr<FrameSource> frames(const FrameSelection& selection) const override
    {
        class Source : public FrameSource
        {
        public:
            Source(const SyntheticFlight& flight, const FrameSelection& selection)
                : m_flight(flight), m_selection(selection), m_next(selection.firstFrame)
            {}
            std::optional<Frame> next() override
            {
                if (m_next >= std::min(m_flight.m_frameCount, m_selection.endFrame))
                    return std::nullopt;
                const int index = m_next;
                m_next += m_selection.stride.value_or(1);
                return m_flight.frameAt(index, index);
            }
            int expectedFrames() const override { return 0; }

        private:
            const SyntheticFlight& m_flight;
            FrameSelection m_selection;
            int m_next;
        };
        return std::make_unique<Source>(*this, selection);
    }

    /** The frame as the pipeline leaves it. */
    static FrameRecord record(int index, double longitudeDegrees = 128.0)
    {
        FrameRecord record;
        record.frame = index;
        record.timeSeconds = index;
        record.pictureSize = syntheticPicture;
        CameraPose pose;
        pose.latitudeDegrees = 34.5 + index * 0.0005;  // 55 m north each frame
        pose.longitudeDegrees = longitudeDegrees;
        pose.heightMetres = 300;
        pose.depressionDegrees = 90;
        pose.horizontalFovDegrees = 40;
        pose.source = Quality::Read;
        record.telemetry.pose = pose;
        record.telemetry.quality = Quality::Read;
        record.telemetry.utc = QDateTime(QDate(2026, 6, 7), QTime(1, 30, index), Qt::UTC);
        record.telemetry.sensor = QStringLiteral("EOW");
        record.telemetry.horizontalFovDegrees = 40;
        const auto set = [&record](OverlayField field, double value, const char* text) {
            record.telemetry.values[indexOf(field)] = value;
            record.telemetry.qualities[indexOf(field)] = Quality::Read;
            record.telemetry.reading[field].text = QString::fromUtf8(text);
        };
        set(OverlayField::PlatformLatitude, pose.latitudeDegrees, "34.50000N");
        set(OverlayField::PlatformAltitude, 300, "984FT");
        set(OverlayField::PlatformHeading, 0, "0\xC2\xB0");
        record.telemetry.reading[OverlayField::Zone].text = QStringLiteral("UTC+0.0, \"late\"");
        const CameraModel camera(pose, syntheticPicture);
        const Footprint footprint = footprintOf(camera);
        record.footprint = footprint.outline;
        record.groundSampleDistanceMetres = footprint.groundSampleDistanceMetres;
        record.centre = camera.toGround({syntheticPicture.width / 2.0, syntheticPicture.height / 2.0});
        Detection detection;
        detection.frame = index;
        detection.classValue = oilClass;
        detection.confidence = 0.8;
        detection.outline = {{{150, 80}, {170, 80}, {170, 100}, {150, 100}}};
        GroundRing ring;
        for (const cv::Point2d& corner : detection.outline.front())
            ring.push_back(*camera.toGround(corner));
        detection.ground = {{ring}};
        detection.areaSquareMetres = 300;
        record.detections = {detection};
        return record;
    }

    /** As a workspace would give them. */
    static QByteArray maskPng(int index) { return maskToPng(mask(index)); }

    static std::vector<FrameRecord> records(int count, double longitudeDegrees = 128.0)
    {
        std::vector<FrameRecord> result;
        for (int i = 0; i < count; ++i)
            result.push_back(record(i, longitudeDegrees));
        return result;
    }

    static RunFacts facts()
    {
        RunFacts facts;
        facts.flightPath = QStringLiteral("/flights/synthetic.mp4");
        facts.flightName = QStringLiteral("synthetic");
        facts.sheenVersion = QStringLiteral("0.1.0");
        facts.startedAt = QDateTime(QDate(2026, 6, 7), QTime(3, 0), Qt::UTC);
        facts.model.name = QStringLiteral("test model");
        facts.model.sha256 = QStringLiteral("0123456789abcdef");
        facts.model.classes = {{0, QStringLiteral("water"), {30, 80, 140}, 0, false},
                               {oilClass, QStringLiteral("rainbow"), {255, 120, 0}, 2, true},
                               {3, QStringLiteral("dark oil"), {20, 20, 20}, 5, true},
                               {4, QStringLiteral("oil in infrared"), {160, 0, 160}, 0, true}};
        facts.crsEpsg = 32652;
        facts.framesDone = 3;
        facts.framesPlaced = 3;
        facts.issueCounts = {{QStringLiteral("overlay_hidden"), 2}};
        facts.wallSeconds = 12;
        return facts;
    }

    static Slick slick(std::int64_t id, const FrameRecord& from)
    {
        Slick slick = slickOfOne(id, from.detections.front().ground, oilClass, 2);
        AppearanceArea& area = slick.areas[0];
        area.className = QStringLiteral("무지개 rainbow");
        area.confidence = 0.8125;
        area.seen = {0, from.frame, from.frame, from.frame + 1};
        slick.positionErrorMetres = 12.5;
        measure(slick);
        return slick;
    }

private:
    FlightInfo m_info;
    int m_frameCount;
};

}  // namespace sheen
