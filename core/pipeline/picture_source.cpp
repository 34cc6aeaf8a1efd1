#include "core/pipeline/picture_source.h"

#include <QCoreApplication>
#include <QDir>
#include <utility>

#include "core/flight/picture_metadata.h"
#include "core/pipeline/table_source.h"
#include "core/telemetry/height_choice.h"
#include "core/telemetry/picture_reading.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Run)
};

FrameIssue assumedCourse()
{
    return {QStringLiteral("assumed_course"),
            Text::tr("The pictures do not say which way they point: the course is taken for their direction, "
                     "and north where the camera does not move."),
            true};
}

}  // namespace

PictureSource::PictureSource(const QString& folder, std::optional<double> horizontalFovDegrees)
    : m_folder(folder), m_horizontalFovDegrees(horizontalFovDegrees)
{}

TelemetryReading PictureSource::read(const Frame& frame)
{
    m_facts = readPictureFacts(QDir(m_folder).filePath(frame.fileName));
    TelemetryReading reading = readingOf(m_facts, frame.picture.size());
    if (!reading.horizontalFovDegrees)
        reading.horizontalFovDegrees = m_horizontalFovDegrees;
    return reading;
}

std::vector<FrameIssue> PictureSource::check(const Frame&, const TelemetryRecord&)
{
    std::vector<FrameIssue> found;
    if (!m_facts.hasPosition())
        return found;
    if (assumesStraightDown(m_facts) && !std::exchange(m_saidStraightDown, true))
        found.push_back(assumedStraightDown());
    if (lacksDirection(m_facts) && !std::exchange(m_saidCourse, true))
        found.push_back(assumedCourse());
    if (!m_facts.altitudeMetres && !std::exchange(m_saidTakeOff, true))
        found.push_back(assumedTakeOffAtSea());
    if (chooseHeight(m_facts.altitudeMetres, m_facts.heightAboveTakeOffMetres).contradicts)
        found.push_back(contradictingHeights(!std::exchange(m_saidHeights, true)));
    if (m_facts.attitudeWasNoCarriers)
        found.push_back(
            {QStringLiteral("camera_pitch_of_gimbal"),
             Text::tr("The angles in Camera:Pitch and Camera:Roll are none that an aircraft flies "
                      "with: they were taken for the camera's own (-90 looks straight down)."),
             !std::exchange(m_saidGimbal, true)});
    return found;
}

}  // namespace sheen
