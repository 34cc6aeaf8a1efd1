#include "slick_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <cmath>

#include "data/appearance.h"

namespace sheen {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sheen::SlickText)
};

/** A number with three significant digits and the locale's separators: 0.0123, 1.23, 123, 12,345. */
QString rounded(double value)
{
    const QLocale locale;
    if (value == 0 || !std::isfinite(value))
        return locale.toString(0);
    const int before = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
    const int decimals = std::max(0, 3 - before);
    QString text = locale.toString(value, 'f', std::min(decimals, 6));
    const QString point = locale.toString(0.5, 'f', 1).mid(1, 1);
    if (text.contains(point)) {
        while (text.endsWith(locale.toString(0)))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(1);
    }
    return text;
}

}  // namespace

QString statusText(SlickStatus status)
{
    switch (status) {
        case SlickStatus::New:
            return Words::tr("new");
        case SlickStatus::Accepted:
            return Words::tr("accepted");
        case SlickStatus::Rejected:
            return Words::tr("rejected");
        case SlickStatus::Edited:
            return Words::tr("edited");
        case SlickStatus::Drawn:
            return Words::tr("drawn");
    }
    return {};
}

QString statusTip(SlickStatus status)
{
    switch (status) {
        case SlickStatus::New:
            return Words::tr("Found by the model, not yet looked at");
        case SlickStatus::Accepted:
            return Words::tr("Held for oil by the analyst");
        case SlickStatus::Rejected:
            return Words::tr("Held for no oil by the analyst; kept, but in no sum");
        case SlickStatus::Edited:
            return Words::tr("Changed by the analyst");
        case SlickStatus::Drawn:
            return Words::tr("Drawn by the analyst");
    }
    return {};
}

QString areaText(double squareMetres)
{
    if (squareMetres >= 1e5)
        return Words::tr("%1 km²").arg(rounded(squareMetres / 1e6));
    return Words::tr("%1 m²").arg(rounded(squareMetres));
}

QString areaText(const Slick& slick)
{
    const QString area = areaText(slick.areaSquareMetres);
    if (slick.areaErrorSquareMetres <= 0)
        return area;
    return Words::tr("%1 ± %2", "area, its error").arg(area, areaText(slick.areaErrorSquareMetres));
}

QString codeText(int code)
{
    return appearanceCode(code) ? QStringLiteral("%1 %2").arg(code).arg(appearanceName(code))
                                : appearanceName(0);
}

QString volumeText(std::optional<double> minimumCubicMetres, std::optional<double> maximumCubicMetres)
{
    if (!minimumCubicMetres)
        return Words::tr("unknown");
    const bool litres = maximumCubicMetres.value_or(*minimumCubicMetres) < 1;
    const QString unit = litres ? Words::tr("L", "litres") : Words::tr("m³");
    const double scale = litres ? 1000 : 1;
    const QString minimum = rounded(*minimumCubicMetres * scale);
    if (!maximumCubicMetres)
        return Words::tr("more than %1 %2", "volume, unit").arg(minimum, unit);
    return Words::tr("%1 – %2 %3", "smallest, largest, unit")
        .arg(minimum, rounded(*maximumCubicMetres * scale), unit);
}

QString volumeText(const Slick& slick)
{
    return volumeText(slick.minimumVolumeCubicMetres(), slick.maximumVolumeCubicMetres());
}

QString framesText(const Slick& slick)
{
    if (slick.firstFrame < 0)
        return Words::tr("none");
    if (slick.firstFrame == slick.lastFrame)
        return QString::number(slick.firstFrame);
    return Words::tr("%1 – %2 (%3)", "first frame, last frame, number of frames")
        .arg(slick.firstFrame)
        .arg(slick.lastFrame)
        .arg(slick.frameCount);
}

QString positionErrorText(const Slick& slick)
{
    if (slick.positionErrorMetres <= 0)
        return Words::tr("unknown");
    return Words::tr("± %1 m").arg(rounded(slick.positionErrorMetres));
}

QColor colourOfClass(const ModelCard& card, int classValue)
{
    if (const ModelClass* found = card.findClass(classValue))
        return {found->rgb[0], found->rgb[1], found->rgb[2]};
    return {128, 128, 128};
}

void SlickTotals::add(const Slick& slick)
{
    if (slick.status == SlickStatus::Rejected) {
        ++rejected;
        return;
    }
    ++count;
    areaSquareMetres += slick.areaSquareMetres;
    const auto minimum = slick.minimumVolumeCubicMetres();
    const auto maximum = slick.maximumVolumeCubicMetres();
    minimumCubicMetres += minimum.value_or(0);
    maximumCubicMetres += maximum.value_or(0);
    unknownCode += minimum ? 0 : 1;
    unbounded += minimum && !maximum ? 1 : 0;
}

QString totalVolumeText(const SlickTotals& totals)
{
    QStringList parts;
    if (totals.count > totals.unknownCode) {
        const auto maximum = totals.unbounded > 0 ? std::nullopt : std::optional(totals.maximumCubicMetres);
        parts << volumeText(totals.minimumCubicMetres, maximum);
    }
    if (totals.unknownCode > 0)
        parts << Words::tr("%1 of unknown code: volume not counted").arg(totals.unknownCode);
    if (totals.rejected > 0)
        parts << Words::tr("%1 rejected: not counted").arg(totals.rejected);
    return parts.join(QStringLiteral(" · "));
}

QString totalsText(const SlickTotals& totals)
{
    QStringList parts;
    parts << (totals.count == 1 ? Words::tr("1 slick") : Words::tr("%1 slicks").arg(totals.count));
    parts << areaText(totals.areaSquareMetres) << totalVolumeText(totals);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

}  // namespace sheen
