// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_pictures.h"

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "camera/camera_model.h"
#include "geo/geodesy.h"
#include "report_layers.h"
#include "report_text.h"

namespace sheen {

namespace {

constexpr int largestSide = 1000;  //!< pixels; half a page is no wider on paper
const QColor halo(255, 255, 255, 210);

/** A picture under the painter's hands, and how its pixels lie on the sea. */
struct Canvas
{
    QImage& image;
    const CameraModel& camera;
    double scale = 1;  //!< pixels of the image for one of the frame

    QPointF at(const cv::Point2d& pixel) const { return {pixel.x * scale, pixel.y * scale}; }
};

QPainterPath pathOf(const GroundMultiPolygon& outline, const Canvas& canvas)
{
    QPainterPath path;
    for (const GroundPolygon& polygon : outline) {
        for (const GroundRing& ring : polygon) {
            QPolygonF points;
            for (const GroundPoint& place : ring) {
                if (const auto pixel = canvas.camera.toPixel(place))
                    points << canvas.at(*pixel);
            }
            path.addPolygon(points);
            path.closeSubpath();
        }
    }
    return path;
}

void stroke(QPainter& painter, const QPainterPath& path, const QColor& colour, double width)
{
    painter.strokePath(path, QPen(halo, 2.2 * width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

/** The slick's areas in the colours of their appearance; other findings thin and white. */
void drawOutlines(QPainter& painter, const Canvas& canvas, const Slick& slick, const ProductInput& input)
{
    const double width = std::max(1.5, canvas.image.width() / 400.0);
    for (const Slick& other : input.slicks) {
        if (other.id != slick.id && other.decision == Decision::Accepted)
            painter.strokePath(pathOf(other.outline, canvas), QPen(QColor(255, 255, 255, 170), width / 2));
    }
    for (const AppearanceArea& area : slick.areas)
        stroke(painter, pathOf(area.outline, canvas),
               mapColour(input.facts.model, area.classValue, area.code), width);
}

void drawText(QPainter& painter, const QPointF& at, const QString& text)
{
    QPainterPath path;
    path.addText(at, painter.font(), text);
    painter.strokePath(path, QPen(Qt::black, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, Qt::white);
}

/** An arrow from the middle of the picture's upper right part towards true north. */
void drawNorth(QPainter& painter, const Canvas& canvas)
{
    const QSize size = canvas.image.size();
    const cv::Size whole = canvas.camera.pictureSize();
    const cv::Point2d middle(whole.width / 2.0, whole.height / 2.0);
    const auto place = canvas.camera.toGround(middle);
    const auto sampleDistance = canvas.camera.groundSampleDistance(middle);
    if (!place || !sampleDistance)
        return;
    constexpr double pixelsNorth = 20;
    const GroundPoint farther{place->latitudeDegrees + pixelsNorth * *sampleDistance / metresPerDegree,
                              place->longitudeDegrees};
    const auto pixel = canvas.camera.toPixel(farther);
    if (!pixel)
        return;
    QPointF direction(pixel->x - middle.x, pixel->y - middle.y);
    const double length = std::hypot(direction.x(), direction.y());
    if (length <= 0)
        return;
    direction /= length;
    const double half = size.height() * 0.07;
    const QPointF centre(size.width() - 2.2 * half, 2.2 * half);
    const QPointF tip = centre + half * direction;
    const QPointF tail = centre - half * direction;
    const QPointF across(-direction.y(), direction.x());
    QPainterPath arrow(tail);
    arrow.lineTo(tip);
    arrow.moveTo(tip - 0.5 * half * direction + 0.3 * half * across);
    arrow.lineTo(tip);
    arrow.lineTo(tip - 0.5 * half * direction - 0.3 * half * across);
    painter.strokePath(arrow, QPen(Qt::black, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(arrow, QPen(Qt::white, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QFontMetricsF metrics(painter.font());
    const QPointF letter = centre + (half + metrics.height() * 0.6) * direction;
    drawText(painter, letter + QPointF(-metrics.averageCharWidth() / 2, metrics.capHeight() / 2),
             ReportText::tr("N", "north"));
}

/** 1, 2 or 5 times a power of ten. */
double roundLength(double metres)
{
    const double power = std::pow(10, std::floor(std::log10(metres)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= metres)
            return step * power;
    }
    return power;
}

/** A bar of a round length as things appear in the middle of the picture, across the line of sight. */
void drawScale(QPainter& painter, const Canvas& canvas)
{
    const cv::Size whole = canvas.camera.pictureSize();
    const cv::Point2d middle(whole.width / 2.0, whole.height / 2.0);
    const auto left = canvas.camera.toEcefPoint(middle - cv::Point2d(0.5, 0));
    const auto right = canvas.camera.toEcefPoint(middle + cv::Point2d(0.5, 0));
    if (!left || !right)
        return;
    const double metresPerPixel = cv::norm(*right - *left) / canvas.scale;
    if (metresPerPixel <= 0)
        return;
    const QSize size = canvas.image.size();
    const double metres = roundLength(size.width() * 0.25 * metresPerPixel);
    const double length = metres / metresPerPixel;
    const QPointF begin(size.width() * 0.03, size.height() * 0.95);
    QPainterPath bar(begin - QPointF(0, 6));
    bar.lineTo(begin);
    bar.lineTo(begin + QPointF(length, 0));
    bar.lineTo(begin + QPointF(length, -6));
    painter.strokePath(bar, QPen(Qt::black, 5));
    painter.strokePath(bar, QPen(Qt::white, 2.5));
    const QLocale locale;
    drawText(painter, begin + QPointF(6, -10),
             metres < 1000 ? QStringLiteral("%1 m").arg(locale.toString(metres, 'g', 4))
                           : QStringLiteral("%1 km").arg(locale.toString(metres / 1000, 'g', 4)));
}

QString save(const QImage& image, const QTemporaryDir& folder, const QString& name)
{
    constexpr int quality = 90;
    const QString path = folder.filePath(name);
    return image.save(path, "JPG", quality) ? path : QString();
}

}  // namespace

FramePair picturesOf(const Slick& slick, const ProductInput& input, const QTemporaryDir& folder)
{
    FramePair pair;
    const auto record =
        std::find_if(input.frames.begin(), input.frames.end(),
                     [&slick](const FrameRecord& frame) { return frame.frame == slick.seen.bestFrame; });
    if (record == input.frames.end())
        return pair;
    pair.record = &*record;
    if (!input.flight)
        return pair;
    const Frame frame = input.flight->frameAt(record->frame, record->timeSeconds);
    if (frame.picture.empty() || frame.picture.type() != CV_8UC3)
        return pair;
    const QImage whole(frame.picture.data, frame.picture.cols, frame.picture.rows,
                       static_cast<int>(frame.picture.step[0]), QImage::Format_BGR888);
    const double scale =
        std::min(1.0, static_cast<double>(largestSide) / std::max(whole.width(), whole.height()));
    QImage image =
        whole
            .scaled(static_cast<int>(whole.width() * scale), static_cast<int>(whole.height() * scale),
                    Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_RGB32);
    pair.clean = save(image, folder, QStringLiteral("clean_%1.jpg").arg(slick.id));
    if (record->telemetry.pose && frame.picture.size() == record->pictureSize) {
        const CameraModel camera(*record->telemetry.pose, record->pictureSize, record->telemetry.calibration,
                                 record->elevation);
        const Canvas canvas{image, camera, scale};
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        QFont font = painter.font();
        font.setPixelSize(std::max(11, image.height() / 22));
        font.setBold(true);
        painter.setFont(font);
        drawOutlines(painter, canvas, slick, input);
        drawNorth(painter, canvas);
        drawScale(painter, canvas);
    }
    pair.outlined = save(image, folder, QStringLiteral("outlined_%1.jpg").arg(slick.id));
    return pair;
}

}  // namespace sheen
