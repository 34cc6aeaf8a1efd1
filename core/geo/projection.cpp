#include "geo/projection.h"

#include <proj.h>
#include <tbb/enumerable_thread_specific.h>

#include <cmath>

namespace sheen {

namespace {

struct ProjDeleter
{
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using ContextPointer = std::unique_ptr<PJ_CONTEXT, ProjDeleter>;
using PjPointer = std::unique_ptr<PJ, ProjDeleter>;

/** A grid or code that is missing is an answer: nothing is told on the console or fetched from anywhere. */
ContextPointer quietContext()
{
    ContextPointer context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

enum class Source { System, Operation };

/** What one thread works with. */
struct Transformation
{
    Transformation(Source source, const std::string& definition)
    {
        if (source == Source::Operation) {
            pj.reset(proj_create(context.get(), definition.c_str()));
            return;
        }
        const PjPointer inOrderOfTheRegister(
            proj_create_crs_to_crs(context.get(), "EPSG:4326", definition.c_str(), nullptr));
        if (inOrderOfTheRegister)
            pj.reset(proj_normalize_for_visualization(context.get(), inOrderOfTheRegister.get()));
    }

    ContextPointer context = quietContext();
    PjPointer pj;
};

}  // namespace

class Projection::Private
{
public:
    Private(Source source, const std::string& definition)
        : m_transformations([source, definition] { return Transformation(source, definition); })
    {}

    bool isKnown() { return m_transformations.local().pj != nullptr; }

    cv::Vec3d transform(PJ_DIRECTION direction, const cv::Vec3d& point)
    {
        const PJ_COORD there = proj_trans(m_transformations.local().pj.get(), direction,
                                          proj_coord(point[0], point[1], point[2], HUGE_VAL));
        return {there.xyz.x, there.xyz.y, there.xyz.z};
    }

private:
    tbb::enumerable_thread_specific<Transformation> m_transformations;
};

Projection::Projection(std::unique_ptr<Private> operationOfThreads) : d(std::move(operationOfThreads))
{}
Projection::~Projection() = default;
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;

std::optional<Projection> Projection::toSystem(const std::string& system)
{
    auto known = std::make_unique<Private>(Source::System, system);
    return known->isKnown() ? std::optional(Projection(std::move(known))) : std::nullopt;
}

std::optional<Projection> Projection::operation(const std::string& definition)
{
    auto known = std::make_unique<Private>(Source::Operation, definition);
    return known->isKnown() ? std::optional(Projection(std::move(known))) : std::nullopt;
}

bool Projection::isProjectedInMetres(const std::string& system)
{
    const ContextPointer context = quietContext();
    const PjPointer crs(proj_create(context.get(), system.c_str()));
    if (!crs || proj_get_type(crs.get()) != PJ_TYPE_PROJECTED_CRS)
        return false;
    const PjPointer axes(proj_crs_get_coordinate_system(context.get(), crs.get()));
    double unit = 0;
    return axes &&
           proj_cs_get_axis_info(context.get(), axes.get(), 0, nullptr, nullptr, nullptr, &unit, nullptr,
                                 nullptr, nullptr) &&
           unit == 1;
}

cv::Vec3d Projection::forward(const cv::Vec3d& point) const
{
    return d->transform(PJ_FWD, point);
}

cv::Vec3d Projection::inverse(const cv::Vec3d& point) const
{
    return d->transform(PJ_INV, point);
}

}  // namespace sheen
