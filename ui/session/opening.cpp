#include "opening.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include "base/error.h"
#include "flight/identity.h"
#include "flight/picture_metadata.h"
#include "geo/map_projection.h"
#include "klv/klv_reader.h"
#include "overlay/overlay_reader.h"
#include "pictures/picture_reading.h"
#include "placing/elevation.h"
#include "placing/placing_again.h"
#include "recording/find_recording.h"
#include "run/run.h"
#include "sources/flight_overlay.h"
#include "ui/session/model_memory.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

constexpr int previewFrames = 4;
const QString folderSuffix = QStringLiteral(".sheen");
const QString workspaceName = QStringLiteral("/sheen.gpkg");

std::vector<Frame> firstFrames(const Flight& flight, const FlightInfo& info, const Cancel* cancel = nullptr)
{
    FrameSelection selection;
    if (info.kind == FlightInfo::Kind::Video)
        selection.everySeconds = 0.5;
    const auto source = flight.frames(selection);
    std::vector<Frame> frames;
    while (int(frames.size()) < previewFrames && !(cancel && cancel->requested())) {
        std::optional<Frame> frame = source->next();
        if (!frame)
            break;
        frames.push_back(std::move(*frame));
    }
    return frames;
}

/** What EXIF and XMP of a folder's pictures say. */
void readGeotags(const std::vector<Frame>& frames, FlightPreview& preview)
{
    for (const Frame& frame : frames) {
        if (!preview.info.hasGeotags || preview.reading.source != Quality::None)
            return;
        preview.reading = readingOf(readPictureFacts(QDir(preview.info.path).filePath(frame.fileName)),
                                    frame.picture.size());
        preview.reading.frame = frame.index;
        preview.reading.timeSeconds = frame.timeSeconds;
    }
}

LayoutMatch matchingLayout(const std::vector<Frame>& frames, const QString& overlay)
{
    if (overlay == QLatin1String("auto"))
        return OverlayReader::recognise(frames);
    const OverlayLayout layout = overlayLayoutNamed(overlay);
    return OverlayReader::recognise(frames, {layout});
}

/** What the flight's telemetry says at its beginning: KLV where there is some, else the overlay, else EXIF.
 */
void readFrames(const std::vector<Frame>& frames, const RunSettings& settings, FlightPreview& preview)
{
    preview.reading = {};
    preview.layoutTitle.clear();
    preview.layoutScore = 0;
    preview.overlayMarks.clear();
    if (preview.info.hasKlv && settings.telemetry != QLatin1String("overlay")) {
        KlvReader klv;
        for (const Frame& frame : frames) {
            preview.reading = klv.read(frame);
            if (preview.reading.source != Quality::None)
                return;
        }
        if (klv.isOlderSetAlone())
            preview.telemetryNotice = sentenceOf({IssueKind::KlvOlderSet, {}});
    }
    if (settings.telemetry == QLatin1String("klv"))
        return;
    if (settings.telemetry == QLatin1String("exif")) {
        readGeotags(frames, preview);
        return;
    }
    const LayoutMatch match = matchingLayout(frames, settings.overlay);
    preview.layoutScore = match.score;
    if (match.score <= 0) {
        readGeotags(frames, preview);
        return;
    }
    preview.layoutTitle = match.layout.title;
    if (match.score >= leastOverlayScore)
        preview.overlayMarks = overlayMarks(match.layout);
    OverlayReader reader(match.layout);
    for (const Frame& frame : frames) {
        preview.reading = reader.read(frame);
        if (preview.reading.source != Quality::None)
            return;
    }
}

void readTelemetryOf(const std::vector<Frame>& frames, const RunSettings& settings, FlightPreview& preview)
{
    preview.telemetryProblem.clear();
    try {
        readFrames(frames, settings, preview);
    } catch (const Error& error) {
        preview.telemetryProblem = error.sentence();
    }
}

std::unique_ptr<FlightPreview> previewOf(const Flight& flight, const Cancel& cancel)
{
    auto preview = std::make_unique<FlightPreview>();
    preview->info = flight.info();
    const std::vector<Frame> frames = firstFrames(flight, preview->info, &cancel);
    for (const Frame& frame : frames) {
        if (!frame.picture.empty()) {
            preview->firstFrame = frame;
            break;
        }
    }
    readTelemetryOf(frames, {}, *preview);
    preview->workspacePath = workspacePathFor(preview->info);
    if (Workspace::isWorkspace(preview->workspacePath))
        preview->earlierWorkspace = preview->workspacePath;
    return preview;
}

/** A workspace that names a projection which this machine does not know could not be drawn. */
void checkProjection(const QString& workspacePath, int epsg)
{
    if (epsg == 0)
        return;
    try {
        const MapProjection projection(epsg);
    } catch (const Error& error) {
        throw Error(QCoreApplication::translate("sheen::Opening",
                                                "The results in \"%1\" cannot be shown on a map. %2")
                        .arg(workspacePath, error.sentence()),
                    ErrorKind::Unreadable);
    }
}

