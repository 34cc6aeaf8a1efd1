#include "slick_filter.h"

#include <algorithm>

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

void SlickFilter::setDecision(std::optional<Decision> decision)
{
    m_decision = decision;
    invalidateFilter();
}

void SlickFilter::setSmallestArea(double squareMetres)
{
    m_smallestSquareMetres = squareMetres;
    invalidateFilter();
}

bool SlickFilter::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    if (sourceParent.isValid())
        return true;  // an area comes with its slick
    const Slick* slick = m_model->store()->find(m_model->idAt(m_model->index(sourceRow, 0)));
    if (!slick)
        return false;
    const auto isOfClass = [this](const AppearanceArea& area) { return area.classValue == *m_class; };
    if ((m_class && std::none_of(slick->areas.begin(), slick->areas.end(), isOfClass)) ||
        (m_decision && slick->decision != *m_decision) || slick->oiledSquareMetres() < m_smallestSquareMetres)
        return false;
    return m_text.isEmpty() || m_model->searchText(sourceRow).contains(m_text, Qt::CaseInsensitive);
}

}  // namespace sheen
