#include "camera/camera_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/geodesy.h"
#include "terrain/terrain_ray.h"

namespace sheen {

namespace {

/** The ellipsoid's outward normal at one of its points; not of unit length. */
cv::Vec3d normalAt(const cv::Vec3d& ecef)
{
    return {ecef[0], ecef[1], ecef[2] / (1 - wgs84::eccentricitySquared)};
}

/** Rows: the camera's x (right), y (down) and z (axis) in north-east-down. Differentiable at 90 degrees. */
cv::Matx33d cameraAxes(double bearingDegrees, double depressionDegrees, double rollDegrees)
{
    const double sinB = std::sin(bearingDegrees * radiansPerDegree);
    const double cosB = std::cos(bearingDegrees * radiansPerDegree);
    const double sinD = std::sin(depressionDegrees * radiansPerDegree);
    const double cosD = std::cos(depressionDegrees * radiansPerDegree);
    const double sinR = std::sin(rollDegrees * radiansPerDegree);
    const double cosR = std::cos(rollDegrees * radiansPerDegree);
    const cv::Vec3d right(-sinB, cosB, 0);
    const cv::Vec3d down(-sinD * cosB, -sinD * sinB, cosD);
    const cv::Vec3d axis(cosD * cosB, cosD * sinB, sinD);
    const cv::Vec3d rolledRight = cosR * right + sinR * down;
    const cv::Vec3d rolledDown = cosR * down - sinR * right;
    return {rolledRight[0], rolledRight[1], rolledRight[2],  //
            rolledDown[0],  rolledDown[1],  rolledDown[2],   //
            axis[0],        axis[1],        axis[2]};
}

/** The camera's axes turned by its boresight: to the right, down, clockwise about the axis. */
cv::Matx33d turnedByBoresight(const cv::Matx33d& axes, const CameraCalibration& calibration)
{
    const auto turn = [](double degrees) {
        return std::pair(std::cos(degrees * radiansPerDegree), std::sin(degrees * radiansPerDegree));
    };
    const auto [cosPan, sinPan] = turn(calibration.boresightPanDegrees);
    const auto [cosTilt, sinTilt] = turn(calibration.boresightTiltDegrees);
    const auto [cosRoll, sinRoll] = turn(calibration.boresightRollDegrees);
    const cv::Matx33d pan(cosPan, 0, -sinPan, 0, 1, 0, sinPan, 0, cosPan);
    const cv::Matx33d tilt(1, 0, 0, 0, cosTilt, -sinTilt, 0, sinTilt, cosTilt);
    const cv::Matx33d roll(cosRoll, sinRoll, 0, -sinRoll, cosRoll, 0, 0, 0, 1);
    return roll * tilt * pan * axes;
}

/** Where r (1 + k1 r^2 + k2 r^4) stops growing. */
double radiusWhereDistortionFolds(double k1, double k2)
{
    // 1 + 3 k1 q + 5 k2 q^2 = 0 for q = r^2: the smallest positive root.
    const double never = std::numeric_limits<double>::infinity();
    if (k2 == 0)
        return k1 < 0 ? std::sqrt(-1 / (3 * k1)) : never;
    const double discriminant = 9 * k1 * k1 - 20 * k2;
    if (discriminant < 0)
        return never;
    const double root = std::sqrt(discriminant);
    double smallest = never;
    for (const double q : {(-3 * k1 - root) / (10 * k2), (-3 * k1 + root) / (10 * k2)}) {
        if (q > 0)
            smallest = std::min(smallest, q);
    }
    return std::sqrt(smallest);
}

bool makesSense(const CameraPose& pose, cv::Size picture, double focalPixels)
{
    const double sum = pose.latitudeDegrees + pose.longitudeDegrees + pose.heightMetres +
                       pose.bearingDegrees + pose.depressionDegrees + pose.rollDegrees + focalPixels;
    return std::isfinite(sum) && std::abs(pose.latitudeDegrees) <= 90 && pose.heightMetres > 0 &&
           pose.horizontalFovDegrees > 0 && pose.horizontalFovDegrees < 180 && focalPixels > 0 &&
           !picture.empty();
}

}  // namespace

CameraModel::CameraModel(const CameraPose& pose, cv::Size picture, const CameraCalibration& calibration,
                         std::shared_ptr<const ElevationModel> elevation)
    : m_pose(pose), m_picture(picture), m_calibration(calibration), m_elevation(std::move(elevation))
{
    const QRectF& part = calibration.activePicture;
    m_activePicture = cv::Rect2d(part.x() * picture.width, part.y() * picture.height,
                                 part.width() * picture.width, part.height() * picture.height);
    m_principalPoint = {m_activePicture.x + m_activePicture.width / 2,
                        m_activePicture.y + m_activePicture.height / 2};
    m_focalPixels = calibration.focalScale * m_activePicture.width / 2 /
                    std::tan(pose.horizontalFovDegrees / 2 * radiansPerDegree);
    m_largestRadius = radiusWhereDistortionFolds(calibration.radialK1, calibration.radialK2);
    m_smallestGrazingSine = std::sin(calibration.smallestGrazingDegrees * radiansPerDegree);
    m_seesGround = makesSense(pose, picture, m_focalPixels);
    m_position = sheen::toEcef({pose.latitudeDegrees, pose.longitudeDegrees}, pose.heightMetres);
    m_ecefToCamera =
        turnedByBoresight(cameraAxes(pose.bearingDegrees, pose.depressionDegrees, pose.rollDegrees),
                          calibration) *
        northEastDown({pose.latitudeDegrees, pose.longitudeDegrees}).t();
    m_cameraToEcef = m_ecefToCamera.t();
}

std::optional<cv::Point2d> CameraModel::undistorted(cv::Point2d pixel) const
{
    const cv::Point2d seen = (pixel - m_principalPoint) * (1 / m_focalPixels);
    const double k1 = m_calibration.radialK1;
    const double k2 = m_calibration.radialK2;
    const double seenRadius = std::hypot(seen.x, seen.y);
    if ((k1 == 0 && k2 == 0) || seenRadius == 0)
        return seen;
    const auto distort = [&](double r) { return r * (1 + r * r * (k1 + r * r * k2)); };
    if (std::isfinite(m_largestRadius) && seenRadius >= distort(m_largestRadius))
        return {};
    // Newton within a bracket, in which the distortion only grows.
    double low = 0;
    double high = std::isfinite(m_largestRadius) ? m_largestRadius : seenRadius;
    while (distort(high) < seenRadius && high < 1e6)
        high *= 2;
    double radius = std::min(seenRadius, high);
    for (int i = 0; i < 60; ++i) {
        const double excess = distort(radius) - seenRadius;
        (excess > 0 ? high : low) = radius;
        const double slope = 1 + radius * radius * (3 * k1 + radius * radius * 5 * k2);
        double next = radius - excess / slope;
        if (!(next > low && next < high))
            next = (low + high) / 2;
        if (std::abs(next - radius) <= 1e-15 * radius)
            break;
        radius = next;
    }
    return seen * (radius / seenRadius);
}

std::optional<cv::Vec3d> CameraModel::toSea(cv::Point2d pixel) const
{
    if (!m_seesGround)
        return {};
    const std::optional<cv::Point2d> lens = undistorted(pixel);
    if (!lens)
        return {};
    const cv::Vec3d ray = m_cameraToEcef * cv::Vec3d(lens->x, lens->y, 1);
    // On axes scaled so that the ellipsoid is the unit sphere: |o + t v| = 1, its nearer solution.
    const cv::Vec3d o(m_position[0] / wgs84::semiMajorMetres, m_position[1] / wgs84::semiMajorMetres,
                      m_position[2] / wgs84::semiMinorMetres);
    const cv::Vec3d v(ray[0] / wgs84::semiMajorMetres, ray[1] / wgs84::semiMajorMetres,
                      ray[2] / wgs84::semiMinorMetres);
    const double a = v.dot(v);
    const double b = o.dot(v);
    const double c = o.dot(o) - 1;
    const double discriminant = b * b - a * c;
    if (!(b < 0) || !(discriminant > 0))
        return {};
    const cv::Vec3d point = m_position + ray * (c / (std::sqrt(discriminant) - b));
    const cv::Vec3d normal = normalAt(point);
    const double towardsSea = -ray.dot(normal);
    if (towardsSea <= 0 || towardsSea * towardsSea < m_smallestGrazingSine * m_smallestGrazingSine *
                                                         ray.dot(ray) * normal.dot(normal))
        return {};
    return point;
}

std::optional<cv::Vec3d> CameraModel::toEcefPoint(cv::Point2d pixel) const
{
    const std::optional<cv::Vec3d> sea = toSea(pixel);
    return sea && m_elevation ? firstOnLand(*m_elevation, m_position, *sea) : sea;
}

std::optional<GroundPoint> CameraModel::toGround(cv::Point2d pixel) const
{
    const std::optional<cv::Vec3d> point = toEcefPoint(pixel);
    if (!point)
        return {};
    return groundFromEcef(*point);
}

bool CameraModel::isSeenFrom(const cv::Vec3d& ecef) const
{
    const cv::Vec3d towardsCamera = m_position - ecef;
    const cv::Vec3d normal = normalAt(ecef);
    const double up = towardsCamera.dot(normal);
    // A breath more than toGround asks, so that what it gave finds its way back.
    return up > 0 && up * up >= (1 - 1e-9) * m_smallestGrazingSine * m_smallestGrazingSine *
                                    towardsCamera.dot(towardsCamera) * normal.dot(normal);
}

std::optional<cv::Point2d> CameraModel::pixelOfEcef(const cv::Vec3d& ecef) const
{
    if (!m_seesGround || !isSeenFrom(ecef))
        return {};
    const cv::Vec3d seen = m_ecefToCamera * (ecef - m_position);
    if (!(seen[2] > 0))
        return {};
    const cv::Point2d lens(seen[0] / seen[2], seen[1] / seen[2]);
    const double squared = lens.dot(lens);
    if (squared >= m_largestRadius * m_largestRadius)
        return {};
    const double stretch = 1 + squared * (m_calibration.radialK1 + squared * m_calibration.radialK2);
    return m_principalPoint + lens * (stretch * m_focalPixels);
}

std::optional<cv::Point2d> CameraModel::toPixel(const GroundPoint& ground) const
{
    if (!std::isfinite(ground.latitudeDegrees) || !std::isfinite(ground.longitudeDegrees))
        return {};
    return pixelOfEcef(sheen::toEcef(ground, m_elevation ? m_elevation->heightMetres(ground) : 0));
}

std::optional<double> CameraModel::groundSampleDistance(cv::Point2d pixel) const
{
    const std::optional<cv::Vec3d> point = toEcefPoint(pixel);
    if (!point)
        return {};
    const cv::Vec3d normal = normalAt(*point);
    // How the point on the (locally flat) sea moves with its ray, for half a pixel to either side.
    const auto moved = [&](cv::Point2d step) -> std::optional<cv::Vec3d> {
        const std::optional<cv::Point2d> before = undistorted(pixel - step);
        const std::optional<cv::Point2d> after = undistorted(pixel + step);
        if (!before || !after)
            return {};
        const cv::Vec3d turn = m_cameraToEcef * cv::Vec3d(after->x - before->x, after->y - before->y, 0);
        const cv::Vec3d ray = *point - m_position;
        const double along = (m_ecefToCamera * ray)[2];
        return along * (turn - (turn.dot(normal) / ray.dot(normal)) * ray);
    };
    const std::optional<cv::Vec3d> right = moved({0.5, 0});
    const std::optional<cv::Vec3d> down = moved({0, 0.5});
    if (!right || !down)
        return {};
    return std::sqrt(cv::norm(right->cross(*down)));
}

std::optional<CameraModel> cameraOf(const FrameRecord& record)
{
    const TelemetryRecord& telemetry = record.telemetry;
    if (!telemetry.pose)
        return std::nullopt;
    return CameraModel(*telemetry.pose, record.pictureSize, telemetry.calibration, record.elevation);
}

}  // namespace sheen