Opened openWorkspace(const QString& path, const Cancel& cancel)
{
    Opened opened;
    QString keptCopy;
    if (const std::optional<WorkspaceHolder> holder = WorkspaceLock::holderOf(path)) {
        opened.readOnly = holderText(*holder);
        opened.workspace = Workspace::open(path);
    } else {
        opened.lock = WorkspaceLock::take(path);
        opened.workspace = Workspace::open(path, &keptCopy);
    }
    if (!keptCopy.isEmpty())
        opened.notice =
            QCoreApplication::translate("sheen::Opening",
                                        "These results were brought to the format of this version; as they "
                                        "were they were kept in %1.")
                .arg(keptCopy);
    opened.facts = opened.workspace->facts();
    checkProjection(path, opened.facts.crsEpsg);
    opened.frames = opened.workspace->frames();
    setElevation(opened.frames, trackSettingsOf(opened.facts));
    opened.slicks = opened.workspace->slicks(&cancel);
    if (cancel.requested())
        throw Error(QCoreApplication::translate("sheen::Flight", "Opening \"%1\" was cancelled.").arg(path),
                    ErrorKind::Cancelled);
    try {
        std::shared_ptr<const Flight> flight =
            openFlightOf(opened.facts, findRecording(opened.facts, path), &cancel);
        opened.preview = std::make_unique<FlightPreview>();
        opened.preview->info = flight->info();
        opened.preview->workspacePath = workspacePathFor(flight->info());
        opened.flight = std::move(flight);
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::Cancelled)
            throw;
        opened.notice +=
            (opened.notice.isEmpty() ? QString() : QStringLiteral(" ")) +
            QCoreApplication::translate("sheen::Opening",
                                        "The recording is not at hand, so its pictures are not shown. %1")
                .arg(error.sentence());
    }
    return opened;
}

Opened openSomething(const QString& path, double folderIntervalSeconds, const Cancel& cancel)
{
    if (Workspace::isWorkspace(path))
        return openWorkspace(path, cancel);
    const QString inside = QDir(path).filePath(QStringLiteral("sheen.gpkg"));
    if (QFileInfo(path).isDir() && Workspace::isWorkspace(inside))
        return openWorkspace(inside, cancel);
    Opened opened;
    opened.flight = Flight::open(path, folderIntervalSeconds, &cancel);
    opened.preview = previewOf(*opened.flight, cancel);
    return opened;
}

/** The folder that the folder of a workspace lies in. */
QDir parentFor(const QDir& beside, const QString& name)
{
    const QFileInfo folder(beside.filePath(name + folderSuffix));
    const bool writable =
        folder.exists() ? folder.isWritable() : QFileInfo(beside.absolutePath()).isWritable();
    return writable ? beside
                    : QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
                           QStringLiteral("/Sheen"));
}

/** The results of a recording that had another name when it was run; empty where there are none. */
QString workspaceBeside(const QDir& folder, const RecordingIdentity& recording)
{
    if (!recording.isKnown())
        return {};
    const QStringList names =
        folder.entryList({QLatin1Char('*') + folderSuffix}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& name : names) {
        const QString path = folder.filePath(name + workspaceName);
        const std::optional<RunFacts> facts =
            QFileInfo::exists(path) ? Workspace::factsOf(path) : std::optional<RunFacts>();
        if (facts && facts->recording == recording && QFileInfo(folder.filePath(name)).isWritable())
            return path;
    }
    return {};
}

}  // namespace

QString holderText(const WorkspaceHolder& holder)
{
    return QCoreApplication::translate("sheen::Opening",
                                       "These results are open in another window, of %1 on %2 (process %3) "
                                       "since %4. Here they can be looked at, not changed: close them "
                                       "there, then open them again.")
        .arg(holder.person.isEmpty() ? QStringLiteral("?") : holder.person, holder.host,
             QString::number(holder.process), holder.since.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

Opened openPath(const QString& path, double folderIntervalSeconds, const Cancel& cancel)
{
    Opened opened = openSomething(path, folderIntervalSeconds, cancel);
    const bool isResult = opened.workspace != nullptr;
    opened.model =
        rememberedModel({isResult ? opened.facts.flightPath : opened.flight->info().path, opened.workspace,
                         isResult ? QString() : opened.preview->earlierWorkspace});
    return opened;
}

RunSettings settingsForNext(const RunSettings& before, const Opened& opened)
{
    // What another flight was run with need not hold for this one: above all not its table of telemetry.
    // But the table that these results were made with holds for a run again.
    RunSettings settings = before;
    settings.telemetry = QStringLiteral("auto");
    settings.overlay = QStringLiteral("auto");
    settings.table = {};
    const QJsonObject& then = opened.facts.settings;
    if (const QString telemetry = then.value(QStringLiteral("telemetry")).toString();
        QFileInfo(telemetry).isFile()) {
        settings.telemetry = telemetry;
        settings.table = TableSettings::fromJson(then.value(QStringLiteral("telemetry_table")).toObject());
    }
    settings.selection.stride.reset();
    settings.selection.everySeconds.reset();
    if (opened.flight && opened.flight->info().kind == FlightInfo::Kind::Video)
        settings.selection.everySeconds = 0.5;
    settings.track = opened.workspace ? trackSettingsOf(opened.facts) : TrackSettings();
    return settings;
}

void readTelemetry(const Flight& flight, const RunSettings& settings, FlightPreview& preview)
{
    readTelemetryOf(firstFrames(flight, preview.info), settings, preview);
}

QString workspacePathFor(const FlightInfo& flight)
{
    const QDir beside = QFileInfo(flight.path).absoluteDir();
    const RecordingIdentity recording = identityOf(flight.path);
    if (const QString earlier = workspaceBeside(beside, recording); !earlier.isEmpty())
        return earlier;
    const QString suffix = QFileInfo(flight.path).isFile() ? QFileInfo(flight.path).suffix() : QString();
    for (int number = 0;; ++number) {
        QString name = flight.name;
        if (number > 0 && !suffix.isEmpty())
            name += QLatin1Char('.') + suffix;
        if (number > (suffix.isEmpty() ? 0 : 1))
            name += QLatin1Char('.') + QString::number(number);
        const QString path = parentFor(beside, name).filePath(name + folderSuffix + workspaceName);
        const std::optional<RunFacts> facts = Workspace::factsOf(path);
        if (!facts || isResultOf(*facts, flight.path, recording))
            return path;
    }
}

}  // namespace sheen
