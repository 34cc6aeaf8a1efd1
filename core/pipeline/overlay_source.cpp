#include "core/pipeline/overlay_source.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "core/data/error.h"
#include "core/pipeline/sample_frames.h"
#include "core/telemetry/overlay_layout.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Run)
};

OverlayLayout namedLayout(const QString& name)
{
    const std::vector<OverlayLayout> layouts = availableOverlayLayouts();
    QStringList names;
    for (const OverlayLayout& layout : layouts) {
        if (layout.name == name)
            return layout;
        names << layout.name;
    }
    if (QFileInfo::exists(name))
        return loadOverlayLayout(name);
    throw Error(
        Text::tr("There is no overlay layout \"%1\". Use auto, the path of a layout file, or one of: %2.")
            .arg(name, names.join(QStringLiteral(", "))),
        ErrorKind::Usage);
}

}  // namespace

OverlaySource::OverlaySource(const Flight& flight, const RunSettings& settings, const Cancel& cancel)
    : m_flight(flight), m_settings(settings), m_cancel(cancel)
{
    if (settings.overlay != QLatin1String("auto"))
        m_reader = std::make_unique<OverlayReader>(namedLayout(settings.overlay));
}

TelemetryReading OverlaySource::read(const Frame& frame)
{
    if (frame.picture.empty() || !haveLayout(frame))
        return {};
    return m_reader->read(frame);
}

QString OverlaySource::layoutName() const
{
    return m_reader ? m_reader->layout().name : QString();
}

std::vector<OverlayMark> OverlaySource::overlayMarks() const
{
    return m_reader ? sheen::overlayMarks(m_reader->layout()) : std::vector<OverlayMark>();
}

/** Recognises the overlay: on a few frames of the flight first, and where they show none, now and then. */
bool OverlaySource::haveLayout(const Frame& frame)
{
    constexpr int framesBetweenTries = 10;
    if (m_reader)
        return true;
    const int tried = m_framesTried++;
    if (tried % framesBetweenTries != 0)
        return false;
    if (tried > 0)
        return recognise({frame});
    for (const int count : {3, 8}) {
        if (recognise(sampleFrames(m_flight, m_settings.selection, count, m_cancel)))
            return true;
    }
    return false;
}

bool OverlaySource::recognise(const std::vector<Frame>& frames)
{
    if (frames.empty() || m_cancel.requested())
        return false;
    const LayoutMatch match = OverlayReader::recognise(frames);
    if (match.score >= leastOverlayScore)
        m_reader = std::make_unique<OverlayReader>(match.layout);
    return m_reader != nullptr;
}

}  // namespace sheen
