#pragma once

#include <QTableWidget>
#include <vector>

#include "table/column_names.h"

class QComboBox;

namespace sheen {

class TableText;

/** The columns of a telemetry table: what each is called, holds and is taken for, and in which unit. */
class ColumnTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit ColumnTable(QWidget* parent = nullptr);

    /** Columns that were recognised come first. */
    void show(const TableText& text, const std::vector<TableColumn>& columns);

    /** As the analyst has them now, in the order they were given. */
    std::vector<TableColumn> columns() const;

    /** What a column is taken for, in words. */
    static QString title(ColumnMeaning meaning);

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        std::size_t column = 0;
        QComboBox* meaning = nullptr;
        QComboBox* unit = nullptr;
    };
    void addRow(const TableText& text, std::size_t column);
    void fillUnits(const Row& row);
    void fitBoxes();
    void markUnit(const Row& row) const;

    std::vector<TableColumn> m_columns;
    std::vector<Row> m_rows;
};

}  // namespace sheen
