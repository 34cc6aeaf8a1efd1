#include "slick_table_model.h"

#include <QColor>
#include <QFont>
#include <QLocale>
#include <QPainter>
#include <QPixmap>
#include <algorithm>
#include <limits>

#include "data/appearance.h"
#include "slick_text.h"
#include "ui/session/slick_store.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

namespace {

QPixmap swatch(const QColor& colour)
{
    QPixmap pixmap(14, 14);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(colour.darker(190));
    painter.setBrush(colour);
    painter.drawRect(1, 1, 11, 11);
    return pixmap;
}

QString displayText(const Slick& slick, int column)
{
    switch (column) {
        case SlickTableModel::Id:
            return QString::number(slick.id);
        case SlickTableModel::Class:
            return slick.className;
        case SlickTableModel::Code:
            return codeText(slick.code);
        case SlickTableModel::Area:
            return areaText(slick.areaSquareMetres);
        case SlickTableModel::Volume:
            return volumeText(slick);
        case SlickTableModel::Confidence:
            return QStringLiteral("%1 %").arg(qRound(slick.confidence * 100));
        case SlickTableModel::Frames:
            return framesText(slick);
        case SlickTableModel::Status:
            return statusText(slick.status);
        case SlickTableModel::PositionError:
            return positionErrorText(slick);
        case SlickTableModel::Note:
            return slick.note;
        default:
            return {};
    }
}

/** The least that the volume may be first; without an upper bound: above all that have one. */
double volumeOrder(const Slick& slick)
{
    const auto minimum = slick.minimumVolumeCubicMetres();
    if (!minimum)
        return -1;
    return slick.maximumVolumeCubicMetres().value_or(1e12 + *minimum);
}

QVariant sortValue(const Slick& slick, int column)
{
    switch (column) {
        case SlickTableModel::Id:
            return static_cast<qlonglong>(slick.id);
        case SlickTableModel::Code:
            return slick.code;
        case SlickTableModel::Area:
            return slick.areaSquareMetres;
        case SlickTableModel::Volume:
            return volumeOrder(slick);
        case SlickTableModel::Confidence:
            return slick.confidence;
        case SlickTableModel::Frames:
            return slick.firstFrame;
        case SlickTableModel::PositionError:
            return slick.positionErrorMetres > 0 ? slick.positionErrorMetres
                                                 : std::numeric_limits<double>::max();
        default:
            return displayText(slick, column).toLower();
    }
}

bool isNumeric(int column)
{
    return column == SlickTableModel::Id || column == SlickTableModel::Area ||
           column == SlickTableModel::Volume || column == SlickTableModel::Confidence ||
           column == SlickTableModel::PositionError;
}

QString toolTip(const Slick& slick, int column)
{
    switch (column) {
        case SlickTableModel::Status:
            return statusTip(slick.status);
        case SlickTableModel::Code:
        case SlickTableModel::Volume:
            return slick.code == 0
                       ? SlickTableModel::tr("The appearance is not known: set it with the keys 1 to 5")
                       : SlickTableModel::tr("Area times the film thickness of code %1, %2")
                             .arg(slick.code)
                             .arg(appearanceName(slick.code));
        case SlickTableModel::Note:
            return slick.note.isEmpty() ? SlickTableModel::tr("Double click to write a note")
                                        : asPlainText(slick.note);
        default:
            return {};
    }
}

}  // namespace

SlickTableModel::SlickTableModel(SlickStore* store, QObject* parent)
    : QAbstractTableModel(parent), m_store(store)
{
    connect(m_store, &SlickStore::reset, this, &SlickTableModel::fill);
    connect(m_store, &SlickStore::changed, this, &SlickTableModel::update);
    fill();
}

void SlickTableModel::fill()
{
    beginResetModel();
    m_ids.clear();
    m_searchTexts.clear();
    for (const Slick& slick : m_store->slicks())
        m_ids.push_back(slick.id);
    reindex();
    endResetModel();
}

