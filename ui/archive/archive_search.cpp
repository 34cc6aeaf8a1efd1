#include "archive_search.h"

#include "ui/session/failure.h"

namespace sheen {

ArchiveSearch::ArchiveSearch(QObject* parent) : QObject(parent), m_thread(QStringLiteral("archive"))
{}

ArchiveSearch::~ArchiveSearch()
{
    cancel();
    m_thread.stop();
}

void ArchiveSearch::search(const QString& catalogue, const CatalogueQuery& query)
{
    cancel();
    m_cancel = std::make_shared<Cancel>();
    m_thread.post([this, catalogue, query, search = m_cancel] {
        if (search->requested())
            return;
        std::vector<FlightEntry> flights;
        const QString failure =
            failureOf([&] { flights = Catalogue::read(catalogue)->find(query, search.get()); });
        QMetaObject::invokeMethod(
            this, [this, search, flights = std::move(flights), failure] { end(search, flights, failure); },
            Qt::QueuedConnection);
    });
}

void ArchiveSearch::cancel()
{
    if (m_cancel)
        m_cancel->request();
    m_cancel.reset();
}

void ArchiveSearch::end(const std::shared_ptr<Cancel>& search, const std::vector<FlightEntry>& flights,
                        const QString& failure)
{
    if (search != m_cancel)
        return;  // a newer one is under way, or nobody waits any more
    m_cancel.reset();
    if (failure.isEmpty())
        Q_EMIT found(flights);
    else
        Q_EMIT failed(failure);
}

}  // namespace sheen
