#include "report_frames.h"

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "geo/geodesy.h"
#include "report_layers.h"
#include "report_text.h"

namespace sheen {

namespace {

constexpr std::size_t mostPictures = 6;
constexpr int largestSide = 1600;  //!< pixels; sharper than paper shows

/** A slick and the frame that shows it best. */
struct BestFrame
{
    const Slick* slick = nullptr;
    const FrameRecord* record = nullptr;
};

std::vector<BestFrame> bestFrames(const ProductInput& input)
{
    std::vector<BestFrame> found;
    for (const Slick& slick : input.slicks) {
        const auto record =
            std::find_if(input.frames.begin(), input.frames.end(),
                         [&slick](const FrameRecord& frame) { return frame.frame == slick.seen.bestFrame; });
        if (slick.decision != Decision::Rejected && record != input.frames.end())
            found.push_back({&slick, &*record});
    }
    std::stable_sort(found.begin(), found.end(), [](const BestFrame& a, const BestFrame& b) {
        return a.slick->oiledSquareMetres() > b.slick->oiledSquareMetres();
    });
    found.resize(std::min(found.size(), mostPictures));
    return found;
}

/** An upright rectangle in degrees; longitudes near a reference, so that the antimeridian is no border. */
QRectF extentOf(const GroundMultiPolygon& polygons, double referenceLongitude)
{
    double west = 1e9, east = -1e9, south = 1e9, north = -1e9;
    for (const GroundPolygon& polygon : polygons) {
        for (const GroundRing& ring : polygon) {
            for (const GroundPoint& point : ring) {
                const double longitude = longitudeNear(point.longitudeDegrees, referenceLongitude);
                west = std::min(west, longitude);
                east = std::max(east, longitude);
                south = std::min(south, point.latitudeDegrees);
                north = std::max(north, point.latitudeDegrees);
            }
        }
    }
    return west > east ? QRectF() : QRectF(QPointF(west, south), QPointF(east, north));
}

QPainterPath pathOf(const PixelPolygon& outline, double scale)
{
    QPainterPath path;
    for (const PixelRing& ring : outline) {
        QPolygonF polygon;
        for (const cv::Point2d& point : ring)
            polygon << QPointF(point.x * scale, point.y * scale);
        path.addPolygon(polygon);
        path.closeSubpath();
    }
    return path;
}

/** The slick's own parts in the colours of their appearance, whatever else was found thin and white. */
void drawOutlines(QImage& image, const BestFrame& best, const ModelCard& card, double scale)
{
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double reference =
        best.slick->outline.empty() ? 0 : best.slick->outline.front().front().front().longitudeDegrees;
    const QRectF extent = extentOf(best.slick->outline, reference);
    const double width = std::max(1.5, image.width() / 500.0);
    for (const Detection& detection : best.record->detections) {
        const auto alike = std::find_if(
            best.slick->areas.begin(), best.slick->areas.end(),
            [&detection](const AppearanceArea& area) { return area.classValue == detection.classValue; });
        const bool own =
            alike != best.slick->areas.end() && extentOf(detection.ground, reference).intersects(extent);
        const QPainterPath path = pathOf(detection.outline, scale);
        if (own) {
            painter.strokePath(path, QPen(QColor(255, 255, 255, 200), 2 * width, Qt::SolidLine, Qt::RoundCap,
                                          Qt::RoundJoin));
            painter.strokePath(path, QPen(mapColour(card, detection.classValue, alike->code), width,
                                          Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        } else {
            painter.strokePath(path, QPen(QColor(255, 255, 255, 150), width / 2));
        }
    }
}

/** Gives the path of the picture; empty where the recording does not give it again. */
QString writePicture(const BestFrame& best, const ProductInput& input, const QTemporaryDir& folder)
{
    const Frame frame = input.flight->frameAt(best.record->frame, best.record->timeSeconds);
    if (frame.picture.empty() || frame.picture.type() != CV_8UC3)
        return {};
    const QImage whole(frame.picture.data, frame.picture.cols, frame.picture.rows,
                       static_cast<int>(frame.picture.step[0]), QImage::Format_BGR888);
    const double scale =
        std::min(1.0, static_cast<double>(largestSide) / std::max(whole.width(), whole.height()));
    QImage image =
        whole
            .scaled(static_cast<int>(whole.width() * scale), static_cast<int>(whole.height() * scale),
                    Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_RGB32);
    if (frame.picture.size() == best.record->pictureSize)
        drawOutlines(image, best, input.facts.model, scale);
    const QString path = folder.filePath(QStringLiteral("slick_%1.jpg").arg(best.slick->id));
    return image.save(path, "JPG", 90) ? path : QString();
}

QString captionOf(const BestFrame& best)
{
    const Slick& slick = *best.slick;
    const QDateTime& utc = best.record->telemetry.utc;
    const QString when =
        utc.isValid() ? utc.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral(" UTC")
                      : ReportText::tr("%1 s into the recording").arg(best.record->timeSeconds, 0, 'f', 1);
    const SlickMeasures& measures = slick.measures;
    QString area = ReportText::area(measures.oiledSquareMetres);
    if (measures.areaErrorSquareMetres > 0)
        area += QStringLiteral(" \u00b1 ") + ReportText::number(measures.areaErrorSquareMetres, 2);
    const QLocale locale;
    return ReportText::tr("Slick %1: %2 m \u00d7 %3 m, %4 m\u00b2 of oil\nFrame %5, %6")
        .arg(QString::number(slick.id), locale.toString(measures.lengthMetres, 'f', 0),
             locale.toString(measures.widthMetres, 'f', 0), area, QString::number(best.record->frame), when);
}

}  // namespace

void addBestFrames(ReportPages& pages, const ProductInput& input, const QTemporaryDir& pictures)
{
    const std::vector<BestFrame> best = bestFrames(input);
    if (best.empty())
        return;
    double y = pages.beginPage(ReportText::tr("Best frames of the largest slicks"));
    if (!input.flight) {
        pages.text({ReportPages::left, y, ReportPages::width, 6},
                   ReportText::tr("The recording is not at hand, so its pictures cannot be shown."));
        return;
    }
    constexpr double gap = 6;
    constexpr double width = (ReportPages::width - gap) / 2;
    constexpr double captionHeight = 9;
    double rowBottom = y;
    for (std::size_t i = 0; i < best.size(); ++i) {
        const cv::Size size = best[i].record->pictureSize;
        const double height =
            size.width > 0 ? std::min(72.0, width * size.height / static_cast<double>(size.width)) : 50;
        const QRectF place(i % 2 == 0 ? ReportPages::left : ReportPages::left + width + gap, y, width,
                           height);
        const QString path = writePicture(best[i], input, pictures);
        if (path.isEmpty()) {
            pages.box(place, QColor(245, 247, 249), QColor(190, 198, 205));
            pages.text(place.adjusted(4, 4, -4, -4), ReportText::tr("This frame could not be read again."));
        } else {
            pages.picture(place, path);
        }
        pages.text({place.left(), place.bottom() + 1.5, width, captionHeight}, captionOf(best[i]));
        rowBottom = std::max(rowBottom, place.bottom() + 1.5 + captionHeight + 4);
        if (i % 2 == 1)
            y = rowBottom;
    }
    pages.text({ReportPages::left, rowBottom, ReportPages::width, 8},
               ReportText::tr(
                   "The slick is outlined in the colours of its appearance, other finds of the same frame "
                   "thin and white."),
               ReportStyle::Small);
}

}  // namespace sheen
