#include "picture_source.h"

#include <QDir>
#include <utility>

#include "flight/picture_metadata.h"
#include "pictures/height_choice.h"
#include "pictures/picture_reading.h"
#include "table_source.h"

namespace sheen {

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

std::vector<Issue> PictureSource::check(const Frame&, const TelemetryRecord&)
{
    std::vector<Issue> found;
    if (!m_facts.hasPosition())
        return found;
    if (assumesStraightDown(m_facts) && !std::exchange(m_saidStraightDown, true))
        found.push_back({IssueKind::AssumedStraightDown, {}});
    if (lacksDirection(m_facts) && !std::exchange(m_saidCourse, true))
        found.push_back({IssueKind::AssumedCourse, {}});
    if (!m_facts.altitudeMetres && !std::exchange(m_saidTakeOff, true))
        found.push_back({IssueKind::AssumedTakeOffAtSea, {}});
    if (chooseHeight(m_facts.altitudeMetres, m_facts.heightAboveTakeOffMetres).contradicts &&
        !std::exchange(m_saidHeights, true))
        found.push_back({IssueKind::HeightsContradict, {}});
    if (m_facts.attitudeWasNoCarriers && !std::exchange(m_saidGimbal, true))
        found.push_back({IssueKind::CameraPitchOfGimbal, {}});
    return found;
}

}  // namespace sheen
