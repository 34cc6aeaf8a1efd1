#include "run_crs.h"

#include <optional>

#include "base/error.h"
#include "geo/map_projection.h"
#include "placing/placement.h"
#include "run_text.h"

namespace sheen {

namespace {

std::optional<int> epsgFromText(const QString& text)
{
    static const QString prefix = QStringLiteral("EPSG:");
    bool ok = false;
    const int code = text.startsWith(prefix, Qt::CaseInsensitive) ? text.mid(prefix.size()).toInt(&ok) : 0;
    return ok && code > 0 ? std::optional<int>(code) : std::nullopt;
}

}  // namespace

void checkCrs(const QString& wish)
{
    if (wish == QLatin1String("auto"))
        return;
    const std::optional<int> epsg = epsgFromText(wish);
    if (!epsg)
        throw Error(
            RunText::tr("\"%1\" is no coordinate system. Use auto, or a code like EPSG:32632.").arg(wish),
            ErrorKind::Usage);
    MapProjection{*epsg};
}

int crsOf(const QString& wish, const std::vector<FrameRecord>& frames)
{
    if (const std::optional<int> epsg = epsgFromText(wish))
        return *epsg;
    return utmZoneOf(frames);
}

}  // namespace sheen
