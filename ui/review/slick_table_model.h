#pragma once

#include <QAbstractItemModel>
#include <QHash>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "slick_text.h"

namespace sheen {

class SlickStore;

/**
 * The store's slicks as rows, each with its appearance areas under it. Texts for people in the display role,
 * numbers for sorting in SortRole.
 */
class SlickTableModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        Id,
        Size,
        Appearance,
        Oiled,
        Coverage,
        Volume,
        Status,
        TakenForWhat,
        Confidence,
        Frames,
        PositionError,
        Note,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole };

    explicit SlickTableModel(SlickStore* store, QObject* parent = nullptr);

    std::int64_t idAt(const QModelIndex& index) const;  //!< of the slick, also for an area; 0 for none
    std::optional<std::size_t> areaAt(const QModelIndex& index) const;  //!< nothing for a slick
    int rowOf(std::int64_t id) const;                                   //!< -1 for none
    QModelIndex indexOf(std::int64_t id, std::optional<std::size_t> area = std::nullopt) const;
    SlickStore* store() const { return m_store; }
    /** The texts of all columns, also of the areas, for a filter that asks every row at every key. */
    const QString& searchText(int row) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        std::int64_t id = 0;
        int areas = 0;  //!< as the views know it
    };

    void fill();
    void update(const std::set<std::int64_t>& ids);
    void updateAreas(int row);
    void reindex();
    QVariant areaData(const QModelIndex& index, int role) const;

    SlickStore* m_store;
    ColumnUnits m_units;
    std::vector<Row> m_slicks;
    QHash<std::int64_t, int> m_rows;
    mutable QHash<std::int64_t, QString> m_searchTexts;  //!< of those asked for so far
};

}  // namespace sheen
