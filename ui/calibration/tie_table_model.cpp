#include "tie_table_model.h"

#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "ui/calibration/tie_points.h"
#include "ui/telemetry/field_text.h"

namespace sheen {

namespace {

constexpr OverlayField latitudeField = OverlayField::TargetLatitude;
constexpr OverlayField longitudeField = OverlayField::TargetLongitude;

QString sizeText(const TieResidual& residual, int column)
{
    const bool metres = column == TieTableModel::MetresColumn;
    return QLocale().toString(metres ? residual.metres : std::hypot(residual.pixels.x, residual.pixels.y),
                              'f', 1);
}

/** Latitude and longitude where somebody typed both; a comma alone may be that of a decimal fraction. */
QStringList bothDegrees(const QString& typed)
{
    if (typed.contains(QLatin1Char('.')) && typed.count(QLatin1Char(',')) == 1)
        return typed.split(QLatin1Char(','));
    static const QRegularExpression between(
        QStringLiteral("\\s*[,;]\\s+|\\s*;\\s*|(?<=[NnSs])\\s*,\\s*|\\s+(?=[-+0-9])"));
    return typed.split(between);
}

}  // namespace

TieTableModel::TieTableModel(TiePoints* points, QObject* parent)
    : QAbstractTableModel(parent), m_points(points)
{
    connect(points, &TiePoints::changed, this, &TieTableModel::takeMarks);
    takeMarks();
}

void TieTableModel::takeMarks()
{
    // Rows stay rows, so that what is selected or being typed stays as well.
    const int count = int(m_points->marks().size());
    if (count > m_count) {
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    } else if (count < m_count) {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        endRemoveRows();
    }
    if (count > 0)
        Q_EMIT dataChanged(index(0, 0), index(count - 1, ColumnCount - 1));
}

void TieTableModel::setProposal(const std::vector<int>& rows, const std::vector<TieResidual>& after)
{
    m_proposedRows = rows;
    m_proposed = after;
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, MetresColumn), index(m_count - 1, PixelsColumn));
}

int TieTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int TieTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TieTableModel::residualText(int row, int column) const
{
    const TieMark& mark = m_points->marks()[std::size_t(row)];
    if (!mark.isComplete())
        return {};
    const std::optional<TieResidual> now = m_points->residual(row);
    const QString before = now ? sizeText(*now, column) : tr("not seen");
    const auto proposed = std::find(m_proposedRows.begin(), m_proposedRows.end(), row);
    if (proposed == m_proposedRows.end())
        return before;
    const TieResidual& after = m_proposed[std::size_t(proposed - m_proposedRows.begin())];
    return QStringLiteral("%1 → %2").arg(before, sizeText(after, column));
}

QString TieTableModel::text(int row, int column) const
{
    const TieMark& mark = m_points->marks()[std::size_t(row)];
    const QLocale locale;
    switch (column) {
        case NumberColumn:
            return QString::number(row + 1);
        case FrameColumn:
            return mark.frame >= 0 ? QString::number(mark.frame) : QString();
        case PixelColumn:
            return mark.frame >= 0 ? QStringLiteral("%1 / %2").arg(locale.toString(mark.pixel.x(), 'f', 1),
                                                                   locale.toString(mark.pixel.y(), 'f', 1))
                                   : tr("click in the frame");
        case LatitudeColumn:
            return mark.latitudeDegrees ? locale.toString(*mark.latitudeDegrees, 'f', 6)
                                        : tr("click on the map or type");
        case LongitudeColumn:
            return mark.longitudeDegrees ? locale.toString(*mark.longitudeDegrees, 'f', 6) : QString();
        default:
            return residualText(row, column);
    }
}

QVariant TieTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_points->marks().size()))
        return {};
    const TieMark& mark = m_points->marks()[std::size_t(index.row())];
    const bool place = index.column() == LatitudeColumn || index.column() == LongitudeColumn;
    switch (role) {
        case Qt::DisplayRole:
            return text(index.row(), index.column());
        case Qt::EditRole: {
            const auto& value =
                index.column() == LatitudeColumn ? mark.latitudeDegrees : mark.longitudeDegrees;
            return place && value ? QString::number(*value, 'f', 7) : QString();
        }
        case Qt::CheckStateRole:
            return index.column() == NumberColumn ? QVariant(mark.used ? Qt::Checked : Qt::Unchecked)
                                                  : QVariant();
        case Qt::TextAlignmentRole:
            return int(index.column() == NumberColumn ? Qt::AlignLeft | Qt::AlignVCenter
                                                      : Qt::AlignRight | Qt::AlignVCenter);
        case Qt::ToolTipRole:
            if (index.column() == NumberColumn)
                return tr("Whether this point counts for a fit");
            return place ? QVariant(tr("Double-click to type degrees; both at once in the latitude, like "
                                       "34.67200N, 128.28100E"))
                         : QVariant();
        default:
            return {};
    }
}

QVariant TieTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names = {tr("Point"),       tr("Frame"),     tr("Pixel x / y"), tr("Latitude °"),
                               tr("Longitude °"), tr("Off by, m"), tr("Off by, px")};
    return names.value(section);
}

Qt::ItemFlags TieTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == NumberColumn)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == LatitudeColumn || index.column() == LongitudeColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool TieTableModel::setPlace(int row, int column, const QString& typed)
{
    TieMark mark = m_points->marks()[std::size_t(row)];
    const bool latitude = column == LatitudeColumn;
    const QStringList parts = bothDegrees(typed.trimmed());
    if (latitude && parts.size() == 2) {
        const TypedValue north = typedValue(latitudeField, parts[0].trimmed());
        const TypedValue east = typedValue(longitudeField, parts[1].trimmed());
        if (!north.value || !east.value) {
            Q_EMIT refused(north.value ? east.refusal : north.refusal);
            return false;
        }
        mark.latitudeDegrees = north.value;
        mark.longitudeDegrees = east.value;
    } else {
        const TypedValue value = typedValue(latitude ? latitudeField : longitudeField, typed);
        if (!value.value) {
            Q_EMIT refused(value.refusal);
            return false;
        }
        (latitude ? mark.latitudeDegrees : mark.longitudeDegrees) = value.value;
    }
    m_points->change(row, mark);
    return true;
}

bool TieTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.row() >= int(m_points->marks().size()))
        return false;
    if (role == Qt::CheckStateRole && index.column() == NumberColumn) {
        TieMark mark = m_points->marks()[std::size_t(index.row())];
        mark.used = value.toInt() == Qt::Checked;
        m_points->change(index.row(), mark);
        return true;
    }
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString typed = value.toString().trimmed();
    if (typed.isEmpty() || typed == data(index, Qt::EditRole).toString())
        return false;
    return setPlace(index.row(), index.column(), typed);
}

}  // namespace sheen
