#include "slick_cells.h"

#include <limits>

#include "data/class_names.h"
#include "slick_table_model.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

namespace {

QString percentText(double percent)
{
    return QStringLiteral("%1 %").arg(qRound(percent));
}

/** The least that the volume may be first; without an upper bound: above all that have one. */
double volumeOrder(const std::optional<double>& minimum, const std::optional<double>& maximum)
{
    return minimum ? maximum.value_or(1e12 + *minimum) : -1;
}

}  // namespace

QString cellText(const Slick& slick, int column, const ColumnUnits& units)
{
    switch (column) {
        case SlickTableModel::Id:
            return QString::number(slick.id);
        case SlickTableModel::Size:
            return sizeText(slick.measures, units);
        case SlickTableModel::Appearance:
            return sharesText(slick.measures);
        case SlickTableModel::Oiled:
            return areaText(slick.oiledSquareMetres(), units);
        case SlickTableModel::Coverage:
            return percentText(slick.measures.coveragePercent);
        case SlickTableModel::Volume:
            return volumeText(slick.measures.minimumVolumeCubicMetres,
                              slick.measures.maximumVolumeCubicMetres, units);
        case SlickTableModel::Status:
            return decisionText(slick.decision);
        case SlickTableModel::TakenForWhat:
            return takenForText(slick.takenFor, slick.lookAlike);
        case SlickTableModel::Confidence:
            return confidenceText(slick.confidence, slick.origin);
        case SlickTableModel::Frames:
            return framesText(slick.seen);
        case SlickTableModel::PositionError:
            return positionErrorText(slick);
        case SlickTableModel::Note:
            return slick.note;
        default:
            return {};
    }
}

QString cellText(const AppearanceArea& area, Origin origin, int column, const ColumnUnits& units)
{
    switch (column) {
        case SlickTableModel::Appearance:
            return area.code == 0
                       ? shownClassName(area.className)
                       : QStringLiteral("%1 (%2)").arg(shownClassName(area.className), codeText(area.code));
        case SlickTableModel::Oiled:
            return areaText(area.areaSquareMetres, units);
        case SlickTableModel::Volume:
            return volumeText(area.minimumVolumeCubicMetres(), area.maximumVolumeCubicMetres(), units);
        case SlickTableModel::Confidence:
            return confidenceText(area.confidence, origin);
        case SlickTableModel::Frames:
            return framesText(area.seen);
        case SlickTableModel::Note:
            return area.unseenSquareMetres > 0
                       ? SlickTableModel::tr("%1 of it was not seen").arg(areaText(area.unseenSquareMetres))
                       : QString();
        default:
            return {};
    }
}

QVariant cellOrder(const Slick& slick, int column)
{
    switch (column) {
        case SlickTableModel::Id:
            return static_cast<qlonglong>(slick.id);
        case SlickTableModel::Size:
            return slick.measures.lengthMetres;
        case SlickTableModel::Oiled:
            return slick.oiledSquareMetres();
        case SlickTableModel::Coverage:
            return slick.measures.coveragePercent;
        case SlickTableModel::Volume:
            return volumeOrder(slick.measures.minimumVolumeCubicMetres,
                               slick.measures.maximumVolumeCubicMetres);
        case SlickTableModel::Confidence:
            return slick.confidence;
        case SlickTableModel::Frames:
            return slick.seen.firstFrame;
        case SlickTableModel::PositionError:
            return slick.positionErrorMetres > 0 ? slick.positionErrorMetres
                                                 : std::numeric_limits<double>::max();
        default:
            return cellText(slick, column, {}).toLower();
    }
}

QVariant cellOrder(const AppearanceArea& area, int column)
{
    switch (column) {
        case SlickTableModel::Volume:
            return volumeOrder(area.minimumVolumeCubicMetres(), area.maximumVolumeCubicMetres());
        case SlickTableModel::Confidence:
            return area.confidence;
        case SlickTableModel::Frames:
            return area.seen.firstFrame;
        case SlickTableModel::Appearance:
            return area.code;
        default:
            return area.areaSquareMetres;  // those that an area has not: by size
    }
}

bool isNumericColumn(int column)
{
    return column == SlickTableModel::Id || column == SlickTableModel::Size ||
           column == SlickTableModel::Oiled || column == SlickTableModel::Coverage ||
           column == SlickTableModel::Volume || column == SlickTableModel::Confidence ||
           column == SlickTableModel::PositionError;
}

QString cellTip(const Slick& slick, int column)
{
    switch (column) {
        case SlickTableModel::Size:
            return SlickTableModel::tr("Along the longest axis, which points to %1°, and across it")
                .arg(qRound(slick.measures.orientationDegrees));
        case SlickTableModel::Status:
            return decisionTip(slick.decision);
        case SlickTableModel::Oiled:
            return SlickTableModel::tr("Of an overall area of %1, gaps and holes included")
                .arg(areaText(slick.measures.overallSquareMetres));
        case SlickTableModel::Volume:
            return slick.measures.minimumVolumeCubicMetres
                       ? SlickTableModel::tr("Areas times the film thickness of their codes")
                       : SlickTableModel::tr("The appearance is not known: set it with the keys 1 to 5");
        case SlickTableModel::Note:
            return slick.note.isEmpty() ? SlickTableModel::tr("Double click to write a note")
                                        : asPlainText(slick.note);
        default:
            return {};
    }
}

}  // namespace sheen
