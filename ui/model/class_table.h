#pragma once

#include <QTableWidget>
#include <vector>

#include "data/model_card.h"

namespace sheen {

/** A model's classes: their names, colours and appearance codes, and whether they are oil, can be changed. */
class ClassTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit ClassTable(QWidget* parent = nullptr);

    void setClasses(const std::vector<ModelClass>& classes);
    const std::vector<ModelClass>& classes() const { return m_classes; }

    // What the widgets in the rows do.
    void setColour(int row, const QColor& colour);
    void setCode(int row, int code);  //!< 0 to 5; what has a code is oil
    void setOil(int row, bool isOil);

Q_SIGNALS:
    void changed();  //!< by the analyst

private:
    void addRow(int row);
    void showRow(int row);
    void chooseColour(int row);
    void takeName(QTableWidgetItem* item);

    std::vector<ModelClass> m_classes;
};

}  // namespace sheen
