#include "slick_table_model.h"

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPixmap>
#include <algorithm>

#include "slick_cells.h"
#include "ui/session/slick_store.h"
#include "ui/widgets/notation.h"

namespace sheen {

namespace {

QPixmap swatch(const QColor& colour)
{
    QPixmap pixmap(14, 14);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(QColor(128, 128, 128));  // seen on a light and on a dark table
    painter.setBrush(colour);
    painter.drawRect(1, 1, 11, 11);
    return pixmap;
}

}  // namespace

SlickTableModel::SlickTableModel(SlickStore* store, QObject* parent)
    : QAbstractItemModel(parent), m_store(store)
{
    connect(m_store, &SlickStore::reset, this, &SlickTableModel::fill);
    connect(m_store, &SlickStore::changed, this, &SlickTableModel::update);
    connect(&Notation::current(), &Notation::changed, this, [this] { update({}); });
    fill();
}

void SlickTableModel::fill()
{
    beginResetModel();
    m_units = unitsFor(m_store->slicks());
    m_slicks.clear();
    m_searchTexts.clear();
    for (const Slick& slick : m_store->slicks())
        m_slicks.push_back({slick.id, static_cast<int>(slick.areas.size())});
    reindex();
    endResetModel();
}

void SlickTableModel::reindex()
{
    m_rows.clear();
    for (std::size_t row = 0; row < m_slicks.size(); ++row)
        m_rows.insert(m_slicks[row].id, static_cast<int>(row));
}

void SlickTableModel::update(const std::set<std::int64_t>& ids)
{
    constexpr std::size_t manyRows = 200;
    if (const ColumnUnits units = unitsFor(m_store->slicks()); units != m_units) {
        m_units = units;
        m_searchTexts.clear();
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    std::vector<Row> arrived;
    std::vector<int> gone;
    for (std::int64_t id : ids) {
        m_searchTexts.remove(id);
        const int row = rowOf(id);
        const Slick* slick = m_store->find(id);
        if (slick && row < 0)
            arrived.push_back({id, static_cast<int>(slick->areas.size())});
        else if (!slick && row >= 0)
            gone.push_back(row);
    }
    if (arrived.size() + gone.size() > manyRows) {
        fill();
        return;
    }
    std::sort(gone.rbegin(), gone.rend());
    for (int row : gone) {
        beginRemoveRows({}, row, row);
        m_slicks.erase(m_slicks.begin() + row);
        reindex();
        endRemoveRows();
    }
    if (!arrived.empty()) {
        const int first = static_cast<int>(m_slicks.size());
        beginInsertRows({}, first, first + static_cast<int>(arrived.size()) - 1);
        m_slicks.insert(m_slicks.end(), arrived.begin(), arrived.end());
        reindex();
        endInsertRows();
    }
    int first = rowCount();
    int last = -1;
    for (std::int64_t id : ids) {
        const int row = rowOf(id);
        if (row >= 0) {
            first = std::min(first, row);
            last = std::max(last, row);
            updateAreas(row);
        }
    }
    // One signal for all of them: a filter over it sorts once.
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void SlickTableModel::updateAreas(int row)
{
    Row& known = m_slicks[static_cast<std::size_t>(row)];
    const Slick* slick = m_store->find(known.id);
    const int now = slick ? static_cast<int>(slick->areas.size()) : 0;
    const QModelIndex parent = index(row, 0);
    if (now < known.areas) {
        beginRemoveRows(parent, now, known.areas - 1);
        known.areas = now;
        endRemoveRows();
    } else if (now > known.areas) {
        beginInsertRows(parent, known.areas, now - 1);
        known.areas = now;
        endInsertRows();
    }
    if (now > 0)
        Q_EMIT dataChanged(index(0, 0, parent), index(now - 1, ColumnCount - 1, parent));
}

QModelIndex SlickTableModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    // An area's index carries its slick's id, a slick's 0.
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(idAt(parent)) : quintptr{0});
}

QModelIndex SlickTableModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    const int row = rowOf(static_cast<std::int64_t>(index.internalId()));
    return row < 0 ? QModelIndex() : createIndex(row, 0, quintptr{0});
}

