#include "slick_filter.h"

#include "slick_table_model.h"
#include "ui/session/slick_store.h"

namespace sheen {

SlickFilter::SlickFilter(SlickTableModel* model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(model);
    setSortRole(SlickTableModel::SortRole);
    setDynamicSortFilter(true);
}

void SlickFilter::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void SlickFilter::setClass(std::optional<int> classValue)
{
    m_class = classValue;
    invalidateFilter();
}

void SlickFilter::setStatus(std::optional<SlickStatus> status)
{
    m_status = status;
    invalidateFilter();
}

void SlickFilter::setSmallestArea(double squareMetres)
{
    m_smallestSquareMetres = squareMetres;
    invalidateFilter();
}

bool SlickFilter::filterAcceptsRow(int sourceRow, const QModelIndex&) const
{
    const Slick* slick = m_model->store()->find(m_model->idAt(sourceRow));
    if (!slick)
        return false;
    if ((m_class && slick->classValue != *m_class) || (m_status && slick->status != *m_status) ||
        slick->areaSquareMetres < m_smallestSquareMetres)
        return false;
    return m_text.isEmpty() || m_model->searchText(sourceRow).contains(m_text, Qt::CaseInsensitive);
}

}  // namespace sheen
