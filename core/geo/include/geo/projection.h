#pragma once

#include <memory>
#include <opencv2/core.hpp>
#include <optional>
#include <string>

namespace sheen {

/**
 * A coordinate operation of PROJ. May be asked from any number of threads at once: PROJ wants a context for
 * each, so each thread that asks gets one with a copy of the operation when it asks for the first time.
 */
class Projection
{
public:
    /**
     * Goes from longitude and latitude (WGS84, degrees) to a coordinate system by its EPSG code or PROJ
     * string; x east, y north, whichever order the register has. Returns std::nullopt if PROJ knows no way.
     */
    static std::optional<Projection> toSystem(const std::string& system);

    /** Takes an operation as PROJ writes it ("+proj=..."). Returns std::nullopt if PROJ refuses it. */
    static std::optional<Projection> operation(const std::string& definition);

    /** Tells whether PROJ knows the system and it is a projected one in metres. */
    static bool isProjectedInMetres(const std::string& system);

    ~Projection();
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;

    /** Return coordinates that are not finite where the operation is not defined. */
    cv::Vec3d forward(const cv::Vec3d& point) const;
    cv::Vec3d inverse(const cv::Vec3d& point) const;

private:
    class Private;
    explicit Projection(std::unique_ptr<Private> operationOfThreads);
    std::unique_ptr<Private> d;
};

}  // namespace sheen
