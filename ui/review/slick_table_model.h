#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <cstdint>
#include <set>
#include <vector>

namespace sheen {

class SlickStore;

/** The store's slicks as rows. Texts for people in the display role, numbers for sorting in SortRole. */
class SlickTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Id,
        Class,
        Code,
        Area,
        Volume,
        Confidence,
        Frames,
        Status,
        PositionError,
        Note,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole };

    explicit SlickTableModel(SlickStore* store, QObject* parent = nullptr);

    std::int64_t idAt(int row) const;  //!< 0 for none
    int rowOf(std::int64_t id) const;  //!< -1 for none
    SlickStore* store() const { return m_store; }
    /** The texts of all columns, for a filter that asks every row at every key. */
    const QString& searchText(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void fill();
    void update(const std::set<std::int64_t>& ids);
    void reindex();

    SlickStore* m_store;
    std::vector<std::int64_t> m_ids;  //!< by row
    QHash<std::int64_t, int> m_rows;
    mutable QHash<std::int64_t, QString> m_searchTexts;  //!< of those asked for so far
};

}  // namespace sheen
