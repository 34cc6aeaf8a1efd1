#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "archive/catalogue.h"
#include "base/cancel.h"
#include "ui/session/work_thread.h"

namespace sheen {

/** Looks for flights in a catalogue, in the background. Of several searches only the latest counts; the one
 * before is cancelled. Lives in the widgets' thread. */
class ArchiveSearch : public QObject
{
    Q_OBJECT

public:
    explicit ArchiveSearch(QObject* parent = nullptr);
    ~ArchiveSearch() override;

    /** `found` or `failed` follows. */
    void search(const QString& catalogue, const CatalogueQuery& query);
    void cancel();  //!< nothing follows
    bool isUnderWay() const { return m_cancel != nullptr; }

Q_SIGNALS:
    void found(const std::vector<sheen::FlightEntry>& flights);
    void failed(const QString& sentence);

private:
    void end(const std::shared_ptr<Cancel>& search, const std::vector<FlightEntry>& flights,
             const QString& failure);

    std::shared_ptr<Cancel> m_cancel;  //!< of the search under way; nullptr: there is none
    WorkThread m_thread;
};

}  // namespace sheen
