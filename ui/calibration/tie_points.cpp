#include "ui/calibration/tie_points.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

#include "base/error.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/session/waiting_writes.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

const QString factName = QStringLiteral("tie_points");
const QString listKey = QStringLiteral("points");

QJsonObject toJson(const TieMark& mark)
{
    QJsonObject json{{QStringLiteral("used"), mark.used}};
    if (mark.frame >= 0) {
        json[QStringLiteral("frame")] = mark.frame;
        json[QStringLiteral("pixel")] = QJsonArray{mark.pixel.x(), mark.pixel.y()};
    }
    if (mark.latitudeDegrees)
        json[QStringLiteral("latitude_deg")] = *mark.latitudeDegrees;
    if (mark.longitudeDegrees)
        json[QStringLiteral("longitude_deg")] = *mark.longitudeDegrees;
    return json;
}

std::optional<double> numberOf(const QJsonValue& value, double limit)
{
    return value.isDouble() && std::abs(value.toDouble()) <= limit ? std::optional(value.toDouble())
                                                                   : std::nullopt;
}

TieMark fromJson(const QJsonObject& json)
{
    TieMark mark;
    mark.used = json[QLatin1String("used")].toBool(true);
    const QJsonArray pixel = json[QLatin1String("pixel")].toArray();
    if (pixel.size() == 2) {
        mark.frame = json[QLatin1String("frame")].toInt(-1);
        mark.pixel = QPointF(pixel[0].toDouble(), pixel[1].toDouble());
    }
    mark.latitudeDegrees = numberOf(json[QLatin1String("latitude_deg")], 90);
    mark.longitudeDegrees = numberOf(json[QLatin1String("longitude_deg")], 180);
    return mark;
}

}  // namespace

TiePoints::TiePoints(Session* session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(session, &Session::workspaceOpened, this, &TiePoints::read);
    connect(session, &Session::flightOpened, this, &TiePoints::read);
    connect(session, &Session::runStarted, this, &TiePoints::read);
    connect(session, &Session::runFinished, this, &TiePoints::read);
    connect(session, &Session::resultsMoved, this, [this] { m_workspace = m_session->workspace(); });
    connect(session, &Session::placedAgain, this, [this](bool stored) {
        if (stored && !m_session->isPlacingAgain())
            flush();
        Q_EMIT changed();  // residuals are others
    });
    connect(session, &Session::trackSettingsChanged, this, &TiePoints::changed);
}

void TiePoints::read()
{
    flush();
    m_marks.clear();
    m_workspace = m_session->workspace();
    if (const auto workspace = m_workspace.lock()) {
        try {
            for (const QJsonValue& value : workspace->kept(factName)[listKey].toArray())
                m_marks.push_back(fromJson(value.toObject()));
        } catch (const Error& error) {
            Q_EMIT failed(error.sentence());
        }
    }
    Q_EMIT changed();
}

void TiePoints::flush()
{
    const std::shared_ptr<Workspace> workspace = m_workspace.lock();
    if (!m_unwritten || !workspace || m_session->slicks()->isReadOnly())
        return;
    m_unwritten = false;
    QJsonArray list;
    for (const TieMark& mark : m_marks)
        list.append(toJson(mark));
    try {
        const auto keep = [list](Workspace& results) { results.keep(factName, {{listKey, list}}); };
        if (workspace == m_session->workspace())
            m_session->slicks()->writes().write(keep);
        else
            keep(*workspace);  // of the flight that was left
    } catch (const Error& error) {
        Q_EMIT failed(error.sentence());
    }
}

/** The marks are others: to be stored soon, and seen at once. */
void TiePoints::follow()
{
    m_unwritten = true;
    if (!m_session->isPlacingAgain())
        flush();
    Q_EMIT changed();
}

const TieMark* TiePoints::waiting() const
{
    const auto half =
        std::find_if(m_marks.begin(), m_marks.end(), [](const TieMark& mark) { return !mark.isComplete(); });
    return half == m_marks.end() ? nullptr : &*half;
}

TieMark& TiePoints::half()
{
    if (!waiting())
        m_marks.emplace_back();
    return m_marks[std::size_t(waiting() - m_marks.data())];
}

void TiePoints::markPixel(int frame, const QPointF& pixel)
{
    TieMark& mark = half();
    mark.frame = frame;
    mark.pixel = pixel;
    follow();
}

void TiePoints::markPlace(const GroundPoint& place)
{
    TieMark& mark = half();
    mark.latitudeDegrees = place.latitudeDegrees;
    mark.longitudeDegrees = place.longitudeDegrees;
    follow();
}

void TiePoints::dropWaiting()
{
    if (const TieMark* mark = waiting()) {
        m_marks.erase(m_marks.begin() + (mark - m_marks.data()));
        follow();
    }
}

void TiePoints::change(int row, const TieMark& mark)
{
    m_marks.at(std::size_t(row)) = mark;
    follow();
}

void TiePoints::remove(const std::vector<int>& rows)
{
    std::vector<TieMark> left;
    for (int row = 0; row < int(m_marks.size()); ++row) {
        if (std::find(rows.begin(), rows.end(), row) == rows.end())
            left.push_back(m_marks[std::size_t(row)]);
    }
    m_marks = std::move(left);
    follow();
}

std::optional<TiePoint> TiePoints::tiePoint(int row) const
{
    const TieMark& mark = m_marks.at(std::size_t(row));
    const std::vector<FrameRecord>& frames = m_session->frames();
    const auto record = std::lower_bound(frames.begin(), frames.end(), mark.frame,
                                         [](const FrameRecord& one, int frame) { return one.frame < frame; });
    if (!mark.isComplete() || record == frames.end() || record->frame != mark.frame ||
        !record->telemetry.pose)
        return std::nullopt;
    return TiePoint{*record->telemetry.pose,
                    record->pictureSize,
                    {mark.pixel.x(), mark.pixel.y()},
                    mark.place(),
                    record->elevation};
}

std::optional<TieResidual> TiePoints::residual(int row) const
{
    const std::optional<TiePoint> point = tiePoint(row);
    return point ? tieResidual(*point, m_session->trackSettings().calibration) : std::nullopt;
}

}  // namespace sheen
