#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "camera/tie_fit.h"

namespace sheen {

class TiePoints;

/** The tie points as a table: on or off, frame, pixel, place (to be typed), and how far off they are. */
class TieTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NumberColumn,
        FrameColumn,
        PixelColumn,
        LatitudeColumn,
        LongitudeColumn,
        MetresColumn,
        PixelsColumn,
        ColumnCount
    };

    explicit TieTableModel(TiePoints* points, QObject* parent = nullptr);

    /** What a fit would make of the residuals of these rows; empty: nothing is proposed. */
    void setProposal(const std::vector<int>& rows, const std::vector<TieResidual>& after);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void refused(const QString& sentence);

private:
    void takeMarks();
    QString text(int row, int column) const;
    QString residualText(int row, int column) const;
    bool setPlace(int row, int column, const QString& typed);

    TiePoints* m_points;
    int m_count = 0;
    std::vector<int> m_proposedRows;
    std::vector<TieResidual> m_proposed;
};

}  // namespace sheen