std::int64_t SlickTableModel::idAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return 0;
    if (index.internalId() != 0)
        return static_cast<std::int64_t>(index.internalId());
    return index.row() < rowCount() ? m_slicks[static_cast<std::size_t>(index.row())].id : 0;
}

std::optional<std::size_t> SlickTableModel::areaAt(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() != 0 ? std::optional(static_cast<std::size_t>(index.row()))
                                                      : std::nullopt;
}

QModelIndex SlickTableModel::indexOf(std::int64_t id, std::optional<std::size_t> area) const
{
    const QModelIndex slick = index(rowOf(id), 0);
    return area && slick.isValid() ? index(static_cast<int>(*area), 0, slick) : slick;
}

const QString& SlickTableModel::searchText(int row) const
{
    const std::int64_t id = m_slicks[static_cast<std::size_t>(row)].id;
    QString& text = m_searchTexts[id];
    const Slick* slick = m_store->find(id);
    if (text.isEmpty() && slick) {
        for (int column = 0; column < ColumnCount; ++column) {
            text += cellText(*slick, column, m_units) + QLatin1Char('\n');
            for (const AppearanceArea& area : slick->areas)
                text += cellText(area, slick->origin, column, m_units) + QLatin1Char('\n');
        }
    }
    return text;
}

int SlickTableModel::rowOf(std::int64_t id) const
{
    return m_rows.value(id, -1);
}

int SlickTableModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_slicks.size());
    if (parent.internalId() != 0 || parent.column() > 0)
        return 0;
    return m_slicks[static_cast<std::size_t>(parent.row())].areas;
}

int SlickTableModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant SlickTableModel::areaData(const QModelIndex& index, int role) const
{
    const Slick* slick = m_store->find(idAt(index));
    const auto row = static_cast<std::size_t>(index.row());
    if (!slick || row >= slick->areas.size())
        return {};
    const AppearanceArea& area = slick->areas[row];
    switch (role) {
        case Qt::DisplayRole:
            return cellText(area, slick->origin, index.column(), m_units);
        case Qt::EditRole:
        case SortRole:
            return cellOrder(area, index.column());
        case Qt::DecorationRole:
            return index.column() == Appearance ? QVariant(swatch(colourOfArea(m_store->card(), area)))
                                                : QVariant();
        default:
            return {};
    }
}

QVariant SlickTableModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumericColumn(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (index.internalId() != 0)
        return areaData(index, role);
    const Slick* slick = m_store->find(idAt(index));
    if (!slick)
        return {};
    const bool rejected = slick->decision == Decision::Rejected;
    switch (role) {
        case Qt::DisplayRole:
            return cellText(*slick, index.column(), m_units);
        case Qt::EditRole:
            return index.column() == Note ? QVariant(slick->note) : cellOrder(*slick, index.column());
        case SortRole:
            return cellOrder(*slick, index.column());
        case Qt::ToolTipRole:
            return cellTip(*slick, index.column());
        case Qt::ForegroundRole:
            return rejected ? QVariant(QColor(130, 130, 130)) : QVariant();
        case Qt::FontRole: {
            QFont font;
            font.setStrikeOut(rejected && index.column() != Status);
            font.setBold(slick->decision == Decision::Accepted && index.column() == Status);
            return font;
        }
        default:
            return {};
    }
}

bool SlickTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() != Note || areaAt(index))
        return false;
    const std::int64_t id = idAt(index);
    m_store->setNote(id, value.toString().trimmed());
    const Slick* slick = m_store->find(id);
    return slick && slick->note == value.toString().trimmed();
}

Qt::ItemFlags SlickTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    flags.setFlag(Qt::ItemIsEditable, index.column() == Note && !areaAt(index));
    return flags;
}

QVariant SlickTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case Id:
            return tr("No.");
        case Size:
            return tr("Length × width");
        case Appearance:
            return tr("Appearance");
        case Oiled:
            return tr("Oiled area");
        case Coverage:
            return tr("Coverage");
        case Volume:
            return tr("Volume");
        case Status:
            return tr("Decision");
        case TakenForWhat:
            return tr("Taken for");
        case Confidence:
            return tr("Confidence");
        case Frames:
            return tr("Frames");
        case PositionError:
            return tr("Pos. error");
        case Note:
            return tr("Note");
        default:
            return {};
    }
}

}  // namespace sheen