void SlickTableModel::reindex()
{
    m_rows.clear();
    for (std::size_t row = 0; row < m_ids.size(); ++row)
        m_rows.insert(m_ids[row], static_cast<int>(row));
}

void SlickTableModel::update(const std::set<std::int64_t>& ids)
{
    constexpr std::size_t manyRows = 200;
    std::vector<std::int64_t> arrived;
    std::vector<int> gone;
    for (std::int64_t id : ids) {
        m_searchTexts.remove(id);
        const int row = rowOf(id);
        const bool exists = m_store->find(id) != nullptr;
        if (exists && row < 0)
            arrived.push_back(id);
        else if (!exists && row >= 0)
            gone.push_back(row);
    }
    if (arrived.size() + gone.size() > manyRows) {
        fill();
        return;
    }
    std::sort(gone.rbegin(), gone.rend());
    for (int row : gone) {
        beginRemoveRows({}, row, row);
        m_ids.erase(m_ids.begin() + row);
        reindex();
        endRemoveRows();
    }
    if (!arrived.empty()) {
        const int first = static_cast<int>(m_ids.size());
        beginInsertRows({}, first, first + static_cast<int>(arrived.size()) - 1);
        m_ids.insert(m_ids.end(), arrived.begin(), arrived.end());
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
        }
    }
    // One signal for all of them: a filter over it sorts once.
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

std::int64_t SlickTableModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_ids[static_cast<std::size_t>(row)] : 0;
}

const QString& SlickTableModel::searchText(int row) const
{
    const std::int64_t id = idAt(row);
    QString& text = m_searchTexts[id];
    const Slick* slick = m_store->find(id);
    if (text.isEmpty() && slick) {
        for (int column = 0; column < ColumnCount; ++column)
            text += displayText(*slick, column) + QLatin1Char('\n');
    }
    return text;
}

int SlickTableModel::rowOf(std::int64_t id) const
{
    return m_rows.value(id, -1);
}

int SlickTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int SlickTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SlickTableModel::data(const QModelIndex& index, int role) const
{
    const Slick* slick = m_store->find(idAt(index.row()));
    if (!slick)
        return {};
    switch (role) {
        case Qt::DisplayRole:
            return displayText(*slick, index.column());
        case Qt::EditRole:
            return index.column() == Note ? QVariant(slick->note) : sortValue(*slick, index.column());
        case SortRole:
            return sortValue(*slick, index.column());
        case Qt::DecorationRole:
            return index.column() == Class
                       ? QVariant(swatch(colourOfClass(m_store->card(), slick->classValue)))
                       : QVariant();
        case Qt::TextAlignmentRole:
            return static_cast<int>((isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
        case Qt::ToolTipRole:
            return toolTip(*slick, index.column());
        case Qt::ForegroundRole:
            return slick->status == SlickStatus::Rejected ? QVariant(QColor(130, 130, 130)) : QVariant();
        case Qt::FontRole: {
            QFont font;
            font.setStrikeOut(slick->status == SlickStatus::Rejected && index.column() != Status);
            font.setBold(slick->status == SlickStatus::Accepted && index.column() == Status);
            return font;
        }
        default:
            return {};
    }
}

bool SlickTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() != Note)
        return false;
    const std::int64_t id = idAt(index.row());
    m_store->setNote(id, value.toString().trimmed());
    const Slick* slick = m_store->find(id);
    return slick && slick->note == value.toString().trimmed();
}

Qt::ItemFlags SlickTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    flags.setFlag(Qt::ItemIsEditable, index.column() == Note);
    return flags;
}

QVariant SlickTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case Id:
            return tr("No.");
        case Class:
            return tr("Class");
        case Code:
            return tr("Code");
        case Area:
            return tr("Area");
        case Volume:
            return tr("Volume");
        case Confidence:
            return tr("Confidence");
        case Frames:
            return tr("Frames");
        case Status:
            return tr("Status");
        case PositionError:
            return tr("Pos. error");
        case Note:
            return tr("Note");
        default:
            return {};
    }
}

}  // namespace sheen
