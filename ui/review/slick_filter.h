#pragma once

#include <QSortFilterProxyModel>
#include <QString>
#include <optional>

#include "data/slick.h"

namespace sheen {

class SlickTableModel;

/** Which slicks the table shows, with all their areas, and in which order. */
class SlickFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SlickFilter(SlickTableModel* model, QObject* parent = nullptr);

    void setText(const QString& text);             //!< part of any column's text; empty: all
    void setClass(std::optional<int> classValue);  //!< slicks with an area of it
    void setDecision(std::optional<Decision> decision);
    void setSmallestArea(double squareMetres);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    SlickTableModel* m_model;
    QString m_text;
    std::optional<int> m_class;
    std::optional<Decision> m_decision;
    double m_smallestSquareMetres = 0;
};

}  // namespace sheen
