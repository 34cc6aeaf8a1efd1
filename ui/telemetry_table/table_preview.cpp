#include "table_preview.h"

#include <QHeaderView>
#include <QLocale>

#include "geo/geodesy.h"
#include "ui/widgets/time_text.h"

namespace sheen {

namespace {

constexpr int mostMoments = 5;

enum PreviewPlace { TimePlace, PositionPlace, AltitudePlace, HeadingPlace, SeenPlace, DistancePlace };

std::optional<GroundPoint> placeOf(const TelemetryReading& reading)
{
    const auto& latitude = reading[OverlayField::PlatformLatitude].value;
    const auto& longitude = reading[OverlayField::PlatformLongitude].value;
    return latitude && longitude ? std::optional(GroundPoint{*latitude, *longitude}) : std::nullopt;
}

QString positionText(const GroundPoint& place)
{
    return QStringLiteral("%1, %2").arg(QLocale().toString(place.latitudeDegrees, 'f', 5),
                                        QLocale().toString(place.longitudeDegrees, 'f', 5));
}

QString numberText(const std::optional<double>& value, const QString& unit)
{
    return value ? QLocale().toString(*value, 'f', 0) + unit : QString();
}

double distanceMetres(const GroundPoint& a, const GroundPoint& b)
{
    return cv::norm(toEcef(a) - toEcef(b));
}

}  // namespace

TablePreview::TablePreview(const FlightInfo& flight, const std::vector<TelemetryReading>& seen,
                           QWidget* parent)
    : QTableWidget(0, 6, parent), m_picture(flight.pictureSize)
{
    setHorizontalHeaderLabels({tr("Time"), tr("Position in the table"), tr("Altitude"), tr("Heading"),
                               tr("In the picture"), tr("Apart")});
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    for (const int place : {TimePlace, AltitudePlace, HeadingPlace, DistancePlace})
        horizontalHeader()->setSectionResizeMode(place, QHeaderView::ResizeToContents);
    for (const int place : {PositionPlace, SeenPlace})
        horizontalHeader()->setSectionResizeMode(place, QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::NoFocus);
    setShowGrid(false);
    chooseMoments(flight, seen);
    setRowCount(int(m_moments.size()));
    setFixedHeight(horizontalHeader()->sizeHint().height() +
                   mostMoments * verticalHeader()->defaultSectionSize() + 4);
    showNothing();
}

void TablePreview::chooseMoments(const FlightInfo& flight, const std::vector<TelemetryReading>& seen)
{
    std::vector<const TelemetryReading*> placed;
    for (const TelemetryReading& reading : seen) {
        if (placeOf(reading))
            placed.push_back(&reading);
    }
    for (int i = 0; i < mostMoments && !placed.empty(); ++i) {
        const std::size_t at = placed.size() > 1 ? i * (placed.size() - 1) / (mostMoments - 1) : 0;
        const TelemetryReading& reading = *placed[at];
        if (m_moments.empty() || m_moments.back().frame != reading.frame)
            m_moments.push_back({reading.frame, reading.timeSeconds, reading});
    }
    // Where little was seen, moments of the recording without.
    const double end = flight.durationSeconds > 0 ? flight.durationSeconds : 1;
    const double rate = flight.framesPerSecond > 0 ? flight.framesPerSecond : flight.frameCount / end;
    for (int i = 0; int(m_moments.size()) < mostMoments && i < mostMoments; ++i) {
        const double time = end * i / mostMoments;
        m_moments.push_back({int(time * rate), time, std::nullopt});
    }
    std::stable_sort(m_moments.begin(), m_moments.end(),
                     [](const Moment& a, const Moment& b) { return a.timeSeconds < b.timeSeconds; });
    bool anySeen = false;
    for (const Moment& moment : m_moments)
        anySeen = anySeen || moment.seen;
    setColumnHidden(SeenPlace, !anySeen);
    setColumnHidden(DistancePlace, !anySeen);
}

void TablePreview::setText(int row, int column, const QString& text)
{
    auto* cell = new QTableWidgetItem(text);
    if (column >= AltitudePlace && column != SeenPlace)
        cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setItem(row, column, cell);
}

void TablePreview::showNothing()
{
    m_matched = 0;
    m_meanDistance.reset();
    for (int row = 0; row < rowCount(); ++row) {
        const Moment& moment = m_moments[std::size_t(row)];
        setText(row, TimePlace, recordingTime(moment.timeSeconds));
        for (const int column : {PositionPlace, AltitudePlace, HeadingPlace, DistancePlace})
            setText(row, column, {});
        setText(row, SeenPlace, moment.seen ? positionText(*placeOf(*moment.seen)) : QString());
    }
}

void TablePreview::show(const TelemetryTable& table)
{
    showNothing();
    double sum = 0;
    int compared = 0;
    for (int row = 0; row < rowCount(); ++row) {
        const Moment& moment = m_moments[std::size_t(row)];
        const auto reading = table.at(moment.frame, moment.timeSeconds, m_picture);
        if (!reading) {
            setText(row, PositionPlace, tr("not in the table"));
            item(row, PositionPlace)->setForeground(QColor(0xc0, 0x39, 0x2b));
            continue;
        }
        ++m_matched;
        const GroundPoint place = *placeOf(*reading);
        setText(row, PositionPlace, positionText(place));
        setText(row, AltitudePlace,
                numberText((*reading)[OverlayField::PlatformAltitude].value, QStringLiteral(" m")));
        setText(row, HeadingPlace,
                numberText((*reading)[OverlayField::PlatformHeading].value, QStringLiteral("°")));
        if (!moment.seen)
            continue;
        const double distance = distanceMetres(place, *placeOf(*moment.seen));
        setText(row, DistancePlace, numberText(distance, QStringLiteral(" m")));
        sum += distance;
        ++compared;
    }
    if (compared > 0)
        m_meanDistance = sum / compared;
}

}  // namespace sheen
